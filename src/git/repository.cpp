#include "git/repository.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "git/handles.hpp"

namespace fs = std::filesystem;

namespace caveat {

namespace {

/// The nearest folder above that exists, for a file that the change has removed.
std::string existing_folder(const std::string& path) {
  std::error_code unknown;
  fs::path folder = fs::absolute(path.empty() ? "." : path, unknown).lexically_normal();
  while (!fs::is_directory(folder, unknown) && folder.has_relative_path())
    folder = folder.parent_path();
  return folder.string();
}

}  // namespace

LibgitUse::LibgitUse() {
  git_libgit2_init();
  git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, 0);
  for (const int level : {GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL,
                          GIT_CONFIG_LEVEL_PROGRAMDATA}) {
    git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, level, "");
  }
}

LibgitUse::~LibgitUse() {
  git_libgit2_shutdown();
}

std::string last_git_error() {
  const git_error* error = git_error_last();
  return error == nullptr || error->message == nullptr ? "unknown error" : error->message;
}

void RepositoryDeleter::operator()(Repository* repository) const {
  delete repository;
}

RepositoryPtr open_repository(const std::string& path, std::string& complaint) {
  RepositoryPtr repository(new Repository);
  git_repository* handle = nullptr;
  const int status = git_repository_open_ext(&handle, existing_folder(path).c_str(), 0, nullptr);
  repository->handle.reset(handle);
  if (status == 0) return repository;
  complaint = status == GIT_ENOTFOUND ? fmt::format("'{}' is in no git repository", path)
                                      : fmt::format("cannot open the git repository of '{}': {}",
                                                    path, last_git_error());
  return nullptr;
}

std::string work_tree(const Repository& repository) {
  const char* folder = git_repository_workdir(repository.handle.get());
  return folder == nullptr ? "" : folder;
}

std::string git_folder(const Repository& repository) {
  return git_repository_path(repository.handle.get());
}

}  // namespace caveat
