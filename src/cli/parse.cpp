// caveat parse: a sentence as caveat sees it.
#include <fmt/format.h>

#include <string_view>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/packs.hpp"

namespace caveat {

namespace {

/// The lines of `text`, each printable.
std::string printable_lines(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    shown += printable(text.substr(0, end)) + '\n';
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return shown;
}

std::optional<Source> read_text(const Settings& settings, std::string& complaint) {
  if (settings.operands != std::vector<std::string>{"-"})
    return make_source("<text>", fmt::format("{}", fmt::join(settings.operands, " ")));
  auto bytes = read_standard_input(settings.max_file_size, complaint);
  if (!bytes) return std::nullopt;
  return make_source(settings.stdin_filename, std::move(*bytes));
}

}  // namespace

Exit run_parse(const Settings& settings, Output& output) {
  std::string complaint;
  const std::optional<Source> text = read_text(settings, complaint);
  if (!text) {
    complain(complaint);
    return Exit::trouble;
  }
  const LoadedPacks loaded = load_in_force(settings);
  const DeskPtr desk = make_desk();
  print(output, printable_lines(describe(*text, *loaded.rules, *desk)));
  return loaded.exit;
}

}  // namespace caveat
