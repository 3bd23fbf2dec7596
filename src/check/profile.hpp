// What a profile makes of findings.
#pragma once

#include <vector>

#include "config/profile.hpp"
#include "diagnostic/diagnostic.hpp"
#include "pack/jurisdiction.hpp"

namespace caveat {

/// The jurisdictions that were asked for, and those that the profile brings.
Jurisdictions in_force(Profile profile, Jurisdictions asked);

/// Changes severities to what they weigh for such readers.
void weigh_for(Profile profile, std::vector<Diagnostic>& diagnostics);

}  // namespace caveat
