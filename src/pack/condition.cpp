#include "pack/condition.hpp"

#include <algorithm>
#include <string_view>

#include "pack/problem.hpp"

namespace caveat {
namespace {

constexpr std::string_view joint = " and ";
constexpr std::string_view word = "topic ";

Text part_of(const Text& text, std::size_t begin, std::size_t end) {
  const Span part{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  return {text.value.substr(begin, end - begin), place_in(text, part)};
}

}  // namespace

std::optional<std::vector<Text>> topics_of(const Text& when) {
  std::vector<Text> topics;
  for (std::size_t at = 0; at < when.value.size();) {
    const auto end = std::min(when.value.find(joint, at), when.value.size());
    const auto name = when.value.find_first_not_of(' ', at + word.size());
    if (when.value.compare(at, word.size(), word) != 0 || name >= end) return std::nullopt;
    topics.push_back(part_of(when, name, end));
    at = end + joint.size();
  }
  return topics;
}

}  // namespace caveat
