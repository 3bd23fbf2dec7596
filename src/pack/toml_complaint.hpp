// What toml11 says about malformed TOML, taken apart: it hands out one text, laid out for a
// terminal, and the place in its exception is often only the start of the line. The places in the
// text are the right ones.
//
//   [error] toml::parse_array: missing array separator `,` after a value
//    --> x.toml
//      |
//    1 | x = [1 2]
//      |     ^--- array starts here
//    ...
//    1 | x = [1 2]
//      |        ^--- should be `,`
//      |
//   Hint: …
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace caveat {

/// 1-based; columns and length in bytes.
struct TomlRemark {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::uint32_t length = 1;
  std::string text;
};

struct TomlComplaint {
  std::string title;                ///< without "[error]" and the name of toml11's function
  std::vector<TomlRemark> remarks;  ///< the last one is where it went wrong
  std::vector<std::string> hints;
};

TomlComplaint read_complaint(std::string_view what);

}  // namespace caveat
