// The names are libyaml's where it has one: of the line ends between two lines of text, the first
// is the leading break, which folds into a blank; the others are trailing breaks, which stay.
#include "format/front_matter_scalar.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "format/metadata.hpp"

namespace caveat {
namespace {

struct Decoder {
  std::string_view text;
  const PassageView& from;
  Passage& out;
};

/// A gap between words or lines: what it holds is decided when it is read to its end.
struct Gap {
  Span whole;
  std::vector<Span> breaks;
};

/// NEL and the separators U+2028 and U+2029 end lines too.
constexpr std::array<std::string_view, 6> line_ends = {"\r\n",     "\n",           "\r",
                                                       "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};

std::uint32_t break_length(std::string_view text, std::size_t at, std::size_t end) {
  if (at >= end || (text[at] >= ' ' && text[at] <= '~')) return 0;
  const auto rest = text.substr(at, end - at);
  for (const auto line_end : line_ends) {
    if (rest.starts_with(line_end)) return static_cast<std::uint32_t>(line_end.size());
  }
  return 0;
}

bool is_blank(std::string_view text, std::size_t at, std::size_t end) {
  return at < end && (text[at] == ' ' || text[at] == '\t');
}

/// The separators alone neither fold nor become "\n".
bool is_separator(Span line_end) {
  return size(line_end) == 3;
}

void show(Decoder& to, Span part) {
  if (!empty(part)) append(to.out, to.from, part);
}

void show_as(Decoder& to, std::string_view shown, Span part) {
  append_decoded(to.out, shown, to.from, part);
}

void show_break(Decoder& to, Span line_end) {
  if (is_separator(line_end)) return show(to, line_end);
  show_as(to, "\n", line_end);
}

void show_breaks(Decoder& to, const std::vector<Span>& line_ends_there) {
  for (const Span line_end : line_ends_there) show_break(to, line_end);
}

// --- Plain and quoted scalars

Gap read_gap(const Decoder& from, Span inside) {
  Gap gap{{inside.begin, inside.begin}, {}};
  while (gap.whole.end < inside.end) {
    const auto at = gap.whole.end;
    const auto length = break_length(from.text, at, inside.end);
    if (length == 0 && !is_blank(from.text, at, inside.end)) break;
    if (length > 0) gap.breaks.push_back({at, at + length});
    gap.whole.end += std::max(length, 1U);
  }
  return gap;
}

void show_gap(Decoder& to, const Gap& gap) {
  if (gap.breaks.empty()) return show(to, gap.whole);
  const Span leading = gap.breaks.front();
  if (!is_separator(leading) && gap.breaks.size() == 1) return show_as(to, " ", gap.whole);
  if (is_separator(leading)) show_break(to, leading);
  show_breaks(to, {gap.breaks.begin() + 1, gap.breaks.end()});
}

/// "\" at the end of a line: the blanks before the next words are no text, empty lines are.
std::uint32_t show_joined_lines(Decoder& to, Span inside) {
  const auto length = break_length(to.text, inside.begin + 1, inside.end);
  const Gap gap = read_gap(to, {inside.begin + 1 + length, inside.end});
  show_breaks(to, gap.breaks);
  return gap.whole.end;
}

/// What stands for something else at `inside.begin`, in this style; where it ends.
std::uint32_t show_escape(Decoder& to, Span inside, ScalarStyle style, std::string& shown) {
  const auto at = inside.begin;
  if (style == ScalarStyle::single_quoted) {
    const auto end = std::min(at + 2, inside.end);
    show_as(to, "'", {at, end});
    return end;
  }
  if (break_length(to.text, at + 1, inside.end) > 0) return show_joined_lines(to, inside);
  const auto length = read_escape(to.text.substr(0, inside.end), at, EscapeRules::yaml, shown);
  if (length == 0) return at + 1;
  show_as(to, shown, {at, at + length});
  return at + length;
}

/// One past the words that stand for themselves.
std::uint32_t end_of_words(std::string_view text, Span inside, char escape) {
  auto at = inside.begin;
  while (at < inside.end && (escape == 0 || text[at] != escape) &&
         !is_blank(text, at, inside.end) && break_length(text, at, inside.end) == 0) {
    ++at;
  }
  return at;
}

void show_flow(Decoder& to, Span inside, ScalarStyle style) {
  const char escape = style == ScalarStyle::plain           ? '\0'
                      : style == ScalarStyle::single_quoted ? '\''
                                                            : '\\';
  std::string shown;
  while (inside.begin < inside.end) {
    const auto end = end_of_words(to.text, inside, escape);
    show(to, {inside.begin, end});
    inside.begin = end;
    if (end < inside.end && escape != 0 && to.text[end] == escape) {
      inside.begin = show_escape(to, inside, style, shown);
      continue;
    }
    const Gap gap = read_gap(to, inside);
    show_gap(to, gap);
    inside.begin = gap.whole.end;
  }
}

// --- Literal and folded scalars

struct Header {
  std::uint32_t indent = 0;  ///< columns more than the mapping's; 0: as many as the first line has
  char chomping = 0;         ///< '-' drops line ends at the end, '+' keeps all
};

Header read_header(std::string_view line) {
  Header header;
  for (const char c : line.substr(1)) {
    if (c == '-' || c == '+') {
      header.chomping = c;
    } else if (c >= '1' && c <= '9') {
      header.indent = static_cast<std::uint32_t>(c - '0');
    } else {
      break;
    }
  }
  return header;
}

/// Lines of a block scalar while they come in.
struct Lines {
  Span rest;                 ///< not read yet
  std::uint32_t indent = 0;  ///< 0: not known yet
  std::uint32_t column = 0;  ///< of rest.begin
  Span leading = {};         ///< line end of the last line; empty before the first
  std::vector<Span> trailing = {};
};

/// Indents and empty lines up to the next line of text.
void read_breaks(std::string_view text, Lines& lines) {
  std::uint32_t widest = 0;
  auto& at = lines.rest.begin;
  while (at < lines.rest.end) {
    for (lines.column = 0; at < lines.rest.end && text[at] == ' ' &&
                           (lines.indent == 0 || lines.column < lines.indent);
         ++at) {
      ++lines.column;
    }
    widest = std::max(widest, lines.column);
    const auto length = break_length(text, at, lines.rest.end);
    if (length == 0) break;
    lines.trailing.push_back({at, at + length});
    at += length;
    lines.column = 0;
  }
  if (lines.indent == 0) lines.indent = std::max(widest, 1U);
}

/// The line end before the line at hand, and the empty lines before it.
void show_line_ends(Decoder& to, Lines& lines, bool folds) {
  const bool one = lines.trailing.empty();
  if (folds && !empty(lines.leading) && !is_separator(lines.leading)) {
    if (one) show_as(to, " ", {lines.leading.begin, lines.rest.begin});
  } else if (!empty(lines.leading)) {
    show_break(to, lines.leading);
  }
  show_breaks(to, lines.trailing);
  lines.trailing.clear();
}

void show_line(Decoder& to, Lines& lines) {
  auto end = lines.rest.begin;
  while (end < lines.rest.end && break_length(to.text, end, lines.rest.end) == 0) ++end;
  show(to, {lines.rest.begin, end});
  lines.leading = {end, end + break_length(to.text, end, lines.rest.end)};
  lines.rest.begin = lines.leading.end;
}

void show_lines(Decoder& to, const Scalar& scalar) {
  const Span header_line = scalar_header(to.text, scalar);
  const Header header = read_header(to.text.substr(header_line.begin, size(header_line)));
  Lines lines{{header_line.end, scalar.whole.end}};
  if (header.indent > 0) lines.indent = scalar.indent + header.indent;
  read_breaks(to.text, lines);
  bool indented = false;
  while (lines.rest.begin < lines.rest.end && lines.column == lines.indent) {
    const bool more = is_blank(to.text, lines.rest.begin, lines.rest.end);
    show_line_ends(to, lines, scalar.style == ScalarStyle::folded && !indented && !more);
    indented = more;
    show_line(to, lines);
    read_breaks(to.text, lines);
  }
  if (header.chomping != '-' && !empty(lines.leading)) show_break(to, lines.leading);
  if (header.chomping == '+') show_breaks(to, lines.trailing);
}

}  // namespace

Span scalar_header(std::string_view text, const Scalar& scalar) {
  Span header{scalar.whole.begin, scalar.whole.begin};
  if (scalar.style != ScalarStyle::literal && scalar.style != ScalarStyle::folded) return header;
  while (header.end < scalar.whole.end && break_length(text, header.end, scalar.whole.end) == 0) {
    ++header.end;
  }
  header.end += break_length(text, header.end, scalar.whole.end);
  return header;
}

void append_scalar(Passage& passage, const Scalar& scalar, std::string_view text,
                   const PassageView& from) {
  Decoder to{text, from, passage};
  if (empty(scalar.whole)) return;
  switch (scalar.style) {
    case ScalarStyle::plain:
      return show_flow(to, scalar.whole, scalar.style);
    case ScalarStyle::single_quoted:
    case ScalarStyle::double_quoted:
      return show_flow(to, {scalar.whole.begin + 1, scalar.whole.end - 1}, scalar.style);
    case ScalarStyle::literal:
    case ScalarStyle::folded:
      return show_lines(to, scalar);
  }
}

}  // namespace caveat
