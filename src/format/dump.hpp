// Blocks as text, for tests and for people: `heading 1 [Kratom for sleep]`, one block a line, one
// pair of brackets a piece.
#pragma once

#include <string>

#include "format/block.hpp"
#include "text/source.hpp"

namespace caveat {

const char* name_of(BlockKind kind);

std::string dump(const Source& source, const Blocks& blocks);

}  // namespace caveat
