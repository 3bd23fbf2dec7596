#include "cli/completion.hpp"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "cli/flags.hpp"
#include "cli/settings.hpp"

namespace caveat {

namespace {

using Names = std::vector<std::string_view>;

bool knows(const CommandRow& row, const Flag& flag) {
  return (flag.commands & bit_of(row.command)) != 0;
}

std::string_view long_name(const Flag& flag) {
  return flag.names.substr(flag.names.find("--"));
}

/// "-q", or nothing.
std::string_view short_name(const Flag& flag) {
  return flag.names.substr(0, flag.names.find(',')).size() == 2 ? flag.names.substr(0, 2) : "";
}

bool is_list(const Flag& flag) {
  return flag.value == "LIST";
}

/// "--only-changed" and "--only-changed=REV".
bool may_lack_value(const Flag& flag) {
  return flag.value.starts_with('[');
}

bool adds_up(const Flag& flag) {
  return std::holds_alternative<std::vector<std::string> Options::*>(flag.target);
}

/// Of --output: a name, a colon and a file.
bool takes_file_too(const Flag& flag) {
  return flag.value.ends_with(":PATH");
}

bool takes_folder(const Flag& flag) {
  return flag.value == "DIR";
}

/// Numbers and free names, which no shell can know.
bool takes_word(const Flag& flag) {
  return flag.value == "N" || flag.value == "SIZE" || flag.value == "NAME" || may_lack_value(flag);
}

std::string command_names(std::string_view between) {
  Names names;
  for (const CommandRow& row : commands()) names.push_back(row.name);
  return fmt::format("{}", fmt::join(names, between));
}

/// With `before` ahead of each character that is one of `special`.
std::string escaped(std::string_view text, std::string_view special, std::string_view before) {
  std::string out;
  for (const char c : text) {
    if (special.find(c) != std::string_view::npos) out += before;
    out += c;
  }
  return out;
}

/// Inside single quotes of bash and zsh.
std::string quoted(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out;
}

// --- bash

/// All of a command, those that take a value with "=".
std::string bash_flags(const CommandRow& row) {
  std::string names;
  for (const Flag& flag : flags()) {
    if (!knows(row, flag)) continue;
    if (!short_name(flag).empty()) names += fmt::format("{} ", short_name(flag));
    if (may_lack_value(flag)) names += fmt::format("{} ", long_name(flag));
    names += fmt::format("{}{} ", long_name(flag), flag.value.empty() ? "" : "=");
  }
  names.pop_back();
  return names;
}

std::string bash_values(const CommandRow& row, const Flag& flag) {
  const Names names = choices_of(long_name(flag), row.command);
  const std::string pattern = fmt::format("    {}:{})", row.name, long_name(flag));
  if (takes_file_too(flag))
    return fmt::format("{} words='{}:' ;;\n", pattern, fmt::join(names, ": "));
  if (is_list(flag))
    return fmt::format("{} list=1 words='{}' ;;\n", pattern, fmt::join(names, " "));
  if (!names.empty()) return fmt::format("{} words='{}' ;;\n", pattern, fmt::join(names, " "));
  if (takes_word(flag)) return fmt::format("{} return ;;\n", pattern);
  return fmt::format("{} files={} ;;\n", pattern, takes_folder(flag) ? "-d" : "-f");
}

constexpr std::string_view bash_head =
    R"(# bash completion of caveat, by caveat --generate=complete-bash
_caveat() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
  local command= words= files= list= word
  COMPREPLY=()
  # bash parts words at '=' and ':'
  if [[ $previous == : ]]; then files=-f; fi
  if [[ $current == : ]]; then files=-f current=; fi
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
)";

constexpr std::string_view bash_tail = R"(    esac
  fi
  if [[ -n $list && $current == *,* ]]; then
    COMPREPLY=($(compgen -P "${current%,*}," -W "$words" -- "${current##*,}"))
  elif [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  fi
  if [[ -n $files ]]; then
    local IFS=$'\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY+=($(compgen "$files" -- "$current"))
  fi
  [[ ${COMPREPLY[0]-} != *[=:] ]] || compopt -o nospace 2>/dev/null
}
complete -F _caveat caveat
)";

// --- zsh

std::string zsh_action(const CommandRow& row, const Flag& flag) {
  if (flag.value.empty()) return "";
  if (may_lack_value(flag)) return fmt::format("::{}: ", escaped(flag.value, "[]", "\\"));
  const Names names = choices_of(long_name(flag), row.command);
  const std::string joined = fmt::format("{}", fmt::join(names, " "));
  if (takes_file_too(flag)) return fmt::format(":{}:->output", escaped(flag.value, ":", "\\"));
  if (is_list(flag)) return fmt::format(":{}:_values -s , {} {}", flag.value, flag.value, joined);
  if (!names.empty()) return fmt::format(":{}:({})", flag.value, joined);
  if (takes_word(flag)) return fmt::format(":{}: ", flag.value);
  return fmt::format(":{}:_files{}", flag.value, takes_folder(flag) ? " -/" : "");
}

std::string zsh_spec(const CommandRow& row, const Flag& flag, std::string_view name) {
  const std::string_view equals = flag.value.empty()     ? ""
                                  : may_lack_value(flag) ? "=-"
                                  : name.size() == 2     ? "+"
                                                         : "=";
  return fmt::format("      '{}{}{}[{}]{}'\n", adds_up(flag) ? "*" : "", name, equals,
                     quoted(escaped(flag.help, "[]:\\", "\\")), quoted(zsh_action(row, flag)));
}

