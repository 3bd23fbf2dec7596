// For whom a text is written. A profile shifts what is asked of a text, never the facts.
#pragma once

#include <cstdint>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "pack/jurisdiction.hpp"

namespace caveat {

/// `marketing`: a supplement may name no disease, however hedged (21 CFR 101.93, FTC 2022), and the
/// packs of the law of the United States speak.
/// `editorial`: strength against certainty. `clinical`: readers who know the remedy, so that a
/// missing caveat weighs one step less.
enum class Profile : std::uint8_t { marketing, editorial, clinical };

/// Those that were asked for, and those that the profile brings.
Jurisdictions in_force(Profile profile, Jurisdictions asked);

/// Changes severities to what they weigh for such readers.
void weigh_for(Profile profile, std::vector<Diagnostic>& diagnostics);

}  // namespace caveat
