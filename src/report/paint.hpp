// Colours as gcc's (GCC_COLORS): the same meaning has the same colour in every compiler's output.
// Private to this room.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace caveat {

enum class Ink : std::uint8_t { note, warning, error, place, caret };

Ink ink_of(Severity severity);

/// Appends `text`, in `ink` when colour is on. Nothing but these sequences ever puts an ESC out.
void paint(Color color, Ink ink, std::string_view text, std::string& out);

}  // namespace caveat
