#include "cli/marks.hpp"

#include <algorithm>

#include "report/visible.hpp"

namespace caveat {

namespace {

constexpr std::size_t page_width = 80;

struct Drawing {
  std::string_view text;
  std::span<const Mark> marks;
  std::size_t gutter = 0;
  Color color = Color::off;
  std::string& page;
};

std::size_t cells_of(std::string_view text, Span part) {
  std::string ignored;
  std::size_t cells = 0;
  for (std::size_t at = part.begin; at < part.end;) {
    const Visible shown = append_visible(text, at, ignored);
    cells += shown.width;
    at += shown.length;
  }
  return cells;
}

std::string shown_of(std::string_view text, Span part) {
  std::string shown;
  for (std::size_t at = part.begin; at < part.end;) at += append_visible(text, at, shown).length;
  return shown;
}

bool holds(Span span, std::size_t at) {
  return span.begin <= at && at < span.end;
}

/// The marks of one row under a line of the text, without blanks at its end.
std::string row_of(const Drawing& drawing, Span line, const Mark& mark) {
  std::string row;
  std::string ignored;
  for (std::size_t at = line.begin; at < line.end;) {
    const char sign = holds(mark.cue, at) ? '^' : holds(mark.governs, at) ? '~' : ' ';
    const Visible shown = append_visible(drawing.text, at, ignored);
    row.append(shown.width, sign);
    at += shown.length;
  }
  return row.substr(0, row.find_last_not_of(' ') + 1);
}

void append_row(Drawing& drawing, const Mark& mark, const std::string& row) {
  const std::string label = printable(mark.label);
  paint(drawing.color, mark.ink, label, drawing.page);
  drawing.page.append(std::max(drawing.gutter, label.size() + 1) - label.size(), ' ');
  const std::size_t start = row.find_first_not_of(' ');
  drawing.page.append(start, ' ');
  paint(drawing.color, mark.ink, row.substr(start), drawing.page);
  drawing.page += '\n';
}

void append_line(Drawing& drawing, Span line) {
  drawing.page.append(drawing.gutter, ' ');
  paint(drawing.color, Ink::place, shown_of(drawing.text, line), drawing.page);
  drawing.page += '\n';
  for (const Mark& mark : drawing.marks) {
    const std::string row = row_of(drawing, line, mark);
    if (!row.empty()) append_row(drawing, mark, row);
  }
}

/// Where the line that starts at `begin` ends: as many words as fit, one at least.
std::uint32_t line_end(const Drawing& drawing, std::uint32_t begin) {
  const auto size = static_cast<std::uint32_t>(drawing.text.size());
  std::uint32_t end = begin;
  std::size_t cells = drawing.gutter;
  while (end < size) {
    const auto next =
        static_cast<std::uint32_t>(std::min<std::size_t>(drawing.text.find(' ', end + 1), size));
    cells += cells_of(drawing.text, {end, next});
    if (end > begin && cells > page_width) break;
    end = next;
  }
  return end;
}

}  // namespace

void append_marks(std::string_view text, std::span<const Mark> marks, Color color,
                  std::string& page) {
  std::size_t gutter = 0;
  for (const Mark& mark : marks) gutter = std::max(gutter, mark.label.size() + 2);
  Drawing drawing{text, marks, std::min<std::size_t>(gutter, 24), color, page};
  for (std::uint32_t begin = 0; begin < text.size();) {
    const std::uint32_t end = line_end(drawing, begin);
    append_line(drawing, {begin, end});
    begin = end + 1;
  }
}

}  // namespace caveat
