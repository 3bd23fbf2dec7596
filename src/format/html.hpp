// HTML inside other formats. Private to this room.
#pragma once

#include "format/block.hpp"
#include "text/passage.hpp"

namespace caveat {

/// How the blocks that a fragment makes are framed by what it stands in.
struct HtmlFrame {
  BlockKind kind = BlockKind::paragraph;  ///< of text that no element of the fragment frames
  bool quote = false;
};

/// Appends what a reader sees of a fragment, such as an HTML block of a Markdown file; its places
/// go through the passage to the file.
void append_html(const PassageView& html, const HtmlFrame& frame, Blocks& blocks);

}  // namespace caveat