std::string zsh_specs(const CommandRow& row) {
  std::string specs;
  for (const Flag& flag : flags()) {
    if (!knows(row, flag)) continue;
    if (!short_name(flag).empty()) specs += zsh_spec(row, flag, short_name(flag));
    specs += zsh_spec(row, flag, long_name(flag));
  }
  return specs;
}

// --- fish

std::string fish_arguments(const CommandRow& row, const Flag& flag) {
  if (flag.value.empty() || may_lack_value(flag)) return "";
  const Names names = choices_of(long_name(flag), row.command);
  if (takes_file_too(flag))
    return fmt::format(" -x -a '(__caveat_outputs {})'", fmt::join(names, " "));
  if (is_list(flag))
    return fmt::format(" -x -a '(__fish_complete_list , \"printf %s\\\\\\n {}\")'",
                       fmt::join(names, " "));
  if (!names.empty()) return fmt::format(" -x -a '{}'", fmt::join(names, " "));
  if (takes_word(flag)) return " -x";
  return takes_folder(flag) ? " -x -a '(__fish_complete_directories)'" : " -r -F";
}

/// One line for all commands that take the same values.
std::string fish_lines(const Flag& flag) {
  std::vector<std::pair<std::string, std::string>> lines;  // commands, what completes its value
  for (const CommandRow& row : commands()) {
    if (!knows(row, flag)) continue;
    const std::string arguments = fish_arguments(row, flag);
    if (lines.empty() || lines.back().second != arguments) lines.push_back({"", arguments});
    lines.back().first += fmt::format(" {}", row.name);
  }
  std::string text;
  const std::string brief =
      short_name(flag).empty() ? "" : fmt::format(" -s {}", short_name(flag).substr(1));
  for (const auto& [names, arguments] : lines)
    text += fmt::format("complete -c caveat -n '__caveat_is{}'{} -l {}{} -d '{}'\n", names, brief,
                        long_name(flag).substr(2), arguments, escaped(flag.help, "'\\", "\\"));
  return text;
}

constexpr std::string_view fish_head =
    R"(# fish completion of caveat, by caveat --generate=complete-fish
function __caveat_command
    for word in (commandline -opc)[2..-1]
        contains -- $word $__caveat_commands; and echo $word; and return
    end
end
function __caveat_is
    set -l command (__caveat_command)
    test -n "$command"; or set command check
    contains -- $command $argv
end
function __caveat_outputs
    set -l typed (string replace -r -- '^--output=' '' (commandline -ct))
    set -l parts (string split -m 1 : -- $typed)
    if set -q parts[2]
        printf '%s\n' $parts[1]:(__fish_complete_path $parts[2])
    else
        printf '%s:\n' $argv
    end
end
)";

}  // namespace

std::string bash_completion() {
  std::string text(bash_head);
  text +=
      fmt::format("      {}) command=$word; break ;;\n    esac\n  done\n", command_names(" | "));
  text += "  [[ -n $files ]] || case ${command:-check}:$previous in\n";
  for (const CommandRow& row : commands())
    for (const Flag& flag : flags())
      if (knows(row, flag) && !flag.value.empty() && !may_lack_value(flag))
        text += bash_values(row, flag);
  text += "    *:-j) return ;;\n";
  text += fmt::format("    *) [[ -n $command || $current == -* ]] || words='{}'; files=-f ;;\n",
                      command_names(" "));
  text += "  esac\n  if [[ $current == -* ]]; then\n    files=\n    case ${command:-check} in\n";
  for (const CommandRow& row : commands())
    text += fmt::format("      {}) words='{}' ;;\n", row.name, bash_flags(row));
  text += bash_tail;
  return text;
}

std::string zsh_completion() {
  std::string text =
      "#compdef caveat\n# zsh completion of caveat, by caveat --generate=complete-zsh\n"
      "_caveat() {\n  local command word state line context\n  local -a specs commands\n";
  text += fmt::format(
      "  for word in ${{words[2,CURRENT-1]}}; do\n    case $word in\n"
      "      ({}) command=$word; break ;;\n    esac\n  done\n",
      command_names("|"));
  text += "  commands=(\n";
  for (const CommandRow& row : commands())
    text += fmt::format("    '{}:{}'\n", row.name, quoted(row.help));
  text += "  )\n  case ${command:-check} in\n";
  for (const CommandRow& row : commands())
    text += fmt::format("    ({}) specs=(\n{}    ) ;;\n", row.name, zsh_specs(row));
  text +=
      "  esac\n  _arguments -S : $specs '*: :->operand'\n  case $state in\n"
      "    (operand)\n      [[ -n $command ]] || _describe command commands\n      _files ;;\n";
  text += fmt::format(
      "    (output)\n      if compset -P '*:'; then _files; "
      "else compadd -S : {}; fi ;;\n",
      fmt::join(choices_of("--output", Command::check), " "));
  text += "  esac\n}\n_caveat \"$@\"\n";
  return text;
}

std::string fish_completion() {
  std::string text = fmt::format("set -g __caveat_commands {}\n", command_names(" "));
  text = std::string(fish_head) + text;
  for (const CommandRow& row : commands())
    text += fmt::format(
        "complete -c caveat -n 'not string length -q -- (__caveat_command)' -a {} -d '{}'\n",
        row.name, escaped(row.help, "'\\", "\\"));
  for (const Flag& flag : flags()) text += fish_lines(flag);
  return text;
}

}  // namespace caveat
