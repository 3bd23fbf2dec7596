#include "check/advice.hpp"

#include "grammar/find.hpp"

namespace caveat {

Tone tone_of(const Checks& checks, const Document& document, std::uint32_t sentence,
             const Program& program, Matcher& matcher) {
  const auto matches = [&](PatternId pattern) {
    return may_match(matcher, program.patterns[pattern]) &&
           next_match(matcher, program, pattern, {}, matcher.subject.first).has_value();
  };
  if (!checks.tone || is_heading(document, sentence) ||
      any_silent(checks.frames, frames_of(document.framing, sentence)))
    return {};
  const auto& tokens = document.prose.sentences[sentence];
  Tone tone{false, matches(checks.tone->study), matches(checks.tone->reader),
            matches(checks.tone->use)};
  tone.speaks = tone.study || tone.reader || tone.use || tokens.last - tokens.first >= 5;
  return tone;
}

void add(const Tone& tone, Tones& tones) {
  tones.sentences += tone.speaks ? 1 : 0;
  tones.study += tone.study ? 1 : 0;
  tones.reader += tone.reader ? 1 : 0;
}

bool is_report(const Tones& tones) {
  return tones.study > 1 && tones.study * 4 >= tones.sentences && tones.reader * 4 <= tones.study;
}

}  // namespace caveat
