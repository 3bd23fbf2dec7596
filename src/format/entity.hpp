// Character references: "&rsquo;", "&#8217;", "&#x2019;". One table for HTML and Markdown, which
// differ in what they take: HTML also takes "&amp" without its semicolon. Private to this room.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace caveat {

/// HTML in text, HTML in the value of an attribute, Markdown.
enum class EntityRules : std::uint8_t { text, attribute, markdown };

/// Bytes of the reference that starts with the "&" at `at`; 0 if there is none, and the "&" is one.
/// What it stands for, UTF-8, replaces `shown`.
std::uint32_t read_entity(std::string_view text, std::size_t at, EntityRules rules,
                          std::string& shown);

}  // namespace caveat
