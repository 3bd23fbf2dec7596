#include "claim/reading.hpp"

#include <algorithm>

#include "claim/kinds.hpp"

namespace caveat {
namespace {

std::optional<Span> place(const Document& document, const Capture& part) {
  if (is_empty(part)) return std::nullopt;
  return place_of(document, part.begin, part.end);
}

std::optional<Span> place_name(const ClaimReader& reader, std::uint32_t token) {
  if (token == no_id) return std::nullopt;
  const auto& document = reader.document;
  const auto end = longest(document.tagging, token, reader.forms.names.intervention);
  return place_of(document, token, std::max(end, token + 1));
}

/// All of a claim but which of its outcomes.
ClaimReading place_claim(const ClaimReader& reader, const Claim& claim) {
  const auto& document = reader.document;
  ClaimReading placed;
  placed.form = claim.form->id;
  placed.span = place_of(document, claim.begin, claim.end);
  placed.intervention = place_name(reader, claim.intervention);
  placed.effect = place(document, claim.effect);
  placed.comparator = place(document, claim.comparator);
  placed.population = place(document, claim.population);
  placed.attribution = place(document, claim.attribution);
  placed.citation = place(document, claim.citation);
  placed.voice = claim.voice;
  placed.design = claim.design;
  placed.states = claim.states;
  placed.strength = claim.strength;
  placed.negative = claim.negative;
  placed.harm = claim.form->harm;
  placed.statement = claim.form->statement;
  placed.intervention_token = claim.intervention;
  return placed;
}

void place_claims(const ClaimReader& reader, const Claim& claim,
                  std::vector<ClaimReading>& claims) {
  auto placed = place_claim(reader, claim);
  const bool whole = claim.form->statement;
  const auto outcomes = whole ? std::vector<Capture>{claim.outcome} : outcomes_of(reader, claim);
  for (const Capture& outcome : outcomes) {
    placed.outcome = place(reader.document, outcome);
    placed.kinds = kinds_of(reader, claim, outcome);
    placed.outcome_tokens = outcome;
    claims.push_back(placed);
  }
}

CueReading place_cue(const Document& document, const CueUse& use) {
  return {place_of(document, use.cue_begin, use.cue_end),
          place_of(document, use.begin, scope_end(document, use))};
}

/// Several forms may read one claim in the same words; the first of them tells it.
void drop_repeats(std::vector<Claim>& claims) {
  std::size_t kept = 0;
  for (const Claim& claim : claims) {
    const auto told = [&](const Claim& other) {
      return claim.effect.begin < other.end && other.begin < claim.effect.end;
    };
    const auto end = claims.begin() + static_cast<std::ptrdiff_t>(kept);
    if (std::none_of(claims.begin(), end, told)) claims[kept++] = claim;
  }
  claims.resize(kept);
  std::ranges::stable_sort(claims, {}, &Claim::begin);
}

void add_claims(const ClaimReader& reader, SentenceReading& sentence) {
  std::vector<Claim> claims;
  read_claims(reader, reader.forms.claims, claims);
  drop_repeats(claims);
  read_claims(reader, reader.forms.statements, claims);
  for (const Claim& claim : claims) {
    const auto strength = std::min(claim.strength, claim.worded);
    if (sentence.claims.empty() || strength > sentence.strength) {
      sentence.strength = strength;
      sentence.negative = claim.negative;
    }
    place_claims(reader, claim, sentence.claims);
  }
}

}  // namespace

std::uint32_t scope_end(const Document& document, const CueUse& use) {
  const auto& tokens = document.prose.tokens;
  const auto& text = document.blocks.passage.text;
  auto end = use.end;
  while (end > use.begin + 1 && tokens[end - 1].kind == TokenKind::punctuation &&
         text[tokens[end - 1].span.begin] != ')') {
    --end;
  }
  return std::max(use.cue_end, end);
}

SentenceReading read_sentence(const ClaimReader& reader, const CueSet& cues) {
  const auto& tokens = reader.document.prose.sentences[reader.sentence];
  SentenceReading sentence;
  sentence.span = place_of(reader.document, tokens.first, tokens.last);
  add_claims(reader, sentence);
  std::vector<CueUse> uses;
  find_cues(reader.matcher, reader.program, cues, uses);
  for (const CueUse& use : uses) {
    const auto kind = cues.cues[use.cue].kind;
    auto& into = kind == ScopeKind::negation ? sentence.negations : sentence.hedges;
    into.push_back(place_cue(reader.document, use));
  }
  return sentence;
}

}  // namespace caveat
