// The JSON Schema of packs: what an editor knows of them. docs/pack.schema.json, built in.
#pragma once

#include <string_view>

namespace caveat {

std::string_view pack_schema();

}  // namespace caveat
