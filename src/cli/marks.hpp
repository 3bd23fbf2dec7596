// A sentence with a row under it for each thing that governs some of its words:
//              Users say that it may relieve pain.
//   possible                     ^^^ ~~~~~~~~~~~~
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "report/paint.hpp"
#include "text/span.hpp"

namespace caveat {

/// Bytes of the text: ^ under the cue, ~ under what it governs.
struct Mark {
  std::string label;
  Span cue;
  Span governs;
  Ink ink = Ink::caret;
};

/// Appends the text, broken at blanks into lines for a page of 80 columns, under each the rows of
/// the marks that touch it. All of it is made printable here.
void append_marks(std::string_view text, std::span<const Mark> marks, Color color,
                  std::string& page);

}  // namespace caveat
