#include "report/paint.hpp"

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

}  // namespace caveat
