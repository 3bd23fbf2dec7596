#include <algorithm>
#include <map>

#include "lint/example.hpp"
#include "lint/prove_strict.hpp"

namespace caveat {
namespace {

/// How many flags of a rule each other rule also finds, in words that overlap.
using Rivals = std::map<std::string, std::size_t>;

void count_rivals(const Text& flag, const std::string& rule, Jurisdiction law, const RuleSet& rules,
                  Desk& desk, Rivals& rivals) {
  const auto source = make_source("example", read_example(flag.value).text);
  LintOptions options;
  options.jurisdictions = bit_of(law);
  const auto found = lint(source, rules, desk, options, Repeats::keep);
  const auto mine = std::ranges::find(found, rule, &Diagnostic::rule);
  if (mine == found.end()) return;
  std::vector<std::string> here;
  for (const auto& other : found) {
    const bool same = other.category == mine->category && overlaps(other.span, mine->span);
    if (other.rule != rule && same && other.severity >= mine->severity) here.push_back(other.rule);
  }
  std::ranges::sort(here);
  here.erase(std::ranges::unique(here).begin(), here.end());
  for (const auto& other : here) ++rivals[other];
}

}  // namespace

void prove_shadows(const Pack& pack, const RuleSet& rules, Desk& desk, std::vector<Trial>& trials) {
  for (const auto& def : pack.rules) {
    const auto rule = pack.name.value + "/" + def.id.value;
    Rivals rivals;
    for (const auto& flag : def.flags)
      count_rivals(flag, rule, pack.jurisdiction, rules, desk, rivals);
    const auto shadow = std::ranges::find(rivals, def.flags.size(), &Rivals::value_type::second);
    const std::string name = rule + " says what no other rule says";
    if (shadow == rivals.end()) {
      trials.push_back({name, {}});
      continue;
    }
    trials.push_back(failed(name, def.id, "pack/shadowed",
                            "all that " + rule + " flags, " + shadow->first + " flags too"));
  }
}

}  // namespace caveat
