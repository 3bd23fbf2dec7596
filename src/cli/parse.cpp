// caveat parse: a sentence as caveat sees it.
#include <fmt/format.h>

#include <string_view>

#include "cli/commands.hpp"
#include "cli/input.hpp"
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

/// A sentence that is typed is plain text unless its author says otherwise.
std::optional<Input> read_text(const Settings& settings, std::string& complaint) {
  if (settings.operands == std::vector<std::string>{"-"})
    return read_input("-", settings, complaint);
  const Format* format = settings.format_in;
  return Input{make_source("<text>", fmt::format("{}", fmt::join(settings.operands, " "))),
               format != nullptr ? format : format_named("plain")};
}

}  // namespace

Exit run_parse(const Settings& settings, Output& output) {
  std::string complaint;
  const std::optional<Input> text = read_text(settings, complaint);
  if (!text) {
    complain(complaint);
    return Exit::trouble;
  }
  const LoadedPacks loaded = load_in_force(settings);
  const DeskPtr desk = make_desk();
  const LintOptions options = {text->format, settings.require_reason, settings.profile};
  print(output, printable_lines(describe(text->source, *loaded.rules, *desk, options)));
  return loaded.exit;
}

}  // namespace caveat
