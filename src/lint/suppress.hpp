// Comments that silence findings: the author says that a finding is known, and why. What they
// silence is taken out; a comment that silences nothing, names no rule or gives no reason where one
// is asked for is itself reported, so that none outlives its cause. A mistake in a pack, bytes that
// are no text and these reports themselves are never silenced.
#pragma once

#include <vector>

#include "check/checks.hpp"
#include "diagnostic/diagnostic.hpp"
#include "format/block.hpp"
#include "lint/lint.hpp"
#include "text/source.hpp"

namespace caveat {

/// Which of the findings are silenced, by their index; empty where no comment speaks to caveat.
/// What is wrong with comments is added to `reports`: rules "suppression/unused",
/// "suppression/unknown-rule", "suppression/no-rule", "suppression/no-reason",
/// "suppression/malformed"; category "suppression", severity warning. A comment that names only
/// rules that are off, of laws that nobody asked for or by choice of the project, is not judged.
std::vector<bool> suppress(const Source& source, const Blocks& blocks, const Checks& checks,
                           const LintOptions& options, const std::vector<Diagnostic>& diagnostics,
                           std::vector<Diagnostic>& reports);

}  // namespace caveat
