#include "report/paint.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace caveat {

namespace {

/// By ink, without `plain`, which starts nothing.
const char* start_of(Ink ink) {
  constexpr std::array<const char*, 12> starts = {
      "\x1B[01;36m", "\x1B[01;35m", "\x1B[01;31m", "\x1B[01m", "\x1B[01;32m", "",
      "\x1B[02m",    "\x1B[36m",    "\x1B[32m",    "\x1B[33m", "\x1B[31m",    "\x1B[01;31m"};
  return starts[static_cast<std::size_t>(ink)];
}

}  // namespace

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return Ink::note;
    case Severity::warning:
      return Ink::warning;
    case Severity::error:
      break;
  }
  return Ink::error;
}

void paint(Color color, Ink ink, std::string_view text, std::string& out) {
  const bool painted = color == Color::on && ink != Ink::plain;
  if (painted) out += start_of(ink);
  out += text;
  if (painted) out += "\x1B[m";
}

void link(Links links, std::string_view url, std::string_view text, std::string& out) {
  const bool of_the_web = url.starts_with("https://") || url.starts_with("http://");
  const auto is_plain = [](char c) { return c > ' ' && c < 0x7F; };
  const bool linked = links == Links::on && of_the_web && std::ranges::all_of(url, is_plain);
  if (linked) out += fmt::format("\x1B]8;;{}\x1B\\", url);
  out += text;
  if (linked) out += "\x1B]8;;\x1B\\";
}

}  // namespace caveat
