// Whether the examples of a rule notice when a part of its pattern goes missing.
#include <algorithm>

#include "check/check.hpp"
#include "grammar/mutate.hpp"
#include "lint/example.hpp"
#include "lint/prove_strict.hpp"
#include "lint/variant.hpp"

namespace caveat {
namespace {

/// What a rule does with its examples: the places in each.
using Verdicts = std::vector<std::vector<Span>>;

struct Examples {
  const RuleDef& def;
  const RuleSet& rules;
  Desk& desk;
  std::uint32_t rule = 0;  ///< index into Checks::rules
};

/// Everything but the rule itself is as the packs have it.
std::vector<Span> places_in(const Examples& examples, const std::string& text, const char* format,
                            const Program& program) {
  auto& desk = examples.desk;
  const auto& rules = examples.rules;
  const auto source = make_source("example", text);
  read_document(source, *format_named(format), rules, desk);
  desk.due = {{examples.rule}, {}, false};
  std::vector<Diagnostic> found;
  start_rules(rules.checks, desk.leads);
  desk.claims.clear();
  start_consistency(desk.consistency);
  Work work{rules.checks,
            program,
            rules.lexicon,
            desk.document,
            desk.due,
            desk.matcher,
            desk.scope_uses,
            Profile::editorial,
            0,
            desk.claims,
            desk.consistency.said,
            found};
  for (; work.sentence < desk.document.prose.sentences.size(); ++work.sentence) {
    if (is_silent(rules, desk.document, work.sentence)) continue;
    open_sentence(rules, desk, work.sentence);
    mark_sentence(rules, desk, work.sentence);
    check_rules(work, desk.leads);
  }
  std::vector<Span> places;
  for (const auto& diagnostic : found) places.push_back(diagnostic.span);
  return places;
}

/// Of the examples as they stand, and of the flags in their other dress.
Verdicts verdicts(const Examples& examples, const Program& program) {
  Verdicts all;
  const auto add = [&](const std::string& text, const char* format) {
    all.push_back(places_in(examples, text, format, program));
  };
  for (const auto& example : examples.def.allows) add(read_example(example.value).text, "plain");
  for (const auto& example : examples.def.flags) {
    const auto text = read_example(example.value).text;
    add(text, "plain");
    for (const Variant& variant : variants_of(text)) add(variant.text, variant.format);
  }
  return all;
}

Trial trial_of(const std::string& rule, const Text& pattern, const std::string& part,
               bool noticed) {
  std::string name = rule + " needs " + part;
  if (noticed) return {std::move(name), {}};
  return failed(std::move(name), pattern, "pack/mutant",
                "no example of " + rule + " notices when " + part + " is left out");
}

}  // namespace

void prove_mutants(const RuleDef& def, const std::string& rule, const RuleSet& rules, Desk& desk,
                   std::vector<Trial>& trials) {
  const auto code = std::ranges::find(rules.checks.rules, rule,
                                      [](const RuleCode& one) { return one.wording.rule; });
  if (code == rules.checks.rules.end()) return;
  const auto index = static_cast<std::uint32_t>(code - rules.checks.rules.begin());
  const Examples examples{def, rules, desk, index};
  const auto expected = verdicts(examples, rules.program);
  for (const auto& part : conjuncts_of(rules.program, rules.lexicon, code->match)) {
    auto program = rules.program;
    leave_out(program, part, code->match);
    const bool noticed = verdicts(examples, program) != expected;
    trials.push_back(trial_of(rule, def.match, part.words, noticed));
  }
  if (!code->unless) return;
  for (const auto& part : alternatives_of(rules.program, rules.lexicon, *code->unless)) {
    auto program = rules.program;
    forbid(program, part, *code->unless);
    const bool noticed = verdicts(examples, program) != expected;
    trials.push_back(trial_of(rule, def.unless, "unless " + part.words, noticed));
  }
}

}  // namespace caveat
