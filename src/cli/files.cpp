#include "cli/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <unordered_set>

#include "format/format.hpp"

namespace fs = std::filesystem;

namespace caveat {

namespace {

struct Entry {
  std::string path;
  bool folder = false;
};

std::string cannot_read(const std::string& path, const std::error_code& error) {
  return fmt::format("cannot read '{}': {}", path, error.message());
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string joined(const std::string& folder, const std::string& name) {
  return folder.ends_with('/') ? folder + name : folder + '/' + name;
}

/// The files and folders that a walk goes on with, in order of name.
std::vector<Entry> list_folder(const std::string& folder, Wanted wanted, const Skips& skips,
                               std::vector<std::string>& complaints) {
  std::vector<Entry> entries;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with('.')) continue;
    std::error_code vanished;  // between listing and asking: not there, so not ours
    const fs::file_type type = at->symlink_status(vanished).type();
    if (type == fs::file_type::directory)
      entries.push_back({joined(folder, name), true});
    else if (type == fs::file_type::regular && wanted(name))
      entries.push_back({joined(folder, name), false});
  }
  if (error) complaints.push_back(cannot_read(folder, error));
  if (skips) std::erase_if(entries, [&](const Entry& e) { return skips(e.path, e.folder); });
  std::ranges::sort(entries, {}, &Entry::path);
  return entries;
}

/// Depth first with a list of its own, so that no depth of folders can exhaust the stack.
void walk(const std::string& root, Wanted wanted, const Skips& skips,
          std::vector<std::string>& files, std::vector<std::string>& complaints) {
  std::vector<Entry> pending = {{root, true}};
  while (!pending.empty()) {
    const Entry entry = std::move(pending.back());
    pending.pop_back();
    if (!entry.folder) {
      files.push_back(entry.path);
      continue;
    }
    std::vector<Entry> inside = list_folder(entry.path, wanted, skips, complaints);
    std::move(inside.rbegin(), inside.rend(), std::back_inserter(pending));
  }
}

void keep_first_of_each(std::vector<std::string>& paths) {
  std::unordered_set<std::string> seen;
  std::erase_if(paths, [&](const std::string& path) { return !seen.insert(path).second; });
}

/// A regular file that is too large is refused before a byte of it is read.
bool is_larger(int descriptor, std::uint64_t limit) {
  struct stat status = {};
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
         static_cast<std::uint64_t>(status.st_size) > limit;
}

/// Appends one chunk; 0 at the end, -1 with errno on failure.
ssize_t read_chunk(int descriptor, std::string& bytes) {
  std::array<char, 1 << 16> chunk;  // not cleared: most files are much smaller
  ssize_t got = 0;
  do got = read(descriptor, chunk.data(), chunk.size());
  while (got == -1 && errno == EINTR);
  if (got > 0) bytes.append(chunk.data(), static_cast<std::size_t>(got));
  return got;
}

std::optional<std::string> read_all(int descriptor, const std::string& name, std::uint64_t limit,
                                    std::string& complaint) {
  std::string bytes;
  bool larger = is_larger(descriptor, limit);
  for (ssize_t got = 1; !larger && got != 0; larger = bytes.size() > limit) {
    got = read_chunk(descriptor, bytes);
    if (got == -1) {
      complaint = cannot_read(name, {errno, std::generic_category()});
      return std::nullopt;
    }
  }
  if (!larger) return bytes;
  complaint = fmt::format("'{}' is larger than {} bytes, see --max-file-size", name, limit);
  return std::nullopt;
}

}  // namespace

bool is_text(std::string_view path) {
  return format_of_path(path) != nullptr;
}

bool is_pack(std::string_view path) {
  constexpr std::string_view ending = ".toml";
  return path.size() >= ending.size() &&
         std::ranges::equal(path.substr(path.size() - ending.size()), ending, {}, lower);
}

std::vector<std::string> list_files(std::span<const std::string> paths, Wanted wanted,
                                    std::vector<std::string>& complaints, const Skips& skips) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code unknown;  // what is not there says so when it is read
    if (path != "-" && fs::is_directory(path, unknown))
      walk(path, wanted, skips, files, complaints);
    else
      files.push_back(path);
  }
  keep_first_of_each(files);
  return files;
}

std::optional<std::string> read_file(const std::string& path, std::uint64_t limit,
                                     std::string& complaint) {
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (descriptor == -1) {
    complaint = cannot_read(path, {errno, std::generic_category()});
    return std::nullopt;
  }
  auto bytes = read_all(descriptor, path, limit, complaint);
  close(descriptor);
  return bytes;
}

std::optional<std::string> read_standard_input(std::uint64_t limit, std::string& complaint) {
  return read_all(STDIN_FILENO, "standard input", limit, complaint);
}

}  // namespace caveat
