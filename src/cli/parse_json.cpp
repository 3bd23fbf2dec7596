#include "cli/parse_json.hpp"

#include "cli/reading_json.hpp"

namespace caveat {

namespace {

using Json = nlohmann::ordered_json;

Json place_json(const SentenceFacts& sentence, Span span) {
  return {{"offset", span.begin},
          {"length", size(span)},
          {"text", sentence.text.substr(span.begin, size(span))}};
}

/// One value for each of `list`.
template <typename List, typename Make>
Json each(const List& list, Make make) {
  Json json = Json::array();
  for (const auto& one : list) json.push_back(make(one));
  return json;
}

Json part_json(const PartFact& part) {
  return {{"name", part.name}, {"text", part.words}};
}

Json says_json(const ScopeCode& scope) {
  return {{"scope", scope.id},
          {"cap", name_of(scope.cap)},
          {"negates", scope.negates},
          {"voice", name_of(scope.voice)},
          {"design", name_of(scope.design)},
          {"certainty", scope.states ? Json(name_of(*scope.states)) : Json()},
          {"uncertain", scope.certain},
          {"source", scope.cites}};
}

Json scope_json(const SentenceFacts& sentence, const ScopeFact& fact) {
  Json json = says_json(fact.scope);
  json["cue"] = place_json(sentence, fact.cue);
  json["governs"] = empty(fact.governs) ? Json() : place_json(sentence, fact.governs);
  return json;
}

Json step_json(const WeightFact& step) {
  Json json = says_json(step.scope);
  json["cue"] = step.cue.empty() ? Json() : Json(step.cue);
  json["strength"] = name_of(step.strength);
  json["polarity"] = polarity_of(step.negative);
  return json;
}

Json evidence_json(const EvidenceFact& known) {
  if (known.on.empty()) return {{"outcome", known.outcome}, {"carries", nullptr}};
  return {{"outcome", known.outcome},
          {"on", known.on},
          {"pack", known.pack},
          {"certainty", name_of(known.certainty)},
          {"carries", name_of(known.carries)}};
}

Json finding_json(const FindingFact& finding) {
  return {{"severity", name_of(finding.severity)},
          {"rule", finding.rule},
          {"message", finding.message},
          {"offset", finding.place.begin},
          {"length", size(finding.place)}};
}

Json production_json(const ProductionFact& production) {
  return {{"name", production.name}, {"depth", production.depth}, {"text", production.words}};
}

Json bare_json(const ClaimFact& claim) {
  return {{"strength", name_of(claim.bare)},
          {"concept", claim.bare_concept.empty() ? Json() : Json(claim.bare_concept)},
          {"text", claim.bare_words.empty() ? Json() : Json(claim.bare_words)}};
}

Json told_claim_json(const SentenceFacts& sentence, const ClaimFact& claim) {
  Json json = place_json(sentence, claim.words);
  json["form"] = claim.form;
  json["statement"] = claim.statement;
  json["harm"] = claim.harm;
  json["parts"] = each(claim.parts, part_json);
  json["bare"] = bare_json(claim);
  json["steps"] = each(claim.weights, step_json);
  json["strength"] = name_of(claim.strength);
  json["polarity"] = polarity_of(claim.negative);
  json["evidence"] = each(claim.evidence, evidence_json);
  json["findings"] = each(claim.findings, finding_json);
  json["matched"] = claim.matched;
  json["productions"] = each(claim.productions, production_json);
  return json;
}

Json match_json(const SentenceFacts& sentence, const MatchFact& match) {
  Json json = place_json(sentence, match.words);
  json["id"] = match.id;
  json["excused"] = match.excused;
  json["slots"] = each(match.slots, part_json);
  return json;
}

Json phrase_json(const SentenceFacts& sentence, const PhraseFact& phrase) {
  Json json = place_json(sentence, phrase.words);
  json["means"] = phrase.means;
  return json;
}

Json cue_json(const SentenceFacts& sentence, const CueFact& cue) {
  return {{"id", cue.id},
          {"kind", cue.negation ? "negation" : "hedge"},
          {"cue", place_json(sentence, cue.cue)},
          {"governs", place_json(sentence, cue.governs)}};
}

Json frame_json(const FrameFact& frame) {
  return {{"id", frame.id}, {"scopes", frame.scopes}, {"silent", frame.silent}};
}

}  // namespace

nlohmann::ordered_json facts_json(const SentenceFacts& sentence) {
  const auto in_sentence = [&](auto make) {
    return [&sentence, make](const auto& fact) { return make(sentence, fact); };
  };
  return {{"text", sentence.text},
          {"tokens", each(sentence.tokens, in_sentence(place_json))},
          {"clauses", sentence.clauses},
          {"concepts", each(sentence.phrases, in_sentence(phrase_json))},
          {"frames", each(sentence.frames, frame_json)},
          {"scopes", each(sentence.scopes, in_sentence(scope_json))},
          {"cues", each(sentence.cues, in_sentence(cue_json))},
          {"claims", each(sentence.claims, in_sentence(told_claim_json))},
          {"excused", each(sentence.excused, in_sentence(match_json))},
          {"rules", each(sentence.rules, in_sentence(match_json))},
          {"findings", each(sentence.findings, finding_json)},
          {"strength", name_of(sentence.strength)},
          {"polarity", polarity_of(sentence.negative)}};
}

}  // namespace caveat
