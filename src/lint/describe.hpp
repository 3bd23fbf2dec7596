// caveat parse: what every stage made of a text, as plain data, for authors of packs. How it looks
// on a page or in a pipe is decided elsewhere; nothing here knows of terminals.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "grammar/scope.hpp"
#include "lint/lint.hpp"
#include "text/span.hpp"

namespace caveat {

/// All spans are bytes of the text of the sentence, as a reader sees it.
struct PhraseFact {
  Span words;
  std::vector<std::string> means;  ///< concept, broader ones, classes and tags
};

/// A scope and what it governs, which may be nothing.
struct ScopeFact {
  ScopeCode scope;
  Span cue;
  Span governs;
};

/// A hedge or negation as `caveat stream` tells it, its cue inside what it governs.
struct CueFact {
  std::string id;
  bool negation = false;
  Span cue;
  Span governs;
};

struct FrameFact {
  std::string id;
  std::vector<std::string> scopes;  ///< that govern the sentence because of it
  bool silent = false;              ///< nothing is looked for there
};

/// A part of a claim or match, in words that may stand in another sentence.
struct PartFact {
  std::string name;
  std::string words;
};

/// A production by which a form matched; those inside it follow, one deeper.
struct ProductionFact {
  std::string name;
  std::string words;
  std::uint32_t depth = 0;
};

/// A step of the computation: a scope that governs the claim and counts for its kind, and the claim
/// after it.
struct WeightFact {
  ScopeCode scope;
  std::string cue;  ///< empty where a frame put the claim under the scope
  Strength strength = Strength::direct;
  bool negative = false;
};

/// What is known of one outcome of a claim.
struct EvidenceFact {
  std::string outcome;  ///< as the text says it
  std::string on;       ///< as the pack says it; empty where no row speaks of it
  std::string pack;
  Certainty certainty = Certainty::very_low;
  Effect effect = Effect::unknown;
  Strength carries = Strength::none;
};

struct FindingFact {
  Severity severity = Severity::note;
  std::string rule;
  std::string message;
  Span place;  ///< bytes of the file
};

/// A claim or statement, and the computation of its strength from `bare` on.
struct ClaimFact {
  std::string form;
  bool statement = false;
  bool harm = false;
  bool certain = false;  ///< says itself that it is uncertain
  Span words;
  std::vector<PartFact> parts;
  Strength bare = Strength::direct;
  std::string bare_concept;  ///< whose strength that is; empty: the form's, or of no word
  std::string bare_words;
  bool bare_of_form = false;
  std::vector<WeightFact> weights;
  Strength strength = Strength::direct;
  bool negative = false;
  std::vector<EvidenceFact> evidence;
  std::vector<FindingFact> findings;
  std::string matched;  ///< all that the form took
  std::vector<ProductionFact> productions;
};

/// A rule that matches, or a form of a claim whose `unless` excuses it.
struct MatchFact {
  std::string id;
  bool excused = false;
  Span words;
  std::vector<PartFact> slots;
};

struct SentenceFacts {
  std::string text;
  std::vector<Span> tokens;
  std::vector<std::uint32_t> clauses;  ///< indices of tokens that open one, past the first
  std::vector<PhraseFact> phrases;
  std::vector<FrameFact> frames;
  std::vector<ScopeFact> scopes;
  std::vector<CueFact> cues;
  std::vector<ClaimFact> claims;  ///< then statements
  std::vector<MatchFact> excused;
  std::vector<MatchFact> rules;
  std::vector<FindingFact> findings;  ///< that begin in it, those of its claims too; not what the
                                      ///< whole text owes its readers
  Strength strength = Strength::none;
  bool negative = false;
};

std::vector<SentenceFacts> describe(const Source& source, const RuleSet& rules, Desk& desk,
                                    const LintOptions& options = {});

}  // namespace caveat
