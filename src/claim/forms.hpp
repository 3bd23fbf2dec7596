// The forms of a claim and of a statement, compiled from all packs in force, and the names under
// which their patterns tell what is what.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "grammar/compile.hpp"
#include "grammar/program.hpp"
#include "pack/pack.hpp"

namespace caveat {

struct ClaimCode {
  std::string id;
  PatternId match = 0;
  std::optional<PatternId> unless;
  std::optional<Strength> strength;
  bool harm = false;       ///< claims that something gets worse
  bool statement = false;  ///< weighed by scopes of wording, which see no voice and no evidence
};

/// Symbols and slots that are asked for by name.
struct ClaimNames {
  std::uint32_t intervention_slot = no_id;
  std::uint32_t effect_slot = no_id;
  std::uint32_t outcome_slot = no_id;
  std::uint32_t comparator_slot = no_id;
  std::uint32_t population_slot = no_id;
  std::uint32_t relative_slot = no_id;  ///< "which": stands for the nearest name
  std::uint32_t here_slot = no_id;      ///< narrows the place of a finding
  std::uint32_t wrong_slot = no_id;     ///< what a fix replaces
  SymbolId intervention = no_id;        ///< the class
  SymbolId unproven = no_id;            ///< the tag: no evidence on file is itself a finding
  SymbolId supplement = no_id;          ///< the tag: sold as food, so that it may name no disease
  SymbolId established = no_id;         ///< the tag: what it does need not be on file
  SymbolId condition = no_id;           ///< the class: less of it is a benefit
  SymbolId faculty = no_id;             ///< the class: more of it is a benefit
  SymbolId target = no_id;              ///< the class: which way is good, the effect must tell
  SymbolId prevention = no_id;          ///< the tag: of effects that are no relief
  SymbolId food = no_id;                ///< the tag
  SymbolId dangerous = no_id;           ///< the tag: of remedies that harm
  SymbolId medicine = no_id;            ///< the tag
  SymbolId weight = no_id;              ///< the concept "body-weight"
  SymbolId everyday = no_id;            ///< the tag: a condition that is no disease
  SymbolId deficiency = no_id;          ///< the tag: lack of a nutrient, which a food may name
  std::unordered_map<SymbolId, Strength> strength;  ///< of effects
};

/// Parts that stand anywhere in the clause of a claim, each a production of the language's pack.
struct ClaimParts {
  std::optional<PatternId> outcome;     ///< "claim-outcome": one of several that are listed
  std::optional<PatternId> comparator;  ///< "claim-comparator": "than placebo"
  std::optional<PatternId> population;  ///< "claim-population": "in older adults"
  std::optional<PatternId> risk;        ///< "claim-risk": "the odds of"
};

struct Forms {
  ClaimParts parts;
  std::vector<ClaimCode> claims;      ///< an intervention does something to an outcome
  std::vector<ClaimCode> statements;  ///< anything does something to anything: ordinary prose
  ClaimNames names;
};

/// Adds all patterns; `name_forms` must follow when the grammar knows its slots.
Forms compile_forms(std::span<const Pack> packs, GrammarBuilder& grammar, LexiconBuilder& lexicon,
                    std::vector<PackDiagnostic>& diagnostics);
void name_forms(const GrammarBuilder& grammar, const LexiconBuilder& lexicon, Forms& forms);

/// Of a claim or statement; null if there is none.
const ClaimCode* form_named(const Forms& forms, std::string_view id);

}  // namespace caveat
