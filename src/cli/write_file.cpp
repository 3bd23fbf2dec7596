#include "cli/write_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "cli/copy_status.hpp"
#include "cli/inside.hpp"
#include "cli/temporary.hpp"

namespace caveat {

namespace {

/// Why something went wrong; empty if it did not.
using Problem = std::string;

constexpr const char* changed = "it changed after it was linted";

Problem told(const char* what) {
  return fmt::format("{}: {}", what, std::generic_category().message(errno));
}

struct Target {
  Descriptor file;
  struct stat status = {};
};

/// O_NONBLOCK: should it have become a pipe, nobody waits.
Target open_target(int folder, const std::string& name) {
  Target target{Descriptor(
      openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC))};
  if (target.file.number != -1 && fstat(target.file.number, &target.status) == -1)
    target.file = Descriptor();
  return target;
}

Problem objection(const Target& target) {
  const struct stat& status = target.status;
  if (target.file.number == -1) return told("it cannot be opened");
  if (!S_ISREG(status.st_mode)) return "it is no regular file";
  if (status.st_nlink > 1) return "it has other names (hard links), which would keep the old text";
  if (status.st_uid != geteuid()) return "it belongs to another user";
  if ((status.st_mode & S_IWUSR) == 0) return "it is read-only";
  return "";
}

/// Whether a file holds these bytes and no more.
bool holds(const Target& target, std::string_view bytes) {
  std::array<char, 1 << 16> chunk;
  if (static_cast<std::size_t>(target.status.st_size) != bytes.size()) return false;
  for (std::size_t at = 0;;) {
    const auto got = pread(target.file.number, chunk.data(), chunk.size(), static_cast<off_t>(at));
    if (got == -1 && errno == EINTR) continue;
    if (got <= 0) return got == 0 && at == bytes.size();
    const auto size = static_cast<std::size_t>(got);
    if (bytes.substr(at, size) != std::string_view(chunk.data(), size)) return false;
    at += size;
  }
}

bool is_same_file(const Target& a, const Target& b) {
  return a.file.number != -1 && b.file.number != -1 && a.status.st_dev == b.status.st_dev &&
         a.status.st_ino == b.status.st_ino;
}

/// Whether `name` is still the file that was opened, with the bytes that were linted.
bool is_unchanged(int folder, const std::string& name, const Target& target, std::string_view was) {
  const Target now = open_target(folder, name);
  return is_same_file(now, target) && holds(now, was);
}

Problem write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = write(file, bytes.data(), bytes.size());
    if (written == -1 && errno == EINTR) continue;
    if (written <= 0) return told("its new text cannot be written");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return "";
}

/// A disk may tell at close that it lost something.
Problem close_checked(Descriptor& file) {
  return close(std::exchange(file.number, -1)) == 0 ? "" : told("its new text cannot be closed");
}

Problem fill(Temporary& temporary, const Target& target, std::string_view bytes) {
  if (Problem problem = write_all(temporary.file.number, bytes); !problem.empty()) return problem;
  if (!copy_status(target.file.number, target.status, temporary.file.number))
    return told("its owner, mode or attributes cannot be copied");
  if (fsync(temporary.file.number) != 0) return told("its new text cannot be brought to the disk");
  return close_checked(temporary.file);
}

/// Trades places: what stood there is then under the name of the temporary file, to be looked at
/// once more, so that a text saved in the last moment is not lost. 0, or -1 with errno.
int trade(const Temporary& temporary, const std::string& name) {
#ifdef RENAME_EXCHANGE
  return renameat2(temporary.folder, temporary.name.c_str(), temporary.folder, name.c_str(),
                   RENAME_EXCHANGE);
#else
  errno = ENOSYS;
  return -1;
#endif
}

/// What is not ours by then is somebody's text, and stays.
Problem give_back(Temporary& temporary, const std::string& name, const Target& ours) {
  const bool traded = trade(temporary, name) == 0;
  if (traded && is_same_file(open_target(temporary.folder, temporary.name), ours)) return changed;
  const std::string kept = std::exchange(temporary.name, "");
  return fmt::format("{}; what was saved meanwhile is in '{}'", changed, kept);
}

/// What stood there was not the text that was linted. The same new text, which another run has put
/// there, needs no way back: given back among three runs it would be left over.
Problem yield_place(Temporary& temporary, const FilePlace& place, const Target& ours,
                    std::string_view bytes) {
  const Target stood = open_target(temporary.folder, temporary.name);
  if (stood.file.number != -1 && holds(stood, bytes)) return changed;
  return give_back(temporary, place.name, ours);
}

/// Some file systems cannot trade places; there the check before the rename is the last one.
Problem put_in_place(Temporary& temporary, const FilePlace& place, const Target& target,
                     std::string_view was, std::string_view bytes) {
  if (!is_unchanged(place.folder.number, place.name, target, was)) return changed;
  const Target ours = open_target(temporary.folder, temporary.name);
  if (trade(temporary, place.name) == 0) {
    if (is_unchanged(temporary.folder, temporary.name, target, was)) return "";
    return yield_place(temporary, place, ours, bytes);
  }
  const bool unknown = errno == EINVAL || errno == ENOSYS || errno == ENOTSUP;
  if (!unknown || renameat(temporary.folder, temporary.name.c_str(), place.folder.number,
                           place.name.c_str()) != 0)
    return told("its new text cannot be put in its place");
  temporary.name.clear();
  return "";
}

/// Network file systems may know no such thing.
Problem sync_folder(const FilePlace& place) {
  if (fsync(place.folder.number) == 0 || errno == EINVAL) return "";
  return told("it is fixed, but its folder cannot be brought to the disk");
}

Problem replace(const FilePlace& place, std::string_view was, std::string_view bytes) {
  const Target target = open_target(place.folder.number, place.name);
  if (Problem problem = objection(target); !problem.empty()) return problem;
  if (!holds(target, was)) return changed;
  {
    Temporary temporary = make_temporary(place);
    if (temporary.file.number == -1) return told("nothing can be written in its folder");
    if (Problem problem = fill(temporary, target, bytes); !problem.empty()) return problem;
    if (Problem problem = put_in_place(temporary, place, target, was, bytes); !problem.empty())
      return problem;
  }
  return sync_folder(place);
}

}  // namespace

Written write_file(const std::string& path, std::span<const std::string> roots,
                   std::string_view was, std::string_view bytes) {
  Problem problem;
  const auto place = place_inside(path, roots, problem);
  if (place) problem = replace(*place, was, bytes);
  if (problem.empty()) return {};
  return {fmt::format("cannot fix '{}': {}", path, problem), problem == changed};
}

}  // namespace caveat
