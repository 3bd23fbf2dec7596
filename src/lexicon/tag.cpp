#include "lexicon/tag.hpp"

#include "text/utf8.hpp"

namespace caveat {
namespace {

void find_words(const Source& source, const Prose& prose, const Lexicon& lexicon,
                Tagging& tagging) {
  tagging.words.clear();
  for (const auto& token : prose.tokens) {
    tagging.folded.clear();
    append_folded(slice(source, token.span), tagging.folded);
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

void tag(const Source& source, const Prose& prose, const Lexicon& lexicon, Tagging& tagging) {
  find_words(source, prose, lexicon, tagging);
  tagging.first.clear();
  tagging.tags.clear();
  std::uint32_t token = 0;
  for (const auto& sentence : prose.sentences) {
    for (; token < sentence.last; ++token) tag_token(lexicon, token, sentence.last, tagging);
  }
  tagging.first.resize(prose.tokens.size() + 1, static_cast<std::uint32_t>(tagging.tags.size()));
}

}  // namespace caveat
