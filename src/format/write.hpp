// How readers write blocks. Between open_block and close_block they append to Blocks::passage; a
// block that shows nothing vanishes. Private to this room.
#pragma once

#include "format/block.hpp"
#include "text/source.hpp"

namespace caveat {

void clear(Blocks& blocks);

/// What is appended to the passage from now on belongs to a new block; `shape.shown` is ignored. A
/// line end parts it from the one before.
void open_block(Blocks& blocks, const Block& shape);

/// Its index, or no_block where it showed nothing but white space.
std::uint32_t close_block(Blocks& blocks);

/// What was appended since byte `begin` of the passage is the text of a link to `target`. Noted
/// only where that is another site: such a link may be a source, one within a site is not.
void note_link(Blocks& blocks, std::uint32_t begin, std::string_view target);

/// A file as a passage: every byte stands for itself. `run` must outlive the view.
PassageView view(const Source& source, Run& run);

}  // namespace caveat
