// What a terminal and a CI log may see of bytes that others wrote. A linted file can hold escape
// sequences that rewrite the screen, overrides that reverse the reading order, and lines that a CI
// runner takes for commands; gcc and shellcheck let some of these through.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace caveat {

struct Visible {
  std::uint32_t length = 1;  ///< bytes of the text that were shown
  std::uint32_t width = 1;   ///< cells they take on a terminal
};

/// Appends the code point at `offset`, or what stands for it: \x1B, \u{202E}.
Visible append_visible(std::string_view text, std::size_t offset, std::string& out);

}  // namespace caveat
