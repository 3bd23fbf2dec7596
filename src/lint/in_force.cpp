#include "lint/in_force.hpp"

#include <algorithm>

#include "check/coded.hpp"

namespace caveat {

std::vector<RuleName> rules_in_force(const Checks& checks) {
  std::vector<RuleName> rules;
  const auto add = [&](const Wording& wording, Jurisdiction jurisdiction) {
    rules.push_back({wording.rule, wording.category, jurisdiction});
  };
  for (const auto& code : checks.rules) add(code.wording, code.jurisdiction);
  for (const auto& code : checks.caveats) add(code.wording, code.jurisdiction);
  for (const auto& code : checks.terms) add(code.wording, Jurisdiction::everywhere);
  for (const auto& row : checks.evidence) {
    for (const auto& rule : coded::of_evidence)
      rules.push_back({id_in(row.pack, rule), std::string(rule.category), {}});
  }
  for (const auto& rule : coded::of_documents)
    rules.push_back({std::string(rule.id), std::string(rule.category), {}});
  std::ranges::sort(rules);
  rules.erase(std::ranges::unique(rules).begin(), rules.end());
  return rules;
}

Names names_of(std::vector<RuleName> rules) {
  Names names;
  for (std::uint32_t at = 0; at < rules.size(); ++at) {
    const auto& rule = rules[at];
    const auto pack = rule.id.substr(0, rule.id.find('/')) + "/*";
    for (const auto& name : {rule.id, rule.category, pack}) names.rules_of[name].push_back(at);
  }
  for (const auto& [name, indices] : names.rules_of) names.sorted.push_back(name);
  std::ranges::sort(names.sorted);
  names.rules = std::move(rules);
  return names;
}

}  // namespace caveat
