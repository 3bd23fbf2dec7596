// When two places of a document speak of the same thing.
#pragma once

#include "lexicon/lexicon.hpp"
#include "lexicon/tag.hpp"

namespace caveat {

/// The concept that a token means, none of those that are broader; no_id if it means none.
inline SymbolId concept_at(const Tagging& tagging, const Lexicon& lexicon, std::uint32_t token) {
  for (const Tag& tag : tags_at(tagging, token)) {
    if (tag.symbol < lexicon.concepts) return tag.symbol;
  }
  return no_id;
}

}  // namespace caveat
