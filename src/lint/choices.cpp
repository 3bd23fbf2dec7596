#include "lint/choices.hpp"

#include <algorithm>
#include <optional>

#include "diagnostic/quoted.hpp"
#include "lint/rule_set.hpp"
#include "pack/suggest.hpp"

namespace caveat {
namespace {

using Layer = std::unordered_map<std::string_view, Verdict>;
using Layers = std::vector<Layer>;  ///< the one that counts most comes first

std::string key_of(std::string_view rule, std::string_view category) {
  return std::string(rule) + '\n' + std::string(category);
}

std::string pack_of(const std::string& rule) {
  return rule.substr(0, rule.find('/'));
}

Layer layer_of(const RuleChoices& choices) {
  Layer layer;
  for (const RuleChoice& choice : choices) layer[choice.name.value] = choice.verdict;
  return layer;
}

Layers layers_of(const Config& config, std::span<const std::size_t> overrides) {
  Layers layers;
  for (auto at = overrides.rbegin(); at != overrides.rend(); ++at)
    layers.push_back(layer_of(config.overrides.at(*at).severity));
  layers.push_back(layer_of(config.severity));
  return layers;
}

/// Nothing where no layer speaks of it.
std::optional<Verdict> verdict_on(const RuleName& rule, const Layers& layers) {
  const std::string pack = pack_of(rule.id) + "/*";
  for (const Layer& layer : layers)
    for (const std::string* name : {&rule.id, &pack, &rule.category})
      if (const auto found = layer.find(*name); found != layer.end()) return found->second;
  return std::nullopt;
}

bool is_listed(const std::vector<Text>& names, const std::string& name) {
  return std::ranges::any_of(names, [&](const Text& one) { return one.value == name; });
}

bool has_pack(const Config& config, const std::string& pack) {
  if (!config.enable_packs.empty() && !is_listed(config.enable_packs, pack)) return false;
  return !is_listed(config.disable_packs, pack);
}

void add_unknown(const Text& name, const char* rule, std::string message,
                 std::span<const std::string> known, std::vector<Diagnostic>& mistakes) {
  Diagnostic mistake;
  mistake.span = name.origin.span;
  mistake.severity = Severity::error;
  mistake.rule = std::string("config/") + rule;
  mistake.category = "config";
  mistake.message = std::move(message) + did_you_mean(name.value, known);
  mistakes.push_back(std::move(mistake));
}

std::vector<std::string> packs_of(const Names& names) {
  std::vector<std::string> packs;
  for (const std::string& name : names.sorted)
    if (name.ends_with("/*")) packs.push_back(pack_of(name));
  return packs;
}

}  // namespace

Choices make_choices(const Config& config, std::span<const std::size_t> overrides,
                     const RuleSet& rules) {
  Choices choices;
  const Layers layers = layers_of(config, overrides);
  for (const RuleName& rule : rules_in_force(rules.checks)) {
    auto verdict = verdict_on(rule, layers);
    if (!has_pack(config, pack_of(rule.id))) verdict.emplace(std::nullopt);
    if (verdict) choices.verdicts[key_of(rule.id, rule.category)] = *verdict;
  }
  return choices;
}

std::vector<Diagnostic> check_names(const Config& config, const RuleSet& rules) {
  std::vector<Diagnostic> mistakes;
  const Names names = names_of(rules_in_force(rules.checks));
  const auto check_rules = [&](const RuleChoices& choices) {
    for (const auto& [name, verdict] : choices)
      if (!names.rules_of.contains(name.value))
        add_unknown(name, "unknown-rule",
                    "no rule, category or pack in force is called " + quoted(name.value),
                    names.sorted, mistakes);
  };
  check_rules(config.severity);
  for (const ConfigOverride& one : config.overrides) check_rules(one.severity);
  const std::vector<std::string> packs = packs_of(names);
  for (const auto* list : {&config.enable_packs, &config.disable_packs})
    for (const Text& name : *list)
      if (std::ranges::find(packs, name.value) == packs.end())
        add_unknown(name, "unknown-pack", "no pack in force is called " + quoted(name.value), packs,
                    mistakes);
  return mistakes;
}

std::optional<Verdict> verdict_on(const Choices& choices, const std::string& rule,
                                  const std::string& category) {
  const auto verdict = choices.verdicts.find(key_of(rule, category));
  if (verdict == choices.verdicts.end()) return std::nullopt;
  return verdict->second;
}

bool is_off(const Choices& choices, const RuleName& rule) {
  const auto verdict = verdict_on(choices, rule.id, rule.category);
  return verdict && !*verdict;
}

void choose_findings(const Choices& choices, std::vector<Diagnostic>& found,
                     std::vector<bool>& off) {
  off.resize(found.size());
  for (std::size_t at = 0; at < found.size(); ++at) {
    const auto verdict = choices.verdicts.find(key_of(found[at].rule, found[at].category));
    if (verdict == choices.verdicts.end()) continue;
    if (verdict->second)
      found[at].severity = *verdict->second;
    else
      off[at] = true;
  }
}

}  // namespace caveat
