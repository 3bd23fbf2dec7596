// What packages install beside the program: `caveat --generate=WHAT`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace caveat {

/// "man", "complete-bash", …
std::vector<std::string_view> generated_names();

/// The text called `name`, or nothing and a mistake.
std::string generated(const std::string& name, std::string& mistake);

}  // namespace caveat
