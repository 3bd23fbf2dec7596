// What the formats made of JSON share. The one header of this room that includes nlohmann/json,
// which costs seconds to compile; private to this room.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "report/report.hpp"

namespace caveat {

using Json = nlohmann::ordered_json;

/// ASCII only: control characters and bidirectional overrides stay true as escapes and never reach
/// a terminal. Invalid UTF-8 becomes U+FFFD. "##" is broken up because a CI runner that is shown
/// the document looks for "##[command]" anywhere in a line; it stands inside strings only.
std::string written(const Json& value);

}  // namespace caveat
