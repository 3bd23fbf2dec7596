// Which column a cell of a table stands in, and what heads it. Private to the reader of HTML.
#pragma once

#include <cstdint>
#include <vector>

#include "format/block.hpp"

namespace caveat {

struct Column {
  std::uint32_t head = no_block;
  std::uint32_t taken = 0;  ///< rows that a cell further up reaches down into
};

struct Columns {
  std::vector<Column> columns;
  std::size_t next = 0;               ///< where the next cell of the row may stand
  std::uint32_t row_head = no_block;  ///< of the rows that it spans
  std::uint32_t row_head_left = 0;
};

/// Columns [first, last) of a cell.
struct CellPlace {
  std::size_t first = 0;
  std::size_t last = 0;
};

void start_row(Columns& table);

/// The next free place in the row. Further right than any honest table goes there is none.
CellPlace place_cell(Columns& table, std::uint32_t width, std::uint32_t height);

/// Of the column, otherwise of the row.
std::uint32_t head_of(const Columns& table, CellPlace place);

void head_columns(Columns& table, CellPlace place, std::uint32_t head);
void head_rows(Columns& table, std::uint32_t height, std::uint32_t head);

}  // namespace caveat
