// A page of text for people: labelled, wrapped fields. All of it is made printable here, packs can
// come from anywhere.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

/// "  why      text, wrapped under itself"; nothing at all for an empty text.
void append_field(std::string_view label, std::string_view text, std::string& page);

/// "1 warning", "2 warnings".
std::string counted(std::size_t number, std::string_view noun);

}  // namespace caveat
