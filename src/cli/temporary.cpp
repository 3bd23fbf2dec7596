#include "cli/temporary.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

namespace fs = std::filesystem;

namespace caveat {

namespace {

constexpr std::string_view mark = ".caveat-";
constexpr std::size_t random_letters = 6;
constexpr std::size_t longest_name = 255;  // of a file, on all that matters

std::string random_name(const std::string& name) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
  unsigned char random[random_letters] = {};
  (void)getentropy(random, sizeof random);  // without it O_EXCL still keeps names apart
  const std::string kept = name.substr(0, longest_name - 1 - mark.size() - random_letters);
  std::string made = fmt::format(".{}{}", kept, mark);
  for (const unsigned char byte : random) made += letters[byte % letters.size()];
  return made;
}

bool is_temporary(const std::string& name) {
  const auto tail = mark.size() + random_letters;
  return name.starts_with('.') && name.size() > tail + 1 &&
         name.compare(name.size() - tail, mark.size(), mark) == 0;
}

bool is_old(const fs::path& path, std::int64_t now) {
  constexpr std::int64_t day = 24 * 60 * 60;
  struct stat status = {};
  return lstat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode) &&
         status.st_mtime < now - day;
}

void look_through(const fs::path& folder, std::int64_t now, std::vector<std::string>& complaints) {
  std::error_code unreadable;  // told where a file in it is read
  for (fs::directory_iterator at(folder, unreadable), end; !unreadable && at != end;
       at.increment(unreadable)) {
    if (!is_temporary(at->path().filename().string()) || !is_old(at->path(), now)) continue;
    complaints.push_back(
        fmt::format("'{}' was left by a --fix that was killed; compare it, then remove it",
                    at->path().string()));
  }
}

}  // namespace

Temporary::Temporary(int in, std::string called, Descriptor opened)
    : folder(in), name(std::move(called)), file(std::move(opened)) {}

Temporary::~Temporary() {
  if (!name.empty() && folder != -1) unlinkat(folder, name.c_str(), 0);
}

Temporary make_temporary(const FilePlace& place) {
  constexpr int how = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  for (int tries = 0; tries < 100; ++tries) {
    const std::string name = random_name(place.name);
    Descriptor file(openat(place.folder.number, name.c_str(), how, 0600));
    if (file.number != -1) return {place.folder.number, name, std::move(file)};
    if (errno != EEXIST) break;
  }
  return {-1, "", Descriptor()};
}

std::vector<std::string> left_behind(std::span<const std::string> paths, std::int64_t now) {
  std::set<fs::path> folders;
  for (const std::string& path : paths)
    if (path != "-") folders.insert(fs::path(path).parent_path());
  std::vector<std::string> complaints;
  for (const fs::path& folder : folders)
    look_through(folder.empty() ? "." : folder, now, complaints);
  return complaints;
}

}  // namespace caveat
