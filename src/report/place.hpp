// Line and byte column by look-up alone. place_of (text/source.hpp) counts code points from the
// start of the line as well, which on a file of one very long line would make a report cost its
// length times its findings. Private to this room.
#pragma once

#include <cstdint>

#include "text/source.hpp"

namespace caveat {

/// 1-based; the column counts UTF-8 bytes.
struct BytePlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

BytePlace byte_place(const Source& source, std::uint32_t offset);

/// `span` cut to the file, so that a wrong span costs a wrong caret and never a crash.
Span within(const Source& source, Span span);

}  // namespace caveat
