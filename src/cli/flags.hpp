// The one table of flags and the one of commands. The reader of arguments, the help and the test
// of the manual page all go by them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cli/options.hpp"

namespace caveat {

/// Where a flag's value goes: a switch, a value of which the last counts, or values that add up.
using Target =
    std::variant<bool Options::*, std::string Options::*, std::vector<std::string> Options::*>;

struct Flag {
  std::string_view names;  ///< "-q,--quiet"
  std::string_view value;  ///< what stands for its value in the help; empty for a switch
  std::string_view help;
  unsigned commands = 0;  ///< bits of the commands that know it, see bit_of
  Target target;
};

struct CommandRow {
  Command command;
  std::string_view name;
  std::string_view operands;
  std::string_view help;
};

constexpr unsigned bit_of(Command command) {
  return 1U << static_cast<unsigned>(command);
}

std::span<const Flag> flags();
std::span<const CommandRow> commands();

std::string_view name_of(Command command);
std::optional<Command> command_named(std::string_view name);

/// Of caveat as a whole, or of one command.
std::string help_text(std::optional<Command> command);

}  // namespace caveat
