#include "cli/input.hpp"

#include <utility>

#include "cli/files.hpp"

namespace caveat {

namespace {

const Format* format_of(const Source& source, const Settings& settings) {
  if (settings.format_in != nullptr) return settings.format_in;
  const Format* named = format_of_path(source.path);
  return named != nullptr ? named : &sniff_format(source.bytes);
}

}  // namespace

LintOptions lint_options(const Settings& settings, const Format* format) {
  return {format, settings.require_reason, settings.profile, settings.jurisdictions};
}

std::optional<Input> read_input(const std::string& path, const Settings& settings,
                                std::string& complaint) {
  const bool is_standard = path == "-";
  auto bytes = is_standard ? read_standard_input(settings.max_file_size, complaint)
                           : read_file(path, settings.max_file_size, complaint);
  if (!bytes) return std::nullopt;
  return make_input(is_standard ? settings.stdin_filename : path, std::move(*bytes), settings);
}

Input make_input(const std::string& path, std::string bytes, const Settings& settings) {
  Input input;
  input.source = make_source(path, std::move(bytes));
  input.format = format_of(input.source, settings);
  return input;
}

}  // namespace caveat
