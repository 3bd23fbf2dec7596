// MDX is Markdown in which tags are components and braces hold JavaScript. No parser of that
// language is here: what is code is blanked out before Markdown is read, and what stands between
// tags is Markdown. Private to the Markdown reader.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "format/block.hpp"

namespace caveat {

/// A copy of the file in which, from `base` on, import and export lines are blanks, and expressions
/// and comments are the bytes that markdown_tame.hpp names. Every byte stands where it stood.
std::string blank_components(std::string_view bytes, std::uint32_t base,
                             std::vector<Directive>& directives);

}  // namespace caveat
