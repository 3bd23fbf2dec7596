#include "report/visible.hpp"

#include <fmt/format.h>

#include <iterator>

#include "report/report.hpp"
#include "text/utf8.hpp"

namespace caveat {

namespace {

/// C0, DEL, C1, line and paragraph separator, marks that change the direction, byte order mark.
bool is_hidden(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// GitHub runs "##[command]" and Azure "##vso[command]" wherever they stand in a line of a log.
bool is_second_hash_of_command(std::string_view text, std::size_t offset) {
  constexpr std::size_t longest_name = 32;
  if (text[offset] != '#' || offset == 0 || text[offset - 1] != '#') return false;
  std::size_t end = offset + 1;
  while (end < text.size() && end - offset <= longest_name && is_letter(text[end])) ++end;
  return end < text.size() && text[end] == '[';
}

Visible append_escape(std::uint32_t length, std::string_view escape, std::string& out) {
  out += escape;
  return {length, static_cast<std::uint32_t>(escape.size())};
}

std::string byte_escape(char byte) {
  return fmt::format("\\x{:02X}", static_cast<unsigned char>(byte));
}

}  // namespace

Visible append_visible(std::string_view text, std::size_t offset, std::string& out) {
  const CodePoint point = decode(text, offset);
  if (!point.valid || point.value < 0x20 || point.value == 0x7F)
    return append_escape(point.length, byte_escape(text[offset]), out);
  if (is_hidden(point.value))
    return append_escape(
        point.length, fmt::format("\\u{{{:04X}}}", static_cast<std::uint32_t>(point.value)), out);
  if (is_second_hash_of_command(text, offset)) return append_escape(1, byte_escape('#'), out);
  out += text.substr(offset, point.length);
  return {point.length, display_width(point.value)};
}

std::string printable(std::string_view text) {
  std::string shown;
  shown.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) at += append_visible(text, at, shown).length;
  return shown;
}

}  // namespace caveat
