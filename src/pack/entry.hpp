// What every entry of a pack has: words with their place, a source, and when somebody last looked.
#pragma once

#include <cstdint>
#include <string>

#include "text/span.hpp"

namespace caveat {

/// A place in one of PackSet::sources.
struct Origin {
  std::uint32_t source = 0;
  Span span;
};

/// A string of a pack. `origin` covers the characters between its quotes; offsets into `value`
/// are offsets into it where the string has no escapes.
struct Text {
  std::string value;
  Origin origin;
};

/// Where a statement comes from. A year of 0 is not given.
struct Citation {
  std::string title;
  int year = 0;
  std::string url;
};

/// Whether somebody compared the entry with its source, and when. Unverified entries never speak
/// louder than a warning.
struct Review {
  bool verified = true;
  std::string reviewed;   ///< ISO date or empty
  std::string review_by;  ///< ISO date from which on the entry itself is stale, or empty
};

}  // namespace caveat
