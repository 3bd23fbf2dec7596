// Readings as JSON: the per-sentence object of docs/architecture.md.
#pragma once

#include <nlohmann/json.hpp>

#include "lint/lint.hpp"

namespace caveat {

/// "negative" or "positive".
const char* polarity_of(bool negative);

/// "harm" or "benefit"; "unsaid" of a statement, which says of nothing that it is good.
const char* direction_of(const ClaimReading& claim);

/// {"form", "offset", "length", "intervention", "effect", "outcome", "comparator", "population",
/// "strength", "level", "polarity", "direction", "attribution", "voice", "citation", "design",
/// "certainty"}; parts are {"offset", "length", "text"} or null.
nlohmann::ordered_json claim_json(const Source& source, const ClaimReading& claim);

/// {"line", "column", "offset", "length", "text", "strength", "level", "polarity", "claims",
/// "hedges", "negations"}; offsets and columns in bytes.
nlohmann::ordered_json sentence_json(const Source& source, const SentenceReading& sentence);

}  // namespace caveat
