// Words: what stands inside one, and which stops belong to it. A stop after a word is part of it in
// "e.g.", "Dr." and the "J." of a name; it is not in "vitamin C.", which is more common in health
// text than a person whose first name is "vitamin".
#include <algorithm>

#include "prose/scan.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

constexpr std::uint32_t longest_abbreviation = 16;  // bytes

/// Over a hyphen, apostrophe or invisible character that joins what is before it to what follows.
std::uint32_t over_joint(std::string_view text, std::uint32_t at, const Glyph& joint) {
  const std::uint32_t after = at + joint.point.length;
  if (after >= text.size()) return at;
  const Category next = glyph_at(text, after).category;
  if (is_apostrophe(joint.point.value)) {
    return next == Category::letter && possessive_end(text, at) == 0 ? after : at;
  }
  return next == Category::letter || next == Category::digit ? after : at;
}

/// Over one character of a word; `at` if the word ends here.
std::uint32_t step_in_word(std::string_view text, std::uint32_t at) {
  const Glyph glyph = glyph_at(text, at);
  const char32_t value = glyph.point.value;
  if (is_apostrophe(value) || is_hyphen(value) || glyph.category == Category::joiner) {
    return over_joint(text, at, glyph);
  }
  return is_word_part(glyph.category) ? at + glyph.point.length : at;
}

/// Where the part after the last hyphen starts: the "U" of "non-U.S.".
std::uint32_t last_part(std::string_view text, std::uint32_t at, std::uint32_t end) {
  const auto hyphen = text.substr(at, end - at).rfind('-');
  return hyphen == std::string_view::npos ? at : at + static_cast<std::uint32_t>(hyphen) + 1;
}

/// The end of the one letter at `at`; 0 if there is none or more than one.
std::uint32_t single_letter(std::string_view text, std::uint32_t at) {
  if (category_at(text, at) != Category::letter) return 0;
  const std::uint32_t end = at + glyph_at(text, at).point.length;
  return is_word_part(category_at(text, end)) ? 0 : end;
}

bool has_stop(std::string_view text, std::uint32_t at) {
  return at < text.size() && text[at] == '.';
}

/// "U.S.", "e.g.", and without the last stop "U.S.A", "e.g"; 0 if it is none of these.
std::uint32_t letters_with_stops(std::string_view text, std::uint32_t at) {
  std::uint32_t stops = 0;
  std::uint32_t end = at;
  bool small = true;
  for (std::uint32_t letter = 0; (letter = single_letter(text, end)) != 0; ++stops) {
    small = small && is_lower(glyph_at(text, end).point.value);
    if (!has_stop(text, letter)) return stops > 1 || (stops == 1 && small) ? letter : 0;
    end = letter + 1;
  }
  return stops > 1 ? end : 0;
}

/// "No. 5" is an abbreviation, "No. Kratom is not safe." is none: an entry that is also a word that
/// starts sentences needs a figure after it.
bool is_abbreviation(const Scan& scan, Span span) {
  if (!holds(scan, scan.language.abbreviations, span)) return false;
  if (!holds(scan, scan.language.starters, {span.begin, span.end - 1})) return true;
  return category_at(scan.text, skip_spaces(scan.text, span.end)) == Category::digit;
}

/// The longest entry of Language::abbreviations that starts at `at`; `dot` is the first stop.
std::uint32_t listed_abbreviation(const Scan& scan, std::uint32_t at, std::uint32_t dot) {
  const auto limit = std::min<std::size_t>(scan.text.size(), at + longest_abbreviation);
  std::uint32_t found = 0;
  for (std::uint32_t end = dot; end < limit;) {
    if (scan.text[end] == '.' && is_abbreviation(scan, {at, end + 1})) found = end + 1;
    const Glyph glyph = glyph_at(scan.text, end);
    if (scan.text[end] != '.' && glyph.category != Category::letter) break;
    end += glyph.point.length;
  }
  return found;
}

/// "vitamin", "hepatitis": what a letter and a stop may end a sentence after.
bool is_small_word(const Token* token) {
  return token != nullptr && token->kind == TokenKind::word && !token->capital &&
         size(token->span) >= 4;
}

bool is_capital_word(const Token* token) {
  return token != nullptr && token->kind == TokenKind::word && token->capital;
}

bool is_starter(const Scan& scan, std::uint32_t at) {
  return holds(scan, scan.language.starters, {at, word_end(scan.text, at)});
}

