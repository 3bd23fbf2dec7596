#include "cli/generate.hpp"

#include <fmt/format.h>

#include <array>

#include "cli/completion.hpp"
#include "cli/manual.hpp"
#include "pack/suggest.hpp"

namespace caveat {

namespace {

struct Generated {
  std::string_view name;
  std::string (*text)();
};

constexpr std::array<Generated, 4> table = {{
    {"man", [] { return manual_page(manual_prose()); }},
    {"complete-bash", bash_completion},
    {"complete-zsh", zsh_completion},
    {"complete-fish", fish_completion},
}};

}  // namespace

std::vector<std::string_view> generated_names() {
  std::vector<std::string_view> names;
  for (const Generated& row : table) names.push_back(row.name);
  return names;
}

std::string generated(const std::string& name, std::string& mistake) {
  std::vector<std::string> names;
  for (const Generated& row : table) {
    if (row.name == name) return row.text();
    names.emplace_back(row.name);
  }
  mistake = fmt::format("--generate cannot be '{}', it is one of {}{}", name,
                        fmt::join(names, ", "), did_you_mean(name, names));
  return "";
}

}  // namespace caveat
