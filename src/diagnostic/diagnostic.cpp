#include "diagnostic/diagnostic.hpp"

#include <array>

namespace caveat {
namespace {

/// In the order of the enumeration.
constexpr std::array<const char*, 3> severity_names = {"note", "warning", "error"};

}  // namespace

const char* name_of(Severity severity) {
  return severity_names[static_cast<std::size_t>(severity)];
}

std::optional<Severity> severity_named(std::string_view name) {
  for (std::size_t i = 0; i < severity_names.size(); ++i) {
    if (name == severity_names[i]) return static_cast<Severity>(i);
  }
  return std::nullopt;
}

}  // namespace caveat
