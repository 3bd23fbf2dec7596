#include <algorithm>

#include "check/coded.hpp"
#include "lint/prove_strict.hpp"
#include "pack/find.hpp"

namespace caveat {
namespace {

/// What a row of evidence must make of a model sentence.
struct Expected {
  Says says = Says::direct;
  std::string_view rule;  ///< last part of the id; empty: nothing of the row's pack
};

bool is_firm(const EvidenceDef& row) {
  return row.certainty >= Certainty::moderate;
}

/// What is no condition cannot be cured, and nothing helps with what is only a harm.
std::vector<Expected> expected_of_benefit(const EvidenceDef& row, bool curable) {
  if (row.effect == Effect::harm) return {};
  const bool helps = row.effect == Effect::benefit || row.effect == Effect::unknown;
  const auto carried = helps ? row.carries : Strength::none;
  const auto at = [&](Strength strength) {
    return strength > carried ? coded::efficacy.id : std::string_view();
  };
  const bool established = row.effect == Effect::benefit && row.certainty == Certainty::high;
  std::vector<Expected> all = {
      {Says::possible, established ? coded::underclaim.id : at(Strength::possible)},
      {Says::probable, at(Strength::probable)},
      {Says::direct, at(Strength::direct)},
      {Says::denied, established ? coded::underclaim.id : std::string_view()},
      {Says::uncertain, {}}};
  if (curable) all.push_back({Says::absolute, at(Strength::absolute)});
  return all;
}

/// Nothing causes a memory or a cholesterol: only conditions and harms are caused.
std::vector<Expected> expected_of_harm(const EvidenceDef& row, bool caused) {
  if (!caused) return {};
  if (row.effect == Effect::harm)
    return {{Says::harm, {}},
            {Says::harm_denied, is_firm(row) ? coded::denied_harm.id : std::string_view()}};
  if (row.effect == Effect::none)
    return {{Says::harm, is_firm(row) ? coded::unfounded_harm.id : std::string_view()},
            {Says::harm_denied, {}}};
  return {};
}

/// The last part of the id of what the evidence of the pack says of a sentence, or nothing. Core's
/// rules may say the same of all remedies.
std::string verdict(const std::string& text, const std::string& pack, const RuleSet& rules,
                    Desk& desk) {
  const auto source = make_source("example", text);
  for (const auto& found : lint(source, rules, desk, {}, Repeats::keep)) {
    for (const auto& rule : coded::of_evidence) {
      if (found.rule == id_in(pack, rule)) return std::string(rule.id);
    }
  }
  return "";
}

void try_sentence(const Pack& pack, const EvidenceDef& row, const Expected& expected,
                  const std::string& text, const RuleSet& rules, Desk& desk,
                  std::vector<Trial>& trials) {
  const std::string rule(expected.rule);
  const auto found = verdict(text, pack.name.value, rules, desk);
  std::string name = pack.name.value + "/evidence: " + text;
  if (found == rule) return trials.push_back({std::move(name), {}});
  const auto shown = [](const std::string& id) { return id.empty() ? "nothing" : id; };
  trials.push_back(failed(std::move(name), row.intervention, "pack/evidence",
                          "\"" + text + "\" is " + shown(found) + " and not " + shown(rule)));
}

void try_row(const PackSet& packs, const Pack& pack, const EvidenceDef& row, const RuleSet& rules,
             Desk& desk, std::vector<Trial>& trials) {
  const auto* intervention = concept_named(packs, row.intervention.value);
  const auto* outcome = concept_named(packs, row.outcome.value);
  const auto* people = concept_named(packs, row.population.value);
  if (intervention == nullptr || outcome == nullptr) return;
  const bool curable = outcome->of_class.value == "condition";
  auto all = expected_of_benefit(row, curable);
  const bool caused = curable || outcome->of_class.value == "harm";
  std::ranges::copy(expected_of_harm(row, caused), std::back_inserter(all));
  for (const Expected& expected : all) {
    auto text = sentence_saying(rules.checks.sentences, expected.says,
                                intervention->terms.front().value, outcome->terms.front().value);
    if (text.empty()) continue;
    if (people != nullptr) text = people->terms.front().value + ": " + text;
    try_sentence(pack, row, expected, text + ".", rules, desk, trials);
  }
}

}  // namespace

void prove_evidence(const PackSet& packs, const Pack& pack, const RuleSet& rules, Desk& desk,
                    std::vector<Trial>& trials) {
  for (const auto& row : pack.evidence) try_row(packs, pack, row, rules, desk, trials);
}

}  // namespace caveat
