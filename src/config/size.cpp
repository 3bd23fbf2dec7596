#include "config/size.hpp"

#include <charconv>

namespace caveat {
namespace {

unsigned shift_of(char suffix) {
  switch (suffix) {
    case 'K':
      return 10;
    case 'M':
      return 20;
    case 'G':
      return 30;
    default:
      return 0;
  }
}

}  // namespace

std::optional<std::uint64_t> size_named(std::string_view text) {
  const unsigned shift = text.empty() ? 0 : shift_of(text.back());
  const std::string_view digits = text.substr(0, text.size() - (shift > 0 ? 1 : 0));
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (number > (largest_file >> shift)) return std::nullopt;
  return number << shift;
}

}  // namespace caveat
