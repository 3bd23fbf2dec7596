// What a sentence says, as a person can check it: for the corpus of tests and for whoever debugs a
// grammar. A line for each claim or statement, in the order of the forms.
#pragma once

#include <string>

#include "claim/reading.hpp"
#include "text/source.hpp"

namespace caveat {

/// Statements: `form strength polarity "words of the effect"` a line.
std::string dump(const Source& source, const SentenceReading& sentence);

/// Claims: `form strength polarity intervention | effect | outcome` a line, "-" for a part that is
/// missing, and what stands beside: comparator, population, voice, citation, design, harm.
std::string dump_claims(const Source& source, const SentenceReading& sentence);

}  // namespace caveat
