// What a reader of a file sees, and where each byte of it stands in the file. Markup cuts words and
// sentences in pieces ("krat<b>om</b>"), and entities spell characters ("&rsquo;"); so the readers
// of formats write down what is shown, with a run for every stretch that the file holds as it is.
// All stages after them read plain text, and a place is looked up, never searched for. Rejected:
// tokens over pieces of the file, which makes every look at the next character a decision about
// markup.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace caveat {

/// What is shown from `shown` to the next run stands for the bytes of `source`. Of equal length it
/// is those bytes; otherwise ("&rsquo;", or an empty span: a blank that markup stands for) it is
/// one with them, and a place inside it is the place of it all.
struct Run {
  std::uint32_t shown = 0;
  Span source;
};

/// Owns its text. Runs are in order of what is shown; mostly that is the order of the file too.
struct Passage {
  std::string text;
  std::vector<Run> runs;
};

/// A passage of which others own the bytes: a file as it is, or markup inside other markup.
struct PassageView {
  std::string_view text;
  std::span<const Run> runs;
};

/// Bytes `part` of the passage stand in these bytes of the file: from the first byte shown to the
/// last, with the markup between them and none around them. An empty part has an empty place.
Span to_source(const PassageView& passage, Span part);

/// Whether an edit can replace the part: the file holds it byte for byte, but for line ends, and no
/// markup begins or ends inside.
bool is_verbatim(const PassageView& passage, Span part);

inline PassageView view(const Passage& passage) {
  return {passage.text, passage.runs};
}

void clear(Passage& passage);

/// Appends part of another passage, with its places.
void append(Passage& passage, const PassageView& from, Span part);

/// Appends `shown`, which stands for all of `part` of another passage.
void append_for(Passage& passage, std::string_view shown, const PassageView& from, Span part);

/// Appends what no byte of the file stands for, such as the blank between two lines; `source` is
/// the place where it would stand.
void append_between(Passage& passage, std::string_view shown, std::uint32_t source);

}  // namespace caveat
