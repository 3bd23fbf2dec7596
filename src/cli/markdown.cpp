#include "cli/markdown.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/report.hpp"

namespace caveat {

namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_one_of(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (!is_blank(c))
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

/// "- ", "+ ", "> ", "===", "12. ", "12) ".
bool starts_block(std::string_view line, std::size_t at) {
  if (at == 0) return is_one_of(line[at], "-+>=");
  return is_one_of(line[at], ".)") && std::ranges::all_of(line.substr(0, at), is_digit);
}

/// "&lt;", "&#60;"; "http://", "www.", which GitHub turns into links.
bool starts_entity_or_link(std::string_view line, std::size_t at) {
  const std::string_view rest = line.substr(at + 1);
  if (line[at] == '&') return !rest.empty() && (rest[0] == '#' || is_letter(rest[0]));
  if (line[at] == ':') return rest.starts_with("//");
  return line[at] == '.' && at >= 3 && (line[at - 1] | 0x20) == 'w' && (line[at - 2] | 0x20) == 'w';
}

bool needs_escape(std::string_view line, std::size_t at) {
  return is_one_of(line[at], "\\`*_[]<|~#${}") || starts_block(line, at) ||
         starts_entity_or_link(line, at);
}

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

/// Nothing ends the address or the cell early, and no entity is read in it.
std::string address_of(std::string_view url) {
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&')
      out += "&amp;";
    else if (byte <= ' ' || byte >= 0x7F || is_one_of(c, "<>\"\\|`()[]{}"))
      out += fmt::format("%{:02X}", byte);
    else
      out += c;
  }
  return out;
}

}  // namespace

std::string markdown_of(std::string_view text) {
  const std::string line = printable(one_line(text));
  std::string out;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (needs_escape(line, at)) out += '\\';
    out += line[at];
  }
  return out;
}

std::string markdown_item(std::string_view text) {
  std::string item = "- ";
  bool is_first = true;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string line = markdown_of(text.substr(at, end - at));
    if (!line.empty() && !is_first) item += "<br>\n  ";
    if (!line.empty()) is_first = false;
    item += line;
    at = end + 1;
  }
  return item + '\n';
}

std::string markdown_link(std::string_view title, std::string_view url) {
  if (url.empty()) return markdown_of(title);
  if (!is_web_address(url)) return markdown_of(fmt::format("{} {}", title, url));
  return fmt::format("[{}](<{}>)", markdown_of(title.empty() ? url : title), address_of(url));
}

}  // namespace caveat
