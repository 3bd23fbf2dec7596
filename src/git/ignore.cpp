#include "git/ignore.hpp"

#include <fmt/format.h>
#include <git2/sys/repository.h>

#include <cstdint>
#include <filesystem>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "git/handles.hpp"

namespace fs = std::filesystem;

namespace caveat {

namespace {

constexpr std::uintmax_t largest_list = std::uintmax_t{1} << 20;  ///< bytes of one .gitignore

struct KnownRepository {
  RepositoryPtr repository;
  GitIndex tracked;  ///< null: nothing is
};

/// What holds for all that lies directly in a folder. Null: nothing is left out.
struct FolderRules {
  const KnownRepository* known = nullptr;  ///< not owned
  bool readable = true;                    ///< all lists from the top of the work tree to here
};

}  // namespace

struct Ignores {
  std::vector<std::unique_ptr<const KnownRepository>> repositories;
  std::unordered_map<std::string, FolderRules> folders;
};

namespace {

using Complaints = std::vector<std::string>;

bool is_special(const fs::path& path) {
  std::error_code gone;
  const fs::file_type type = fs::symlink_status(path, gone).type();
  return type != fs::file_type::not_found && type != fs::file_type::regular;
}

/// Whether libgit2 may open it: not there, or a file of bearable size.
bool is_plain(const fs::path& path) {
  std::error_code gone;
  const std::uintmax_t size = fs::file_size(path, gone);
  return !is_special(path) && (gone || size <= largest_list);
}

bool check_plain(const fs::path& path, Complaints& complaints) {
  if (is_plain(path)) return true;
  complaints.push_back(
      fmt::format("'{}' is no file that git would read, and leaves nothing out", path.string()));
  return false;
}

/// In the place of .git/config, which may name a list anywhere on the machine.
void forget_config(Repository& repository) {
  git_config* none = nullptr;
  if (git_config_new(&none) != 0) return;
  git_repository_set_config(repository.handle.get(), none);
  git_config_free(none);
}

/// Reading it needs no list and no program; one that cannot be read is as good as none.
GitIndex open_index(const Repository& repository, const fs::path& git, Complaints& complaints) {
  git_index* index = nullptr;
  if (is_special(git / "index")) {
    complaints.push_back(fmt::format("'{}' is no file", (git / "index").string()));
    return nullptr;
  }
  git_repository_index(&index, repository.handle.get());
  return GitIndex(index);
}

fs::path exclude_list(const Repository& repository) {
  git_buf folder = {};
  git_repository_item_path(&folder, repository.handle.get(), GIT_REPOSITORY_ITEM_INFO);
  fs::path list = fs::path(folder.ptr == nullptr ? "" : folder.ptr) / "exclude";
  git_buf_dispose(&folder);
  return list;
}

/// The repository at the top of whose work tree `folder` is.
FolderRules open_at(Ignores& ignores, const std::string& folder, Complaints& complaints) {
  const fs::path git = fs::path(folder) / ".git";
  std::error_code unknown;
  if (fs::is_directory(git, unknown))
    for (const char* name : {"HEAD", "config"})
      if (!check_plain(git / name, complaints)) return {};
  std::string complaint;
  RepositoryPtr opened = open_repository(folder, complaint);
  if (opened == nullptr) {
    complaints.push_back(complaint + "; its .gitignore is not read");
    return {};
  }
  if (work_tree(*opened).empty()) return {};
  forget_config(*opened);
  const bool readable = check_plain(exclude_list(*opened), complaints);
  GitIndex tracked = open_index(*opened, git_folder(*opened), complaints);
  ignores.repositories.push_back(std::make_unique<const KnownRepository>(
      KnownRepository{std::move(opened), std::move(tracked)}));
  return {ignores.repositories.back().get(), readable};
}

FolderRules rules_in(Ignores& ignores, const std::string& folder, Complaints& complaints) {
  if (const auto known = ignores.folders.find(folder); known != ignores.folders.end())
    return known->second;
  const fs::path path = folder;
  std::error_code unknown;
  FolderRules rules;
  if (fs::exists(fs::symlink_status(path / ".git", unknown)))
    rules = open_at(ignores, folder, complaints);
  else if (path.has_relative_path())
    rules = rules_in(ignores, path.parent_path().string(), complaints);
  if (rules.known != nullptr && rules.readable)
    rules.readable = check_plain(path / ".gitignore", complaints);
  ignores.folders.emplace(folder, rules);
  return rules;
}

/// Of a folder: whether anything in it is.
bool is_tracked(git_index* index, const std::string& path) {
  if (index == nullptr) return false;
  if (path.ends_with('/')) return git_index_find_prefix(nullptr, index, path.c_str()) == 0;
  return git_index_get_bypath(index, path.c_str(), 0) != nullptr;
}

}  // namespace

void IgnoresDeleter::operator()(Ignores* ignores) const {
  delete ignores;
}

IgnoresPtr make_ignores() {
  return IgnoresPtr(new Ignores);
}

bool is_ignored(Ignores& ignores, const std::string& folder, const std::string& name,
                bool is_folder, Complaints& complaints) {
  const FolderRules rules = rules_in(ignores, folder, complaints);
  if (rules.known == nullptr || !rules.readable) return false;
  const Repository& repository = *rules.known->repository;
  const std::string tree = work_tree(repository);
  const std::string path =
      fmt::format("{}/{}{}", folder == "/" ? "" : folder, name, is_folder ? "/" : "");
  if (!path.starts_with(tree)) return false;
  const char* in_tree = path.c_str() + tree.size();
  int ignored = 0;
  const int failure = git_ignore_path_is_ignored(&ignored, repository.handle.get(), in_tree);
  return failure == 0 && ignored != 0 && !is_tracked(rules.known->tracked.get(), in_tree);
}

}  // namespace caveat
