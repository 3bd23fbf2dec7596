// What the attributes of a start tag say, as far as it matters to what is shown. Private to the
// reader of HTML.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/span.hpp"

namespace caveat {

struct TagFacts {
  Span title = {};
  Span alt = {};
  Span href = {};
  Span content = {};   ///< of <meta>
  Span property = {};  ///< what <meta> tells: its name or property
  Span type = {};
  Span scope = {};  ///< of <th>
  std::uint32_t width = 1;
  std::uint32_t height = 1;
  bool hidden = false;
};

/// `at` is the "<" of the tag.
TagFacts facts_of(std::string_view page, std::size_t at);

}  // namespace caveat
