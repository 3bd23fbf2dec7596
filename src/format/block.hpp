// What a file's reader hands on: blocks of what a person who opens the file would read, with the
// place of every byte in the file, and the comments that are addressed to caveat. Flat arrays,
// reused from file to file: a block owns nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "text/passage.hpp"
#include "text/span.hpp"

namespace caveat {

enum class BlockKind : std::uint8_t {
  paragraph,
  heading,  ///< the title of the page, of its metadata too, is one of level 1
  list_item,
  cell,         ///< of a table, and what a definition list says of a term
  head,         ///< a cell that heads its column or row; the term of a definition list
  caption,      ///< of a figure or table
  alt,          ///< what is shown for an image, or on top of something ("title")
  description,  ///< what search engines show under the title
};

inline constexpr std::uint32_t no_block = 0xFFFFFFFF;

struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;           ///< heading: 1 is the title; otherwise 0
  bool quote = false;               ///< stands inside a block quotation
  Span shown = {};                  ///< bytes of Blocks::passage; starts and ends in no white space
  std::uint32_t header = no_block;  ///< of a cell: the `head` that tells what it is
};

/// A comment that speaks to caveat: "caveat-disable kratom/efficacy -- reviewed". Bytes of the
/// file.
struct Directive {
  Span whole;  ///< the comment with its marks
  Span words;  ///< what it says, without them and without white space around
};

/// Blocks do not overlap and are in order of what is shown; no block is empty. White space stands
/// for line ends; what is no text but stands in a sentence (code) is shown as U+FFFC.
struct Blocks {
  std::vector<Block> blocks;
  Passage passage;
  std::vector<Span> links;            ///< of the passage, in order: linked to another site
  std::vector<Directive> directives;  ///< in order of the file
};

}  // namespace caveat
