// New bytes for a file, so that whatever happens there are all of the old ones or all of the new
// ones: they are written beside it, brought to the disk, and put in its place by a rename. Other
// linters open the file and write: a full disk or a kill then costs its end. What the rename would
// lose is copied (mode, group, extended attributes, access lists) or, where that is impossible, the
// file is left alone (other names, another owner). Rejected: writing in place with a copy to fall
// back on, which nobody falls back on after a kill.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace caveat {

struct Written {
  std::string complaint;  ///< why the file is as somebody else left it; empty if it is not
  bool stale = false;     ///< it changed meanwhile, so that linting it again may help
};

/// Puts `bytes` in place of `was`, the bytes that were linted. Any number of threads may write.
Written write_file(const std::string& path, std::span<const std::string> roots,
                   std::string_view was, std::string_view bytes);

}  // namespace caveat
