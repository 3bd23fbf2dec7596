// What caveat needs to know of Unicode: whether bytes are UTF-8, what a code point is, how wide it
// is on a terminal, and its simple lower case. Tables come from utf8proc. Nothing about words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace caveat {

/// One decoded code point. `length` is 1 and `value` is U+FFFD for a byte that starts none.
struct CodePoint {
  char32_t value = 0;
  std::uint32_t length = 1;
  bool valid = true;
};

/// Decodes at `offset`, which must be below bytes.size(). Never reads past the end.
CodePoint decode(std::string_view bytes, std::size_t offset);

/// Maximal runs of bytes that are not UTF-8, in order.
std::vector<Span> invalid_utf8(std::string_view bytes);

/// Appends `text` in simple lower case, with typographic apostrophes and hyphens made ASCII
/// (U+2019 and U+02BC to ', U+2010 and U+2011 to -), the micro sign made a Greek mu, and soft
/// hyphens dropped: two spellings that a reader takes for the same word fold to the same bytes.
void append_folded(std::string_view text, std::string& out);

/// The same for one code point; 0 if it is dropped. (NUL folds to 0 too.)
char32_t folded(char32_t value);

/// Cells on a terminal: 0 for combining marks, 2 for wide characters; control characters 1.
std::uint32_t display_width(char32_t value);

}  // namespace caveat
