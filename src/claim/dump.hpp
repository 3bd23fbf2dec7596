// What a sentence says, as a person can check it: for the corpus of tests and for whoever debugs a
// grammar. A line for each claim or statement, in the order of the forms.
#pragma once

#include <string>

#include "claim/reading.hpp"
#include "text/source.hpp"

namespace caveat {

/// `form strength polarity "words of the effect"` a line; those of claims begin with "claim ".
std::string dump(const Source& source, const SentenceReading& sentence);

}  // namespace caveat
