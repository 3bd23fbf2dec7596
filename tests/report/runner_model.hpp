// What GitHub's runner makes of a line of a log, written from its documentation: a command of the
// second version ("::name key=value::data") where only blanks stand before it, else one of the
// first ("##[name key=value]data") anywhere in the line.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace caveat_test {

struct RunnerCommand {
  std::string name;
  std::map<std::string, std::string> properties;
  std::string data;
};

inline std::string unescaped(std::string text, bool property) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array pairs = {Pair{"%0D", "\r"}, Pair{"%0A", "\n"}, Pair{"%3A", ":"},
                                Pair{"%2C", ","}, Pair{"%25", "%"}};
  for (const auto& [code, character] : pairs) {
    if (!property && (character == ":" || character == ",")) continue;
    for (auto at = text.find(code); at != text.npos; at = text.find(code, at + 1))
      text.replace(at, code.size(), character);
  }
  return text;
}

/// "name key=value,key=value" and what follows it.
inline RunnerCommand command_of(std::string_view head, std::string_view data, char separator) {
  RunnerCommand command;
  const auto blank = head.find(' ');
  command.name = head.substr(0, blank);
  command.data = unescaped(std::string(data), false);
  while (blank != head.npos && !head.empty()) {
    if (const auto name_end = head.find(' ');
        head.starts_with(command.name) && name_end != head.npos)
      head.remove_prefix(name_end + 1);
    const auto end = head.find(separator);
    const auto pair = head.substr(0, end);
    const auto equals = pair.find('=');
    if (equals != pair.npos)
      command.properties[std::string(pair.substr(0, equals))] =
          unescaped(std::string(pair.substr(equals + 1)), true);
    if (end == head.npos) break;
    head.remove_prefix(end + 1);
  }
  return command;
}

inline std::optional<RunnerCommand> read_runner_line(std::string_view line) {
  std::string_view trimmed = line;
  while (!trimmed.empty() && static_cast<unsigned char>(trimmed.front()) <= ' ')
    trimmed.remove_prefix(1);
  if (trimmed.starts_with("::")) {
    const auto end = trimmed.find("::", 2);
    if (end != trimmed.npos)
      return command_of(trimmed.substr(2, end - 2), trimmed.substr(end + 2), ',');
  }
  const auto begin = line.find("##[");
  const auto end = begin == line.npos ? line.npos : line.find(']', begin);
  if (end == line.npos) return std::nullopt;
  return command_of(line.substr(begin + 3, end - begin - 3), line.substr(end + 1), ';');
}

}  // namespace caveat_test
