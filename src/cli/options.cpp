// Arguments to Options. The only file that includes CLI11, which takes apart flags and values; its
// exceptions stop here. Which word is a command is decided afterwards, so that flags may stand
// before it and 'caveat file.txt' needs none.
#include "cli/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/flags.hpp"
#include "pack/suggest.hpp"

namespace caveat {

namespace {

using Strings = std::vector<std::string>;

void add(CLI::App& app, const Flag& flag, Options& options) {
  const std::string names(flag.names);
  CLI::Option* option = nullptr;
  if (const auto* on = std::get_if<bool Options::*>(&flag.target))
    option = app.add_flag(names, options.**on);
  else if (const auto* text = std::get_if<std::string Options::*>(&flag.target))
    option = app.add_option(names, options.**text);
  else
    option = app.add_option(names, options.*std::get<Strings Options::*>(flag.target));
  if (!flag.value.empty()) option->type_name(std::string(flag.value))->allow_extra_args(false);
  if (!std::holds_alternative<Strings Options::*>(flag.target))
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

/// The long names with dashes: "--quiet".
Strings long_names() {
  Strings names;
  for (const Flag& flag : flags()) names.emplace_back(flag.names.substr(flag.names.find("--")));
  return names;
}

std::string unknown_flag(const std::string& argument) {
  const std::string typed = argument.substr(0, argument.find('='));
  return fmt::format("unknown flag '{}'{}", typed, did_you_mean(typed, long_names()));
}

/// CLI11 would take the next argument for the value of "--format=".
bool lacks_value(const std::string& argument) {
  return argument.starts_with("--") && argument.find('=') == argument.size() - 1;
}

std::string empty_value(const Strings& arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--") break;
    if (lacks_value(argument)) return fmt::format("'{}' needs a value", argument);
  }
  return "";
}

/// The one flag whose value may be left out; CLI11 would take the next argument for it.
Strings with_default_revision(Strings arguments) {
  const auto end = std::ranges::find(arguments, "--");
  std::replace(arguments.begin(), end, std::string("--only-changed"),
               std::string("--only-changed=HEAD"));
  return arguments;
}

/// What CLI11 did not know: the operands, with "--" where flags end.
std::string take_operands(const Strings& rest, Options& options) {
  bool flags_ended = false;
  for (const std::string& argument : rest) {
    if (!flags_ended && argument == "--") {
      flags_ended = true;
      options.dashes_at = options.operands.size();
      continue;
    }
    if (!flags_ended && argument.size() > 1 && argument[0] == '-') return unknown_flag(argument);
    if (!flags_ended && !options.command && options.operands.empty()) {
      options.command = command_named(argument);
      if (options.command) continue;
    }
    options.operands.push_back(argument);
  }
  return "";
}

std::string misplaced_flag(const CLI::App& app, Command command) {
  for (const Flag& flag : flags()) {
    const std::string name(flag.names.substr(flag.names.find("--")));
    if ((flag.commands & bit_of(command)) == 0 && app.count(name) > 0)
      return fmt::format("'caveat {}' has no flag '{}'", name_of(command), name);
  }
  return "";
}

void note_typed(const CLI::App& app, Options& options) {
  for (const std::string& name : long_names())
    if (app.count(name) > 0) options.typed.push_back(name);
}

}  // namespace

std::optional<Options> read_options(const Strings& arguments, std::string& mistake) {
  Options options;
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  for (const Flag& flag : flags()) add(app, flag, options);
  mistake = empty_value(arguments);
  if (!mistake.empty()) return std::nullopt;
  try {
    const Strings given = with_default_revision(arguments);
    app.parse(Strings(given.rbegin(), given.rend()));  // CLI11 wants the last one first
    note_typed(app, options);
    mistake = take_operands(app.remaining(), options);
    if (mistake.empty()) mistake = misplaced_flag(app, options.command.value_or(Command::check));
  } catch (const CLI::Error& error) {
    mistake = error.what();
  }
  if (!mistake.empty()) return std::nullopt;
  return options;
}

}  // namespace caveat
