// Stretches of a page as what a reader sees of them: entities are characters, line ends and indents
// one line end, tags in between nothing. Private to the reader of HTML.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "format/block.hpp"
#include "text/passage.hpp"

namespace caveat {

enum class TextKind : std::uint8_t {
  markup,     ///< tags and comments in it are not shown
  superior,   ///< the same, and digits are shown as superscripts
  raw,        ///< a <title>: "<" is one
  attribute,  ///< the same, and entities need their semicolon
};

/// `tame` is the same page, with the tags that gumbo saw; a byte that it has not is not shown.
struct HtmlPage {
  PassageView html;
  std::string_view tame;
};

/// `shown` is the first byte of the block in `passage`: white space at its begin is not shown.
void append_text(const HtmlPage& page, Span part, TextKind kind, std::uint32_t shown,
                 Passage& passage);

/// A blank that no byte stands for, unless there is one.
void append_blank(const HtmlPage& page, std::uint32_t at, std::uint32_t shown, Passage& passage);

}  // namespace caveat
