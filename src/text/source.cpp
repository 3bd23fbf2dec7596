#include "text/source.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "text/utf8.hpp"

namespace caveat {
namespace {

std::vector<std::uint32_t> find_line_starts(const std::string& bytes) {
  std::vector<std::uint32_t> starts = {0};
  std::size_t at = 0;
  while ((at = bytes.find('\n', at)) != std::string::npos) {
    starts.push_back(static_cast<std::uint32_t>(++at));
  }
  return starts;
}

std::uint32_t size_of(const Source& source) {
  return static_cast<std::uint32_t>(source.bytes.size());
}

}  // namespace

Source make_source(std::string path, std::string bytes) {
  std::vector<std::uint32_t> starts = find_line_starts(bytes);
  return {std::move(path), std::move(bytes), std::move(starts)};
}

std::uint32_t line_number_at(const Source& source, std::uint32_t offset) {
  const auto& starts = source.line_starts;
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  return static_cast<std::uint32_t>(after - starts.begin());
}

Place place_of(const Source& source, std::uint32_t offset) {
  const std::uint32_t target = std::min(offset, size_of(source));
  Place place;
  place.line = line_number_at(source, target);
  const std::uint32_t start = source.line_starts[place.line - 1];
  place.column = target - start + 1;
  for (std::uint32_t at = start; at < target;) {
    const CodePoint point = decode(source.bytes, at);
    if (at + point.length > target) break;
    ++place.code_point;
    place.utf16 += point.value > 0xFFFF ? 2 : 1;
    at += point.length;
  }
  return place;
}

std::string_view slice(const Source& source, Span span) {
  const std::uint32_t end = std::min(span.end, size_of(source));
  const std::uint32_t begin = std::min(span.begin, end);
  return std::string_view(source.bytes).substr(begin, end - begin);
}

Span line_span(const Source& source, std::uint32_t line) {
  const auto& starts = source.line_starts;
  if (line == 0 || line > starts.size()) return {size_of(source), size_of(source)};
  const std::uint32_t begin = starts[line - 1];
  if (line == starts.size()) return {begin, size_of(source)};
  std::uint32_t end = starts[line] - 1;
  if (end > begin && source.bytes[end - 1] == '\r') --end;
  return {begin, end};
}

}  // namespace caveat
