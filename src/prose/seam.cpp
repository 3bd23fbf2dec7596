#include "prose/seam.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace caveat {
namespace {

constexpr std::uint32_t longest_heading = 10;  // tokens
constexpr std::uint32_t longest_label = 4;
constexpr std::uint32_t longest_joint = 4;    // bytes of "of", "with" inside a title
constexpr std::uint32_t shortest_last = 5;    // bytes: "Why It works" is one
constexpr std::uint32_t shortest_stem = 4;    // bytes of what two opening share
constexpr std::uint32_t longest_ending = 4;   // bytes of "smok-ing"
constexpr std::uint32_t longest_looked = 32;  // bytes of a word that are compared

struct Opening {
  const Scan& scan;
  const std::vector<Token>& tokens;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

const Token& at(const Opening& opening, std::uint32_t token) {
  return opening.tokens[token];
}

bool is_word(const Opening& opening, std::uint32_t token) {
  return at(opening, token).kind == TokenKind::word;
}

char32_t character_at(const Opening& opening, std::uint32_t offset) {
  return glyph_at(opening.scan.text, offset).point.value;
}

/// "Smoking" before a small word; not "NHS", nor the A of "Vitamin A".
bool may_open(const Opening& opening, std::uint32_t token) {
  if (!is_word(opening, token) || !at(opening, token).capital || !is_word(opening, token + 1))
    return false;
  const Span span = at(opening, token).span;
  const auto second = span.begin + glyph_at(opening.scan.text, span.begin).point.length;
  return !at(opening, token + 1).capital && second < span.end &&
         is_lower(character_at(opening, second));
}

/// What may stand in a title: capitals, figures, "of the".
bool is_of_title(const Opening& opening, std::uint32_t token) {
  const Token& it = at(opening, token);
  if (it.kind == TokenKind::number) return true;
  return it.kind == TokenKind::word && (it.capital || size(it.span) <= longest_joint);
}

std::string folded_word(const Opening& opening, std::uint32_t token) {
  const Span span = at(opening, token).span;
  std::string out;
  append_folded(opening.scan.text.substr(span.begin, std::min(size(span), longest_looked)), out);
  return out;
}

/// "smoke" and "smoking": alike but for an ending.
bool takes_up(const std::string& before, const std::string& word) {
  const auto differs = std::mismatch(before.begin(), before.end(), word.begin(), word.end());
  const auto shared = static_cast<std::uint32_t>(differs.first - before.begin());
  if (shared == before.size() && shared == word.size()) return shared + 1 >= shortest_stem;
  return shared >= shortest_stem && before.size() - shared <= 1 &&
         word.size() - shared <= longest_ending;
}

bool takes_up_any(const Opening& opening, std::uint32_t token) {
  const std::string word = folded_word(opening, token);
  for (std::uint32_t i = opening.first; i < token; ++i) {
    if (is_word(opening, i) && takes_up(folded_word(opening, i), word)) return true;
  }
  return false;
}

/// After the title [first, token).
bool opens_after_title(const Opening& opening, std::uint32_t token) {
  const Token& before = at(opening, token - 1);
  if (before.kind != TokenKind::word || !before.capital) return false;
  if (takes_up_any(opening, token)) return true;
  return size(before.span) >= shortest_last &&
         holds(opening.scan, opening.scan.language.openers, at(opening, token).span);
}

bool is_label(const Opening& opening, std::uint32_t end) {
  const Span span = {at(opening, opening.first).span.begin, at(opening, end - 1).span.end};
  return end - opening.first <= longest_label &&
         holds(opening.scan, opening.scan.language.labels, span);
}

}  // namespace

std::uint32_t find_seam(const Scan& scan, const std::vector<Token>& tokens, std::uint32_t first,
                        std::uint32_t last) {
  const Opening opening = {scan, tokens, first, last};
  if (first == last || !is_word(opening, first) || !at(opening, first).capital) return first;
  const std::uint32_t limit = std::min(last, first + longest_heading + 1);
  bool title = true;
  std::uint32_t seam = first;
  for (std::uint32_t i = first + 1; i + 1 < limit && is_word(opening, i); ++i) {
    title = title && is_of_title(opening, i - 1);
    if (!may_open(opening, i)) continue;
    if (is_label(opening, i) || (title && opens_after_title(opening, i))) seam = i;
  }
  return seam;
}

}  // namespace caveat
