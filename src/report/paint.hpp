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

/// Appends `text`, in `ink` when colour is on and it is not plain. Nothing but these sequences and
/// those of link() ever puts an ESC out.
void paint(Color color, Ink ink, std::string_view text, std::string& out);

/// Appends `text` as a link to `url` (OSC 8), if links are on and it is an address of the web in
/// plain ASCII: it comes from a pack, and must not end the sequence that it stands in.
void link(Links links, std::string_view url, std::string_view text, std::string& out);

}  // namespace caveat
