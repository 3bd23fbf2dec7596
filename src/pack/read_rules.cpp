// The tables that report something: rules, facts and caveats.
#include "pack/read.hpp"

namespace caveat {
namespace {

/// All of a rule but its category, which a fact does not have.
RuleDef read_pattern_rule(Fields& fields, Need why) {
  RuleDef rule;
  rule.severity = read_word<Severity>(fields, "severity", Need::optional, severity_words)
                      .value_or(Severity::warning);
  rule.match = read_text(fields, "match", Need::required);
  rule.unless = read_text(fields, "unless", Need::optional);
  rule.after = read_text(fields, "after", Need::optional);
  rule.when = read_text(fields, "when", Need::optional);
  rule.message = read_text(fields, "message", Need::required);
  rule.why = read_text(fields, "why", why).value;
  rule.harm = read_text(fields, "harm", Need::optional).value;
  rule.fix = read_text(fields, "fix", Need::optional);
  rule.source = read_citation(fields, Need::required);
  rule.review = read_review(fields);
  rule.keeps = read_texts(fields, "keeps", Need::optional);
  rule.flags = read_examples(fields, "flags", 3);
  rule.allows = read_examples(fields, "allows", 3);
  refuse_others(fields);
  return rule;
}

}  // namespace

void read_rule(Fields fields, Pack& pack) {
  const Text id = read_name(fields, "id");
  const auto category = read_word<const char*>(fields, "category", Need::required, category_words);
  RuleDef rule = read_pattern_rule(fields, Need::required);
  rule.id = id;
  rule.category = category.value_or("");
  pack.rules.push_back(std::move(rule));
}

void read_fact(Fields fields, Pack& pack) {
  const Text id = read_name(fields, "id");
  RuleDef fact = read_pattern_rule(fields, Need::optional);
  fact.id = id;
  fact.category = "fact";
  pack.rules.push_back(std::move(fact));
}

void read_caveat(Fields fields, Pack& pack) {
  CaveatDef def;
  def.id = read_name(fields, "id");
  def.when = read_text(fields, "when", Need::required);
  def.mentions = read_text(fields, "mentions", Need::optional);
  def.require = read_text(fields, "require", Need::required);
  def.unless = read_text(fields, "unless", Need::optional);
  def.scope = read_word<CaveatScope>(fields, "scope", Need::optional, caveat_scope_words)
                  .value_or(CaveatScope::document);
  def.near =
      read_text(fields, "near", def.scope == CaveatScope::near ? Need::required : Need::optional);
  def.severity = read_word<Severity>(fields, "severity", Need::optional, severity_words)
                     .value_or(Severity::warning);
  def.message = read_text(fields, "message", Need::required).value;
  def.why = read_text(fields, "why", Need::optional).value;
  def.source = read_citation(fields, Need::required);
  def.review = read_review(fields);
  def.flags = read_examples(fields, "flags", 1);
  def.allows = read_examples(fields, "allows", 1);
  refuse_others(fields);
  pack.caveats.push_back(std::move(def));
}

void read_override(Fields fields, Pack& pack) {
  OverrideDef def;
  def.rule = read_text(fields, "rule", Need::required);
  def.severity = read_word<Severity>(fields, "severity", Need::optional, severity_words);
  def.disable = read_flag(fields, "disable", false);
  refuse_others(fields);
  if (fields.table.members.size() == 1)
    report(fields.problems, fields.table.origin, "missing-key",
           fields.title + " changes nothing; give it \"severity\" or \"disable\"");
  pack.overrides.push_back(std::move(def));
}

void read_provision(Fields fields, Pack& pack) {
  ProvisionDef def;
  def.forbids = read_word<Forbids>(fields, "forbids", Need::required, forbids_words)
                    .value_or(Forbids::disease);
  def.article = read_text(fields, "article", Need::required);
  def.title = read_text(fields, "title", Need::required).value;
  def.url = read_text(fields, "url", Need::required).value;
  refuse_others(fields);
  pack.provisions.push_back(std::move(def));
}

}  // namespace caveat
