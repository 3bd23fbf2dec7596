// The hedges and negations of a sentence as a linguist marks them: the exact words of the cue and
// the exact stretch that it governs, subject included where the verb is passive. They are shown
// and steer no claim, for a claim must fear more than grammar says: "studies suggest" weakens what
// stands in the next clause too. So they take none of the 64 bits of Marks::scopes, and no time
// where nothing is shown.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "grammar/compile.hpp"
#include "grammar/match.hpp"
#include "pack/pack.hpp"

namespace caveat {

struct CueCode {
  std::string id;
  PatternId cue = 0;
  std::optional<PatternId> since;
  std::optional<PatternId> until;
  ScopeKind kind = ScopeKind::other;
};

struct CueSet {
  std::uint32_t cue_slot = no_id;    ///< binds the words of a match that are the cue itself
  std::optional<PatternId> fronted;  ///< what stands before the main clause: "In mice, …"
  std::vector<CueCode> cues;         ///< in the order of packs: where cues overlap the first counts
};

/// A cue that was found and what it governs, itself included.
struct CueUse {
  std::uint32_t cue = 0;  ///< index into CueSet::cues
  std::uint32_t cue_begin = 0;
  std::uint32_t cue_end = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

CueSet compile_cues(std::span<const Pack> packs, GrammarBuilder& grammar, LexiconBuilder& lexicon,
                    std::vector<PackDiagnostic>& diagnostics);

/// Names that are known only when all patterns are compiled.
void name_slots(const Program& program, CueSet& set);

/// Appends the cues of the matcher's sentence in the order of the text. It must be marked.
void find_cues(Matcher& matcher, const Program& program, const CueSet& set,
               std::vector<CueUse>& uses);

}  // namespace caveat
