// What a file's reader hands on: blocks of prose, each a run of byte ranges of the file. A reader
// may skip bytes (markup, bullets, line ends); it never rewrites them, so that the words of a
// block are the words of the file. Flat arrays, reused from file to file: a block owns nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "text/span.hpp"

namespace caveat {

enum class BlockKind : std::uint8_t { paragraph, heading, list_item };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;         ///< heading: 1 is the title; otherwise 0
  std::uint32_t first_piece = 0;  ///< [first_piece, last_piece) of Blocks::pieces
  std::uint32_t last_piece = 0;
};

/// Pieces of a block are in order and do not overlap; between two of them stands white space (a
/// line end of hard-wrapped text), so no token crosses from one to the next.
struct Blocks {
  std::vector<Block> blocks;
  std::vector<Span> pieces;
};

}  // namespace caveat
