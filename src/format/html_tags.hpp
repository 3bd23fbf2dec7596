// What caveat knows of each tag of HTML: what a reader sees of its element, and how it opens and
// closes others. Constant tables by gumbo's tag. Private to the reader of HTML.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <string_view>

namespace caveat {

/// What a reader sees of an element.
enum class Shown : std::uint8_t {
  text,       ///< its text, in the sentence that it stands in
  block,      ///< its text, in blocks of its own
  nothing,    ///< scripts, styles, what stands in the head
  gap,        ///< nothing, between two blocks: listings of code, rules
  blank,      ///< no text, but it stands between words: images, what is struck
  apart,      ///< its text, with blanks around: a button
  object,     ///< U+FFFC: inline code, fields of forms
  line,       ///< <br>
  superior,   ///< <sup>
  quotation,  ///< <q>
  heading,
  quote,
  item,
  table,
  row,
  cell,
  caption,
  terms,       ///< <dl>
  term,        ///< <dt>
  definition,  ///< <dd>
  title,
  meta,
  script,
};

Shown shown_of(GumboTag tag);

/// How a tag is treated before gumbo sees it (html_tame.cpp), and how gumbo then treats it; the
/// standard's names are in brackets.
enum Trait : std::uint32_t {
  is_idle = 1 << 0,         ///< it shows nothing and holds nothing that is shown
  is_inline = 1 << 1,       ///< it only shows its text
  is_like_q = 1 << 2,       ///< gumbo can do with <q> in its place
  is_like_div = 1 << 3,     ///< gumbo can do with <div> in its place
  is_void = 1 << 4,         ///< it has no end tag
  is_raw = 1 << 5,          ///< it holds text only, up to its end tag
  is_special = 1 << 6,      ///< an end tag of another element does not close it ("special")
  is_scope = 1 << 7,        ///< end tags inside do not reach out of it
  is_block = 1 << 8,        ///< its end tag closes all that is open in it, its start tag a <p>
  ends_paragraph = 1 << 9,  ///< its start tag closes a <p>, too
  is_heading = 1 << 10,
  is_table_part = 1 << 11,
  leaves_svg = 1 << 12,  ///< its start tag ends <svg> and <math>
};

std::uint32_t traits_of(GumboTag tag);

/// By its name, in any case.
GumboTag tag_named(std::string_view name);

}  // namespace caveat
