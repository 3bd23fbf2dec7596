#include "report/place.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace caveat {

namespace {

constexpr std::uint32_t tick_bytes = 1024;

/// Of a code point that `before` units stand ahead of in its line.
std::uint32_t units_of(const CodePoint& point, ColumnUnit unit, std::uint32_t before) {
  constexpr std::uint32_t tab_cells = 8;
  if (unit == ColumnUnit::utf16) return point.value > 0xFFFF ? 2 : 1;
  if (unit != ColumnUnit::display) return 1;
  return point.value == U'\t' ? tab_cells - before % tab_cells : display_width(point.value);
}

/// Goes on from `tick` by whole code points, to `offset` at most.
Tick advance(const Source& source, ColumnUnit unit, Tick tick, std::uint32_t offset) {
  while (tick.offset < offset) {
    const CodePoint point = decode(source.bytes, tick.offset);
    if (tick.offset + point.length > offset) break;
    tick.offset += point.length;
    tick.count = point.value == U'\n' ? 0 : tick.count + units_of(point, unit, tick.count);
  }
  return tick;
}

/// Units in the line before `offset`.
std::uint32_t count_before(const Ruler& ruler, std::uint32_t offset) {
  const auto next = std::ranges::upper_bound(ruler.ticks, offset, {}, &Tick::offset);
  return advance(ruler.source, ruler.unit, *std::prev(next), offset).count;
}

}  // namespace

Ruler make_ruler(const Source& source, ColumnUnit unit) {
  Ruler ruler{source, unit, {}};
  if (unit == ColumnUnit::byte) return ruler;
  const auto size = static_cast<std::uint32_t>(source.bytes.size());
  for (Tick tick; ruler.ticks.empty() || tick.offset > ruler.ticks.back().offset;) {
    ruler.ticks.push_back(tick);
    tick = advance(source, unit, tick, std::min(size, tick.offset + tick_bytes));
  }
  return ruler;
}

LinePlace place_on(const Ruler& ruler, std::uint32_t offset) {
  const std::uint32_t line = line_number_at(ruler.source, offset);
  if (ruler.unit == ColumnUnit::byte)
    return {line, offset - ruler.source.line_starts[line - 1] + 1};
  return {line, count_before(ruler, offset) + 1};
}

Span within(const Source& source, Span span) {
  const auto size = static_cast<std::uint32_t>(source.bytes.size());
  const std::uint32_t begin = std::min(span.begin, size);
  return {begin, std::clamp(span.end, begin, size)};
}

}  // namespace caveat
