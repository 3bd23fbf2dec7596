// How one token is told from the next. Private to this room. Each function looks at one place and
// answers where the token that starts there ends, or 0 if there is none of its kind; whatever looks
// ahead looks a bounded number of bytes ahead, so that hostile text costs no more than honest text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "prose/prose.hpp"
#include "prose/token.hpp"
#include "text/category.hpp"

namespace caveat {

/// One block and what is needed to read it.
struct Scan {
  std::string_view text;    ///< the passage up to the end of the block: offsets are the passage's
  std::uint32_t begin = 0;  ///< of the block
  const Language& language;
  std::string& folded;  ///< scratch, for look-ups
};

/// `before` is the token before in the same block, or null.
Token scan_word(const Scan& scan, std::uint32_t at, const Token* before);
Token scan_number(const Scan& scan, std::uint32_t at);
bool starts_number(const Scan& scan, std::uint32_t at, const Token* before);

/// Letters and digits with the hyphens and apostrophes between them; `at` may be inside the word.
std::uint32_t word_end(std::string_view text, std::uint32_t at);

/// The "'s" at an apostrophe, or 0.
std::uint32_t possessive_end(std::string_view text, std::uint32_t at);

/// The key of Language::whole_first: from the first two characters, folded, any white space U+0020.
constexpr std::uint32_t whole_keys = 1024;
constexpr std::uint32_t whole_key(char32_t first, char32_t second) {
  return (first * 37U + second) % whole_keys;
}

/// An entry of Language::whole, or 0.
std::uint32_t whole_end(const Scan& scan, std::uint32_t at);

/// The longest unit at `at`, or 0.
std::uint32_t unit_end(const Scan& scan, std::uint32_t at);

/// "https://…", "www.…", "doi:10.…", "10.1234/…", or 0.
std::uint32_t link_end(std::string_view text, std::uint32_t at);
std::uint32_t email_end(std::string_view text, std::uint32_t at);
/// "example.org/page", told by its last label, or 0.
std::uint32_t domain_end(std::string_view text, std::uint32_t at);

/// Whether `set` holds these bytes, folded.
bool holds(const Scan& scan, const StringSet& set, Span span);

std::uint32_t skip_spaces(std::string_view text, std::uint32_t at);

/// The space after the last character too.
inline Category category_at(std::string_view text, std::uint32_t at) {
  return at < text.size() ? glyph_at(text, at).category : Category::space;
}

constexpr bool is_word_part(Category category) {
  return category == Category::letter || category == Category::digit || category == Category::mark;
}

constexpr bool is_apostrophe(char32_t value) {
  return value == '\'' || value == 0x2019 || value == 0x02BC;
}

constexpr bool is_hyphen(char32_t value) {
  return value == '-' || value == 0x2010 || value == 0x2011;
}

}  // namespace caveat
