// What packs make of the rules of packs that they extend: another severity, or silence. Kept beside
// the checks and applied to what they find, since much that reports is no rule of a pack
// ("efficacy" is said of every row of evidence), and since a rule proves itself whatever others
// make of it.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "lint/in_force.hpp"
#include "pack/pack.hpp"

namespace caveat {

struct Override {
  Severity severity = Severity::error;
  bool at_most = true;  ///< the finding keeps its own severity where that is less grave
  bool disabled = false;
};

/// By the id of the rule; of two packs that change one, the later one in the order of packs counts.
using Overrides = std::unordered_map<std::string, Override>;

/// Reports rules that no pack has, and packs that are not extended.
Overrides compile_overrides(const PackSet& packs, const std::vector<RuleName>& in_force,
                            std::vector<PackDiagnostic>& diagnostics);

/// Marks findings of disabled rules in `off`, which may be empty for none.
void override_findings(const Overrides& overrides, std::vector<Diagnostic>& found,
                       std::vector<bool>& off);

}  // namespace caveat
