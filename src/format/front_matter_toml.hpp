// TOML front matter. The one place of this room that knows toml11. Private to front_matter*.cpp.
#pragma once

#include "format/metadata.hpp"
#include "text/source.hpp"

namespace caveat {

/// `inside`: from the opening "+++" to the line that closes the front matter.
Metadata read_toml(const Source& source, Span inside);

}  // namespace caveat
