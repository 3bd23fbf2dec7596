// What caveat parse prints for people: the sentence with its scopes drawn under it, and the
// computation of each claim.
#pragma once

#include <string>

#include "lint/describe.hpp"
#include "report/report.hpp"

namespace caveat {

void append_sentence(const SentenceFacts& sentence, Color color, std::string& page);

}  // namespace caveat
