#include "claim/kinds.hpp"

#include <algorithm>
#include <array>

namespace caveat {
namespace {

bool any_means(const ClaimReader& reader, std::uint32_t begin, std::uint32_t end, SymbolId symbol) {
  for (auto token = begin; token < end; ++token) {
    if (means(reader.document.tagging, token, symbol)) return true;
  }
  return false;
}

/// A dangerous remedy is sold as one of both, or would be.
bool is_sold_as_food(const ClaimReader& reader, const Claim& claim) {
  const auto& names = reader.forms.names;
  return std::ranges::any_of(
      std::array{names.supplement, names.food, names.dangerous},
      [&](SymbolId tag) { return means(reader.document.tagging, claim.intervention, tag); });
}

/// "the risk of heart disease"
bool speaks_of_risk(const ClaimReader& reader, const Claim& claim) {
  const auto& risk = reader.forms.parts.risk;
  return risk && find_match(reader.matcher, reader.program, *risk, claim.begin, claim.end);
}

Kinds kinds_of_condition(const ClaimReader& reader, const Claim& claim, const Capture& outcome) {
  const auto& names = reader.forms.names;
  if (!any_means(reader, outcome.begin, outcome.end, names.condition)) return 0;
  for (const SymbolId no_disease : {names.deficiency, names.everyday}) {
    if (any_means(reader, outcome.begin, outcome.end, no_disease))
      return bit_of(Forbids::medicinal);
  }
  if (speaks_of_risk(reader, claim)) return bit_of(Forbids::risk_reduction);
  return bit_of(Forbids::disease) | bit_of(Forbids::medicinal);
}

/// "3 kg in a week": how much, in the words of the sentence from the claim on.
bool tells_amount(const ClaimReader& reader, const Claim& claim) {
  const auto& tokens = reader.document.prose.tokens;
  const auto last = reader.document.prose.sentences[reader.sentence].last;
  for (auto token = claim.begin; token < last; ++token) {
    const auto kind = tokens[token].kind;
    if (kind == TokenKind::quantity || kind == TokenKind::number) return true;
  }
  return false;
}

bool is_against_treatment(const ClaimReader& reader, const Claim& claim) {
  const auto& part = claim.comparator;
  return any_means(reader, part.begin, part.end, reader.forms.names.medicine) ||
         any_means(reader, part.begin, part.end, reader.forms.names.established);
}

Kinds kinds_of_benefit(const ClaimReader& reader, const Claim& claim, const Capture& outcome) {
  unsigned kinds = kinds_of_condition(reader, claim, outcome);
  const auto weight = reader.forms.names.weight;
  if (any_means(reader, outcome.begin, outcome.end, weight) && tells_amount(reader, claim))
    kinds |= bit_of(Forbids::weight_loss_rate);
  if (is_against_treatment(reader, claim)) kinds |= bit_of(Forbids::comparative);
  if (claim.voice == Voice::experts) kinds |= bit_of(Forbids::doctor_recommendation);
  return static_cast<Kinds>(kinds);
}

}  // namespace

Kinds kinds_of(const ClaimReader& reader, const Claim& claim, const Capture& outcome) {
  if (claim.intervention == no_id || claim.certain || claim.form->statement) return 0;
  if (claim.disowned || !is_sold_as_food(reader, claim)) return 0;
  if (claim.form->harm) return claim.negative ? bit_of(Forbids::safety) : Kinds{0};
  if (claim.negative || claim.bare == Strength::none) return 0;
  return kinds_of_benefit(reader, claim, outcome);
}

}  // namespace caveat
