// Builds a Lexicon: concepts of packs first, then the literals of patterns as the grammar meets
// them, then finish() once.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/inflect.hpp"
#include "lexicon/lexicon.hpp"
#include "pack/pack.hpp"
#include "prose/prose.hpp"

namespace caveat {

/// Which words of a phrase take endings: those of Inflect, or every word ("…" in a pattern).
enum class Endings : std::uint8_t { none, noun, verb, every };

struct LexiconBuilder {
  Language language;
  Inflector inflector;
  Lexicon lexicon;
  std::unordered_map<std::string, SymbolId> by_name;     ///< concepts, classes, tags
  std::unordered_map<std::string, SymbolId> by_literal;  ///< spelling, with its endings
  std::vector<std::vector<SymbolId>> meaning;  ///< of a concept: itself, class, tags, broader
  std::vector<std::vector<UnitId>> units_of_word;
  std::unordered_map<std::string, UnitId> lemmas;
  std::map<std::pair<std::uint32_t, UnitId>, std::uint32_t> edges;
  std::vector<std::vector<SymbolId>> accepts;
  UnitId unit_count = 1;
};

/// Adds every concept of `packs`; the packs' names have been checked when they were loaded.
LexiconBuilder start_lexicon(std::span<const Pack> packs);

/// The concept, class or tag of this name, or no_id.
SymbolId symbol_named(const LexiconBuilder& builder, std::string_view name);

/// The symbol of a quoted literal. no_id when the text holds no word.
SymbolId literal_symbol(LexiconBuilder& builder, std::string_view text, Endings endings);

Lexicon finish_lexicon(LexiconBuilder& builder);

/// The folded words of a phrase, cut as the tokeniser cuts a text.
std::vector<std::string> phrase_words(const Language& language, std::string_view text);

}  // namespace caveat
