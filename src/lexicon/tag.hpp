// Words to meaning: for each token the symbols of every phrase that starts there. A concept inside
// a longer one is not meant ("respiratory depression" is no depression), so it is dropped; phrases
// that only overlap, and the literals of patterns, are all kept.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "prose/token.hpp"

namespace caveat {

/// A phrase that means `symbol`, up to token `end` (exclusive, index into Prose::tokens).
struct Tag {
  SymbolId symbol = 0;
  std::uint32_t end = 0;
};

/// Reused from document to document.
struct Tagging {
  std::vector<WordId> words;         ///< one a token
  std::vector<std::uint32_t> first;  ///< tags of token t: tags[first[t] .. first[t + 1])
  std::vector<Tag> tags;
  std::string folded;  ///< scratch
};

/// Clears and fills `tagging`. A phrase never crosses a sentence.
void tag(std::string_view text, const Prose& prose, const Lexicon& lexicon, Tagging& tagging);

inline std::span<const Tag> tags_at(const Tagging& tagging, std::uint32_t token) {
  return {tagging.tags.data() + tagging.first[token],
          tagging.first[token + 1] - tagging.first[token]};
}

/// The end of the longest phrase at `token` that means `symbol`, or 0.
inline std::uint32_t longest(const Tagging& tagging, std::uint32_t token, SymbolId symbol) {
  std::uint32_t end = 0;
  for (const auto& tag : tags_at(tagging, token)) {
    if (tag.symbol == symbol && tag.end > end) end = tag.end;
  }
  return end;
}

/// Whether a phrase at `token` means `symbol`; nothing means no_id.
inline bool means(const Tagging& tagging, std::uint32_t token, SymbolId symbol) {
  return longest(tagging, token, symbol) != 0;
}

}  // namespace caveat
