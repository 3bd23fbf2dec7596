#include "format/format.hpp"

#include <algorithm>
#include <array>

namespace caveat {
namespace {

constexpr std::array<std::string_view, 2> plain_endings = {".txt", ".text"};
constexpr std::array<std::string_view, 4> markdown_endings = {".md", ".markdown", ".mdown", ".mkd"};
constexpr std::array<std::string_view, 1> mdx_endings = {".mdx"};
constexpr std::array<std::string_view, 3> html_endings = {".html", ".htm", ".xhtml"};

constexpr std::array<Format, 4> table = {{
    {"plain", plain_endings, read_plain},
    {"markdown", markdown_endings, read_markdown},
    {"mdx", mdx_endings, read_mdx},
    {"html", html_endings, read_html},
}};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool has_ending(std::string_view path, std::string_view ending) {
  return path.size() >= ending.size() &&
         std::ranges::equal(path.substr(path.size() - ending.size()), ending, {}, lower);
}

}  // namespace

std::span<const Format> formats() {
  return table;
}

const Format* format_named(std::string_view name) {
  const auto* row = std::ranges::find(table, name, &Format::name);
  return row == table.end() ? nullptr : row;
}

const Format* format_of_path(std::string_view path) {
  const auto* row = std::ranges::find_if(table, [&](const Format& format) {
    return std::ranges::any_of(format.endings,
                               [&](std::string_view ending) { return has_ending(path, ending); });
  });
  return row == table.end() ? nullptr : row;
}

}  // namespace caveat
