// Every rule proves itself: each of its sentences is linted as a document of its own.
#include <algorithm>

#include "lint/example.hpp"
#include "lint/prove_strict.hpp"

namespace caveat {
namespace {

enum class Expect : bool { silence, finding };

struct Prover {
  const RuleSet& rules;
  Desk& desk;
  std::vector<Trial>& trials;
  LintOptions options;  ///< under the law that the pack tells

  void judge(const Text& example, const std::string& rule, Expect expect, bool found) {
    const bool flags = expect == Expect::finding;
    auto name = rule + (flags ? " flags: " : " allows: ") + read_example(example.value).text;
    if (found == flags) return trials.push_back({std::move(name), {}});
    trials.push_back(failed(std::move(name), example, "pack/example",
                            rule + (found ? " flags a sentence that it must allow"
                                          : " does not flag a sentence that it must flag")));
  }

  void try_rule(const std::vector<Text>& examples, const std::string& rule, Expect expect) {
    for (const auto& example : examples) {
      const auto read = read_example(example.value);
      const auto source = make_source("example", read.text);
      auto found = lint(source, rules, desk, options, Repeats::keep);
      std::erase_if(found, [&](const auto& diagnostic) { return diagnostic.rule != rule; });
      if (found.empty() || !read.marked) {
        judge(example, rule, expect, !found.empty());
      } else {
        judge_place(example, rule, source, *read.marked, found);
      }
    }
  }

  /// Found, and where its author says.
  void judge_place(const Text& example, const std::string& rule, const Source& source, Span marked,
                   const std::vector<Diagnostic>& found) {
    const auto there = [&](const Diagnostic& one) { return one.span == marked; };
    if (std::ranges::any_of(found, there)) return judge(example, rule, Expect::finding, true);
    trials.push_back(failed(rule + " flags: " + source.bytes, example, "pack/example",
                            rule + " flags \"" + std::string(slice(source, found.front().span)) +
                                "\" and not what is marked"));
  }

  void try_claim(const std::vector<Text>& examples, const ClaimDef& claim, Expect expect) {
    for (const auto& example : examples) {
      const auto source = make_source("example", read_example(example.value).text);
      judge(example, claim.id.value, expect, finds_claim(source, rules, desk, claim.id.value));
    }
  }
};

}  // namespace

bool finds_claim(const Source& source, const RuleSet& rules, Desk& desk, std::string_view id) {
  const auto* code = form_named(rules.checks.forms, id);
  if (code == nullptr) return false;
  read_document(source, *LintOptions().format, rules, desk);
  for (std::uint32_t at = 0; at < desk.document.prose.sentences.size(); ++at) {
    open_sentence(rules, desk, at);
    mark_sentence(rules, desk, at);
    if (next_match(desk.matcher, rules.program, code->match, code->unless,
                   desk.matcher.subject.first))
      return true;
  }
  return false;
}

Trial failed(std::string name, const Text& text, const char* rule, std::string message) {
  Diagnostic diagnostic;
  diagnostic.span = text.origin.span;
  diagnostic.severity = Severity::error;
  diagnostic.rule = rule;
  diagnostic.category = "pack";
  diagnostic.message = std::move(message);
  return {std::move(name), PackDiagnostic{text.origin.source, std::move(diagnostic)}};
}

namespace {

void prove_examples(const Pack& def, const RuleSet& rules, Desk& desk, std::vector<Trial>& trials) {
  Prover prover{rules, desk, trials, {}};
  prover.options.jurisdictions = bit_of(def.jurisdiction);
  const auto prefix = def.name.value + "/";
  for (const auto& rule : def.rules) {
    prover.try_rule(rule.flags, prefix + rule.id.value, Expect::finding);
    prover.try_rule(rule.allows, prefix + rule.id.value, Expect::silence);
  }
  for (const auto& caveat : def.caveats) {
    prover.try_rule(caveat.flags, prefix + caveat.id.value, Expect::finding);
    prover.try_rule(caveat.allows, prefix + caveat.id.value, Expect::silence);
  }
  for (const auto* forms : {&def.claims, &def.statements}) {
    for (const auto& form : *forms) {
      prover.try_claim(form.flags, form, Expect::finding);
      prover.try_claim(form.allows, form, Expect::silence);
    }
  }
}

}  // namespace

std::vector<Trial> prove_pack(const PackSet& packs, std::size_t pack, const RuleSet& rules,
                              Desk& desk, const ProofOptions& options) {
  std::vector<Trial> trials;
  const auto& def = packs.packs[pack];
  prove_examples(def, rules, desk, trials);
  if (!options.strict) return trials;
  for (const auto& rule : def.rules) {
    const auto id = def.name.value + "/" + rule.id.value;
    prove_variants(rule, id, rules, desk, trials);
    prove_mutants(rule, id, rules, desk, trials);
  }
  prove_evidence(packs, def, rules, desk, trials);
  prove_shadows(def, rules, desk, trials);
  prove_dates(def, options.today, trials);
  return trials;
}

}  // namespace caveat
