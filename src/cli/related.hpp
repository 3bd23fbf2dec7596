// The evidence that a rule stands on, as far as its pattern tells.
#pragma once

#include <string>
#include <vector>

#include "pack/pack.hpp"

namespace caveat {

struct RelatedEvidence {
  std::vector<const EvidenceDef*> rows;  ///< the rule names both intervention and outcome
  std::vector<std::string> subjects;     ///< interventions it names that have rows, in its order
};

/// Rows of the rule's own pack. Points into `pack`.
RelatedEvidence related_evidence(const Pack& pack, const RuleDef& rule);

/// The same for what a caveat is about.
RelatedEvidence related_evidence(const Pack& pack, const CaveatDef& caveat);

const char* name_of(Effect effect);  ///< "benefit"

/// "A trial (2024)".
std::string title_of(const Citation& source);

}  // namespace caveat
