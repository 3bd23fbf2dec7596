// Tags inside paragraphs. Most join what stands on both sides of them ("krat<b>om</b>" is one
// word); the others are in the table below. Whole HTML blocks are html.cpp's.
#include <algorithm>
#include <array>

#include "format/directive.hpp"
#include "format/markdown_page.hpp"

namespace caveat {
namespace {

enum class Role : std::uint8_t {
  join,
  line_break,
  block,
  quote,
  image,
  code,
  struck,
  nothing,
  raise,
  q
};

struct Row {
  std::string_view name;
  Role role;
};

constexpr std::array<Row, 66> table = {{
    {"address", Role::block},    {"article", Role::block},    {"aside", Role::block},
    {"blockquote", Role::quote}, {"br", Role::line_break},    {"caption", Role::block},
    {"center", Role::block},     {"code", Role::code},        {"dd", Role::block},
    {"del", Role::struck},       {"details", Role::block},    {"dialog", Role::block},
    {"dir", Role::block},        {"div", Role::block},        {"dl", Role::block},
    {"dt", Role::block},         {"fieldset", Role::block},   {"figcaption", Role::block},
    {"figure", Role::block},     {"footer", Role::block},     {"form", Role::block},
    {"h1", Role::block},         {"h2", Role::block},         {"h3", Role::block},
    {"h4", Role::block},         {"h5", Role::block},         {"h6", Role::block},
    {"header", Role::block},     {"hr", Role::block},         {"iframe", Role::nothing},
    {"img", Role::image},        {"kbd", Role::code},         {"legend", Role::block},
    {"li", Role::block},         {"main", Role::block},       {"math", Role::code},
    {"menu", Role::block},       {"nav", Role::block},        {"noscript", Role::nothing},
    {"object", Role::nothing},   {"ol", Role::block},         {"option", Role::block},
    {"p", Role::block},          {"pre", Role::block},        {"q", Role::q},
    {"s", Role::struck},         {"samp", Role::code},        {"script", Role::nothing},
    {"section", Role::block},    {"select", Role::nothing},   {"strike", Role::struck},
    {"style", Role::nothing},    {"summary", Role::block},    {"sup", Role::raise},
    {"svg", Role::nothing},      {"table", Role::block},      {"tbody", Role::block},
    {"td", Role::block},         {"template", Role::nothing}, {"textarea", Role::nothing},
    {"tfoot", Role::block},      {"th", Role::block},         {"thead", Role::block},
    {"tr", Role::block},         {"ul", Role::block},         {"var", Role::code},
}};

static_assert(std::ranges::is_sorted(table, {}, &Row::name));

constexpr std::size_t longest_name = 10;

constexpr char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_name(char c) {
  return (c >= '0' && c <= '9') || c == '-' || (lower(c) >= 'a' && lower(c) <= 'z');
}

Role role_of(std::string_view name) {
  std::array<char, longest_name> folded = {};
  if (name.size() > longest_name) return Role::join;
  std::ranges::transform(name, folded.begin(), lower);
  const std::string_view wanted(folded.data(), name.size());
  const auto* row = std::ranges::lower_bound(table, wanted, {}, &Row::name);
  return row != table.end() && row->name == wanted ? row->role : Role::join;
}

std::string_view name_of(std::string_view tag) {
  const auto end = std::ranges::find_if_not(tag, is_name);
  return tag.substr(0, static_cast<std::size_t>(end - tag.begin()));
}

bool holds(std::string_view text, std::string_view word) {
  return !std::ranges::search(text, word, {}, lower).empty();
}

/// Text after a block's tag is a block of its own.
void part_blocks(MarkdownPage& page) {
  if (page.images == 0 && page.open) open_block(page, page.shape);
}

void count_quote(MarkdownPage& page, bool opens) {
  if (opens) {
    ++page.quotes;
  } else if (page.quotes > 0) {
    --page.quotes;
  }
  page.frame.quote = page.shape.quote = page.in_quote || page.quotes > 0;
}

void open_or_close(MarkdownPage& page, Hidden what, bool opens) {
  if (opens) {
    hide(page, what);
  } else {
    end_hiding(page, what);
  }
}

void raise(MarkdownPage& page, bool opens) {
  if (opens) {
    ++page.raised;
    page.raised_text = false;
  } else if (page.raised > 0) {
    --page.raised;
  }
}

void read_role(MarkdownPage& page, Role role, bool opens, Span place) {
  switch (role) {
    case Role::join:
    case Role::nothing:
      break;
    case Role::line_break:
      break_hard(page);
      break;
    case Role::quote:
      count_quote(page, opens);
      part_blocks(page);
      break;
    case Role::block:
      part_blocks(page);
      break;
    case Role::image:
      show_for_tag(page, " ", place);
      break;
    case Role::code:
      open_or_close(page, Hidden::code_tag, opens);
      break;
    case Role::struck:
      open_or_close(page, Hidden::struck_tag, opens);
      break;
    case Role::raise:
      raise(page, opens);
      break;
    case Role::q:
      show_for_tag(page, opens ? "\u201C" : "\u201D", place);
      break;
  }
}

// --- Attributes

struct Attribute {
  std::string_view name;
  std::string_view value;  ///< without quotes; in MDX with its braces
};

/// Past the braces at `at`; MDX has expressions for values.
std::size_t after_braces(std::string_view tag, std::size_t at) {
  int depth = 0;
  for (; at < tag.size(); ++at) {
    depth += tag[at] == '{' ? 1 : tag[at] == '}' ? -1 : 0;
    if (depth == 0) return at + 1;
  }
  return at;
}

/// The value at `at`, which moves past it.
std::string_view next_value(std::string_view tag, std::size_t& at) {
  const std::size_t begin = at;
  if (tag[at] == '"' || tag[at] == '\'') {
    const std::size_t end = std::min(tag.find(tag[at], at + 1), tag.size());
    at = std::min(end + 1, tag.size());
    return tag.substr(begin + 1, end - begin - 1);
  }
  at = tag[at] == '{' ? after_braces(tag, at)
                      : std::min(tag.find_first_of(" \t\r\n>", at), tag.size());
  return tag.substr(begin, at - begin);
}

/// The attribute at or after `at`, which moves past it. At the tag's end its name is empty.
Attribute next_attribute(std::string_view tag, std::size_t& at) {
  constexpr std::string_view blanks = " \t\r\n";
  at = std::min(tag.find_first_not_of(" \t\r\n/", at), tag.size());
  const std::size_t begin = at;
  at = std::min(tag.find_first_of(" \t\r\n=/>", at), tag.size());
  Attribute attribute = {tag.substr(begin, at - begin), {}};
  std::size_t value = tag.find_first_not_of(blanks, at);
  if (value == tag.npos || tag[value] != '=') return attribute;
  value = tag.find_first_not_of(blanks, value + 1);
  if (value == tag.npos) return attribute;
  attribute.value = next_value(tag, value);
  at = value;
  return attribute;
}

bool is(std::string_view name, std::string_view wanted) {
  return std::ranges::equal(name, wanted, {}, lower);
}

/// What is shown for an image, or on top of an element.
void show_attributes(MarkdownPage& page, std::string_view tag, std::string_view name) {
  if (!holds(tag, "alt") && !holds(tag, "title")) return;
  for (std::size_t at = 1 + name.size(); at < tag.size();) {
    const auto [key, value] = next_attribute(tag, at);
    if (key.empty()) return;
    if (!is(key, "title") && !(is(key, "alt") && is(name, "img"))) continue;
    if (value.empty() || value.front() == '{') continue;
    const auto begin = static_cast<std::uint32_t>(value.data() - page.bytes.data());
    show_title(page, {begin, begin + static_cast<std::uint32_t>(value.size())},
               EntityRules::attribute);
  }
}

// --- What is not shown

bool hides(const Attribute& attribute) {
  if (is(attribute.name, "hidden")) return attribute.value != "{false}";
  if (is(attribute.name, "aria-hidden")) return holds(attribute.value, "true");
  return is(attribute.name, "style") &&
         (holds(attribute.value, "display:none") || holds(attribute.value, "display: none"));
}

/// Elements that other tags do not close.
bool is_container(std::string_view name) {
  constexpr std::array<std::string_view, 7> names = {"article", "aside",   "div", "figure",
                                                     "nav",     "section", "span"};
  return std::ranges::find(names, name) != names.end();
}

bool starts_to_conceal(const MarkdownPage& page, std::string_view tag, std::string_view name) {
  if (role_of(name) == Role::nothing || (page.components && name == "pre")) return true;
  if (!is_container(name)) return false;
  for (std::size_t at = 1 + name.size(); at < tag.size();) {
    const Attribute attribute = next_attribute(tag, at);
    if (attribute.name.empty()) break;
    if (hides(attribute)) return true;
  }
  return false;
}

}  // namespace

bool conceal(MarkdownPage& page, std::string_view tag) {
  const bool opens = !tag.starts_with("</");
  const auto name = name_of(tag.substr(opens ? 1 : 2));
  const bool empty_element = tag.ends_with("/>");
  if (page.concealed > 0) {
    if (name == page.concealing && !empty_element) page.concealed += opens ? 1U : ~0U;
  } else if (opens && !empty_element && starts_to_conceal(page, tag, name)) {
    page.concealing = name;
    page.concealed = 1;
  }
  return page.concealed > 0;
}

void read_tag(MarkdownPage& page, const std::vector<Span>& pieces) {
  const Span place = {pieces.front().begin, pieces.back().end};
  std::string_view tag = page.bytes.substr(place.begin, size(place));
  if (tag.starts_with("<!--") && tag.ends_with("-->") && tag.size() >= 7) {
    take_directive(page.bytes, place, {place.begin + 4, place.end - 3}, page.blocks->directives);
    return;
  }
  const bool opens = !tag.starts_with("</");
  const auto name = name_of(tag.substr(opens ? 1 : 2));
  if (name.empty()) return;
  const bool was_concealed = page.concealed > 0;
  if (conceal(page, tag) && was_concealed) return;
  if (opens) show_attributes(page, tag, name);
  read_role(page, role_of(name), opens, place);
}

}  // namespace caveat
