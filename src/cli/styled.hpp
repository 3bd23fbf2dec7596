// A labelled line of words in several colours, for people. All of it is made printable here.
#pragma once

#include <string>
#include <vector>

#include "report/paint.hpp"

namespace caveat {

struct Piece {
  std::string text;
  Ink ink = Ink::plain;
};
using Pieces = std::vector<Piece>;

/// "label    words", wrapped at 80 columns under the first word, which stands `indent` from the
/// left. Lines are broken at blanks only, inside a piece or between two; the label keeps its own.
void append_styled(const Piece& label, std::size_t indent, const Pieces& pieces, Color color,
                   std::string& page);

}  // namespace caveat
