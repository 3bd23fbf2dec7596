#include "format/format.hpp"

#include <array>

namespace caveat {
namespace {

constexpr std::array<Format, 1> table = {{
    {"plain", read_plain},
}};

}  // namespace

std::span<const Format> formats() {
  return table;
}

}  // namespace caveat
