#include "text/toml_bytes.hpp"

#include <algorithm>

namespace caveat {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool in_bare_key(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

/// The opening quote of the quoted key whose closing quote is at `close`.
std::uint32_t opening_quote(std::string_view bytes, std::uint32_t close) {
  std::uint32_t at = close;
  while (at > 0) {
    if (bytes[--at] != bytes[close]) continue;
    std::uint32_t slashes = 0;
    while (slashes < at && bytes[at - 1 - slashes] == '\\') ++slashes;
    if (bytes[close] == '\'' || slashes % 2 == 0) break;
  }
  return at;
}

std::uint32_t closing_quote(std::string_view bytes, std::uint32_t open, std::uint32_t end) {
  std::uint32_t at = open + 1;
  while (at < end && bytes[at] != bytes[open])
    at += bytes[at] == '\\' && bytes[open] == '"' ? 2 : 1;
  return std::min(at, end);
}

/// One past the string that opens at `at`; where it is malformed toml11 stops as well.
std::uint32_t end_of_string(std::string_view bytes, std::uint32_t at) {
  const auto end = static_cast<std::uint32_t>(bytes.size());
  const std::string_view three = bytes.substr(at, 3);
  if (three != "\"\"\"" && three != "'''") return closing_quote(bytes, at, end) + 1;
  std::uint32_t close = closing_quote(bytes, at + 2, end);
  while (close < end && bytes.substr(close, 3) != three) close = closing_quote(bytes, close, end);
  close = std::min(close + 3, end);
  while (close < end && bytes[close] == three[0]) ++close;
  return close;
}

}  // namespace

Span inside_quotes(std::string_view bytes, Span all) {
  const std::string_view opening = bytes.substr(all.begin, 3);
  if (size(all) < 6 || (opening != "\"\"\"" && opening != "'''"))
    return {all.begin + 1, std::max(all.begin + 1, all.end - 1)};
  Span inside{all.begin + 3, all.end - 3};
  if (bytes.substr(inside.begin).starts_with("\r\n"))
    inside.begin += 2;
  else if (bytes[inside.begin] == '\n')
    inside.begin += 1;
  return inside;
}

Span key_before(std::string_view bytes, std::uint32_t value) {
  std::uint32_t end = value;
  while (end > 0 && (is_blank(bytes[end - 1]) || bytes[end - 1] == '=')) --end;
  if (end > 0 && (bytes[end - 1] == '"' || bytes[end - 1] == '\''))
    return {opening_quote(bytes, end - 1) + 1, end - 1};
  std::uint32_t begin = end;
  while (begin > 0 && in_bare_key(bytes[begin - 1])) --begin;
  return {begin, end};
}

Span key_within(std::string_view bytes, Span keys, std::uint32_t index) {
  std::uint32_t at = keys.begin;
  while (at < keys.end) {
    const char c = bytes[at];
    Span key{at, at + 1};
    if (c == '"' || c == '\'') {
      key = {at + 1, closing_quote(bytes, at, keys.end)};
      at = key.end + 1;
    } else if (in_bare_key(c)) {
      while (key.end < keys.end && in_bare_key(bytes[key.end])) ++key.end;
      at = key.end;
    } else {
      ++at;
      continue;
    }
    if (index-- == 0) return key;
  }
  return keys;
}

bool is_table_header(std::string_view line) {
  const auto drop = [&](std::string_view characters) {
    line.remove_prefix(std::min(line.find_first_not_of(characters), line.size()));
  };
  drop(" \t");
  if (!line.starts_with('[')) return false;
  drop("[ \t");
  if (line.empty() || !in_bare_key(line[0]) || (line[0] >= '0' && line[0] <= '9')) return false;
  while (!line.empty() && in_bare_key(line[0])) line.remove_prefix(1);
  drop(" \t");
  return !line.starts_with('.');
}

std::optional<std::uint32_t> nested_too_deep(std::string_view bytes) {
  std::uint32_t brackets = 0;
  std::uint32_t dots = 0;
  for (std::uint32_t at = 0; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (c == '#') at = static_cast<std::uint32_t>(std::min(bytes.find('\n', at), bytes.size()));
    if (c == '"' || c == '\'') at = end_of_string(bytes, at) - 1;
    if (c == '[' || c == '{') ++brackets;
    if ((c == ']' || c == '}') && brackets > 0) --brackets;
    if (c == '.') ++dots;
    if (c == '#' || c == '\n' || c == ',' || c == '=') dots = 0;
    if (brackets > max_nested || dots > max_nested) return at;
  }
  return std::nullopt;
}

}  // namespace caveat
