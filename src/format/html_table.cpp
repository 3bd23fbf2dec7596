#include "format/html_table.hpp"

#include <algorithm>

namespace caveat {
namespace {

constexpr std::size_t max_columns = 256;

}  // namespace

void start_row(Columns& table) {
  table.next = 0;
  for (Column& column : table.columns) column.taken -= column.taken > 0;
  if (table.row_head_left == 0) {
    table.row_head = no_block;
  } else {
    --table.row_head_left;
  }
}

CellPlace place_cell(Columns& table, std::uint32_t width, std::uint32_t height) {
  auto& columns = table.columns;
  while (table.next < columns.size() && columns[table.next].taken > 0) ++table.next;
  const std::size_t first = std::min(table.next, max_columns);
  const std::size_t last = std::min(first + std::max(width, 1U), max_columns);
  if (columns.size() < last) columns.resize(last);
  for (auto i = first; i < last; ++i) columns[i].taken = std::max(columns[i].taken, height);
  table.next = last;
  return {first, last};
}

std::uint32_t head_of(const Columns& table, CellPlace place) {
  const bool headed = place.first < place.last && table.columns[place.first].head != no_block;
  return headed ? table.columns[place.first].head : table.row_head;
}

void head_columns(Columns& table, CellPlace place, std::uint32_t head) {
  if (head == no_block) return;
  for (auto i = place.first; i < place.last; ++i) table.columns[i].head = head;
}

void head_rows(Columns& table, std::uint32_t height, std::uint32_t head) {
  table.row_head = head;
  table.row_head_left = std::max(height, 1U) - 1;
}

}  // namespace caveat
