#include "cli/reading_json.hpp"

#include "report/place.hpp"

namespace caveat {

namespace {

using Json = nlohmann::ordered_json;

Json span_json(Span span) {
  return {{"offset", span.begin}, {"length", size(span)}};
}

void put_part(const Source& source, const char* name, const std::optional<Span>& part, Json& json) {
  if (!part) {
    json[name] = nullptr;
    return;
  }
  json[name] = span_json(*part);
  json[name]["text"] = slice(source, *part);
}

Json cues_json(const std::vector<CueReading>& cues) {
  Json json = Json::array();
  for (const CueReading& cue : cues) {
    json.push_back({{"cue", span_json(cue.cue)}, {"scope", span_json(cue.scope)}});
  }
  return json;
}

}  // namespace

const char* polarity_of(bool negative) {
  return negative ? "negative" : "positive";
}

const char* direction_of(const ClaimReading& claim) {
  if (claim.statement) return "unsaid";
  return claim.harm ? "harm" : "benefit";
}

nlohmann::ordered_json claim_json(const Source& source, const ClaimReading& claim) {
  Json json = {{"form", claim.form}, {"offset", claim.span.begin}, {"length", size(claim.span)}};
  put_part(source, "intervention", claim.intervention, json);
  put_part(source, "effect", claim.effect, json);
  put_part(source, "outcome", claim.outcome, json);
  put_part(source, "comparator", claim.comparator, json);
  put_part(source, "population", claim.population, json);
  json["strength"] = name_of(claim.strength);
  json["level"] = static_cast<int>(claim.strength);
  json["polarity"] = polarity_of(claim.negative);
  json["direction"] = direction_of(claim);
  put_part(source, "attribution", claim.attribution, json);
  json["voice"] = name_of(claim.voice);
  put_part(source, "citation", claim.citation, json);
  json["design"] = name_of(claim.design);
  json["certainty"] = claim.states ? Json(name_of(*claim.states)) : Json();
  return json;
}

Json sentence_json(const Source& source, const SentenceReading& sentence) {
  const LinePlace place = place_on(make_ruler(source, ColumnUnit::byte), sentence.span.begin);
  Json json = {{"line", place.line},
               {"column", place.column},
               {"offset", sentence.span.begin},
               {"length", size(sentence.span)},
               {"text", slice(source, sentence.span)},
               {"strength", name_of(sentence.strength)},
               {"level", static_cast<int>(sentence.strength)},
               {"polarity", polarity_of(sentence.negative)}};
  json["claims"] = Json::array();
  for (const ClaimReading& claim : sentence.claims) {
    json["claims"].push_back(claim_json(source, claim));
  }
  json["hedges"] = cues_json(sentence.hedges);
  json["negations"] = cues_json(sentence.negations);
  return json;
}

}  // namespace caveat
