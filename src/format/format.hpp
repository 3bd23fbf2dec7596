// The table of formats. A format is a function from a file to its blocks; adding one is a row.
#pragma once

#include <span>
#include <string_view>

#include "format/block.hpp"
#include "text/source.hpp"

namespace caveat {

struct Format {
  std::string_view name;
  void (*read)(const Source&, Blocks&);  ///< clears and fills the blocks
};

std::span<const Format> formats();

/// Plain text: paragraphs, bare heading lines, list items; see plain.cpp for how they are told.
void read_plain(const Source& source, Blocks& blocks);

}  // namespace caveat
