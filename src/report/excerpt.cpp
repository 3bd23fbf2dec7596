// The caret is aligned by what the terminal shows, not by bytes: tabs are expanded, wide and
// combining characters measured, escapes counted as printed.
#include "report/excerpt.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "report/paint.hpp"
#include "report/place.hpp"
#include "report/visible.hpp"

namespace caveat {

namespace {

constexpr std::uint32_t window_cells = 100;
/// From the start of the span, before the left is filled.
constexpr std::uint32_t cells_after = 60;
constexpr std::uint32_t tab_cells = 8;
/// A span of more lines shows so many, and its last.
constexpr std::uint32_t most_lines = 4;
constexpr std::uint32_t lines_ahead = 2;
/// How much of the line is looked at: enough to fill the window with the longest code points.
constexpr std::uint32_t bytes_before = 4 * window_cells;
constexpr std::uint32_t bytes_after = 6 * window_cells;

/// One code point as it is shown; a tab is its blanks.
struct Glyph {
  std::string text;
  std::uint32_t offset = 0;
  std::uint32_t width = 0;
};
using Glyphs = std::vector<Glyph>;

/// What of a span stands in one line.
struct Part {
  std::uint32_t line = 1;
  Span marked;
  bool opens = true;  ///< the span begins here
};

/// A part of a line and how it is cut.
struct Window {
  std::size_t first = 0;  ///< [first, last) of the glyphs
  std::size_t last = 0;
  bool cut_left = false;
  bool cut_right = false;
};

bool continues_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Without its line end and, on the first line, without the byte order mark.
Span shown_line(const Source& source, std::uint32_t number) {
  Span line = line_span(source, number);
  if (line.begin == 0 && source.bytes.starts_with("\xEF\xBB\xBF")) line.begin = 3;
  return {std::min(line.begin, line.end), line.end};
}

/// A place at most bytes_before ahead of `offset` and not inside a code point.
std::uint32_t look_from(const Source& source, Span line, std::uint32_t offset) {
  if (offset - line.begin <= bytes_before) return line.begin;
  std::uint32_t from = offset - bytes_before;
  for (int i = 0; i < 3 && continues_code_point(source.bytes[from]); ++i) ++from;
  return from;
}

Glyph glyph_at(const std::string& bytes, std::uint32_t& offset, std::uint32_t column) {
  Glyph glyph;
  glyph.offset = offset;
  if (bytes[offset] == '\t') {
    glyph.width = tab_cells - column % tab_cells;
    glyph.text.assign(glyph.width, ' ');
    ++offset;
  } else {
    const Visible shown = append_visible(bytes, offset, glyph.text);
    glyph.width = shown.width;
    offset += shown.length;
  }
  return glyph;
}

Glyphs read_glyphs(const std::string& bytes, std::uint32_t begin, std::uint32_t end) {
  Glyphs glyphs;
  std::uint32_t column = 0;
  for (std::uint32_t offset = begin; offset < end;) {
    glyphs.push_back(glyph_at(bytes, offset, column));
    column += glyphs.back().width;
  }
  return glyphs;
}

std::uint32_t width_of(const Glyphs& glyphs, std::size_t first, std::size_t last) {
  std::uint32_t width = 0;
  for (std::size_t i = first; i < last; ++i) width += glyphs[i].width;
  return width;
}

std::size_t index_at(const Glyphs& glyphs, std::uint32_t offset) {
  const auto at = std::partition_point(glyphs.begin(), glyphs.end(),
                                       [&](const Glyph& glyph) { return glyph.offset < offset; });
  return static_cast<std::size_t>(at - glyphs.begin());
}

/// The most text around glyphs [mark, mark_end) that fits: all of them if possible, and at first
/// more after them than before.
Window choose_window(const Glyphs& glyphs, std::size_t mark, std::size_t mark_end) {
  Window window{mark, mark, false, false};
  const std::uint32_t marked = width_of(glyphs, mark, mark_end);
  std::uint32_t width = 0;
  const auto fits = [&](std::size_t i, std::uint32_t limit) {
    if (width + glyphs[i].width > limit) return false;
    width += glyphs[i].width;
    return true;
  };
  const std::uint32_t at_first =
      marked > window_cells ? cells_after : std::max(cells_after, marked);
  while (window.last < glyphs.size() && fits(window.last, at_first)) ++window.last;
  while (window.first > 0 && fits(window.first - 1, window_cells)) --window.first;
  while (window.last < glyphs.size() && fits(window.last, window_cells)) ++window.last;
  // A mark that combines with a letter left outside would combine with the ellipsis.
  while (window.first > 0 && window.first < mark && glyphs[window.first].width == 0) ++window.first;
  return window;
}

std::uint32_t gutter_width(std::uint32_t line) {
  return std::max<std::uint32_t>(5, static_cast<std::uint32_t>(fmt::formatted_size("{}", line)));
}

void append_text(const Glyphs& glyphs, const Window& window, std::string& out) {
  if (window.cut_left) out += "…";
  for (std::size_t i = window.first; i < window.last; ++i) out += glyphs[i].text;
  if (window.cut_right) out += "…";
  out += '\n';
}

void append_carets(const Glyphs& glyphs, const Window& window, Part part, Color color,
                   std::string& out) {
  const std::size_t from = std::min(index_at(glyphs, part.marked.begin), window.last);
  const std::size_t to = std::clamp(index_at(glyphs, part.marked.end), from, window.last);
  out.append(width_of(glyphs, window.first, from) + (window.cut_left ? 1 : 0), ' ');
  const std::uint32_t width = std::max<std::uint32_t>(width_of(glyphs, from, to), 1);
  paint(color, Ink::caret, part.opens ? "^" + std::string(width - 1, '~') : std::string(width, '~'),
        out);
  out += '\n';
}

/// Two lines: the text, and the marks under it.
void append_line(const Source& source, Part part, std::uint32_t gutter, Color color,
                 std::string& out) {
  const Span line = shown_line(source, part.line);
  const std::uint32_t start = part.marked.begin;
  const std::uint32_t from = look_from(source, line, start);
  const std::uint32_t to = line.end - start > bytes_after ? start + bytes_after : line.end;
  const Glyphs glyphs = read_glyphs(source.bytes, from, to);

  Window window = choose_window(glyphs, index_at(glyphs, start), index_at(glyphs, part.marked.end));
  window.cut_left = window.first > 0 || from > line.begin;
  window.cut_right = window.last < glyphs.size() || to < line.end;

  fmt::format_to(std::back_inserter(out), "{:>{}} | ", part.line, gutter);
  append_text(glyphs, window, out);
  fmt::format_to(std::back_inserter(out), "{:>{}} | ", "", gutter);
  append_carets(glyphs, window, part, color, out);
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

/// What of `span` stands in a line; without the white space at the ends that it has only because it
/// crosses lines.
Part part_in(const Source& source, std::uint32_t number, Span span) {
  const Span line = shown_line(source, number);
  Part part{number, {}, span.begin >= line_span(source, number).begin};
  part.marked.begin = std::clamp(span.begin, line.begin, line.end);
  part.marked.end = std::clamp(span.end, part.marked.begin, line.end);
  if (!part.opens)
    while (!empty(part.marked) && is_blank(source.bytes[part.marked.begin])) ++part.marked.begin;
  if (span.end > line.end)
    while (!empty(part.marked) && is_blank(source.bytes[part.marked.end - 1])) --part.marked.end;
  return part;
}

}  // namespace

void append_excerpt(const Source& source, Span span, Color color, std::string& out) {
  const Span marked = within(source, span);
  const std::uint32_t first = line_number_at(source, marked.begin);
  const std::uint32_t last = line_number_at(source, std::max(marked.begin + 1, marked.end) - 1);
  const std::uint32_t gutter = gutter_width(last);
  const bool cut = last - first >= most_lines;
  for (std::uint32_t line = first; line <= last; ++line) {
    const Part part = part_in(source, line, marked);
    if (part.opens || !empty(part.marked)) append_line(source, part, gutter, color, out);
    if (!cut || line + 1 != first + lines_ahead) continue;
    fmt::format_to(std::back_inserter(out), "{:>{}} | …\n", "", gutter);
    line = last - 1;
  }
}

}  // namespace caveat
