#include "report/paint.hpp"

namespace caveat {

namespace {

const char* start_of(Ink ink) {
  switch (ink) {
    case Ink::note:
      return "\x1B[01;36m";
    case Ink::warning:
      return "\x1B[01;35m";
    case Ink::error:
      return "\x1B[01;31m";
    case Ink::caret:
      return "\x1B[01;32m";
    case Ink::place:
      break;
  }
  return "\x1B[01m";
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
  if (color == Color::on) out += start_of(ink);
  out += text;
  if (color == Color::on) out += "\x1B[m";
}

}  // namespace caveat
