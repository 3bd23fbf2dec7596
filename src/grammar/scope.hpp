// Which words a hedge, a negation or an attribution governs. A scope is a cue and a reach, both
// data of a language pack; where clauses start is the production `clause-start` of such a pack.
// This is NegEx (Chapman 2001) and ConText (Harkema 2009) with patterns for cues and terminators.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "grammar/compile.hpp"
#include "grammar/match.hpp"
#include "grammar/program.hpp"
#include "pack/pack.hpp"

namespace caveat {

struct ScopeCode {
  std::string id;
  PatternId cue = 0;
  std::optional<PatternId> until;
  Reach reach = Reach::clause_after;
  ScopeKind kind = ScopeKind::other;
  std::uint32_t within = 0;
  Strength cap = Strength::absolute;
  bool negates = false;
  bool certain = false;
  bool retracts = false;
  bool cites = false;
  Voice voice = Voice::author;
  Design design = Design::unsaid;
  std::optional<Certainty> states;
};

struct ScopeSet {
  std::optional<PatternId> clause_start;
  std::vector<ScopeCode> scopes;  ///< by bit of Marks::scopes
  std::uint64_t retracting = 0;   ///< bits of those that take back what they govern
};

/// A cue that was found and the tokens that it governs.
struct ScopeUse {
  std::uint32_t scope = 0;
  std::uint32_t cue_begin = 0;
  std::uint32_t cue_end = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

ScopeSet compile_scopes(std::span<const Pack> packs, GrammarBuilder& grammar,
                        LexiconBuilder& lexicon, std::vector<PackDiagnostic>& diagnostics);

/// Marks the clauses and scopes of the matcher's sentence in `marks`, which its subject points to,
/// and appends what was found to `uses`.
void mark_sentence(Matcher& matcher, const Program& program, const ScopeSet& set, Marks& marks,
                   std::vector<ScopeUse>& uses);

/// Marks the scopes of wording too, which no check asks for; after mark_sentence.
void mark_wording(Matcher& matcher, const Program& program, const ScopeSet& set, Marks& marks,
                  std::vector<ScopeUse>& uses);

/// "It is not true that …": whatever follows is not the author's. What a match ends with counts,
/// since it may begin in the words that retract.
inline bool is_retracted(const ScopeSet& set, const Marks& marks, const Match& match) {
  return (marks.scopes[match.end - 1] & set.retracting) != 0;
}

/// The clause that holds `token`: its first token, and the one past its last.
std::uint32_t clause_begin(const Subject& subject, std::uint32_t token);
std::uint32_t clause_end(const Subject& subject, std::uint32_t token);

}  // namespace caveat
