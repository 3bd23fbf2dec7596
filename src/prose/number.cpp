// Numbers as health text writes them (1,807, 0.05, 0·05, 33%, ½, 1990s, 10⁹) and quantities: a
// number and a unit of the language, with or without space. A figure that belongs to a name makes a
// word instead: 5-HT1A, 7-hydroxymitragynine, 1,4-butanediol, 3rd. A range is three tokens.
#include <algorithm>
#include <array>

#include "prose/scan.hpp"

namespace caveat {
namespace {

constexpr std::uint32_t longest_unit = 32;     // bytes
constexpr std::uint32_t longest_locants = 16;  // bytes of "2,3,7,8-"
constexpr std::uint32_t widest_gap = 3;        // bytes between number and unit
constexpr std::size_t unit_words = 3;          // "fl oz", "mg per day"

bool is_digit_at(std::string_view text, std::uint32_t at) {
  return category_at(text, at) == Category::digit;
}

bool has(std::string_view text, std::uint32_t at, char c) {
  return at < text.size() && text[at] == c;
}

std::uint32_t skip_digits(std::string_view text, std::uint32_t at) {
  while (is_digit_at(text, at)) at += glyph_at(text, at).point.length;
  return at;
}

constexpr bool is_fraction(char32_t value) {
  return (value >= 0xBC && value <= 0xBE) || (value >= 0x2150 && value <= 0x215F) ||
         value == 0x2189;
}

constexpr bool is_raised(char32_t value) {
  return value == 0xB9 || value == 0xB2 || value == 0xB3 ||
         (value >= 0x2070 && value <= 0x207B && value != 0x2071);
}

/// A comma or a narrow or fixed space, and exactly three digits; otherwise `at`.
std::uint32_t over_thousands(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return at;
  const CodePoint point = glyph_at(text, at).point;
  const bool separator =
      point.value == ',' || point.value == 0xA0 || point.value == 0x2009 || point.value == 0x202F;
  const std::uint32_t end = at + point.length;
  return separator && skip_digits(text, end) == end + 3 ? end + 3 : at;
}

/// A decimal point or the raised one of British journals, and digits; otherwise `at`.
std::uint32_t over_decimals(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return at;
  const CodePoint point = glyph_at(text, at).point;
  if (point.value != '.' && point.value != 0xB7) return at;
  const std::uint32_t end = skip_digits(text, at + point.length);
  return end > at + point.length ? end : at;
}

/// "½" after "1", "⁹" after "10"; otherwise `at`.
std::uint32_t over_raised(std::string_view text, std::uint32_t from, std::uint32_t at) {
  const bool power = text.substr(from, at - from) == "10";
  while (at < text.size()) {
    const CodePoint point = glyph_at(text, at).point;
    if (!is_fraction(point.value) && !(power && is_raised(point.value))) break;
    at += point.length;
  }
  return at;
}

/// "1/2", but not "120/80" or "1/2/2020".
std::uint32_t simple_fraction_end(std::string_view text, std::uint32_t at) {
  const bool fraction = is_digit_at(text, at) && has(text, at + 1, '/') &&
                        is_digit_at(text, at + 2) && !is_digit_at(text, at + 3) &&
                        !has(text, at + 3, '/');
  return fraction ? at + 3 : 0;
}

std::uint32_t digits_end(std::string_view text, std::uint32_t from) {
  if (const auto end = simple_fraction_end(text, from); end != 0) return end;
  std::uint32_t at = skip_digits(text, from);
  if (at - from <= 3 && at > from) {
    for (std::uint32_t next = 0; (next = over_thousands(text, at)) != at;) at = next;
  }
  for (std::uint32_t next = 0; (next = over_decimals(text, at)) != at;) at = next;
  return over_raised(text, from, at);
}

/// Past the plural "s" of "1990s", "20s"; 0 if there is none.
std::uint32_t decade_end(std::string_view text, std::uint32_t at) {
  return has(text, at, 's') && !is_word_part(category_at(text, at + 1)) ? at + 1 : 0;
}

bool is_decade(std::string_view text, std::uint32_t from, std::uint32_t at) {
  return (at - from == 4 || at - from == 2) && text[at - 1] == '0';
}

/// Past "%" or " %"; 0 if there is none.
std::uint32_t percent_end(std::string_view text, std::uint32_t at) {
  if (has(text, at, '%')) return at + 1;
  const std::uint32_t next = skip_spaces(text, at);
  return next > at && next <= at + 2 && has(text, next, '%') ? next + 1 : 0;
}

/// The unit after a number, its space or hyphen included. A hyphen needs a plain unit: the "D" of
/// "3-D" is no day.
std::uint32_t quantity_end(const Scan& scan, std::uint32_t at) {
  if (at >= scan.text.size()) return 0;
  const Glyph glyph = glyph_at(scan.text, at);
  std::uint32_t unit = at;
  if (is_hyphen(glyph.point.value)) {
    unit += glyph.point.length;
    if (unit >= scan.text.size() || is_upper(glyph_at(scan.text, unit).point.value)) return 0;
  } else if (glyph.category == Category::space) {
    unit = skip_spaces(scan.text, at);
  }
  const bool near = unit - at <= widest_gap && unit < scan.text.size();
  return near && !is_digit_at(scan.text, unit) ? unit_end(scan, unit) : 0;
}

/// Past the figures of "1,4-butanediol"; 0 if no name follows them.
std::uint32_t locants_end(std::string_view text, std::uint32_t at) {
  const std::uint32_t limit = at + longest_locants;
  while (has(text, at, ',') && at < limit) {
    const std::uint32_t end = skip_digits(text, at + 1);
    if (end == at + 1) return 0;
    at = end;
  }
  return has(text, at, '-') && category_at(text, at + 1) == Category::letter ? at : 0;
}

/// The word that the figures [at, end) start, or 0.
std::uint32_t figured_word_end(std::string_view text, std::uint32_t end) {
  if (const auto locants = locants_end(text, end); locants != 0) end = locants;
  const Category next = category_at(text, end);
  const bool range = end < text.size() && is_hyphen(glyph_at(text, end).point.value) &&
                     category_at(text, end + glyph_at(text, end).point.length) == Category::digit;
  if (range || next == Category::space) return 0;
  const std::uint32_t word = word_end(text, end);
  return word > end ? word : 0;
}

/// Where a part of a unit may end: letters, degrees, percents, powers.
std::uint32_t skip_unit_part(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    const Glyph glyph = glyph_at(text, at);
    const char32_t value = glyph.point.value;
    const bool part = is_word_part(glyph.category) || glyph.category == Category::joiner ||
                      is_raised(value) || value == 0xB0 || value == '%' || value == 0x207B;
    if (!part) break;
    at += glyph.point.length;
  }
  return at;
}

/// A unit that goes on with a hyphen is part of a word: the "day" of "5-day-old".
bool is_unit(const Scan& scan, Span span) {
  const bool hyphen = span.end < scan.text.size() &&
                      is_hyphen(glyph_at(scan.text, span.end).point.value) &&
                      is_word_part(category_at(scan.text, span.end + 1));
  return !hyphen && holds(scan, scan.language.units, span);
}

/// What may stand between the parts of a unit: "/", "·", a point before a digit.
std::uint32_t over_unit_joint(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return at;
  const CodePoint point = glyph_at(text, at).point;
  const bool decimal = point.value == '.' && is_digit_at(text, at + 1);
  return point.value == '/' || point.value == 0xB7 || decimal ? at + point.length : at;
}

constexpr bool is_sign(char32_t value) {
  return value == '-' || value == 0x2212;
}

/// 1800 to 2099: what stands for a year when it stands in a citation.
bool is_year(std::string_view digits) {
  return digits.size() == 4 && digits >= "1800" && digits <= "2099" &&
         digits.find_first_not_of("0123456789") == std::string_view::npos;
}

Token scan_unsigned(const Scan& scan, std::uint32_t at) {
  const auto text = scan.text;
  if (const auto link = link_end(text, at); link != 0) return {{at, link}, TokenKind::link};
  const std::uint32_t end = digits_end(text, at);
  const std::uint32_t decade = decade_end(text, end);
  if (decade != 0 && is_decade(text, at, end)) return {{at, decade}, TokenKind::number};
  if (const auto past = percent_end(text, end); past != 0) return {{at, past}, TokenKind::number};
  if (const auto past = quantity_end(scan, end); past != 0) {
    return {{at, past}, TokenKind::quantity};
  }
  if (decade != 0) return {{at, decade}, TokenKind::number};
  if (const auto word = figured_word_end(text, end); word != 0) return {{at, word}};
  return {{at, end}, TokenKind::number, false, is_year(text.substr(at, end - at))};
}

}  // namespace

