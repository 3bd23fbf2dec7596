// The file beside a file in which its new bytes are written, ".NAME.caveat-XXXXXX". It is hidden,
// so that no walk lints it, and in the same folder, since a rename works within one file system
// only.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "cli/inside.hpp"

namespace caveat {

/// Unlinked when it goes, unless it was given away.
struct Temporary {
  int folder = -1;  ///< not owned
  std::string name;
  Descriptor file;

  Temporary(int in, std::string called, Descriptor opened);
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;
  ~Temporary();
};

/// New, empty, open for writing and for nobody else to read; its file is -1 with errno if it
/// cannot be made.
Temporary make_temporary(const FilePlace& place);

/// A complaint for each that a run which was killed left in a folder of these files, more than a
/// day before `now` (seconds since 1970): a younger one may be in use. Nothing is deleted: it may
/// be the only copy of something.
std::vector<std::string> left_behind(std::span<const std::string> paths, std::int64_t now);

}  // namespace caveat
