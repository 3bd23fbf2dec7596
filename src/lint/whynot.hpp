// How far a rule got in a place where it says nothing, and what stopped it: for authors of packs
// and for an editor who expected a finding.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lint.hpp"

namespace caveat {

/// Steps in their order, each a line without its end; the last one is what stopped the rule, or
/// says that it speaks. Only the sentences that touch `line` (1-based) are looked at.
std::vector<std::string> why_not(const Source& source, const RuleSet& rules, Desk& desk,
                                 std::string_view rule, std::uint32_t line,
                                 const LintOptions& options);

}  // namespace caveat
