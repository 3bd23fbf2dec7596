// What a file is woven on. Private to the weaver.
#pragma once

#include <initializer_list>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "format/weave.hpp"

namespace caveat::test {

struct Loom {
  std::string_view text;  ///< what is shown: the passage of the plain blocks
  Markup markup = Markup::markdown;
  int dense = 5;
  std::mt19937& random;
  std::string_view newline = "\n";
  Woven woven;
  std::vector<std::string> definitions;  ///< of reference links, not yet written
  int links = 0;                         ///< that had a definition
};

/// How the lines of one block go on, and what may stand in them.
struct Warp {
  std::string prefix;   ///< of every line but the first: "> ", the indent of an item
  bool html = false;    ///< tags only: of an HTML file, or an HTML block of a Markdown one
  bool breaks = true;   ///< lines may end: not in a cell or after "#"
  bool markup = true;   ///< not in an attribute
  char quote = '\0';    ///< of an attribute
  bool lazy = false;    ///< a line may leave its prefix out
  bool titles = false;  ///< links have titles, which are blocks of their own after this one
};

inline unsigned below(Loom& loom, unsigned count) {
  return static_cast<unsigned>(loom.random() % count);
}

/// One time in `in`, more often the denser the file.
inline bool now_and_then(Loom& loom, unsigned in) {
  return loom.dense > 0 && below(loom, in * 10) < static_cast<unsigned>(loom.dense) * 2;
}

inline std::string_view one_of(Loom& loom, std::initializer_list<std::string_view> choices) {
  return choices.begin()[below(loom, static_cast<unsigned>(choices.size()))];
}

/// Markup as it is, with the line ends of this file.
void put(Loom& loom, std::string_view markup);

/// Bytes `part` of the text, woven.
void put_text(Loom& loom, Span part, const Warp& warp);

}  // namespace caveat::test
