#include "report/xml_text.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "report/report.hpp"
#include "text/utf8.hpp"

namespace caveat {

namespace {

using Reference = std::pair<char, std::string_view>;
constexpr std::array references = {Reference{'&', "&amp;"},  Reference{'<', "&lt;"},
                                   Reference{'>', "&gt;"},   Reference{'"', "&quot;"},
                                   Reference{'\'', "&#39;"}, Reference{'\n', "&#10;"},
                                   Reference{'\r', "&#13;"}, Reference{'\t', "&#9;"}};

std::string_view reference_of(char c) {
  for (const auto& [character, reference] : references)
    if (character == c) return reference;
  return "";
}

bool is_no_character(const CodePoint& point) {
  return point.value == 0xFFFE || point.value == 0xFFFF;
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  std::string plain;
  const auto flush = [&] { out += printable(std::exchange(plain, "")); };
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const auto reference = reference_of(text[at]);
    if (reference.empty() && !is_no_character(point)) {
      plain += text.substr(at, point.length);
    } else {
      flush();
      out += reference.empty() ? fmt::format("\\u{{{:04X}}}", std::uint32_t{point.value})
                               : std::string(reference);
    }
    at += point.length;
  }
  flush();
  return out;
}

}  // namespace caveat
