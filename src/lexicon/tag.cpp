#include "lexicon/tag.hpp"

#include <algorithm>

#include "text/category.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

bool is_plain(std::string_view folded) {
  return std::ranges::all_of(folded, [](char c) { return c > ' ' && (c & '\x80') == 0; });
}

/// A name that the tokeniser keeps whole may be broken over lines: "St. John's\nwort". The table
/// has it with single spaces.
void squeeze_blanks(std::string& folded) {
  if (is_plain(folded)) return;
  std::string squeezed;
  for (std::uint32_t at = 0; at < folded.size();) {
    const Glyph glyph = glyph_at(folded, at);
    const bool blank = glyph.category == Category::space;
    if (!blank)
      squeezed.append(folded, at, glyph.point.length);
    else if (!squeezed.ends_with(' '))
      squeezed += ' ';
    at += glyph.point.length;
  }
  folded = std::move(squeezed);
}

void find_words(std::string_view text, const Prose& prose, const Lexicon& lexicon,
                Tagging& tagging) {
  tagging.words.clear();
  for (const auto& token : prose.tokens) {
    tagging.folded.clear();
    append_folded(text.substr(token.span.begin, size(token.span)), tagging.folded);
    squeeze_blanks(tagging.folded);
    tagging.words.push_back(find_word(lexicon.words, tagging.folded));
  }
}

std::span<const UnitId> units_of(const Lexicon& lexicon, WordId word) {
  const auto first = lexicon.unit_first[word];
  return {lexicon.units.data() + first, lexicon.unit_first[word + 1] - first};
}

void accept(const Lexicon& lexicon, std::uint32_t node, std::uint32_t end, Tagging& tagging) {
  for (auto at = lexicon.accept_first[node]; at < lexicon.accept_first[node + 1]; ++at) {
    tagging.tags.push_back({lexicon.accepts[at], end});
  }
}

/// Follows every unit of the word at `token`; a phrase is a few words, so is the recursion.
void walk(const Lexicon& lexicon, std::uint32_t node, std::uint32_t token, std::uint32_t last,
          Tagging& tagging) {
  if (token >= last || tagging.words[token] == 0) return;
  for (const auto unit : units_of(lexicon, tagging.words[token])) {
    const auto next = step(lexicon, node, unit);
    if (next == no_id) continue;
    accept(lexicon, next, token + 1, tagging);
    walk(lexicon, next, token + 1, last, tagging);
  }
}

/// Drops concepts that lie inside a longer concept phrase of the sentence's tokens [from, to).
void keep_longest(const Lexicon& lexicon, std::uint32_t from, std::uint32_t to, Tagging& tagging) {
  auto& tags = tagging.tags;
  std::uint32_t kept = from < to ? tagging.first[from] : 0;
  auto next = kept;
  std::uint32_t covered = 0;  // end of the longest concept phrase that started earlier
  for (auto token = from; token < to; ++token) {
    const auto end =
        token + 1 < to ? tagging.first[token + 1] : static_cast<std::uint32_t>(tags.size());
    std::uint32_t here = 0;
    for (auto at = next; at < end; ++at) {
      if (tags[at].symbol < lexicon.literals) here = std::max(here, tags[at].end);
    }
    tagging.first[token] = kept;
    for (; next < end; ++next) {
      const bool inside = tags[next].end < here || tags[next].end <= covered;
      if (tags[next].symbol >= lexicon.literals || !inside) tags[kept++] = tags[next];
    }
    covered = std::max(covered, here);
  }
  tags.resize(kept);
}

void tag_token(const Lexicon& lexicon, std::uint32_t token, std::uint32_t last, Tagging& tagging) {
  tagging.first.push_back(static_cast<std::uint32_t>(tagging.tags.size()));
  if (tagging.words[token] == 0) return;
  for (const auto unit : units_of(lexicon, tagging.words[token])) {
    if (lexicon.starts[unit] == 0) continue;
    const auto next = step(lexicon, 0, unit);
    accept(lexicon, next, token + 1, tagging);
    walk(lexicon, next, token + 1, last, tagging);
  }
}

}  // namespace

void tag(std::string_view text, const Prose& prose, const Lexicon& lexicon, Tagging& tagging) {
  find_words(text, prose, lexicon, tagging);
  tagging.first.clear();
  tagging.tags.clear();
  std::uint32_t token = 0;
  for (const auto& sentence : prose.sentences) {
    const auto from = token;
    for (; token < sentence.last; ++token) tag_token(lexicon, token, sentence.last, tagging);
    keep_longest(lexicon, from, token, tagging);
  }
  tagging.first.resize(prose.tokens.size() + 1, static_cast<std::uint32_t>(tagging.tags.size()));
}

}  // namespace caveat
