// Tags, comments and attributes as places in a page: the tokenizer of HTML without what the tokens
// mean. Gumbo has one too, but it cannot be asked before its tree is built, and what it leaves out
// of the tree has to be stepped over in the bytes. Private to this room.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/span.hpp"

namespace caveat {

enum class MarkupKind : std::uint8_t {
  none,  ///< the "<" is one
  start_tag,
  end_tag,
  comment,      ///< "<!-- … -->"
  declaration,  ///< "<!doctype html>", "<?xml … ?>", "</>" and others that show nothing
};

struct Markup {
  MarkupKind kind = MarkupKind::none;
  Span whole;                 ///< to the end of the text if nothing closes it
  Span name;                  ///< of a tag
  bool closed = true;         ///< false for a tag that the text ends in: browsers drop it
  bool self_closing = false;  ///< "<br/>"
};

/// What starts with the "<" at `at`.
Markup read_markup(std::string_view text, std::size_t at);

struct Attribute {
  Span name;
  Span value;  ///< without its quotes; empty if it has none
};

/// The attributes of a tag one after another; `at` starts behind the tag's name and moves on.
/// False when there are no more.
bool next_attribute(std::string_view text, std::size_t& at, Attribute& attribute);

/// "<![CDATA[" stands there.
bool starts_cdata(std::string_view text, std::size_t at);

/// Where the text of an element such as <style>, which holds no tags, ends: at "</style" or at the
/// end of the text. <script> also steps over scripts inside of comments.
std::size_t end_of_raw_text(std::string_view text, std::size_t at, std::string_view name);

bool is_html_space(char c);

/// Equal but for the case of ASCII letters; `lower` is in lower case.
bool equals_lower(std::string_view text, std::string_view lower);

inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, size(span));
}

}  // namespace caveat
