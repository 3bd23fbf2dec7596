// The git repository that a path lies in. libgit2 and not the program git: nothing is executed,
// so whoever owns the folder is not asked (`safe.directory` guards what git would run), and no
// configuration of a user or machine is read, so that a run depends on the repository alone. Its
// handles stay in this room (handles.hpp); errors are strings that can be printed.
#pragma once

#include <memory>
#include <string>

namespace caveat {

struct Repository;
struct RepositoryDeleter {
  void operator()(Repository* repository) const;
};
using RepositoryPtr = std::unique_ptr<Repository, RepositoryDeleter>;

/// The repository of a file or folder, which need not exist as long as some folder above it does.
/// Null, and a complaint, where there is none or it cannot be read.
RepositoryPtr open_repository(const std::string& path, std::string& complaint);

/// The folder of the work tree, ending in '/'; empty for a bare repository.
std::string work_tree(const Repository& repository);

/// Where git keeps what it knows: "/home/ann/site/.git/".
std::string git_folder(const Repository& repository);

}  // namespace caveat
