// What the laws of the jurisdictions that were asked for say of a claim. They forbid wording and
// not effects, so that evidence has no say here. What packs of laws have rules for is not repeated.
#pragma once

#include <optional>
#include <vector>

#include "check/check.hpp"
#include "claim/kinds.hpp"

namespace caveat {

/// In the order of their jurisdictions, then of the packs; they live as long as the checks.
using Provisions = std::vector<const ProvisionCode*>;

/// Those that forbid a claim of these kinds.
Provisions provisions_on(const Checks& checks, Jurisdictions on, Kinds kinds);

/// That the claim treats a disease, or lowers its risk, where the profile or a law forbids that.
std::optional<Diagnostic> breach_of_law(const Work& work, const ClaimReader& reader,
                                        const Claim& claim);

}  // namespace caveat
