// Readings as JSON: the per-sentence object of docs/architecture.md.
#pragma once

#include <nlohmann/json.hpp>

#include "lint/lint.hpp"

namespace caveat {

/// {"line", "column", "offset", "length", "text", "strength", "level", "polarity", "claims",
/// "hedges", "negations"}; offsets and columns in bytes.
nlohmann::ordered_json sentence_json(const Source& source, const SentenceReading& sentence);

}  // namespace caveat
