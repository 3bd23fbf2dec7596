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

/// Puts `bytes` in place of `was`, the bytes that were linted. Empty, or why the file is still as
/// somebody else left it. Any number of threads may write different files.
std::string write_file(const std::string& path, std::span<const std::string> roots,
                       std::string_view was, std::string_view bytes);

}  // namespace caveat
