#include "claim/claim.hpp"

#include <algorithm>

#include "claim/subject.hpp"

namespace caveat {
namespace {

Bare strongest_of(const ClaimReader& reader, const Capture& effect) {
  Bare bare;
  for (auto token = effect.begin; token < effect.end; ++token) {
    for (const auto& tag : tags_at(reader.document.tagging, token)) {
      const auto at = reader.forms.names.strength.find(tag.symbol);
      if (at == reader.forms.names.strength.end()) continue;
      if (bare.effect != no_id && at->second <= bare.strength) continue;
      bare = {at->second, tag.symbol, {effect.slot, token, tag.end}};
    }
  }
  return bare;
}

/// The cue of a scope that governs a token; empty where a frame put it there, which has no cue.
Capture cue_at(const ClaimReader& reader, std::uint32_t scope, std::uint32_t token) {
  for (const ScopeUse& use : reader.uses) {
    const bool governs = use.scope == scope && use.begin <= token && token < use.end;
    if (governs) return {0, use.cue_begin, use.cue_end};
  }
  return {0, token, token};
}

/// What a scope tells of a claim besides its strength. Of several voices the outer one speaks,
/// which stands first: "critics say that studies show".
void hear(const ScopeCode& scope, const Capture& cue, Claim& claim) {
  const bool outer = claim.voice == Voice::author || cue.begin < claim.attribution.begin;
  if (scope.voice != Voice::author && outer) {
    claim.voice = scope.voice;
    claim.attribution = cue;
  }
  claim.certain |= scope.certain;
  if (scope.cites) claim.citation = cue;
  if (scope.design != Design::unsaid) claim.design = scope.design;
  if (scope.states) claim.states = scope.states;
}

/// The token of a claim at which scopes are asked for.
std::uint32_t weighed_at(const Claim& claim) {
  return std::max(claim.effect.begin, std::min(claim.outcome.begin, claim.effect.end - 1));
}

/// The tokens between a negation and the subject of a harm that it denies: "no evidence that".
constexpr std::uint32_t denial_reach = 2;

/// Scopes run on where nothing ends them. For a benefit that errs on the side of silence, but a
/// harm denied is itself a finding: its negation must stand in the form or right before it.
bool denies(const ClaimReader& reader, std::uint32_t scope, const Claim& claim) {
  const auto token = weighed_at(claim);
  return std::ranges::any_of(reader.uses, [&](const ScopeUse& use) {
    const bool governs = use.scope == scope && use.begin <= token && token < use.end;
    return governs && use.cue_end + denial_reach >= claim.matched;
  });
}

/// A voice lowers what the text answers for; it does not make the words another claim.
void weaken(const ScopeCode& scope, bool negates, Claim& claim) {
  claim.strength = std::min(claim.strength, scope.cap);
  claim.negative |= negates;
  claim.disowned |= scope.cap == Strength::none && !scope.negates && !scope.certain;
  const bool unclaims = scope.cap == Strength::none && scope.voice == Voice::author;
  if (unclaims) claim.bare = Strength::none;
}

void weigh_scope(const ClaimReader& reader, std::uint32_t index, const Capture& cue, Claim& claim) {
  const auto& scope = reader.scopes.scopes[index];
  if (scope.kind == ScopeKind::wording) claim.worded = std::min(claim.worded, scope.cap);
  if (scope.kind != ScopeKind::wording) hear(scope, cue, claim);
  if ((scope.kind == ScopeKind::wording) != claim.form->statement) return;
  const bool near = scope.negates && denies(reader, index, claim);
  claim.denied |= near;
  weaken(scope, claim.form->harm ? near : scope.negates, claim);
}

/// Every scope that governs the effect has its say: the lowest cap counts, two negations do not
/// cancel ("cannot fail to").
void weigh_scopes(const ClaimReader& reader, Claim& claim, std::vector<Weighing>* steps) {
  const auto at = weighed_at(claim);
  const auto mask = reader.document.marks.scopes[at];
  for (std::uint32_t index = 0; index < reader.scopes.scopes.size(); ++index) {
    if ((mask >> index & 1U) == 0) continue;
    const auto cue = cue_at(reader, index, at);
    weigh_scope(reader, index, cue, claim);
    if (steps != nullptr) steps->push_back({index, cue, claim.strength, claim.negative});
  }
}

/// What stands beside the claim in its clause, or anywhere in what the form itself took.
Capture find_part(const ClaimReader& reader, const std::optional<PatternId>& part,
                  std::uint32_t slot, const Claim& claim) {
  const auto& subject = reader.matcher.subject;
  const auto none = Capture{slot, claim.end, claim.end};
  if (!part || !may_match(reader.matcher, reader.program.patterns[*part])) return none;
  const auto begin = clause_begin(subject, claim.begin);
  const auto end = clause_end(subject, claim.end - 1);
  const auto match = find_match(reader.matcher, reader.program, *part, begin, end);
  const auto* capture = match ? capture_of(*match, slot) : nullptr;
  return capture != nullptr ? *capture : none;
}

void add_parts(const ClaimReader& reader, const Match& match, Claim& claim) {
  const auto& names = reader.forms.names;
  const auto& parts = reader.forms.parts;
  claim.comparator = find_part(reader, parts.comparator, names.comparator_slot, claim);
  claim.population = find_part(reader, parts.population, names.population_slot, claim);
  const auto* compared = capture_of(match, names.comparator_slot);
  if (compared != nullptr) claim.comparator = *compared;
  // "Nothing is better than sloe" measures sloe against nothing.
  const bool itself =
      claim.comparator.begin <= claim.intervention && claim.intervention < claim.comparator.end;
  if (itself) claim.comparator = {names.comparator_slot, claim.end, claim.end};
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
  claim.sentence = reader.sentence;
  const Capture whole{0, match.begin, match.end};
  claim.effect = effect != nullptr ? *effect : whole;
  const Capture rest = code.statement ? Capture{0, claim.effect.begin, claim.effect.begin} : whole;
  claim.outcome = outcome != nullptr ? *outcome : rest;
  measure(names, match, claim);
  claim.intervention = subject_of(reader, match, claim.begin);
  claim.matched = match.begin;
  claim.strength = bare_of(reader, claim).strength;
  claim.bare = claim.strength;
  weigh_scopes(reader, claim, nullptr);
  if (!code.statement) add_parts(reader, match, claim);
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

Bare bare_of(const ClaimReader& reader, const Claim& claim) {
  if (claim.form->strength) return {*claim.form->strength, no_id, {}};
  return strongest_of(reader, claim.effect);
}

std::vector<Weighing> weighings_of(const ClaimReader& reader, const Claim& claim) {
  std::vector<Weighing> steps;
  Claim again = claim;
  again.strength = bare_of(reader, claim).strength;
  again.negative = false;
  weigh_scopes(reader, again, &steps);
  return steps;
}

std::vector<Capture> outcomes_of(const ClaimReader& reader, const Claim& claim) {
  std::vector<Capture> outcomes;
  const auto& part = reader.forms.parts.outcome;
  for (auto from = claim.outcome.begin; part && from < claim.outcome.end;) {
    const auto match = find_match(reader.matcher, reader.program, *part, from, claim.outcome.end);
    if (!match) break;
    const auto end = std::min(match->end, claim.outcome.end);
    outcomes.push_back({claim.outcome.slot, match->begin, end});
    from = std::max(end, match->begin + 1);
  }
  if (outcomes.empty()) outcomes.push_back(claim.outcome);
  return outcomes;
}

void read_claims(const ClaimReader& reader, std::span<const ClaimCode> forms,
                 std::vector<Claim>& claims) {
  for (const auto& code : forms) {
    if (may_match(reader.matcher, reader.program.patterns[code.match])) {
      read_form(reader, code, claims);
    }
  }
}

}  // namespace caveat
