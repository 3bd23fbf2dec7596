// Two texts to a patch that `git apply` and `patch -p1` take. libgit2 finds the differences and
// quotes odd names as git does. Its lines "diff --git" and "index" are left out: with them git
// reads the path from the top of the repository, without them, as `patch` does, from the folder
// where it is started; and a mode that libgit2 can only guess is not told.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace caveat {

/// Empty if the texts are the same; nothing if libgit2 fails, which it does when memory runs out.
std::optional<std::string> unified_diff(const std::string& path, std::string_view before,
                                        std::string_view after);

}  // namespace caveat
