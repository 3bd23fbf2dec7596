// One line of plain text and what its shape says, before it is known what the line belongs to.
// Private to the plain reader. Nothing here knows a word of any language: a heading, an item or a
// wrapped line is told by marks, widths and capitals only.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/source.hpp"
#include "text/span.hpp"

namespace caveat {

enum class LineShape : std::uint8_t {
  blank,    ///< white space only
  rule,     ///< at least three marks and nothing else: "---", "* * *"
  heading,  ///< "## Side effects"
  item,     ///< "- nausea", "1. nausea", "(a) nausea"
  text,
};

struct Line {
  Span whole;                ///< without the white space around it
  Span text;                 ///< the same without bullet or "##"
  std::uint32_t indent = 0;  ///< columns before `whole`
  std::uint32_t width = 0;   ///< columns (code points) up to the end of `whole`
  LineShape shape = LineShape::text;
  std::uint8_t level = 0;  ///< of a heading: how many "#"
  char mark = 0;           ///< of a rule: what it is made of
  bool sure = true;  ///< of an item: false for "2017." and dashes, which wrapped text may start
};

Line look_at_line(std::string_view bytes, Span line);

/// Without the white space around it, no-break spaces and byte order marks included.
Span trim(std::string_view bytes, Span span);

/// The last character that is no closing quote, bracket or reference mark ("[12]"); 0 if none.
char32_t closing_mark(std::string_view text);

/// Ends in a full stop, question or exclamation mark, or ellipsis.
bool ends_sentence(std::string_view text);

/// The first letter or digit, quotes and brackets skipped; 0 if none.
char32_t opening_letter(std::string_view text);

/// Most long words and the last word start with a capital.
bool is_title_case(std::string_view text);

/// Could be a heading by itself: short or in title case, starts high, no stop at the end or within.
bool is_bare_heading(std::string_view text);

/// Fills `bullets` with every " • " and "  - " inside `text`: a list that was flattened into a
/// line.
void find_inline_bullets(std::string_view bytes, Span text, std::vector<Span>& bullets);

/// Columns of the first word.
std::uint32_t first_word_width(std::string_view text);

}  // namespace caveat
