// The one position type. Every stage from reader to report carries half-open byte ranges of the
// original file, so a place is never recovered by searching for text again (the usual source of
// wrong squiggles in prose linters). Line and column exist only at the edge, see source.hpp.
#pragma once

#include <algorithm>
#include <cstdint>

namespace caveat {

/// Bytes [begin, end) of one Source. 32 bits: files above 4 GiB are refused when read.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Span&) const = default;
};

constexpr std::uint32_t size(Span span) {
  return span.end - span.begin;
}
constexpr bool empty(Span span) {
  return span.begin >= span.end;
}
constexpr bool overlaps(Span a, Span b) {
  return a.begin < b.end && b.begin < a.end;
}

/// The smallest span that holds both.
constexpr Span hull(Span a, Span b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

}  // namespace caveat
