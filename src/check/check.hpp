// Running the checks: one document, one kind of check, its diagnostics. The per-sentence ones read
// the sentence that the matcher was given last.
#pragma once

#include <optional>
#include <vector>

#include "check/checks.hpp"
#include "check/document.hpp"
#include "check/due.hpp"
#include "diagnostic/diagnostic.hpp"
#include "grammar/match.hpp"

namespace caveat {

/// One sentence at work: everything a check of sentences may read.
struct Work {
  const Checks& checks;
  const Program& program;
  const Lexicon& lexicon;
  const Document& document;
  const Due& due;
  Matcher& matcher;
  std::uint32_t sentence = 0;
  std::vector<Diagnostic>& diagnostics;
};

/// Whether `unless` matches in the clauses that the match touches. Scope names in it count only at
/// the tokens of the match: "not" elsewhere in the clause excuses nothing.
bool excused(Work& work, const std::optional<PatternId>& unless, const Match& match);

/// The first match of `pattern` from token `from` of the sentence that takes a token and that
/// `unless` does not excuse.
std::optional<Match> next_match(Work& work, PatternId pattern,
                                const std::optional<PatternId>& unless, std::uint32_t from);

/// Patterns of rules and facts.
void check_rules(Work& work);

/// Claims against evidence: worded more strongly, or less, than it carries.
void check_claims(Work& work);

/// What caveats have found so far; filled sentence by sentence.
struct CaveatState {
  /// Sentences in which caveat c found what it requires, what it stands near, what it needs
  /// mentioned.
  struct Seen {
    std::vector<std::uint32_t> required;
    std::vector<std::uint32_t> near;
    bool mentioned = false;
  };
  std::vector<Seen> seen;
};
void start_caveats(const Checks& checks, CaveatState& state);
void look_for_caveats(Work& work, CaveatState& state);
/// After the last sentence.
void check_caveats(const Checks& checks, const Document& document, const Due& due,
                   const CaveatState& state, std::vector<Diagnostic>& diagnostics);

/// Wrong names and near misses, over the whole document.
void check_terms(const Checks& checks, const Document& document,
                 std::vector<Diagnostic>& diagnostics);

}  // namespace caveat
