#include "lint/override.hpp"

#include <algorithm>
#include <optional>

#include "pack/change_concepts.hpp"
#include "pack/problem.hpp"
#include "pack/suggest.hpp"

namespace caveat {
namespace {

std::string pack_of(const std::string& rule) {
  return rule.substr(0, rule.find('/'));
}

/// Whether somebody compared the rule with its source; nothing for what is no [[rule]], [[fact]] or
/// [[caveat]] but said of a whole table.
std::optional<bool> is_verified(const PackSet& packs, const std::string& rule) {
  for (const Pack& pack : packs.packs) {
    const auto prefix = pack.name.value + "/";
    for (const RuleDef& def : pack.rules)
      if (prefix + def.id.value == rule) return def.review.verified;
    for (const CaveatDef& def : pack.caveats)
      if (prefix + def.id.value == rule) return def.review.verified;
  }
  return std::nullopt;
}

Override compile(const PackSet& packs, const OverrideDef& def) {
  const auto verified = is_verified(packs, def.rule.value);
  const auto wanted = def.severity.value_or(Severity::error);
  const auto severity = verified.value_or(true) ? wanted : std::min(wanted, Severity::warning);
  return {severity, !verified.has_value(), def.disable};
}

bool is_sound(const Pack& pack, const OverrideDef& def, const std::vector<std::string>& ids,
              Problems& problems) {
  if (def.rule.value.empty()) return false;
  if (std::ranges::find(ids, def.rule.value) == ids.end()) {
    report(problems, def.rule.origin, "unknown-rule",
           "no rule \"" + def.rule.value + "\" is in force" + did_you_mean(def.rule.value, ids));
    return false;
  }
  const auto owner = pack_of(def.rule.value);
  if (extends(pack, owner)) return true;
  report_not_extended(pack, def.rule, owner, problems);
  return false;
}

}  // namespace

Overrides compile_overrides(const PackSet& packs, const std::vector<RuleName>& in_force,
                            std::vector<PackDiagnostic>& diagnostics) {
  std::vector<std::string> ids;
  for (const RuleName& rule : in_force) ids.push_back(rule.id);
  Overrides overrides;
  for (const Pack& pack : packs.packs)
    for (const OverrideDef& def : pack.overrides)
      if (is_sound(pack, def, ids, diagnostics)) overrides[def.rule.value] = compile(packs, def);
  return overrides;
}

void override_findings(const Overrides& overrides, std::vector<Diagnostic>& found,
                       std::vector<bool>& off) {
  if (overrides.empty()) return;
  off.resize(found.size());
  for (std::size_t at = 0; at < found.size(); ++at) {
    const auto change = overrides.find(found[at].rule);
    if (change == overrides.end()) continue;
    const auto& [severity, at_most, disabled] = change->second;
    if (disabled) off[at] = true;
    found[at].severity = at_most ? std::min(found[at].severity, severity) : severity;
  }
}

}  // namespace caveat
