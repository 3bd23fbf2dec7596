// Front matter: the YAML between "---" or TOML between "+++" with which Markdown files of site
// generators begin. Its title and descriptions are what search engines show. Private to this room.
#pragma once

#include "format/block.hpp"
#include "text/source.hpp"

namespace caveat {

/// Appends blocks for the `title`, `description` and `summary` at the top of the file; the offset
/// of the first byte after the front matter, or of the text (after a byte order mark) if there is
/// none. Front matter that cannot be parsed shows nothing and is still no text.
std::uint32_t append_front_matter(const Source& source, Blocks& blocks);

}  // namespace caveat
