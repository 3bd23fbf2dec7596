// What kind of character a code point is, as far as lines and words need it: a coarse cut of
// Unicode's general categories. ASCII is answered inline, since that is what most text is.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/utf8.hpp"

namespace caveat {

enum class Category : std::uint8_t {
  other,   ///< punctuation, symbols, emoji, superscripts, fractions
  space,   ///< white space and what shows as such or as nothing: controls, U+200B, U+FEFF
  letter,  ///< of any script; subscript digits too, since "H₂O" is a word
  digit,   ///< decimal digits
  mark,    ///< combines with the character before it
  joiner,  ///< shows as nothing and breaks no word: soft hyphen, U+200C, U+200D, U+2060
};

/// A character in place. An invalid byte is `other`, one byte long, U+FFFD, not valid.
struct Glyph {
  CodePoint point;
  Category category = Category::other;
};

Category category_of(char32_t value);

bool is_upper(char32_t value);  ///< upper or title case
bool is_lower(char32_t value);

constexpr Category ascii_category(unsigned char byte) {
  if (byte <= ' ' || byte == 0x7F) return Category::space;
  if (byte >= '0' && byte <= '9') return Category::digit;
  const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
  return letter ? Category::letter : Category::other;
}

/// By byte; `other` above 0x7F.
inline constexpr auto ascii_categories = [] {
  std::array<Category, 256> table = {};
  for (unsigned byte = 0; byte < 0x80; ++byte) {
    table[byte] = ascii_category(static_cast<unsigned char>(byte));
  }
  return table;
}();

/// `at` must be below text.size().
inline Glyph glyph_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {{byte, 1, true}, ascii_categories[byte]};
  const CodePoint point = decode(text, at);
  return {point, point.valid ? category_of(point.value) : Category::other};
}

}  // namespace caveat
