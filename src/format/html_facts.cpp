#include "format/html_facts.hpp"

#include <algorithm>
#include <string>

#include "format/html_markup.hpp"

namespace caveat {
namespace {

constexpr std::uint32_t max_reach = 1000;  // of a cell, as in browsers

std::uint32_t number_of(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') break;
    value = std::min(value * 10 + static_cast<std::uint32_t>(c - '0'), max_reach);
  }
  return std::max(value, 1U);
}

/// "display: none" among other things.
bool hides(std::string_view style) {
  std::string packed;
  for (const char c : style) {
    if (!is_html_space(c)) packed += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
  }
  return packed.find("display:none") != packed.npos;
}

void add_fact(std::string_view page, const Attribute& attribute, TagFacts& facts) {
  const auto is = [name = slice(page, attribute.name)](std::string_view lower) {
    return equals_lower(name, lower);
  };
  const auto value = slice(page, attribute.value);
  if (is("title")) facts.title = attribute.value;
  if (is("alt")) facts.alt = attribute.value;
  if (is("href")) facts.href = attribute.value;
  if (is("content")) facts.content = attribute.value;
  if (is("name") || is("property")) facts.property = attribute.value;
  if (is("type")) facts.type = attribute.value;
  if (is("scope")) facts.scope = attribute.value;
  if (is("colspan")) facts.width = number_of(value);
  if (is("rowspan")) facts.height = number_of(value);
  if (is("hidden") || (is("aria-hidden") && equals_lower(value, "true")) ||
      (is("style") && hides(value))) {
    facts.hidden = true;
  }
}

}  // namespace

TagFacts facts_of(std::string_view page, std::size_t at) {
  while (at < page.size() && !is_html_space(page[at]) && page[at] != '/' && page[at] != '>') ++at;
  TagFacts facts;
  Attribute attribute;
  while (next_attribute(page, at, attribute)) add_fact(page, attribute, facts);
  return facts;
}

}  // namespace caveat
