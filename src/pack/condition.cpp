#include "pack/condition.hpp"

#include <algorithm>
#include <string_view>

#include "pack/problem.hpp"

namespace caveat {
namespace {

constexpr std::string_view joint = " and ";

Text part_of(const Text& text, std::size_t begin, std::size_t end) {
  const Span part{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  return {text.value.substr(begin, end - begin), place_in(text, part)};
}

/// The name behind the word that stands at `at`; nothing where there is none, or another word.
std::optional<Text> named_by(std::string_view word, const Text& when, std::size_t at,
                             std::size_t end) {
  const auto name = when.value.find_first_not_of(' ', at + word.size());
  if (when.value.compare(at, word.size(), word) != 0 || name >= end) return std::nullopt;
  return part_of(when, name, end);
}

/// Whether the part means anything.
bool add_part(const Text& when, std::size_t at, std::size_t end, Condition& condition) {
  if (when.value.substr(at, end - at) == "advice") return condition.advice = true;
  if (const auto topic = named_by("topic ", when, at, end)) {
    condition.topics.push_back(*topic);
    return true;
  }
  const auto subject = named_by("subject ", when, at, end);
  if (!subject || condition.subject) return false;
  condition.subject = subject;
  condition.topics.push_back(*subject);
  return true;
}

}  // namespace

std::optional<Condition> condition_of(const Text& when) {
  Condition condition;
  for (std::size_t at = 0; at < when.value.size();) {
    const auto end = std::min(when.value.find(joint, at), when.value.size());
    if (!add_part(when, at, end, condition)) return std::nullopt;
    at = end + joint.size();
  }
  if (condition.advice && condition.topics.empty()) return std::nullopt;
  return condition;
}

}  // namespace caveat
