// Which files a change touches, what they held before, and which lines are new: between two
// revisions, a revision and the work tree, or HEAD and what is staged. A renamed file keeps its old
// self. Bytes are read file by file when they are asked for, so that a change of ten thousand files
// is not in memory at once. Paths are bytes, relative to the root of the repository.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "git/repository.hpp"

namespace caveat {

/// What is compared with what.
struct Comparison {
  enum class With : std::uint8_t { work_tree, index, revision };

  std::string from = "HEAD";
  With with = With::work_tree;
  std::string to;                  ///< where `with` is a revision
  bool merge_base = false;         ///< from where `from` and `to` (HEAD without one) parted
  std::vector<std::string> paths;  ///< files and folders; none: all of the repository
};

/// "HEAD~2", "main..feature", "main...feature", where an empty side is HEAD.
Comparison comparison_of(std::string_view range);

/// 1-based, both included. An empty one (last == first - 1) stands where lines were taken out,
/// between `last` and `first`.
struct LineRange {
  std::uint32_t first = 1;
  std::uint32_t last = 0;

  bool operator==(const LineRange&) const = default;
};

/// One file. A side that is no regular file (submodule, symbolic link) is none; both never are.
struct FileChange {
  std::string old_path;  ///< empty: the file is new
  std::string new_path;  ///< empty: the file is gone
  std::string old_id;    ///< of the bytes, for read_blob
  std::string new_id;    ///< empty where the bytes lie in the work tree
};

/// In order of path; nothing, and a complaint, where a revision or the comparison makes no sense.
/// A repository without a commit has an empty HEAD: everything is new.
std::optional<std::vector<FileChange>> changed_files(const Repository& repository,
                                                     const Comparison& comparison,
                                                     std::string& complaint);

/// The lines of the new bytes that the old ones do not have, as git counts them.
std::vector<LineRange> changed_lines(std::string_view old_bytes, std::string_view new_bytes);

/// Nothing, and a complaint, where the bytes are not there or more than `limit`.
std::optional<std::string> read_blob(const Repository& repository, const std::string& id,
                                     std::uint64_t limit, std::string& complaint);

/// Whether the name means a commit or tree of this repository.
bool is_revision(const Repository& repository, const std::string& name);

/// HEAD, branches and tags, for who mistyped one.
std::vector<std::string> revision_names(const Repository& repository);

}  // namespace caveat
