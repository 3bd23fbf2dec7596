// Blocks to sentences of tokens. What ends a sentence and what a unit is are facts of a language,
// so abbreviations, units and names kept whole come from packs; the code knows only the shape of
// words, numbers and stops.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "format/block.hpp"
#include "pack/pack.hpp"
#include "prose/token.hpp"

namespace caveat {

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
using StringSet = std::unordered_set<std::string, StringHash, std::equal_to<>>;

/// What packs say of a language's words, folded (see append_folded), ready for look-up.
struct Language {
  StringSet abbreviations;         ///< "dr.", "e.g.": a stop after these ends no sentence
  StringSet starters;              ///< "the", "however": after "U.S." these do start a sentence
  StringSet openers;               ///< "the", "you": with a capital, these end a title before them
  StringSet labels;                ///< "side effects": a heading, also where no stop follows
  StringSet units;                 ///< "mg", "mg/kg"
  std::vector<std::string> whole;  ///< "st. john's wort": several words, one token; longest first

  /// Index of `whole` by the first two letters, so that most words are turned away by two loads:
  /// the entries with key k are those at whole_order[whole_first[k]] to whole_first[k + 1].
  std::vector<std::uint32_t> whole_first;
  std::vector<std::uint32_t> whole_order;
};

Language compile_language(std::span<const Pack> packs);

/// Clears and fills `prose`. A sentence never crosses a block. Sentences longer than
/// `max_sentence_tokens` are cut, so that hostile input costs no more per word than honest text.
void read_prose(const Blocks& blocks, const Language& language, Prose& prose);

inline constexpr std::uint32_t max_sentence_tokens = 400;

}  // namespace caveat
