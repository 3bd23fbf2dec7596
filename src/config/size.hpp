// "64M": a size in bytes as people write it, on the command line and in a file.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace caveat {

/// Spans have 32 bits, so nothing larger can be linted whatever is asked for.
inline constexpr std::uint64_t largest_file = std::numeric_limits<std::uint32_t>::max() - 1;

/// Digits, then perhaps K, M or G; nothing for anything else or above `largest_file`.
std::optional<std::uint64_t> size_named(std::string_view text);

}  // namespace caveat
