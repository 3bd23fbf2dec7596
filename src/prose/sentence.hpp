// Tokens of a block to sentences. Private to this room.
#pragma once

#include <cstdint>

#include "prose/scan.hpp"

namespace caveat {

/// Appends the sentences that the tokens from `first` to the last make; all are of one block.
/// `scan.text` reaches at least to the end of the last token.
void split_sentences(const Scan& scan, std::uint32_t block, std::uint32_t first, Prose& prose);

}  // namespace caveat
