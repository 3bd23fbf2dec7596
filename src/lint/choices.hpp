// What a project makes of the rules in force: another severity, or none. As an [[override]] of a
// pack it is applied to findings and to nothing that finds them, and before findings of the same
// words are joined: what is off must not take another finding with it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "config/config.hpp"
#include "diagnostic/diagnostic.hpp"
#include "lint/in_force.hpp"
#include "lint/lint.hpp"

namespace caveat {

/// By rule and category. What is not in it stays as it was found.
struct Choices {
  std::unordered_map<std::string, Verdict> verdicts;
};

/// Of all that names a rule the last of `overrides` (indices) counts, then the table of the whole
/// project; in one table a rule before its pack before its category. Packs that are not enabled,
/// or are disabled, are off whatever else is said.
Choices make_choices(const Config& config, std::span<const std::size_t> overrides,
                     const RuleSet& rules);

/// Rules, categories and packs that `config` names and `rules` do not have: "config/unknown-rule"
/// and "config/unknown-pack".
std::vector<Diagnostic> check_names(const Config& config, const RuleSet& rules);

/// What is said of a rule; nothing: nothing.
std::optional<Verdict> verdict_on(const Choices& choices, const std::string& rule,
                                  const std::string& category);
bool is_off(const Choices& choices, const RuleName& rule);

/// Marks findings that are off in `off`, which may be empty for none.
void choose_findings(const Choices& choices, std::vector<Diagnostic>& found,
                     std::vector<bool>& off);

}  // namespace caveat
