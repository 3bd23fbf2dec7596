// Running the checks: one document, one kind of check, its diagnostics. The per-sentence ones read
// the sentence that the matcher was given last.
#pragma once

#include <span>
#include <vector>

#include "check/checks.hpp"
#include "check/due.hpp"
#include "check/profile.hpp"
#include "claim/claim.hpp"
#include "claim/document.hpp"
#include "diagnostic/diagnostic.hpp"
#include "grammar/find.hpp"

namespace caveat {

/// One sentence at work: everything a check of sentences may read.
struct Work {
  const Checks& checks;
  const Program& program;
  const Lexicon& lexicon;
  const Document& document;
  const Due& due;
  Matcher& matcher;
  const std::vector<ScopeUse>& uses;  ///< of the sentence
  Profile profile = Profile::editorial;
  std::vector<Claim>& claims;  ///< of the document so far
  std::vector<Diagnostic>& diagnostics;
  std::uint32_t sentence = 0;
};

ClaimReader reader_of(const Work& work);

/// Patterns of rules and facts.
void check_rules(Work& work);

/// Claims against evidence: worded more strongly, or less, than it carries.
void check_claims(Work& work);

/// Statements against the certainty that their own sentence names; the scopes of wording must be
/// marked, which most sentences do without.
bool states_certainty(const Checks& checks, std::span<const ScopeUse> uses);
void check_stated(Work& work);

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
