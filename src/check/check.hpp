// Running the checks: one document, one kind of check, its diagnostics. The per-sentence ones read
// the sentence that the matcher was given last.
#pragma once

#include <span>
#include <unordered_map>
#include <vector>

#include "check/advice.hpp"
#include "check/checks.hpp"
#include "check/due.hpp"
#include "check/profile.hpp"
#include "claim/claim.hpp"
#include "claim/document.hpp"
#include "diagnostic/diagnostic.hpp"
#include "grammar/find.hpp"

namespace caveat {

/// One listed outcome of a claim, kept until the document has been read, and the row of evidence
/// that speaks of it; null where none does.
struct Said {
  std::uint32_t claim = 0;  ///< of the document
  Capture outcome;
  const EvidenceCode* row = nullptr;
};

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
  Jurisdictions jurisdictions = 0;
  std::vector<Claim>& claims;  ///< of the document so far
  std::vector<Said>& said;     ///< benefits, of the document so far
  std::vector<Diagnostic>& diagnostics;
  std::uint32_t sentence = 0;
};

ClaimReader reader_of(const Work& work);

/// The name at `token` in the words of the text.
std::string name_at(const Work& work, std::uint32_t token);
/// "cures depression" in quotation marks, at most so many bytes of it, cut at a token.
std::string words_shown(const Document& document, std::uint32_t begin, std::uint32_t end);

/// Whether the name at `token` is sold as a remedy: a supplement, or unproven.
bool is_remedy(const Work& work, std::uint32_t token);

/// For rules that speak after another sentence: the one in which that was met last, or no_id.
struct LeadState {
  std::vector<std::uint32_t> met;  ///< by rule
};
void start_rules(const Checks& checks, LeadState& leads);
/// Patterns of rules and facts.
void check_rules(Work& work, LeadState& leads);

/// Claims against evidence: worded more strongly, or less, than it carries.
void check_claims(Work& work);

/// Statements against the certainty that their own sentence names; the scopes of wording must be
/// marked, which most sentences do without.
bool states_certainty(const Checks& checks, std::span<const ScopeUse> uses);
void check_stated(Work& work);

/// What caveats have found so far; filled sentence by sentence.
struct CaveatState {
  /// Sentences in which caveat c found what it requires, what it stands near, what it needs
  /// mentioned, and whether the reader is told how to use its subject.
  struct Seen {
    std::vector<std::uint32_t> required;
    std::vector<std::uint32_t> near;
    bool mentioned = false;
    bool use_told = false;
  };
  std::vector<Seen> seen;
  Tones tones;
};
void start_caveats(const Checks& checks, CaveatState& state);
void look_for_caveats(Work& work, CaveatState& state);
/// After the last sentence.
void check_caveats(const Checks& checks, const Document& document, const Due& due,
                   const CaveatState& state, std::vector<Diagnostic>& diagnostics);

/// What one document says of one thing in several places; buffers, filled anew for each document.
struct ConsistencyState {
  /// A benefit is another one for other people, for prevention, and for a change of another kind.
  struct Pair {
    SymbolId intervention = no_id;
    SymbolId outcome = no_id;
    SymbolId population = no_id;
    SymbolId sort = no_id;

    auto operator<=>(const Pair&) const = default;
  };
  /// Indices into what was said, or no_id; the first of each, of the strongest the strongest.
  struct Places {
    std::uint32_t flat = no_id;    ///< in the text, as certain
    std::uint32_t hedged = no_id;  ///< anywhere, as possible, uncertain or untrue
    std::uint32_t title = no_id;   ///< the strongest there
    std::uint32_t text = no_id;    ///< the strongest there
  };
  struct PairHash {
    std::size_t operator()(const Pair& pair) const;
  };
  /// The one that the text calls the main compound of a remedy.
  struct Compound {
    std::uint32_t remedy = 0;  ///< token
    SymbolId remedy_name = no_id;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool told = false;
  };
  std::vector<Said> said;
  std::unordered_map<Pair, std::uint32_t, PairHash> pairs;  ///< into places
  std::vector<Places> places;
  std::vector<Compound> compounds;     ///< one a remedy
  std::vector<std::uint32_t> praises;  ///< diagnostics of benefits, in order of place
};
void start_consistency(ConsistencyState& state);
/// Of one sentence; reports a second main compound of a remedy.
void look_for_compounds(Work& work, ConsistencyState& state);
/// After the last sentence: claims against each other, the title against the text.
void check_consistency(Work& work, ConsistencyState& state);

/// Wrong names and near misses, over the whole document.
void check_terms(const Checks& checks, const Document& document,
                 std::vector<Diagnostic>& diagnostics);

}  // namespace caveat
