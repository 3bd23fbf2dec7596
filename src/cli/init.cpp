// caveat init: a .caveat.toml, or with --pack NAME a pack, to start from.
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/config_template.hpp"
#include "cli/pack_template.hpp"
#include "cli/packs.hpp"
#include "config/config.hpp"

namespace fs = std::filesystem;

namespace caveat {

namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// What may stand before the '/' of a rule id.
bool is_name(const std::string& name) {
  return !name.empty() && is_letter_or_digit(name[0]) && std::ranges::all_of(name, [](char c) {
    return is_letter_or_digit(c) || c == '-' || c == '_';
  });
}

bool is_built_in(const Settings& settings, const std::string& name) {
  Settings bare = settings;
  bare.packs.clear();
  const LoadedPacks loaded = load_in_force(bare);
  return std::ranges::any_of(loaded.packs.packs,
                             [&](const Pack& pack) { return pack.name.value == name; });
}

/// Why no pack of this name is written; empty if one can be.
std::string objection(const Settings& settings, const std::string& name,
                      const std::vector<PackTemplate>& files) {
  if (!is_name(name))
    return fmt::format("'{}' is no name for a pack; use letters, digits and hyphens", name);
  if (is_built_in(settings, name))
    return fmt::format("a pack '{}' is built in, and yours would take its place", name);
  for (const PackTemplate& file : files) {
    const fs::path path = fs::path(name) / file.file;
    std::error_code unknown;
    if (fs::exists(fs::symlink_status(path, unknown)))
      return fmt::format("'{}' is there already, and is left as it is", path.string());
  }
  return "";
}

/// 0, or the errno of what failed. O_EXCL: not even a file that came this moment is overwritten.
int write_new(const std::string& path, std::string_view bytes) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor == -1) return errno;
  int failure = 0;
  while (!bytes.empty() && failure == 0) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written >= 0)
      bytes.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR)
      failure = errno;
  }
  if (close(descriptor) != 0 && failure == 0) failure = errno;
  return failure;
}

Exit cannot_write(const std::string& path, const std::error_code& error) {
  complain(fmt::format("cannot write '{}': {}", path, error.message()));
  return Exit::trouble;
}

Exit write_config(Output& output) {
  const std::string name(config_name);
  const int failure = write_new(name, config_template());
  if (failure == EEXIST) {
    complain(fmt::format("'{}' is there already, and is left as it is", name));
    return Exit::trouble;
  }
  if (failure != 0) return cannot_write(name, {failure, std::generic_category()});
  print(output, fmt::format("wrote {}\nnext: caveat check .\n", name));
  return Exit::clean;
}

}  // namespace

Exit run_init(const Settings& settings, Output& output) {
  if (settings.packs.empty()) return write_config(output);
  const std::string& name = settings.packs.front();
  const auto files = pack_template(name, settings.today);
  const std::string why_not = objection(settings, name, files);
  if (!why_not.empty()) {
    complain(why_not);
    return Exit::trouble;
  }
  std::error_code error;
  fs::create_directory(name, error);
  if (error) return cannot_write(name, error);
  for (const PackTemplate& file : files) {
    const std::string path = name + '/' + file.file;
    const int failure = write_new(path, file.text);
    if (failure != 0) return cannot_write(path, {failure, std::generic_category()});
    print(output, fmt::format("wrote {}\n", path));
  }
  print(output, fmt::format("next: caveat test {}/\n", name));
  return Exit::clean;
}

}  // namespace caveat
