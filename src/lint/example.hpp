// A sentence with which an entry of a pack proves itself. Where it must be flagged its author may
// mark what the finding must cover: "It is «completely safe»."
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/span.hpp"

namespace caveat {

struct Example {
  std::string text;            ///< without the marks
  std::optional<Span> marked;  ///< bytes of `text`
};

/// Reads the first pair of « »; without one, or with more than one, nothing is marked.
Example read_example(std::string_view written);

}  // namespace caveat
