// All that one text claims and owes, to hold it against another version of itself: each claim with
// what its names mean and what the evidence lets one say, each sentence as a reader sees it, each
// caveat that is due. Unlike a Reading it stands on its own: no desk, no bytes, no rules.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lint/lint.hpp"

namespace caveat {

/// The row of evidence that speaks of a claim.
struct ToldEvidence {
  Certainty certainty = Certainty::very_low;
  Effect effect = Effect::unknown;
  Strength carries = Strength::none;

  bool operator==(const ToldEvidence&) const = default;
};

struct ToldClaim {
  std::uint32_t sentence = 0;
  Span span;
  std::string intervention;          ///< in the words of the text; empty: it names none
  std::string outcome;               ///< also empty where the form has none
  SymbolId remedy = no_id;           ///< what `intervention` means
  std::vector<SymbolId> conditions;  ///< what `outcome` means, then what is broader
  Strength strength = Strength::none;
  bool negative = false;
  bool harm = false;
  bool cited = false;
  std::string attribution;           ///< "studies suggest"; empty: the author's own
  std::vector<std::string> hedges;   ///< cues that govern it, folded: "may"
  std::vector<std::string> denials;  ///< "there is no evidence that"
  std::optional<ToldEvidence> evidence;
  bool overstated = false;  ///< a finding says so, which no comment silences
};

struct ToldSentence {
  Span span;
  std::string text;                ///< as a reader sees it
  std::vector<std::string> words;  ///< of `text`, folded, without marks
};

/// One that the text must say, since it is about its topic.
struct ToldCaveat {
  std::string rule;
  std::string message;                    ///< what is said where it is missing
  std::optional<std::uint32_t> sentence;  ///< the first that says it
  std::optional<Diagnostic> missing;      ///< said, and silenced by nobody
};

struct Account {
  std::vector<Diagnostic> diagnostics;
  std::vector<ToldSentence> sentences;
  std::vector<ToldClaim> claims;  ///< in order of place; statements of ordinary prose are none
  std::vector<ToldCaveat> caveats;
};

Account account_of(const Source& source, const RuleSet& rules, Desk& desk,
                   const LintOptions& options = {});

}  // namespace caveat
