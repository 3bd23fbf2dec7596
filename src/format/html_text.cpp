#include "format/html_text.hpp"

#include <algorithm>
#include <array>

#include "format/entity.hpp"
#include "format/html_markup.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

struct Writer {
  const HtmlPage& page;
  Span part;
  TextKind kind;
  std::uint32_t shown;
  Passage& passage;
  std::uint32_t at;       ///< of the page
  std::uint32_t pending;  ///< from here to `at` the page is shown as it is
  std::string entity = {};
};

bool ends_blank(const Passage& passage, std::uint32_t shown) {
  return passage.text.size() <= shown || is_html_space(passage.text.back());
}

bool is_raw(const Writer& writer) {
  return writer.kind == TextKind::raw || writer.kind == TextKind::attribute;
}

void flush(Writer& writer) {
  if (writer.pending < writer.at) {
    append(writer.passage, writer.page.html, {writer.pending, writer.at});
  }
  writer.pending = writer.at;
}

/// Bytes up to `end` are not shown.
void step_over(Writer& writer, std::uint32_t end) {
  flush(writer);
  writer.at = writer.pending = std::min(end, writer.part.end);
}

void show_as(Writer& writer, std::string_view shown, std::uint32_t length) {
  flush(writer);
  append_for(writer.passage, shown, writer.page.html, {writer.at, writer.at + length});
  step_over(writer, writer.at + length);
}

bool is_shown(const Writer& writer, std::uint32_t at) {
  return is_raw(writer) || writer.page.html.text[at] == writer.page.tame[at];
}

void take_space(Writer& writer) {
  const auto text = writer.page.html.text;
  auto end = writer.at;
  bool line = false;
  for (; end < writer.part.end && is_html_space(text[end]) && is_shown(writer, end); ++end) {
    line = line || text[end] == '\n' || text[end] == '\r';
  }
  flush(writer);
  if (ends_blank(writer.passage, writer.shown)) return step_over(writer, end);
  if (line && end - writer.at > 1) return show_as(writer, "\n", end - writer.at);
  writer.at = end;
}

/// "&nlE;" is as long as the two characters that it stands for, and would pass for bytes of the
/// file: the second one, a mark on the first, has no bytes then.
void show_character(Writer& writer, std::uint32_t length) {
  std::string mark;
  if (writer.entity.size() == length) {
    const auto first = decode(writer.entity, 0).length;
    mark = writer.entity.substr(first);
    writer.entity.resize(first);
  }
  show_as(writer, writer.entity, length);
  const auto end = to_source(writer.page.html, {writer.at, writer.at}).begin;
  append_between(writer.passage, mark, end);
}

void take_entity(Writer& writer) {
  const auto rules =
      writer.kind == TextKind::attribute ? EntityRules::attribute : EntityRules::text;
  const auto text = writer.page.html.text.substr(0, writer.part.end);
  const auto length = read_entity(text, writer.at, rules, writer.entity);
  if (length == 0) {
    ++writer.at;
  } else {
    show_character(writer, length);
  }
}

void take_digit(Writer& writer, char digit) {
  constexpr std::array<std::string_view, 10> superscripts = {"\u2070", "\u00B9", "\u00B2", "\u00B3",
                                                             "\u2074", "\u2075", "\u2076", "\u2077",
                                                             "\u2078", "\u2079"};
  show_as(writer, superscripts[static_cast<std::size_t>(digit - '0')], 1);
}

/// A tag that gumbo took for nothing, or a "<".
void take_markup(Writer& writer) {
  const Markup markup = read_markup(writer.page.tame, writer.at);
  if (markup.kind == MarkupKind::none) {
    ++writer.at;
  } else {
    step_over(writer, markup.whole.end);
  }
}

void take_byte(Writer& writer) {
  const char c = writer.page.html.text[writer.at];
  if (!is_raw(writer) && writer.page.tame[writer.at] == '<') return take_markup(writer);
  if (!is_shown(writer, writer.at)) return step_over(writer, writer.at + 1);
  if (is_html_space(c)) return take_space(writer);
  if (c == '&') return take_entity(writer);
  if (writer.kind == TextKind::superior && c >= '0' && c <= '9') return take_digit(writer, c);
  ++writer.at;
}

}  // namespace

void append_text(const HtmlPage& page, Span part, TextKind kind, std::uint32_t shown,
                 Passage& passage) {
  Writer writer{page, part, kind, shown, passage, part.begin, part.begin};
  while (writer.at < part.end) take_byte(writer);
  flush(writer);
}

void append_blank(const HtmlPage& page, std::uint32_t at, std::uint32_t shown, Passage& passage) {
  if (ends_blank(passage, shown)) return;
  append_between(passage, " ", to_source(page.html, {at, at}).begin);
}

}  // namespace caveat
