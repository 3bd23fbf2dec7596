#include "claim/claim.hpp"

#include <algorithm>

#include "claim/subject.hpp"

namespace caveat {
namespace {

Strength strength_of(const ClaimReader& reader, const Capture& effect) {
  auto strongest = Strength::none;
  bool any = false;
  for (auto token = effect.begin; token < effect.end; ++token) {
    for (const auto& tag : tags_at(reader.document.tagging, token)) {
      const auto at = reader.forms.names.strength.find(tag.symbol);
      if (at == reader.forms.names.strength.end()) continue;
      strongest = std::max(strongest, at->second);
      any = true;
    }
  }
  return any ? strongest : Strength::direct;
}

/// Every scope that governs the effect has its say: the lowest cap counts, two negations do not
/// cancel ("cannot fail to").
void weigh_scopes(const ClaimReader& reader, Claim& claim) {
  const auto at = std::max(claim.effect.begin, std::min(claim.outcome.begin, claim.effect.end - 1));
  const auto mask = reader.document.marks.scopes[at];
  for (std::size_t index = 0; index < reader.scopes.scopes.size(); ++index) {
    if ((mask >> index & 1U) == 0) continue;
    const auto& scope = reader.scopes.scopes[index];
    if (scope.kind == ScopeKind::wording) claim.worded = std::min(claim.worded, scope.cap);
    if ((scope.kind == ScopeKind::wording) != claim.form->statement) continue;
    claim.strength = std::min(claim.strength, scope.cap);
    claim.negative |= scope.negates;
    claim.certain |= scope.certain;
  }
}

/// From the first to the last word that some slot of the effect or outcome took: "offers relief
/// from pain" has two of each.
void measure(const ClaimNames& names, const Match& match, Claim& claim) {
  claim.begin = std::min(claim.effect.begin, claim.outcome.begin);
  claim.end = std::max(claim.effect.end, claim.outcome.end);
  for (const auto& capture : match.captures) {
    if (capture.slot != names.effect_slot && capture.slot != names.outcome_slot) continue;
    claim.begin = std::min(claim.begin, capture.begin);
    claim.end = std::max(claim.end, capture.end);
  }
}

Claim read_claim(const ClaimReader& reader, const ClaimCode& code, const Match& match) {
  const auto& names = reader.forms.names;
  const auto* outcome = capture_of(match, names.outcome_slot);
  const auto* effect = capture_of(match, names.effect_slot);
  Claim claim;
  claim.form = &code;
  const Capture whole{0, match.begin, match.end};
  claim.effect = effect != nullptr ? *effect : whole;
  const Capture rest = code.statement ? Capture{0, claim.effect.begin, claim.effect.begin} : whole;
  claim.outcome = outcome != nullptr ? *outcome : rest;
  measure(names, match, claim);
  claim.intervention = subject_of(reader, match, claim.begin);
  claim.strength = code.strength ? *code.strength : strength_of(reader, claim.effect);
  weigh_scopes(reader, claim);
  return claim;
}

void read_form(const ClaimReader& reader, const ClaimCode& code, std::vector<Claim>& claims) {
  auto from = reader.matcher.subject.first;
  while (const auto match =
             next_match(reader.matcher, reader.program, code.match, code.unless, from)) {
    claims.push_back(read_claim(reader, code, *match));
    from = std::max(match->begin, claims.back().begin) + 1;
  }
}

}  // namespace

void read_claims(const ClaimReader& reader, std::span<const ClaimCode> forms,
                 std::vector<Claim>& claims) {
  for (const auto& code : forms) {
    if (may_match(reader.matcher, reader.program.patterns[code.match])) {
      read_form(reader, code, claims);
    }
  }
}

}  // namespace caveat
