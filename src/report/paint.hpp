// Colours as gcc's (GCC_COLORS): the same meaning has the same colour in every compiler's output.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace caveat {

/// From `faint` to `alarm` a scale of six, for what grows graver step by step.
enum class Ink : std::uint8_t {
  note,
  warning,
  error,
  place,
  caret,
  plain,
  faint,
  cool,
  mild,
  warm,
  hot,
  alarm
};

Ink ink_of(Severity severity);

/// Appends `text`, in `ink` when colour is on and it is not plain. Nothing but these sequences ever
/// puts an ESC out.
void paint(Color color, Ink ink, std::string_view text, std::string& out);

}  // namespace caveat
