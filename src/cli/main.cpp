// caveat on the command line: arguments and environment become settings, a command runs, and the
// exit status says what came of it: 0 clean, 1 findings, 2 trouble.
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <optional>

#include "cli/commands.hpp"
#include "cli/flags.hpp"
#include "cli/generate.hpp"
#include "cli/project.hpp"

#ifndef CAVEAT_VERSION
#define CAVEAT_VERSION "0.0.0"
#endif

namespace caveat {

namespace {

Exit misuse(const std::string& mistake) {
  complain(mistake + "; see 'caveat --help'");
  return Exit::trouble;
}

Exit run_command(const Settings& settings, Output& output) {
  switch (settings.command) {
    case Command::check:
      return run_check(settings, output);
    case Command::explain:
      return run_explain(settings, output);
    case Command::rules:
      return run_rules(settings, output);
    case Command::test:
      return run_test(settings, output);
    case Command::parse:
      return run_parse(settings, output);
    case Command::stream:
      return run_stream(settings, output);
    case Command::claims:
      return run_claims(settings, output);
    case Command::whynot:
      return run_whynot(settings, output);
    case Command::init:
      return run_init(settings, output);
    case Command::schema:
      return run_schema(output);
    case Command::diff:
      return run_diff(settings, output);
    case Command::config:
      return run_config(settings, output);
  }
  return Exit::trouble;
}

/// The folder or file whose project counts for a command that asks for one; nothing for the others,
/// which know best themselves, or need none.
std::optional<std::string> place_of_command(const Settings& settings) {
  switch (settings.command) {
    case Command::explain:
    case Command::test:
    case Command::parse:
      return settings.stdin_filename;
    case Command::whynot:
      return settings.operands[1].substr(0, settings.operands[1].rfind(':'));
    default:
      return std::nullopt;
  }
}

Exit run_in_project(const Settings& settings, Output& output) {
  const auto place = place_of_command(settings);
  if (!place) return run_command(settings, output);
  Exit exit = Exit::clean;
  const Settings inside = settings_at(settings, *place, exit);
  return worse(exit, run_command(inside, output));
}

Exit answer(Output& output, std::string_view text) {
  print(output, text);
  return Exit::clean;
}

Exit run(const std::vector<std::string>& arguments, Output& output) {
  if (arguments.empty()) {
    print_error(help_text({}));
    return Exit::trouble;
  }
  std::string mistake;
  const auto options = read_options(arguments, mistake);
  if (!options) return misuse(mistake);
  if (options->help) return answer(output, help_text(options->command));
  if (options->version) return answer(output, "caveat " CAVEAT_VERSION "\n");
  if (!options->generate.empty()) {
    const std::string text = generated(options->generate, mistake);
    return mistake.empty() ? answer(output, text) : misuse(mistake);
  }
  const auto settings = resolve(*options, read_environment(), mistake);
  if (!settings) return misuse(mistake);
  return run_in_project(*settings, output);
}

Exit run_to_the_end(const std::vector<std::string>& arguments) {
  Output output;
  Exit exit = Exit::trouble;
  try {
    exit = run(arguments, output);
  } catch (const std::exception& error) {
    complain(fmt::format("internal error: {}", error.what()));
  }
  return worse(exit, finish(output));
}

}  // namespace

}  // namespace caveat

int main(int count, char** arguments) {
  caveat::guard_standard_streams();
  return static_cast<int>(
      caveat::run_to_the_end({arguments + std::min(count, 1), arguments + count}));
}
