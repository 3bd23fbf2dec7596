#include "cli/reading_json.hpp"

namespace caveat {

namespace {

using Json = nlohmann::ordered_json;

Json span_json(Span span) {
  return {{"offset", span.begin}, {"length", size(span)}};
}

const char* polarity(bool negative) {
  return negative ? "negative" : "positive";
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

nlohmann::ordered_json claim_json(const Source& source, const ClaimReading& claim) {
  Json json = {{"form", claim.form}, {"offset", claim.span.begin}, {"length", size(claim.span)}};
  put_part(source, "intervention", claim.intervention, json);
  put_part(source, "effect", claim.effect, json);
  put_part(source, "outcome", claim.outcome, json);
  json["strength"] = name_of(claim.strength);
  json["level"] = static_cast<int>(claim.strength);
  json["polarity"] = polarity(claim.negative);
  return json;
}

Json sentence_json(const Source& source, const SentenceReading& sentence) {
  const Place place = place_of(source, sentence.span.begin);
  Json json = {{"line", place.line},
               {"column", place.column},
               {"offset", sentence.span.begin},
               {"length", size(sentence.span)},
               {"text", slice(source, sentence.span)},
               {"strength", name_of(sentence.strength)},
               {"level", static_cast<int>(sentence.strength)},
               {"polarity", polarity(sentence.negative)}};
  json["claims"] = Json::array();
  for (const ClaimReading& claim : sentence.claims) {
    json["claims"].push_back(claim_json(source, claim));
  }
  json["hedges"] = cues_json(sentence.hedges);
  json["negations"] = cues_json(sentence.negations);
  return json;
}

}  // namespace caveat
