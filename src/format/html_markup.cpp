#include "format/html_markup.hpp"

#include <algorithm>

namespace caveat {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
}

bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

Span span(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

char char_at(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\0';
}

bool starts_with_lower(std::string_view text, std::size_t at, std::string_view start) {
  return at <= text.size() && equals_lower(text.substr(at, start.size()), start);
}

bool ends_name(char c) {
  return is_html_space(c) || c == '/' || c == '>';
}

std::size_t after(std::string_view text, std::string_view mark, std::size_t from) {
  const auto found = text.find(mark, from);
  return found == text.npos ? text.size() : found + mark.size();
}

/// `at` is behind "<!--". Browsers also end a comment at "--!>", and "<!-->" and "<!--->" at once.
std::size_t end_of_comment(std::string_view text, std::size_t at) {
  if (char_at(text, at) == '>') return at + 1;
  if (text.substr(at, 2) == "->") return at + 2;
  for (auto dashes = text.find("--", at); dashes != text.npos;
       dashes = text.find("--", dashes + 1)) {
    if (char_at(text, dashes + 2) == '>') return dashes + 3;
    if (text.substr(dashes + 2, 2) == "!>") return dashes + 4;
  }
  return text.size();
}

Markup declaration(std::string_view text, std::size_t at) {
  return {MarkupKind::declaration, span(at, after(text, ">", at)), {}};
}

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_html_space(text[at])) ++at;
  return at;
}

/// `at` is behind the "=".
Span read_value(std::string_view text, std::size_t& at) {
  at = skip_space(text, at);
  const char quote = char_at(text, at);
  const auto begin = quote == '"' || quote == '\'' ? at + 1 : at;
  if (begin > at) {
    const auto end = std::min(text.find(quote, begin), text.size());
    at = std::min(end + 1, text.size());
    return span(begin, end);
  }
  while (at < text.size() && !is_html_space(text[at]) && text[at] != '>') ++at;
  return span(begin, at);
}

Markup read_tag(std::string_view text, std::size_t at, MarkupKind kind) {
  Markup tag{kind, {}, {}};
  std::size_t next = kind == MarkupKind::end_tag ? at + 2 : at + 1;
  const auto name = next;
  while (next < text.size() && !ends_name(text[next])) ++next;
  tag.name = span(name, next);
  Attribute attribute;
  while (next_attribute(text, next, attribute)) {
  }
  tag.closed = next < text.size();
  tag.self_closing = tag.closed && text[next - 1] == '/' && attribute.value.end < next;
  tag.whole = span(at, std::min(next + 1, text.size()));
  return tag;
}

/// Behind "<!--" in a script, "<script" opens a script whose end tag does not end the outer one.
std::size_t end_of_script(std::string_view text, std::size_t at) {
  bool comment = false;
  bool inner = false;
  for (; at < text.size(); ++at) {
    if (text[at] != '<' && text[at] != '-') continue;
    const auto rest = text.substr(at);
    if (rest.starts_with("-->")) comment = inner = false;
    if (!rest.starts_with('<')) continue;
    if (rest.starts_with("<!--")) comment = true;
    const bool end = starts_with_lower(rest, 1, "/script") && ends_name(char_at(rest, 8));
    const bool start = starts_with_lower(rest, 1, "script") && ends_name(char_at(rest, 7));
    if (end && !inner) return at;
    if (comment && (start || end)) inner = start;
  }
  return text.size();
}

}  // namespace

bool is_html_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool equals_lower(std::string_view text, std::string_view low) {
  return std::ranges::equal(text, low, {}, lower);
}

bool starts_cdata(std::string_view text, std::size_t at) {
  return text.substr(at).starts_with("<![CDATA[");
}

bool next_attribute(std::string_view text, std::size_t& at, Attribute& attribute) {
  while (at < text.size() && (is_html_space(text[at]) || text[at] == '/')) ++at;
  if (at >= text.size() || text[at] == '>') return false;
  const auto begin = at++;
  while (at < text.size() && !ends_name(text[at]) && text[at] != '=') ++at;
  attribute.name = span(begin, at);
  attribute.value = span(at, at);
  const auto sign = skip_space(text, at);
  if (char_at(text, sign) != '=') return true;
  at = sign + 1;
  attribute.value = read_value(text, at);
  return true;
}

std::size_t end_of_raw_text(std::string_view text, std::size_t at, std::string_view name) {
  if (name == "script") return end_of_script(text, at);
  for (at = text.find("</", at); at != text.npos; at = text.find("</", at + 2)) {
    const auto next = at + 2 + name.size();
    if (starts_with_lower(text, at + 2, name) && ends_name(char_at(text, next))) return at;
  }
  return text.size();
}

Markup read_markup(std::string_view text, std::size_t at) {
  const char next = char_at(text, at + 1);
  if (is_letter(next)) return read_tag(text, at, MarkupKind::start_tag);
  if (text.substr(at).starts_with("<!--")) {
    return {MarkupKind::comment, span(at, end_of_comment(text, at + 4)), {}};
  }
  if (next == '!' || next == '?') return declaration(text, at);
  if (next != '/' || at + 2 >= text.size()) return {MarkupKind::none, span(at, at + 1), {}};
  if (is_letter(text[at + 2])) return read_tag(text, at, MarkupKind::end_tag);
  return declaration(text, at);
}

}  // namespace caveat
