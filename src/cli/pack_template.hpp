// The pack that `caveat init` writes: small, sound, and every line of it there to be replaced.
#pragma once

#include <string>
#include <vector>

namespace caveat {

struct PackTemplate {
  std::string file;  ///< "pack.toml"
  std::string text;
};

/// `name` may stand in a rule id; `today` is an ISO date.
std::vector<PackTemplate> pack_template(const std::string& name, const std::string& today);

}  // namespace caveat
