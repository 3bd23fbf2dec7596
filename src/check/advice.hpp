// Whether a text advises, or reports research: an abstract and the news of a study tell how a study
// went and owe their readers no warning, a page that speaks to them does. Asked of the whole text,
// by the share of its sentences: an advising page cites a study here and there, and a press release
// quotes somebody who says "you". Rejected: to ask it of the sentences that name the remedy, which
// in a report are often its plain result.
#pragma once

#include <cstdint>

#include "check/checks.hpp"
#include "claim/document.hpp"
#include "grammar/match.hpp"

namespace caveat {

/// How a sentence speaks. Headings and what frames silence say nothing.
struct Tone {
  bool speaks = false;
  bool study = false;   ///< tells how a study went
  bool reader = false;  ///< speaks to the reader
  bool use = false;     ///< says how to use what it names
};

/// How many sentences of a text speak so.
struct Tones {
  std::uint32_t sentences = 0;
  std::uint32_t study = 0;
  std::uint32_t reader = 0;
};

/// Of the sentence that the matcher was given last.
Tone tone_of(const Checks& checks, const Document& document, std::uint32_t sentence,
             const Program& program, Matcher& matcher);
void add(const Tone& tone, Tones& tones);

/// Every fourth sentence tells of a study, at least two do, and hardly one speaks to the reader.
bool is_report(const Tones& tones);

}  // namespace caveat
