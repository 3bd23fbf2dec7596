// Gumbo's tree of a page, in memory of its own that goes all at once: gumbo destroys a tree by
// recursion, and so never gets to. Private to the reader of HTML.
#pragma once

#include <gumbo.h>

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace caveat {

/// Memory in chunks; what is freed is used again for what is as large.
struct Arena {
  static constexpr std::size_t class_count = 160;
  std::vector<std::unique_ptr<char[]>> chunks;
  char* next = nullptr;
  std::size_t left = 0;
  std::array<void*, class_count> free = {};
};

/// The document node; it and all below point into `bytes` and live in `arena`. No element nests
/// deeper than the page does: tame it first.
const GumboNode* parse_html(std::string_view bytes, Arena& arena);

}  // namespace caveat
