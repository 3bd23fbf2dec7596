// Readings as JSON: the per-sentence object of docs/architecture.md.
#pragma once

#include <nlohmann/json.hpp>

#include "lint/lint.hpp"

namespace caveat {

/// "negative" or "positive".
const char* polarity_of(bool negative);

/// {"form", "offset", "length", "intervention", "effect", "outcome", "strength", "level",
/// "polarity"}.
nlohmann::ordered_json claim_json(const Source& source, const ClaimReading& claim);

/// {"line", "column", "offset", "length", "text", "strength", "level", "polarity", "claims",
/// "hedges", "negations"}; offsets and columns in bytes.
nlohmann::ordered_json sentence_json(const Source& source, const SentenceReading& sentence);

}  // namespace caveat
