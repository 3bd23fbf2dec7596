#include "git/changes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "git/handles.hpp"

namespace caveat {

namespace {

git_repository* handle_of(const Repository& repository) {
  return repository.handle.get();
}

bool is_unborn_head(const Repository& repository, const std::string& name) {
  return name == "HEAD" && git_repository_head_unborn(handle_of(repository)) == 1;
}

/// Much of what a shallow clone lacks is there, only not here.
std::string shallow_hint(const Repository& repository) {
  return git_repository_is_shallow(handle_of(repository)) == 1
             ? " in this shallow clone; 'git fetch --unshallow' gets the rest"
             : "";
}

std::string unknown_revision(const Repository& repository, const std::string& name) {
  if (git_repository_head_unborn(handle_of(repository)) == 1)
    return fmt::format("no revision '{}': nothing is committed yet", name);
  return fmt::format("no revision '{}'{}", name, shallow_hint(repository));
}

GitObject object_named(const Repository& repository, const std::string& name, git_object_t type) {
  git_object* found = nullptr;
  if (git_revparse_single(&found, handle_of(repository), name.c_str()) != 0) return nullptr;
  const GitObject named(found);
  git_object* peeled = nullptr;
  git_object_peel(&peeled, named.get(), type);
  return GitObject(peeled);
}

std::string commit_where_they_parted(const Repository& repository, const Comparison& comparison,
                                     std::string& complaint) {
  const std::string to = comparison.to.empty() ? "HEAD" : comparison.to;
  for (const std::string& name : {comparison.from, to}) {
    if (object_named(repository, name, GIT_OBJECT_COMMIT)) continue;
    complaint = unknown_revision(repository, name);
    return "";
  }
  const auto from = object_named(repository, comparison.from, GIT_OBJECT_COMMIT);
  const auto other = object_named(repository, to, GIT_OBJECT_COMMIT);
  git_oid parted;
  if (git_merge_base(&parted, handle_of(repository), git_object_id(from.get()),
                     git_object_id(other.get())) == 0)
    return git_oid_tostr_s(&parted);
  complaint = fmt::format("'{}' and '{}' have no commit in common{}", comparison.from, to,
                          shallow_hint(repository));
  return "";
}

/// Null without a complaint for the HEAD of a repository without a commit: the empty tree.
GitTree tree_named(const Repository& repository, const std::string& name, std::string& complaint) {
  if (is_unborn_head(repository, name)) return nullptr;
  GitObject tree = object_named(repository, name, GIT_OBJECT_TREE);
  if (!tree) complaint = unknown_revision(repository, name);
  return GitTree(reinterpret_cast<git_tree*>(tree.release()));
}

git_diff_options diff_options() {
  git_diff_options options;
  git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
  options.flags = GIT_DIFF_INCLUDE_UNTRACKED | GIT_DIFF_RECURSE_UNTRACKED_DIRS |
                  GIT_DIFF_IGNORE_SUBMODULES | GIT_DIFF_IGNORE_FILEMODE;
  return options;
}

bool follow_renames(git_diff* diff) {
  git_diff_find_options options;
  git_diff_find_options_init(&options, GIT_DIFF_FIND_OPTIONS_VERSION);
  options.flags = GIT_DIFF_FIND_RENAMES | GIT_DIFF_FIND_FOR_UNTRACKED;
  return git_diff_find_similar(diff, &options) == 0;
}

/// Null, and a complaint, where it cannot be made.
GitDiff diff_of(const Repository& repository, const Comparison& comparison, git_tree* from,
                git_tree* to, std::string& complaint) {
  const git_diff_options options = diff_options();
  git_diff* made = nullptr;
  int status = 0;
  switch (comparison.with) {
    case Comparison::With::work_tree:
      status = git_diff_tree_to_workdir_with_index(&made, handle_of(repository), from, &options);
      break;
    case Comparison::With::index:
      status = git_diff_tree_to_index(&made, handle_of(repository), from, nullptr, &options);
      break;
    case Comparison::With::revision:
      status = git_diff_tree_to_tree(&made, handle_of(repository), from, to, &options);
  }
  GitDiff diff(made);
  if (status == 0 && follow_renames(diff.get())) return diff;
  complaint = fmt::format("cannot compare: {}", last_git_error());
  return nullptr;
}

bool is_file(const git_diff_file& side) {
  return side.mode == GIT_FILEMODE_BLOB || side.mode == GIT_FILEMODE_BLOB_EXECUTABLE;
}

/// In the middle of a merge the index has three of a file and git names none of them as the old.
void take_from_tree(git_tree* from, FileChange& change) {
  git_tree_entry* found = nullptr;
  if (from == nullptr || git_tree_entry_bypath(&found, from, change.new_path.c_str()) != 0) return;
  const Owned<git_tree_entry, git_tree_entry_free> entry(found);
  change.old_path = change.new_path;
  change.old_id = git_oid_tostr_s(git_tree_entry_id(entry.get()));
}

FileChange change_of(const git_diff_delta& delta, git_tree* from, bool from_disk) {
  FileChange change;
  const bool is_new = delta.status == GIT_DELTA_ADDED || delta.status == GIT_DELTA_UNTRACKED;
  const bool conflicted = delta.status == GIT_DELTA_CONFLICTED;
  if (delta.status != GIT_DELTA_DELETED && (is_file(delta.new_file) || conflicted)) {
    change.new_path = delta.new_file.path != nullptr ? delta.new_file.path : delta.old_file.path;
    if (!from_disk) change.new_id = git_oid_tostr_s(&delta.new_file.id);
  }
  if (conflicted) {
    take_from_tree(from, change);
  } else if (!is_new && is_file(delta.old_file)) {
    change.old_path = delta.old_file.path;
    change.old_id = git_oid_tostr_s(&delta.old_file.id);
  }
  return change;
}

bool lies_in(const std::string& path, const std::string& folder) {
  return folder.empty() || path == folder ||
         (path.starts_with(folder) && path[folder.size()] == '/');
}

/// Filtered here and not by git, which would lose the old self of a renamed file.
bool is_wanted(const FileChange& change, const std::vector<std::string>& paths) {
  const std::string& path = change.new_path.empty() ? change.old_path : change.new_path;
  const auto holds = [&](const std::string& wanted) { return lies_in(path, wanted); };
  return !path.empty() && (paths.empty() || std::ranges::any_of(paths, holds));
}

/// The index holds no file whole while a merge is not resolved.
bool has_conflicts(const Repository& repository) {
  git_index* index = nullptr;
  if (git_repository_index(&index, handle_of(repository)) != 0) return false;
  return git_index_has_conflicts(GitIndex(index).get()) == 1;
}

std::string objection(const Repository& repository, const Comparison& comparison) {
  using With = Comparison::With;
  if (comparison.with != With::revision && git_repository_is_bare(handle_of(repository)) == 1)
    return "a bare repository has no work tree; name two revisions, as in A..B";
  if (comparison.with == With::index && has_conflicts(repository))
    return "a merge is not resolved yet, so nothing whole is staged";
  return "";
}

}  // namespace

Comparison comparison_of(std::string_view range) {
  Comparison comparison;
  const auto or_head = [](std::string_view name) {
    return std::string(name.empty() ? "HEAD" : name);
  };
  const auto dots = range.find("..");
  comparison.from = or_head(range.substr(0, dots));
  if (dots == range.npos) return comparison;
  comparison.merge_base = range.substr(dots).starts_with("...");
  comparison.with = Comparison::With::revision;
  comparison.to = or_head(range.substr(dots + (comparison.merge_base ? 3 : 2)));
  return comparison;
}

std::optional<std::vector<FileChange>> changed_files(const Repository& repository,
                                                     const Comparison& comparison,
                                                     std::string& complaint) {
  complaint = objection(repository, comparison);
  if (!complaint.empty()) return std::nullopt;
  const bool two = comparison.with == Comparison::With::revision;
  const std::string start = comparison.merge_base
                                ? commit_where_they_parted(repository, comparison, complaint)
                                : comparison.from;
  GitTree from;
  GitTree to;
  if (complaint.empty()) from = tree_named(repository, start, complaint);
  if (complaint.empty() && two) to = tree_named(repository, comparison.to, complaint);
  if (!complaint.empty()) return std::nullopt;
  const GitDiff diff = diff_of(repository, comparison, from.get(), to.get(), complaint);
  if (!diff) return std::nullopt;
  const bool from_disk = comparison.with == Comparison::With::work_tree;
  std::vector<FileChange> changes;
  for (std::size_t at = 0; at < git_diff_num_deltas(diff.get()); ++at) {
    FileChange change = change_of(*git_diff_get_delta(diff.get(), at), from.get(), from_disk);
    if (is_wanted(change, comparison.paths)) changes.push_back(std::move(change));
  }
  std::ranges::sort(changes, {}, [](const FileChange& change) {
    return change.new_path.empty() ? change.old_path : change.new_path;
  });
  return changes;
}

std::vector<LineRange> changed_lines(std::string_view old_bytes, std::string_view new_bytes) {
  const LibgitUse use;
  git_diff_options options = diff_options();
  options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_IGNORE_WHITESPACE_EOL;
  options.context_lines = 0;
  git_patch* made = nullptr;
  std::vector<LineRange> lines;
  if (git_patch_from_buffers(&made, old_bytes.data(), old_bytes.size(), nullptr, new_bytes.data(),
                             new_bytes.size(), nullptr, &options) != 0)
    return {{1, ~std::uint32_t{0}}};
  const GitPatch patch(made);
  for (std::size_t at = 0; at < git_patch_num_hunks(patch.get()); ++at) {
    const git_diff_hunk* hunk = nullptr;
    if (git_patch_get_hunk(&hunk, nullptr, patch.get(), at) != 0) continue;
    // git gives a hunk without new lines the line before it.
    const int first = hunk->new_start + (hunk->new_lines == 0 ? 1 : 0);
    lines.push_back({static_cast<std::uint32_t>(first),
                     static_cast<std::uint32_t>(first + hunk->new_lines - 1)});
  }
  return lines;
}

std::optional<std::string> read_blob(const Repository& repository, const std::string& id,
                                     std::uint64_t limit, std::string& complaint) {
  git_oid oid;
  git_blob* found = nullptr;
  if (git_oid_fromstr(&oid, id.c_str()) != 0 ||
      git_blob_lookup(&found, handle_of(repository), &oid) != 0) {
    complaint = fmt::format("cannot read {} of the repository: {}", id, last_git_error());
    return std::nullopt;
  }
  const GitBlob blob(found);
  const auto size = static_cast<std::uint64_t>(git_blob_rawsize(found));
  if (size > limit) {
    complaint = fmt::format("its old bytes are more than {}, see --max-file-size", limit);
    return std::nullopt;
  }
  return std::string(static_cast<const char*>(git_blob_rawcontent(found)), size);
}

bool is_revision(const Repository& repository, const std::string& name) {
  return is_unborn_head(repository, name) ||
         object_named(repository, name, GIT_OBJECT_TREE) != nullptr;
}

std::vector<std::string> revision_names(const Repository& repository) {
  std::vector<std::string> names = {"HEAD"};
  git_reference_iterator* started = nullptr;
  if (git_reference_iterator_new(&started, handle_of(repository)) != 0) return names;
  const GitReferences references(started);
  git_reference* next = nullptr;
  while (git_reference_next(&next, references.get()) == 0)
    names.emplace_back(git_reference_shorthand(GitReference(next).get()));
  return names;
}

}  // namespace caveat