/// Whether the capital before white space is an initial, by what comes next: "M. speciosa",
/// "Edward W. Boyer", "Smith J. (2020)".
bool is_initial_before(const Scan& scan, std::uint32_t next, const Token* before) {
  if (next >= scan.text.size()) return false;
  const Glyph glyph = glyph_at(scan.text, next);
  if (glyph.category != Category::letter) return is_capital_word(before);
  if (is_lower(glyph.point.value)) return true;
  return !is_small_word(before) && !is_starter(scan, next);
}

/// One letter and its stop. A small letter is an initial only in a lower-case "m. speciosa".
bool is_initial(const Scan& scan, std::uint32_t at, std::uint32_t dot, const Token* before) {
  const Glyph letter = glyph_at(scan.text, at);
  if (letter.category != Category::letter || at + letter.point.length != dot) return false;
  const std::uint32_t next = skip_spaces(scan.text, dot + 1);
  const bool spaced = next > dot + 1 || next >= scan.text.size();
  if (!is_upper(letter.point.value)) {
    return spaced && next < scan.text.size() && !is_small_word(before) &&
           is_lower(glyph_at(scan.text, next).point.value);
  }
  if (spaced) return is_initial_before(scan, next, before);
  const Glyph glyph = glyph_at(scan.text, next);
  return glyph.category == Category::letter || glyph.point.value == ',' || glyph.point.value == '-';
}

/// The word [at, dot) with the stop that follows it, if that belongs to it; 0 if not.
std::uint32_t abbreviation_end(const Scan& scan, std::uint32_t at, std::uint32_t dot,
                               const Token* before) {
  const std::uint32_t listed = listed_abbreviation(scan, at, dot);
  const std::uint32_t letters = letters_with_stops(scan.text, last_part(scan.text, at, dot));
  if (listed != 0 || letters != 0) return std::max(listed, letters);
  return is_initial(scan, at, dot, before) ? dot + 1 : 0;
}

/// What a word with a stop right after it is.
Token scan_stopped(const Scan& scan, std::uint32_t at, std::uint32_t dot, const Token* before) {
  const Category next = category_at(scan.text, dot + 1);
  if (next == Category::letter || next == Category::digit) {
    std::uint32_t end = email_end(scan.text, at);
    if (end == 0) end = domain_end(scan.text, at);
    if (end != 0) return {{at, end}, TokenKind::link};
  }
  const std::uint32_t end = abbreviation_end(scan, at, dot, before);
  return {{at, end != 0 ? end : dot}};
}

/// "m²", "I²": on a longer word a raised figure is a footnote.
bool is_square(const Scan& scan, std::uint32_t at, std::uint32_t end) {
  const char32_t value = glyph_at(scan.text, end).point.value;
  return end - at <= 2 && (value == 0xB2 || value == 0xB3);
}

}  // namespace

std::uint32_t possessive_end(std::string_view text, std::uint32_t at) {
  const Glyph apostrophe = glyph_at(text, at);
  if (!is_apostrophe(apostrophe.point.value)) return 0;
  const std::uint32_t letter = at + apostrophe.point.length;
  if (letter >= text.size() || (text[letter] != 's' && text[letter] != 'S')) return 0;
  return is_word_part(category_at(text, letter + 1)) ? 0 : letter + 1;
}

std::uint32_t word_end(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    const Category ascii = ascii_categories[static_cast<unsigned char>(text[at])];
    if (ascii == Category::letter || ascii == Category::digit) {
      ++at;
    } else if (ascii == Category::space) {
      return at;
    } else {
      const std::uint32_t next = step_in_word(text, at);
      if (next == at) return at;
      at = next;
    }
  }
  return at;
}

Token scan_word(const Scan& scan, std::uint32_t at, const Token* before) {
  if (const auto end = link_end(scan.text, at); end != 0) return {{at, end}, TokenKind::link};
  std::uint32_t end = word_end(scan.text, at);
  if (end >= scan.text.size()) return {{at, end}};
  switch (scan.text[end]) {
    case '.':
      return scan_stopped(scan, at, end, before);
    case '@':
    case '_':
    case '+':
    case '%':
      if (const auto email = email_end(scan.text, at); email != 0) {
        return {{at, email}, TokenKind::link};
      }
      break;
    case '/':
      end = std::max(end, unit_end(scan, at));
      break;
    case '\xC2':
      if (is_square(scan, at, end)) end += 2;
      break;
    default:
      break;
  }
  return {{at, end}};
}

}  // namespace caveat
