// What caveat parse prints for programs.
#pragma once

#include <nlohmann/json.hpp>

#include "lint/describe.hpp"

namespace caveat {

/// {"text", "tokens", "clauses", "concepts", "frames", "scopes", "cues", "claims", "excused",
/// "rules", "findings", "strength", "polarity"}. Places are {"offset", "length", "text"} in bytes
/// of the text of the sentence, as a reader sees it.
nlohmann::ordered_json facts_json(const SentenceFacts& sentence);

}  // namespace caveat
