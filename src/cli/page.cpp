#include "cli/page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/report.hpp"

namespace caveat {

namespace {

constexpr std::size_t page_width = 80;
constexpr std::size_t indent = 11;

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// The next word of `text`, taken off its front; empty at the end.
std::string_view take_word(std::string_view& text) {
  const auto* begin = std::find_if_not(text.begin(), text.end(), is_blank);
  const auto* end = std::find_if(begin, text.end(), is_blank);
  const std::string_view word(begin, end);
  text = std::string_view(end, text.end());
  return word;
}

std::size_t cells(std::string_view text) {
  const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::ranges::count_if(text, starts));
}

}  // namespace

void append_field(std::string_view label, std::string_view text, std::string& page) {
  std::string_view word = take_word(text);
  if (word.empty()) return;
  fmt::format_to(std::back_inserter(page), "  {:<{}}", label, indent - 2);
  for (std::size_t column = indent; !word.empty(); word = take_word(text)) {
    const std::string shown = printable(word);
    const bool is_first = column == indent;
    if (!is_first && column + 1 + cells(shown) > page_width) {
      page += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (!is_first) {
      page += ' ';
      ++column;
    }
    page += shown;
    column += cells(shown);
  }
  page += '\n';
}

std::string counted(std::size_t number, std::string_view noun) {
  return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

}  // namespace caveat
