// What git leaves out of a work tree: .gitignore in each folder and .git/info/exclude, by git's own
// rules (libgit2), since whoever runs caveat over a site means the texts of the site and not what
// was built or fetched there. The patterns of a user or machine (core.excludesFile) are not read: a
// run depends on what lies in the work tree. A tracked file is left out by no list, as in git: what
// a clone brings is what a CI job lints. libgit2 drops a "!name" that takes back what another list
// says, which leaves out more than git only where the file is not tracked.
//
// A .gitignore that is a link, a pipe or enormous is not read and neither is anything below it:
// libgit2 would follow it out of the tree, or wait for ever. Git does not follow the link either.
#pragma once

#include <memory>
#include <string>
#include <vector>

namespace caveat {

/// Remembers repositories and folders; for one thread.
struct Ignores;
struct IgnoresDeleter {
  void operator()(Ignores* ignores) const;
};
using IgnoresPtr = std::unique_ptr<Ignores, IgnoresDeleter>;

IgnoresPtr make_ignores();

/// Whether git leaves out `name`, or a folder above it. `folder` is absolute and without links; it
/// need not exist. Without a repository around it nothing is left out. What cannot be read is told
/// once, in `complaints`, and leaves nothing out.
bool is_ignored(Ignores& ignores, const std::string& folder, const std::string& name,
                bool is_folder, std::vector<std::string>& complaints);

}  // namespace caveat
