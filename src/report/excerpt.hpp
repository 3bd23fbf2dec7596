// The lines of the file with a caret under the words, as gcc prints them. Private to this room.
#pragma once

#include <string>

#include "report/report.hpp"

namespace caveat {

/// Appends two lines for each line of the span, all starting with blanks or a number and a bar, so
/// that no quoted text starts a line:
///    12 | many say that kratom <b>cures
///       |                      ^~~~~~~~
///    13 |   depression</b> in days
///       |   ~~~~~~~~~~
/// A line longer than the window is cut on both sides of the span, and of many lines the first two
/// and the last are shown: cost and output are bounded, whatever the lengths.
void append_excerpt(const Source& source, Span span, Color color, std::string& out);

}  // namespace caveat
