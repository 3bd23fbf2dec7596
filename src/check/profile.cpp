#include "check/profile.hpp"

#include <algorithm>

namespace caveat {

void weigh_for(Profile profile, std::vector<Diagnostic>& diagnostics) {
  if (profile != Profile::clinical) return;
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.category != "caveat") continue;
    const bool grave = diagnostic.severity == Severity::error;
    diagnostic.severity = grave ? Severity::warning : Severity::note;
  }
}

}  // namespace caveat
