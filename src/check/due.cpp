#include "check/due.hpp"

#include <algorithm>

namespace caveat {
namespace {

bool named(const Document& document, SymbolId symbol) {
  return symbol != no_id && document.topics.by_symbol[symbol].count > 0;
}

bool names_all(const Document& document, const std::vector<SymbolId>& topics) {
  return std::ranges::all_of(topics, [&](SymbolId topic) { return named(document, topic); });
}

bool about_all(const Document& document, const std::vector<SymbolId>& topics) {
  return std::ranges::all_of(topics,
                             [&](SymbolId topic) { return is_topic(document.topics, topic); });
}

bool names_intervention(const Checks& checks, const Document& document) {
  const auto& names = checks.forms.names;
  return named(document, names.unproven) || named(document, names.supplement) ||
         std::ranges::any_of(checks.evidence, [&](const EvidenceCode& row) {
           return named(document, row.intervention);
         });
}

}  // namespace

void find_due(const Checks& checks, const Document& document, Jurisdictions on, Due& due) {
  due.rules.clear();
  due.caveats.clear();
  for (std::uint32_t at = 0; at < checks.rules.size(); ++at) {
    const auto& rule = checks.rules[at];
    if (is_on(on, rule.jurisdiction) && names_all(document, rule.topics)) due.rules.push_back(at);
  }
  for (std::uint32_t at = 0; at < checks.caveats.size(); ++at) {
    const auto& caveat = checks.caveats[at];
    if (is_on(on, caveat.jurisdiction) && about_all(document, caveat.topics))
      due.caveats.push_back(at);
  }
  due.claims = names_intervention(checks, document);
  const auto& names = checks.forms.names;
  due.compounds = checks.main_compound &&
                  (named(document, names.unproven) || named(document, names.supplement));
}

bool can_meet(const Due& due, const Checks& checks, const Program& program,
              const Matcher& matcher) {
  const auto may = [&](PatternId pattern) { return may_match(matcher, program.patterns[pattern]); };
  const auto states = [&](const ScopeCode& scope) { return scope.states && may(scope.cue); };
  if (!due.caveats.empty()) return true;
  if (due.compounds && may(checks.main_compound->match)) return true;
  if (due.claims && std::ranges::any_of(checks.forms.claims, may, &ClaimCode::match)) return true;
  const auto speaks = [&](std::uint32_t at) {
    const auto& rule = checks.rules[at];
    return may(rule.match) || (rule.after && may(*rule.after));
  };
  return std::ranges::any_of(due.rules, speaks) ||
         std::ranges::any_of(checks.scopes.scopes, states);
}

}  // namespace caveat
