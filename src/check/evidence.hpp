// The evidence table, asked about one claim: which row speaks of it most closely, and what that row
// lets a text say.
#pragma once

#include <vector>

#include "check/check.hpp"
#include "claim/claim.hpp"

namespace caveat {

/// One listed outcome of a claim, and the row that speaks of it; null where none does.
struct Weighed {
  Capture outcome;
  const EvidenceCode* row = nullptr;
};

/// A row for each outcome that the claim lists, in their order. Where several rows speak of one,
/// that for the population of the sentence comes first, then the nearest in meaning; of several
/// concepts inside one outcome the one counts whose evidence carries least.
std::vector<Weighed> weigh_outcomes(const Work& work, const ClaimReader& reader,
                                    const Claim& claim);

/// The row for one outcome of an intervention, by the token of its name; null where none speaks.
const EvidenceCode* weigh_outcome(const Work& work, std::uint32_t intervention,
                                  const Capture& outcome);

/// Whether the outcome is what the row is about, and nothing narrower.
bool is_about(const Work& work, const EvidenceCode& row, const Capture& outcome);

/// Evidence of no effect, or of harm, speaks against every benefit.
bool speaks_against(const EvidenceCode& row);

/// The strongest benefit that may be worded, however certain the evidence against it.
Strength carried_by(const EvidenceCode& row);

}  // namespace caveat
