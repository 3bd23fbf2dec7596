// Which folders --fix may write in, and the way into them. What is linted may come from anybody, a
// symbolic link in it may lead anywhere, and it may be put there between reading and writing. So a
// path is resolved, must lie in a folder that the user named or works in, and is then walked from
// there, folder by folder, following no link. Rejected: comparing paths alone, which a link that
// comes a moment later defeats.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace caveat {

/// Closes what it holds.
struct Descriptor {
  int number = -1;

  explicit Descriptor(int opened = -1) : number(opened) {}
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();
};

/// Real paths: the working directory, and of each operand that is not under it, itself if it is a
/// folder and else the folder that it is in.
std::vector<std::string> roots_of(std::span<const std::string> operands);

/// A file by its folder, which stays the same whatever becomes of its path.
struct FilePlace {
  Descriptor folder;
  std::string name;
};

/// Nothing, and why, where the path leads out of all roots. A link within them is followed.
std::optional<FilePlace> place_inside(const std::string& path, std::span<const std::string> roots,
                                      std::string& problem);

/// As `git apply` and `patch -p1` want it: from the working directory, or from / for what is not
/// under it.
std::string path_in_patch(const std::string& path);

}  // namespace caveat
