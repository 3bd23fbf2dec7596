// Blocks as text, for tests and for people: `heading 1 [Kratom for sleep]`, one block a line, one
// pair of brackets for each line of what is shown; `cell of [Myth] [It is safe]`.
#pragma once

#include <string>

#include "format/block.hpp"
#include "text/source.hpp"

namespace caveat {

const char* name_of(BlockKind kind);

std::string dump(const Blocks& blocks);

/// The bytes of the file that each block stands for, markup inside it and all, one block a line.
std::string dump_places(const Source& source, const Blocks& blocks);

}  // namespace caveat
