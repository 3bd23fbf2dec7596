#include "prose/tokenize.hpp"

#include <array>

#include "text/utf8.hpp"

namespace caveat {
namespace {

/// Past the same character again and again: "...", "--".
std::uint32_t skip_same(std::string_view text, std::uint32_t at) {
  const char c = text[at];
  while (at < text.size() && text[at] == c) ++at;
  return at;
}

std::uint32_t skip_invalid(std::string_view text, std::uint32_t at) {
  while (at < text.size() && !glyph_at(text, at).point.valid) ++at;
  return at;
}

bool is_skin_tone(char32_t value) {
  return value >= 0x1F3FB && value <= 0x1F3FF;
}

/// What makes one picture with the emoji or mark before it: accents, variation selectors, skin
/// tones, and whatever a zero-width joiner ties to it.
std::uint32_t skip_cluster(std::string_view text, std::uint32_t at) {
  constexpr char32_t tie = 0x200D;
  bool tied = false;
  while (at < text.size()) {
    const Glyph glyph = glyph_at(text, at);
    const char32_t value = glyph.point.value;
    const bool part = glyph.category == Category::mark || value == tie || is_skin_tone(value) ||
                      (tied && glyph.category == Category::other && glyph.point.valid);
    if (!part) break;
    tied = value == tie;
    at += glyph.point.length;
  }
  return at;
}

bool is_superscript(char32_t value) {
  return value == 0xB9 || value == 0xB2 || value == 0xB3 || value == 0x2070 ||
         (value >= 0x2074 && value <= 0x2079);
}

/// A raised figure is a number of its own: mostly that of a footnote.
Token scan_superscript(std::string_view text, std::uint32_t begin) {
  std::uint32_t at = begin;
  while (at < text.size() && is_superscript(glyph_at(text, at).point.value)) {
    at += glyph_at(text, at).point.length;
  }
  return {{begin, at}, TokenKind::number};
}

Token scan_mark(std::string_view text, std::uint32_t at, const Glyph& glyph) {
  if (!glyph.point.valid) return {{at, skip_invalid(text, at)}, TokenKind::punctuation};
  const char32_t value = glyph.point.value;
  if (value == '.' || value == '-') return {{at, skip_same(text, at)}, TokenKind::punctuation};
  if (is_superscript(value)) return scan_superscript(text, at);
  return {{at, skip_cluster(text, at + glyph.point.length)}, TokenKind::punctuation};
}

Token scan_apostrophe(const Scan& scan, std::uint32_t at, const Glyph& glyph, const Token* before) {
  const bool attached = before != nullptr && before->span.end == at;
  const std::uint32_t end = attached ? possessive_end(scan.text, at) : 0;
  if (end != 0) return {{at, end}};
  return {{at, at + glyph.point.length}, TokenKind::punctuation};
}

Token scan_token(const Scan& scan, std::uint32_t at, const Glyph& glyph, const Token* before) {
  if (const auto end = whole_end(scan, at); end != 0) return {{at, end}};
  if (is_apostrophe(glyph.point.value)) return scan_apostrophe(scan, at, glyph, before);
  if (glyph.category == Category::letter) return scan_word(scan, at, before);
  if (starts_number(scan, at, before)) return scan_number(scan, at);
  return scan_mark(scan.text, at, glyph);
}

/// What a byte means for the word before it. Most words are ASCII letters with a space or comma
/// after them; the table lets the main loop take those without looking any closer.
enum class After : std::uint8_t { letter, over, unsettled };

constexpr auto after_word = [] {
  std::array<After, 256> table = {};
  for (unsigned i = 0; i < table.size(); ++i) {
    const auto byte = static_cast<unsigned char>(i);
    const Category category = i < 0x80 ? ascii_category(byte) : Category::mark;
    const bool joint =
        std::string_view(".-'/:@_+%").find(static_cast<char>(byte)) != std::string_view::npos;
    const bool letter = category == Category::letter || category == Category::digit;
    const bool over = !joint && (category == Category::space || category == Category::other);
    table[i] = letter ? After::letter : over ? After::over : After::unsettled;
  }
  return table;
}();

After after_at(std::string_view text, std::uint32_t at) {
  return after_word[static_cast<unsigned char>(text[at])];
}

/// The end of the word at `at` if it is ASCII and what follows cannot belong to it, or 0.
std::uint32_t plain_word_end(std::string_view text, std::uint32_t at) {
  const auto end = static_cast<std::uint32_t>(text.size());
  while (at < end && after_at(text, at) == After::letter) ++at;
  return at < end && after_at(text, at) == After::unsettled ? 0 : at;
}

bool may_be_whole(const Scan& scan, std::uint32_t at) {
  const auto& first = scan.language.whole_first;
  if (first.empty()) return false;
  if (at + 1 >= scan.text.size()) return true;
  const auto letter = static_cast<unsigned char>(scan.text[at]);
  const auto second = static_cast<unsigned char>(scan.text[at + 1]);
  if (ascii_categories[second] != Category::letter) return true;
  const std::uint32_t key = whole_key(letter | 0x20U, second | 0x20U);
  return first[key] != first[key + 1];
}

/// The word at an ASCII letter without ado, or an empty token.
Token scan_plain_word(const Scan& scan, std::uint32_t at) {
  const std::uint32_t end = plain_word_end(scan.text, at);
  if (end == 0 || may_be_whole(scan, at)) return {};
  return {{at, end}, TokenKind::word, is_upper(static_cast<unsigned char>(scan.text[at]))};
}

/// Whether the first letter is a capital; the "H" of "5-HT1A" counts.
bool has_capital(std::string_view text, Span span) {
  for (std::uint32_t at = span.begin; at < span.end;) {
    const Glyph glyph = glyph_at(text, at);
    if (glyph.category == Category::letter) return is_upper(glyph.point.value);
    at += glyph.point.length;
  }
  return false;
}

}  // namespace

void tokenize(const Scan& scan, std::vector<Token>& tokens) {
  const std::size_t first = tokens.size();
  const auto end = static_cast<std::uint32_t>(scan.text.size());
  for (std::uint32_t at = scan.begin; at < end;) {
    Glyph glyph = glyph_at(scan.text, at);
    while (glyph.category == Category::space || glyph.category == Category::joiner) {
      at += glyph.point.length;
      if (at >= end) return;
      glyph = glyph_at(scan.text, at);
    }
    Token token;
    if (glyph.category == Category::letter && glyph.point.length == 1) {
      token = scan_plain_word(scan, at);
    }
    if (empty(token.span)) {
      token = scan_token(scan, at, glyph, tokens.size() > first ? &tokens.back() : nullptr);
      token.capital = token.kind == TokenKind::word && has_capital(scan.text, token.span);
    }
    tokens.push_back(token);
    at = token.span.end;
  }
}

}  // namespace caveat
