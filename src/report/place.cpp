#include "report/place.hpp"

#include <algorithm>

namespace caveat {

BytePlace byte_place(const Source& source, std::uint32_t offset) {
  const auto& starts = source.line_starts;
  const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
  if (next == starts.begin()) return {1, offset + 1};
  return {static_cast<std::uint32_t>(next - starts.begin()), offset - *(next - 1) + 1};
}

Span within(const Source& source, Span span) {
  const auto size = static_cast<std::uint32_t>(source.bytes.size());
  const std::uint32_t begin = std::min(span.begin, size);
  return {begin, std::clamp(span.end, begin, size)};
}

}  // namespace caveat
