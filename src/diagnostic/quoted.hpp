// How messages set off the words that they speak of.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

inline std::string quoted(std::string_view words) {
  return '"' + std::string(words) + '"';
}

}  // namespace caveat
