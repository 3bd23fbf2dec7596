#include "cli/copy_status.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <string>
#include <vector>

#ifdef __linux__
#include <sys/xattr.h>
#endif

namespace caveat {

namespace {

#ifdef __linux__

/// Asks for the size, then for the bytes; nothing with errno on failure.
template <typename Ask>
std::optional<std::string> asked(Ask ask) {
  const ssize_t size = ask(nullptr, 0);
  if (size <= 0) return size == 0 ? std::optional("") : std::nullopt;
  std::string bytes(static_cast<std::size_t>(size), '\0');
  const ssize_t got = ask(bytes.data(), bytes.size());
  if (got < 0) return std::nullopt;
  bytes.resize(static_cast<std::size_t>(got));
  return bytes;
}

/// "user.a\0user.b\0" to names; none where the file system has none.
std::optional<std::vector<std::string>> names_of(int file) {
  const auto listed = asked([&](char* to, std::size_t size) { return flistxattr(file, to, size); });
  if (!listed && errno != ENOTSUP) return std::nullopt;
  std::vector<std::string> names;
  for (std::size_t at = 0; listed && at < listed->size(); at += names.back().size() + 1)
    names.emplace_back(listed->c_str() + at);
  return names;
}

std::optional<std::string> value_of(int file, const std::string& name) {
  return asked([&](char* to, std::size_t size) { return fgetxattr(file, name.c_str(), to, size); });
}

/// What already is as it should be is not set: a label of the system may be set by nobody.
bool copy_attribute(int from, int to, const std::string& name) {
  const auto wanted = value_of(from, name);
  if (!wanted) return false;
  if (value_of(to, name) == wanted) return true;
  return fsetxattr(to, name.c_str(), wanted->data(), wanted->size(), 0) == 0;
}

/// A folder may give each new file an access list that the old one never had.
bool copy_attributes(int from, int to) {
  const auto wanted = names_of(from);
  const auto given = names_of(to);
  if (!wanted || !given) return false;
  for (const std::string& name : *given)
    if (std::ranges::find(*wanted, name) == wanted->end() && fremovexattr(to, name.c_str()) != 0)
      return false;
  return std::ranges::all_of(*wanted, [&](auto& name) { return copy_attribute(from, to, name); });
}

#else

bool copy_attributes(int, int) {
  return true;
}

#endif

}  // namespace

/// The mode comes last: a change of owner takes its special bits away.
bool copy_status(int from, const struct stat& status, int to) {
  return fchown(to, status.st_uid, status.st_gid) == 0 && copy_attributes(from, to) &&
         fchmod(to, status.st_mode & 07777) == 0;
}

}  // namespace caveat
