// Standard input line by line, as it comes: what one read brings is handed on at once, so that a
// program at the other end of two pipes gets its answer before it asks again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace caveat {

/// Buffers of one stream of lines.
struct Lines {
  std::uint64_t longest = 0;  ///< bytes of a line; longer ones are skipped and told as such
  std::string rest = {};      ///< of the line that has not ended
  bool skipping = false;      ///< inside a line that is too long
  bool over = false;          ///< nothing more will come
  int failure = 0;            ///< errno of a read that failed
};

struct InputLine {
  std::string text;
  bool too_long = false;
};

/// The lines that ended since the last call, at least one unless `over`. White space alone is none.
std::vector<InputLine> next_lines(Lines& lines);

}  // namespace caveat