std::uint32_t unit_end(const Scan& scan, std::uint32_t at) {
  std::uint32_t found = 0;
  std::size_t words = 1;
  for (std::uint32_t end = at; end - at < longest_unit;) {
    const std::uint32_t part = skip_unit_part(scan.text, end);
    if (part == end || part - at > longest_unit) break;
    if (is_unit(scan, {at, part})) found = part;
    end = over_unit_joint(scan.text, part);
    if (end != part) continue;
    end = skip_spaces(scan.text, part);
    if (end != part + 1 || ++words > unit_words) break;
  }
  return found;
}

bool starts_number(const Scan& scan, std::uint32_t at, const Token* before) {
  const Glyph glyph = glyph_at(scan.text, at);
  const char32_t value = glyph.point.value;
  if (glyph.category == Category::digit || is_fraction(value)) return true;
  if (value != '.' && !is_sign(value)) return false;
  if (!is_digit_at(scan.text, at + glyph.point.length)) return false;
  if (before == nullptr || before->span.end != at) return true;
  constexpr std::string_view may_touch = "([{<>=~:\xA4\xA5\x88";  // the last bytes of ≤ ≥ ≈
  return before->kind == TokenKind::punctuation &&
         may_touch.find(scan.text[at - 1]) != std::string_view::npos;
}

Token scan_number(const Scan& scan, std::uint32_t at) {
  const CodePoint first = glyph_at(scan.text, at).point;
  if (!is_sign(first.value)) return scan_unsigned(scan, at);
  const std::uint32_t from = at + first.length;
  const Token token = scan_unsigned(scan, from);
  const bool number = token.kind == TokenKind::number || token.kind == TokenKind::quantity;
  if (!number) return {{at, from}, TokenKind::punctuation};
  return {{at, token.span.end}, token.kind};
}

}  // namespace caveat
