#include "lexicon/build.hpp"
#include "lint/rule_set.hpp"

namespace caveat {

RuleSetPtr compile_rules(const PackSet& packs, std::vector<PackDiagnostic>& diagnostics) {
  auto rules = std::make_unique<RuleSet>();
  auto lexicon = start_lexicon(packs.packs);
  auto grammar = start_grammar(packs.packs, lexicon, diagnostics);
  rules->checks = compile_checks(packs, grammar, lexicon, diagnostics);
  rules->overrides = compile_overrides(packs, rules_in_force(rules->checks), diagnostics);
  rules->program = finish_grammar(grammar, diagnostics);
  rules->lexicon = finish_lexicon(lexicon);
  rules->language = std::move(lexicon.language);
  return RuleSetPtr(rules.release());
}

}  // namespace caveat
