#include <algorithm>

#include "lint/example.hpp"
#include "lint/prove_strict.hpp"
#include "lint/variant.hpp"

namespace caveat {
namespace {

bool finds(const std::string& rule, const Variant& variant, const RuleSet& rules, Desk& desk) {
  LintOptions options;
  options.format = format_named(variant.format);
  options.jurisdictions = all_jurisdictions;
  const auto source = make_source("example", variant.text);
  const auto found = lint(source, rules, desk, options, Repeats::keep);
  return std::ranges::any_of(found, [&](const auto& one) { return one.rule == rule; });
}

bool is_kept(const RuleDef& def, const Variant& variant) {
  const auto named = [&](const Text& name) { return name.value == variant.name; };
  return variant.kept || std::ranges::any_of(def.keeps, named);
}

void try_variant(const RuleDef& def, const std::string& rule, const Text& flag,
                 const Variant& variant, bool found, std::vector<Trial>& trials) {
  std::string name = rule + " " + variant.name + ": " + variant.text;
  if (found == is_kept(def, variant)) return trials.push_back({std::move(name), {}});
  const char* says = found ? " still flags \"" : " no longer flags \"";
  trials.push_back(failed(std::move(name), flag, "pack/variant", rule + says + variant.text + '"'));
}

}  // namespace

void prove_variants(const RuleDef& def, const std::string& rule, const RuleSet& rules, Desk& desk,
                    std::vector<Trial>& trials) {
  for (const Text& flag : def.flags) {
    for (const Variant& variant : variants_of(read_example(flag.value).text)) {
      try_variant(def, rule, flag, variant, finds(rule, variant, rules, desk), trials);
    }
  }
}

}  // namespace caveat
