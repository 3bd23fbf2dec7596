#include "report/line_hash.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "text/utf8.hpp"

namespace caveat {

namespace {

constexpr std::size_t block = 100;  ///< characters
constexpr std::uint64_t base = 37;
constexpr char16_t end_of_file = 0xFFFF;

/// What counts of a file, and where in that its lines start.
struct Characters {
  std::u16string text;
  std::vector<std::size_t> starts;
};

void append_utf16(const CodePoint& point, std::u16string& out) {
  const char32_t value = point.valid ? point.value : U'\uFFFD';
  if (value <= 0xFFFF) {
    out += static_cast<char16_t>(value);
  } else {
    out += static_cast<char16_t>(0xD800 + ((value - 0x10000) >> 10));
    out += static_cast<char16_t>(0xDC00 + ((value - 0x10000) & 0x3FF));
  }
}

/// A line starts at its first character that counts, be it the line end.
Characters characters_of(const Source& source) {
  Characters characters;
  bool at_start = true;
  char32_t before = 0;
  const auto start = [&] {
    if (at_start) characters.starts.push_back(characters.text.size());
  };
  for (std::size_t at = 0; at < source.bytes.size();) {
    const CodePoint point = decode(source.bytes, at);
    at += point.length;
    const bool second_of_crlf = before == U'\r' && point.value == U'\n';
    before = point.value;
    if (point.value == U' ' || point.value == U'\t' || second_of_crlf) continue;
    start();
    at_start = point.value == U'\r' || point.value == U'\n';
    if (at_start)
      characters.text += u'\n';
    else
      append_utf16(point, characters.text);
  }
  start();
  characters.text += end_of_file;
  return characters;
}

/// The hash of the block at `start`, from that of the block before it: one pass over a file,
/// however many lines it has.
struct Rolling {
  const std::u16string& text;
  std::uint64_t first_weight = 1;  ///< base to the power of block
  std::uint64_t hash = 0;
  std::size_t end = 0;  ///< of what is in the hash, zeros after the text included

  void advance() {
    const auto in = end < text.size() ? std::uint64_t{text[end]} : 0;
    const auto out =
        end < block || end - block >= text.size() ? 0 : std::uint64_t{text[end - block]};
    hash = hash * base + in - first_weight * out;
    ++end;
  }
};

}  // namespace

std::vector<std::string> line_hashes(const Source& source) {
  const Characters characters = characters_of(source);
  Rolling rolling{characters.text};
  for (std::size_t i = 0; i < block; ++i) rolling.first_weight *= base;
  std::unordered_map<std::uint64_t, std::size_t> seen;
  std::vector<std::string> hashes;
  for (const std::size_t start : characters.starts) {
    while (rolling.end < start + block) rolling.advance();
    hashes.push_back(fmt::format("{:x}:{}", rolling.hash, ++seen[rolling.hash]));
  }
  return hashes;
}

}  // namespace caveat
