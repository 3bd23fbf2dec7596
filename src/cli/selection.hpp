// Which files a run looks at: not those that git ignores or that `exclude` of a project covers, and
// if it has an `include`, only those that this covers. What is named on the command line is looked
// at all the same, unless --force-exclude is given; an editor that names standard input means the
// file as it would be found.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/files.hpp"
#include "cli/project.hpp"
#include "git/ignore.hpp"

namespace caveat {

/// For one thread.
struct Selection {
  Projects& projects;
  IgnoresPtr ignores = make_ignores();
  std::vector<std::string> open_folders = {};  ///< named although git ignores them
  std::vector<std::string> complaints = {};    ///< of lists that git would not read
};

/// Why a file or folder is left out, as in `exclude "drafts/" (.caveat.toml:3:12)`; empty if it is
/// not.
std::string why_left_out(Selection& selection, const std::string& path, bool is_folder);

struct Selected {
  std::vector<std::string> paths;  ///< of list_files
  std::size_t left_out = 0;        ///< of those that were named
};
Selected select_files(Selection& selection, std::vector<std::string>& complaints);

}  // namespace caveat
