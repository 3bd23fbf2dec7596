// A unified diff, as `git diff` prints it, and what a text was before it: for who has
// the patch of a change but not the commits, as in a shallow clone. libgit2 takes it apart, names
// in quotes and renames included. Rejected: to take the line numbers on trust, since a patch of
// another commit would then point at any lines; here its lines are held against the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace caveat {

/// Lines with their ends. Neighbours that stay are in both.
struct PatchHunk {
  std::uint32_t first = 1;  ///< line of the new text, 1-based, where `after` begins
  std::string before;
  std::string after;
};

/// What happens to one file. Paths are as the patch has them, without "a/" and "b/".
struct FilePatch {
  std::string old_path;  ///< empty: the file is new
  std::string new_path;  ///< empty: the file is gone
  bool binary = false;   ///< the patch does not say what changed
  std::vector<PatchHunk> hunks;
};

/// In the order of the patch, links and submodules left out. Nothing, and a complaint, for what is
/// no patch, is cut off, or has one file twice; and for renames of names with blanks, which libgit2
/// does not read.
std::optional<std::vector<FilePatch>> read_patch(std::string_view bytes, std::string& complaint);

/// What the text was before. Nothing where the patch does not lead to this text; carriage returns
/// at the ends of lines are not compared.
std::optional<std::string> before_patch(const FilePatch& patch, std::string_view text);

}  // namespace caveat
