// The .caveat.toml that `caveat init` writes: every key, as a comment, so that nothing changes
// until somebody means it to.
#pragma once

#include <string_view>

namespace caveat {

std::string_view config_template();

}  // namespace caveat
