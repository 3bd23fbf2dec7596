// JSON-LD: the data about a page that its publisher writes for search engines, in a script of type
// application/ld+json. Its headline and descriptions are shown under the link to the page, the
// questions and answers of an FAQ too. Private to this room.
#pragma once

#include "format/block.hpp"
#include "text/passage.hpp"

namespace caveat {

/// Appends blocks for what `script`, all that stands between the tags, says of the page. What
/// stands before the first mistake in its JSON is shown.
void append_json_ld(const PassageView& script, Blocks& blocks);

}  // namespace caveat
