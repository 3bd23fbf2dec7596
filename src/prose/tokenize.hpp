// A block of text to tokens. Private to this room.
#pragma once

#include <vector>

#include "prose/scan.hpp"

namespace caveat {

/// Appends the tokens of the block. Every character but white space is in one of them; bytes that
/// are not UTF-8 are punctuation, so no word has any.
void tokenize(const Scan& scan, std::vector<Token>& tokens);

}  // namespace caveat
