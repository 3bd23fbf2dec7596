#include "cli/inside.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace fs = std::filesystem;

namespace caveat {

namespace {

bool is_under(const fs::path& path, const fs::path& root) {
  return std::ranges::mismatch(root, path).in1 == root.end();
}

fs::path absolute_of(const std::string& path) {
  return fs::absolute(path).lexically_normal();
}

/// The folder that an operand names or is in; empty if there is none.
fs::path folder_of(const std::string& operand) {
  std::error_code missing;
  const fs::path path = absolute_of(operand);
  return fs::canonical(fs::is_directory(path, missing) ? path : path.parent_path(), missing);
}

/// The folder `inner` of `root`, which may hold no link; -1 with errno if there is no such one.
Descriptor open_folder(const std::string& root, const fs::path& inner) {
  constexpr int how = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
  Descriptor folder(open(root.c_str(), how));
  for (const fs::path& name : inner) {
    if (folder.number == -1) break;
    folder = Descriptor(openat(folder.number, name.c_str(), how | O_NOFOLLOW));
  }
  return folder;
}

}  // namespace

Descriptor::Descriptor(Descriptor&& other) noexcept : number(std::exchange(other.number, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number, other.number);
  return *this;
}

Descriptor::~Descriptor() {
  const int kept = errno;  // of what went wrong before
  if (number != -1) close(number);
  errno = kept;
}

std::vector<std::string> roots_of(std::span<const std::string> operands) {
  const fs::path here = fs::current_path();
  std::vector<std::string> roots = {here.string()};
  for (const std::string& operand : operands) {
    if (operand == "-" || is_under(absolute_of(operand), here)) continue;
    const std::string folder = folder_of(operand).string();
    if (!folder.empty()) roots.push_back(folder);
  }
  return roots;
}

std::optional<FilePlace> place_inside(const std::string& path, std::span<const std::string> roots,
                                      std::string& problem) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  const auto root = std::ranges::find_if(roots, [&](auto& one) { return is_under(real, one); });
  if (!error && root == roots.end())
    problem = "it leads to '" + real.string() + "', outside of the folders that were named";
  if (error) problem = error.message();
  if (!problem.empty()) return std::nullopt;
  FilePlace place{open_folder(*root, real.parent_path().lexically_relative(*root)),
                  real.filename().string()};
  if (place.folder.number != -1) return place;
  problem = std::generic_category().message(errno);
  return std::nullopt;
}

std::string path_in_patch(const std::string& path) {
  const fs::path absolute = absolute_of(path);
  const fs::path here = fs::current_path();
  const bool below = is_under(absolute, here);
  return (below ? absolute.lexically_relative(here) : absolute.relative_path()).string();
}

}  // namespace caveat
