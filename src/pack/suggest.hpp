// "did you mean": the nearest of a list of names.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace caveat {

/// Restricted Damerau-Levenshtein distance (insert, delete, replace, swap neighbours) in bytes,
/// or limit + 1 when it is greater than `limit`. Time and memory grow with limit, not with length
/// squared. Source: Ukkonen 1985, Information and Control 64:100.
std::uint32_t edit_distance(std::string_view a, std::string_view b, std::uint32_t limit);

/// `; did you mean "depression"?`, or empty when no name is near.
std::string did_you_mean(std::string_view wrong, std::span<const std::string> names);

}  // namespace caveat
