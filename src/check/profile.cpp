#include "check/profile.hpp"

#include <algorithm>

namespace caveat {

Jurisdictions in_force(Profile profile, Jurisdictions asked) {
  const bool sells = profile == Profile::marketing;
  return static_cast<Jurisdictions>(asked | (sells ? bit_of(Jurisdiction::us) : 0));
}

void weigh_for(Profile profile, std::vector<Diagnostic>& diagnostics) {
  if (profile != Profile::clinical) return;
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.category != "caveat") continue;
    const bool grave = diagnostic.severity == Severity::error;
    diagnostic.severity = grave ? Severity::warning : Severity::note;
  }
}

}  // namespace caveat
