// libgit2's handles as owners that free them. Private to this room: no other file includes git2.h.
#pragma once

#include <git2.h>

#include <memory>
#include <string>

#include "git/repository.hpp"

namespace caveat {

template <typename Handle, void (*free)(Handle*)>
struct Freed {
  void operator()(Handle* handle) const { free(handle); }
};
template <typename Handle, void (*free)(Handle*)>
using Owned = std::unique_ptr<Handle, Freed<Handle, free>>;

using GitRepository = Owned<git_repository, git_repository_free>;
using GitObject = Owned<git_object, git_object_free>;
using GitTree = Owned<git_tree, git_tree_free>;
using GitBlob = Owned<git_blob, git_blob_free>;
using GitDiff = Owned<git_diff, git_diff_free>;
using GitPatch = Owned<git_patch, git_patch_free>;
using GitIndex = Owned<git_index, git_index_free>;
using GitReference = Owned<git_reference, git_reference_free>;
using GitReferences = Owned<git_reference_iterator, git_reference_iterator_free>;

/// libgit2 counts those who use it: this one does, as long as it lives.
struct LibgitUse {
  LibgitUse();
  ~LibgitUse();
  LibgitUse(const LibgitUse&) = delete;
  LibgitUse& operator=(const LibgitUse&) = delete;
};

struct Repository {
  LibgitUse use;  ///< first, so that it ends last
  GitRepository handle;
};

/// What libgit2 said of the call that failed last, in this thread.
std::string last_git_error();

}  // namespace caveat
