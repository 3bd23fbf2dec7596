#include <algorithm>

#include "lint/prove_strict.hpp"

namespace caveat {
namespace {

/// What a row of evidence must make of a model sentence.
struct Expected {
  Says says = Says::direct;
  const char* rule = nullptr;  ///< last part of the id; null: nothing of the row's pack
};

bool is_firm(const EvidenceDef& row) {
  return row.certainty >= Certainty::moderate;
}

std::vector<Expected> expected_of_benefit(const EvidenceDef& row) {
  const bool helps = row.effect == Effect::benefit || row.effect == Effect::unknown;
  const auto carried = helps ? row.carries : Strength::none;
  const auto at = [&](Strength strength) { return strength > carried ? "efficacy" : nullptr; };
  const bool established = row.effect == Effect::benefit && row.certainty == Certainty::high;
  return {{Says::possible, established ? "underclaim" : at(Strength::possible)},
          {Says::probable, at(Strength::probable)},
          {Says::direct, at(Strength::direct)},
          {Says::absolute, at(Strength::absolute)},
          {Says::denied, established ? "underclaim" : nullptr},
          {Says::uncertain, nullptr}};
}

std::vector<Expected> expected_of_harm(const EvidenceDef& row) {
  if (row.effect == Effect::harm)
    return {{Says::harm, nullptr}, {Says::harm_denied, is_firm(row) ? "denied-harm" : nullptr}};
  if (row.effect == Effect::none)
    return {{Says::harm, is_firm(row) ? "unfounded-harm" : nullptr}, {Says::harm_denied, nullptr}};
  return {};
}

/// The first term of a concept; empty for a class or tag, which has no words of its own.
std::string first_term(const PackSet& packs, const std::string& id) {
  for (const auto& pack : packs.packs) {
    for (const auto& def : pack.concepts) {
      if (def.id.value == id && !def.terms.empty()) return def.terms.front().value;
    }
  }
  return "";
}

bool is_of_evidence(const std::string& rule) {
  const auto name = rule.substr(rule.find('/') + 1);
  return name == "efficacy" || name == "underclaim" || name == "denied-harm" ||
         name == "unfounded-harm";
}

/// The id of what the evidence tables say of a sentence, or nothing.
std::string verdict(const std::string& text, const RuleSet& rules, Desk& desk) {
  const auto source = make_source("example", text);
  for (const auto& found : lint(source, rules, desk, {}, Repeats::keep)) {
    if (is_of_evidence(found.rule)) return found.rule;
  }
  return "";
}

void try_sentence(const Pack& pack, const EvidenceDef& row, const Expected& expected,
                  const std::string& text, const RuleSet& rules, Desk& desk,
                  std::vector<Trial>& trials) {
  const auto rule = expected.rule == nullptr ? "" : pack.name.value + "/" + expected.rule;
  const auto found = verdict(text, rules, desk);
  std::string name = pack.name.value + "/evidence: " + text;
  if (found == rule) return trials.push_back({std::move(name), {}});
  const auto shown = [](const std::string& id) { return id.empty() ? "nothing" : id; };
  trials.push_back(failed(std::move(name), row.intervention, "pack/evidence",
                          "\"" + text + "\" is " + shown(found) + " and not " + shown(rule)));
}

void try_row(const PackSet& packs, const Pack& pack, const EvidenceDef& row, const RuleSet& rules,
             Desk& desk, std::vector<Trial>& trials) {
  const auto intervention = first_term(packs, row.intervention.value);
  const auto outcome = first_term(packs, row.outcome.value);
  const auto people = first_term(packs, row.population.value);
  if (intervention.empty() || outcome.empty()) return;
  auto all = expected_of_benefit(row);
  std::ranges::copy(expected_of_harm(row), std::back_inserter(all));
  for (const Expected& expected : all) {
    auto text = sentence_saying(rules.checks.sentences, expected.says, intervention, outcome);
    if (text.empty()) continue;
    if (!people.empty()) text = people + ": " + text;
    try_sentence(pack, row, expected, text + ".", rules, desk, trials);
  }
}

}  // namespace

void prove_evidence(const PackSet& packs, const Pack& pack, const RuleSet& rules, Desk& desk,
                    std::vector<Trial>& trials) {
  for (const auto& row : pack.evidence) try_row(packs, pack, row, rules, desk, trials);
}

}  // namespace caveat
