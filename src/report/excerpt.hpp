// The line of the file with a caret under the words, as gcc prints it. Private to this room.
#pragma once

#include <string>

#include "report/report.hpp"

namespace caveat {

/// Appends two lines, each starting with blanks and a bar, so that no quoted text starts a line:
///    12 | kratom cures depression
///       |        ^~~~~~~~~~~~~~~~
/// A line longer than the window is cut on both sides of the span. Cost and output are bounded by
/// the window, whatever the length of the line.
void append_excerpt(const Source& source, Span span, Color color, std::string& out);

}  // namespace caveat
