// A repository of a test's own, built with libgit2 in a folder that is gone afterwards. Commits
// have one fixed author and time.
#pragma once

#include <git2.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace caveat_test {

class ScratchRepository {
 public:
  explicit ScratchRepository(bool bare = false) {
    git_libgit2_init();
    std::string name = (std::filesystem::temp_directory_path() / "caveat-git-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = std::filesystem::canonical(name);
    git_repository_init_options options;
    git_repository_init_options_init(&options, GIT_REPOSITORY_INIT_OPTIONS_VERSION);
    options.flags = GIT_REPOSITORY_INIT_MKPATH;
    if (bare) options.flags |= GIT_REPOSITORY_INIT_BARE;
    options.initial_head = "main";
    check(git_repository_init_ext(&repository_, path_.c_str(), &options));
  }
  ~ScratchRepository() {
    git_repository_free(repository_);
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
    git_libgit2_shutdown();
  }
  ScratchRepository(const ScratchRepository&) = delete;
  ScratchRepository& operator=(const ScratchRepository&) = delete;

  std::string path() const { return path_.string(); }
  git_repository* handle() const { return repository_; }

  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  void remove(const std::string& name) const { std::filesystem::remove(path_ / name); }
  void rename(const std::string& from, const std::string& to) const {
    std::filesystem::create_directories((path_ / to).parent_path());
    std::filesystem::rename(path_ / from, path_ / to);
  }

  /// All of the work tree, as `git add --all` does.
  void stage() const {
    git_index* index = open_index();
    check(git_index_add_all(index, nullptr, GIT_INDEX_ADD_DEFAULT, nullptr, nullptr));
    check(git_index_update_all(index, nullptr, nullptr, nullptr));
    check(git_index_write(index));
    git_index_free(index);
  }

  /// Stages all and commits it to HEAD, or to `branch`, with HEAD and the others as parents.
  std::string commit(const std::vector<std::string>& others = {}) const {
    stage();
    git_index* index = open_index();
    git_oid tree;
    check(git_index_write_tree(&tree, index));
    git_index_free(index);
    return commit_tree(tree, others);
  }

  void branch(const std::string& name) const {
    git_commit* head = commit_named("HEAD");
    git_reference* made = nullptr;
    check(git_branch_create(&made, repository_, name.c_str(), head, 1));
    git_reference_free(made);
    git_commit_free(head);
  }

  void checkout(const std::string& name) const {
    git_object* target = nullptr;
    check(git_revparse_single(&target, repository_, name.c_str()));
    git_checkout_options options;
    git_checkout_options_init(&options, GIT_CHECKOUT_OPTIONS_VERSION);
    options.checkout_strategy = GIT_CHECKOUT_FORCE;
    check(git_checkout_tree(repository_, target, &options));
    check(git_repository_set_head(repository_, ("refs/heads/" + name).c_str()));
    git_object_free(target);
  }

  static void check(int status) {
    if (status >= 0) return;
    const git_error* error = git_error_last();
    throw std::runtime_error(error == nullptr ? "libgit2" : error->message);
  }

 private:
  git_index* open_index() const {
    git_index* index = nullptr;
    check(git_repository_index(&index, repository_));
    check(git_index_read(index, 1));
    return index;
  }

  git_commit* commit_named(const std::string& name) const {
    git_object* found = nullptr;
    check(git_revparse_single(&found, repository_, name.c_str()));
    return reinterpret_cast<git_commit*>(found);
  }

  std::string commit_tree(const git_oid& tree_id, const std::vector<std::string>& others) const {
    git_tree* tree = nullptr;
    check(git_tree_lookup(&tree, repository_, &tree_id));
    std::vector<git_commit*> parents;
    if (git_repository_head_unborn(repository_) == 0) parents.push_back(commit_named("HEAD"));
    for (const std::string& other : others) parents.push_back(commit_named(other));
    git_signature* who = nullptr;
    check(git_signature_new(&who, "Ann", "ann@example.org", 1700000000, 0));
    git_oid made;
    check(git_commit_create(&made, repository_, "HEAD", who, who, nullptr, "change", tree,
                            parents.size(), const_cast<const git_commit**>(parents.data())));
    git_signature_free(who);
    for (git_commit* parent : parents) git_commit_free(parent);
    git_tree_free(tree);
    return git_oid_tostr_s(&made);
  }

  std::filesystem::path path_;
  git_repository* repository_ = nullptr;
};

}  // namespace caveat_test
