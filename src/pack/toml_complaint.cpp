#include "pack/toml_complaint.hpp"

#include <charconv>

namespace caveat {
namespace {

std::string_view next_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

bool drop_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::string title_of(std::string_view line) {
  drop_prefix(line, "[error] ");
  const std::size_t colon = line.find(": ");
  if (line.starts_with("toml::") && colon != line.npos) line.remove_prefix(colon + 2);
  while (line.ends_with('.') || line.ends_with(' ')) line.remove_suffix(1);
  return std::string(line);
}

/// The bytes before the excerpt in " 12 | x = [1 2]", and the 12; 0 when the line is none.
std::size_t read_margin(std::string_view line, std::uint32_t& number) {
  const std::size_t first = line.find_first_not_of(' ');
  if (first == line.npos) return 0;
  const auto [end, error] = std::from_chars(line.data() + first, line.data() + line.size(), number);
  const auto at = static_cast<std::size_t>(end - line.data());
  return error == std::errc() && line.substr(at).starts_with(" | ") ? at + 3 : 0;
}

/// "   |     ^--- remark" or "   | ~~~~ remark"
TomlRemark read_remark(std::string_view line, std::size_t margin, std::uint32_t number) {
  const std::size_t mark = std::min(line.find_first_not_of(' ', margin), line.size());
  const std::size_t waves = line.find_first_not_of('~', mark);
  const std::size_t end = std::min(line.find(' ', mark), line.size());
  std::string_view text = line.substr(std::min(end + 1, line.size()));
  while (text.ends_with('.')) text.remove_suffix(1);
  TomlRemark remark{.line = number, .text = std::string(text)};
  remark.column = static_cast<std::uint32_t>(mark - std::min(mark, margin) + 1);
  if (waves != line.npos && waves > mark) remark.length = static_cast<std::uint32_t>(waves - mark);
  return remark;
}

}  // namespace

TomlComplaint read_complaint(std::string_view what) {
  TomlComplaint complaint{.title = title_of(next_line(what)), .remarks = {}, .hints = {}};
  while (!what.empty()) {
    std::string_view line = next_line(what);
    std::uint32_t number = 0;
    if (const std::size_t margin = read_margin(line, number); margin > 0)
      complaint.remarks.push_back(read_remark(next_line(what), margin, number));
    else if (drop_prefix(line, "Hint: "))
      complaint.hints.emplace_back(line);
  }
  return complaint;
}

}  // namespace caveat
