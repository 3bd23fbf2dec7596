#include "config/config.hpp"

#include <algorithm>

namespace caveat {

std::string_view name_of(Verdict verdict) {
  return verdict ? name_of(*verdict) : "off";
}

std::vector<std::size_t> overrides_for(const Config& config, std::string_view path) {
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at < config.overrides.size(); ++at)
    if (covering(config.overrides[at].files, path, false) != nullptr) found.push_back(at);
  return found;
}

const PlacedGlob* covering(const Globs& globs, std::string_view path, bool is_folder) {
  const auto found = std::ranges::find_if(
      globs, [&](const PlacedGlob& one) { return covers(one.glob, path, is_folder); });
  return found == globs.end() ? nullptr : &*found;
}

}  // namespace caveat
