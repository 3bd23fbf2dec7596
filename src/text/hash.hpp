// FNV-1a: the same number on every machine and in every version, for what is kept in files of
// others. Not for what an attacker may choose.
#pragma once

#include <cstdint>
#include <string_view>

namespace caveat {

/// Goes on from `hash`, the number of what came before.
constexpr std::uint64_t fnv1a(std::string_view bytes, std::uint64_t hash = 14695981039346656037U) {
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 1099511628211U;
  }
  return hash;
}

}  // namespace caveat
