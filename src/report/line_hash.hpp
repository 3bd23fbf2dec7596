// The number by which GitHub code scanning knows a line again, primaryLocationLineHash: made of
// the first hundred characters from the start of the line, blanks and tabs left out, as its upload
// action computes it (github/codeql-action). Ours must be the same, or the action complains and
// alerts close and open again. Private to this room.
#pragma once

#include <string>
#include <vector>

#include "text/source.hpp"

namespace caveat {

/// For each line of the file "hash:occurrence", the second number counting lines of equal hash.
/// Characters are UTF-16 code units, invalid bytes U+FFFD; CR, LF and CRLF all end a line.
std::vector<std::string> line_hashes(const Source& source);

}  // namespace caveat
