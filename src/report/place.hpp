// Line and column without counting from the start of the line, which on a file of one very long
// line (place_of in text/source.hpp does it) would make a report cost its length times its
// findings.
#pragma once

#include <cstdint>
#include <vector>

#include "report/report.hpp"
#include "text/source.hpp"

namespace caveat {

/// 1-based.
struct LinePlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Where a place is known in the unit: `count` of them stand in its line before byte `offset` of
/// the file. Not counted from the start of the file, since a tab is as wide as its line has it.
struct Tick {
  std::uint32_t offset = 0;
  std::uint32_t count = 0;
};

/// Measures one file in one unit. Outlived by its source.
struct Ruler {
  const Source& source;
  ColumnUnit unit = ColumnUnit::byte;
  std::vector<Tick> ticks;  ///< every few thousand bytes; none where bytes are counted
};

Ruler make_ruler(const Source& source, ColumnUnit unit);

/// The column of place_of in the unit of the ruler; place_of knows no display.
LinePlace place_on(const Ruler& ruler, std::uint32_t offset);

/// `span` cut to the file, so that a wrong span costs a wrong caret and never a crash.
Span within(const Source& source, Span span);

}  // namespace caveat
