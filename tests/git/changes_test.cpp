// What a change touches, in repositories that are built for the purpose.
#include "git/changes.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "git/scratch_repository.hpp"

using namespace caveat;
using caveat_test::ScratchRepository;

namespace {

const std::string page =
    "Kratom is a leaf.\nPeople chew it.\nIt may ease pain.\nNobody knows how.\nTalk to a doctor.\n";

/// One side, by its path and what it held.
std::string side(const Repository& repository, const std::string& path, const std::string& id) {
  if (path.empty()) return "nothing";
  if (id.empty()) return path;
  std::string complaint;
  const auto bytes = read_blob(repository, id, 1 << 20, complaint);
  return path + " (" + (bytes ? std::to_string(bytes->size()) : complaint) + ")";
}

/// `old (bytes) -> new (bytes)` a line for each file, or what is wrong.
std::string changes(const std::string& folder, const Comparison& comparison) {
  std::string complaint;
  const auto repository = open_repository(folder, complaint);
  if (!repository) return complaint;
  const auto files = changed_files(*repository, comparison, complaint);
  if (!files) return complaint;
  std::string lines;
  for (const FileChange& file : *files) {
    lines += side(*repository, file.old_path, file.old_id) + " -> " +
             side(*repository, file.new_path, file.new_id) + "\n";
  }
  return lines;
}

std::string changes(const ScratchRepository& repository, const std::string& range) {
  return changes(repository.path(), comparison_of(range));
}

std::string staged(const ScratchRepository& repository) {
  Comparison comparison;
  comparison.with = Comparison::With::index;
  return changes(repository.path(), comparison);
}

std::string lines_changed(const std::string& before, const std::string& after) {
  std::string printed;
  for (const LineRange& range : changed_lines(before, after))
    printed += std::to_string(range.first) + "-" + std::to_string(range.last) + " ";
  return printed;
}

std::string range(const std::string& typed) {
  const Comparison comparison = comparison_of(typed);
  const bool two = comparison.with == Comparison::With::revision;
  return comparison.from + (comparison.merge_base ? " parted from " : " to ") +
         (two ? comparison.to : "the work tree");
}

}  // namespace

TEST_CASE("a range is what git takes it for", "[git]") {
  CHECK(range("HEAD") == "HEAD to the work tree");
  CHECK(range("main~2") == "main~2 to the work tree");
  CHECK(range("") == "HEAD to the work tree");
  CHECK(range("v1..v2") == "v1 to v2");
  CHECK(range("v1..") == "v1 to HEAD");
  CHECK(range("..v2") == "HEAD to v2");
  CHECK(range("main...topic") == "main parted from topic");
  CHECK(range("main...") == "main parted from HEAD");
}

TEST_CASE("the work tree is compared with HEAD: edited, new, untracked, deleted, untouched",
          "[git]") {
  const ScratchRepository repository;
  repository.write("edited.md", page);
  repository.write("gone.md", "Old.\n");
  repository.write("same.md", "Same.\n");
  repository.commit();
  CHECK(changes(repository, "HEAD") == "");
  repository.write("edited.md", page + "It cures pain.\n");
  repository.remove("gone.md");
  repository.write("added.md", "Something else entirely.\n");
  repository.stage();
  repository.write("notes/loose.md", "A note of mine.\n");
  CHECK(changes(repository, "HEAD") ==
        "nothing -> added.md\n"
        "edited.md (88) -> edited.md\n"
        "gone.md (5) -> nothing\n"
        "nothing -> notes/loose.md\n");
  CHECK(staged(repository) ==
        "nothing -> added.md (25)\n"
        "edited.md (88) -> edited.md (103)\n"
        "gone.md (5) -> nothing\n");
}

TEST_CASE("what git ignores is no change", "[git]") {
  const ScratchRepository repository;
  repository.write(".gitignore", "draft.md\n");
  repository.commit();
  repository.write("draft.md", page);
  CHECK(changes(repository, "HEAD") == "");
}

TEST_CASE("a renamed file keeps its old self: committed, staged, or only moved", "[git]") {
  const ScratchRepository repository;
  repository.write("a.md", page);
  repository.commit();
  repository.rename("a.md", "guides/b.md");
  repository.write("guides/b.md", page + "It cures pain.\n");
  CHECK(changes(repository, "HEAD") == "a.md (88) -> guides/b.md\n");
  repository.stage();
  CHECK(changes(repository, "HEAD") == "a.md (88) -> guides/b.md\n");
  CHECK(staged(repository) == "a.md (88) -> guides/b.md (103)\n");
  repository.commit();
  CHECK(changes(repository, "HEAD~1..HEAD") == "a.md (88) -> guides/b.md (103)\n");
}

TEST_CASE("paths narrow what is told, and a renamed file still knows where it came from", "[git]") {
  const ScratchRepository repository;
  repository.write("a.md", page);
  repository.write("docs.md", "One.\n");
  repository.commit();
  repository.rename("a.md", "docs/b.md");
  repository.write("docs.md", "Two.\n");
  repository.stage();
  Comparison comparison;
  comparison.paths = {"docs"};
  CHECK(changes(repository.path(), comparison) == "a.md (88) -> docs/b.md\n");
  comparison.paths = {"docs.md"};
  CHECK(changes(repository.path(), comparison) == "docs.md (5) -> docs.md\n");
  comparison.paths = {""};
  CHECK(changes(repository.path(), comparison) ==
        "docs.md (5) -> docs.md\na.md (88) -> docs/b.md\n");
}

TEST_CASE("after a merge, three dots tell the branch and two dots the difference", "[git]") {
  const ScratchRepository repository;
  repository.write("a.md", page);
  repository.write("b.md", "Beta.\n");
  repository.commit();
  repository.branch("topic");
  repository.write("a.md", page + "Main.\n");
  repository.commit();
  repository.checkout("topic");
  repository.write("b.md", "Beta, better.\n");
  repository.commit();
  CHECK(changes(repository, "main...topic") == "b.md (6) -> b.md (14)\n");
  CHECK(changes(repository, "main..topic") == "a.md (94) -> a.md (88)\nb.md (6) -> b.md (14)\n");
  Comparison since;
  since.from = "main";
  since.merge_base = true;
  CHECK(changes(repository.path(), since) == "b.md (6) -> b.md\n");
  repository.write("a.md", page + "Main.\n");
  repository.commit({"main"});
  CHECK(changes(repository, "main...topic") == "b.md (6) -> b.md (14)\n");
  CHECK(changes(repository, "HEAD^1") == "a.md (88) -> a.md\n");
}

TEST_CASE("before the first commit everything is new, and no other revision is there", "[git]") {
  const ScratchRepository repository;
  repository.write("a.md", page);
  CHECK(changes(repository, "HEAD") == "nothing -> a.md\n");
  repository.stage();
  CHECK(changes(repository, "HEAD") == "nothing -> a.md\n");
  CHECK(staged(repository) == "nothing -> a.md (88)\n");
  CHECK(changes(repository, "main") == "no revision 'main': nothing is committed yet");
}

TEST_CASE("a bare repository has revisions and no work tree", "[git]") {
  const ScratchRepository bare(true);
  CHECK(changes(bare, "HEAD") ==
        "a bare repository has no work tree; name two revisions, as in A..B");
  CHECK(changes(bare, "main..topic") == "no revision 'main': nothing is committed yet");
}

TEST_CASE("a shallow clone says what it lacks", "[git]") {
  const ScratchRepository repository;
  repository.write("a.md", page);
  const std::string first = repository.commit();
  repository.write("a.md", page + page);
  const std::string second = repository.commit();
  repository.write(".git/shallow", second + "\n");
  std::filesystem::remove(std::filesystem::path(repository.path()) / ".git/objects" /
                          first.substr(0, 2) / first.substr(2));
  CHECK(changes(repository, "HEAD~1") ==
        "no revision 'HEAD~1' in this shallow clone; 'git fetch --unshallow' gets the rest");
}

TEST_CASE("a revision that is not there, and what is near", "[git]") {
  const ScratchRepository repository;
  repository.write("a.md", page);
  repository.commit();
  repository.branch("feature/tea");
  CHECK(changes(repository, "mian") == "no revision 'mian'");
  CHECK(changes(repository, "mian..main") == "no revision 'mian'");
  CHECK(changes(repository, "main...mian") == "no revision 'mian'");
  CHECK(changes(repository, "HEAD:a.md") == "no revision 'HEAD:a.md'");
  std::string complaint;
  const auto opened = open_repository(repository.path(), complaint);
  REQUIRE(opened);
  CHECK(revision_names(*opened) == std::vector<std::string>{"HEAD", "feature/tea", "main"});
  CHECK(is_revision(*opened, "main"));
  CHECK_FALSE(is_revision(*opened, "mian"));
}

TEST_CASE(
    "folders with a repository of their own and links are no texts; a file that became a link is "
    "gone",
    "[git]") {
  const ScratchRepository repository;
  repository.write("a.md", page);
  repository.commit();
  repository.remove("a.md");
  std::filesystem::create_symlink("elsewhere.md",
                                  std::filesystem::path(repository.path()) / "a.md");
  repository.write("part/.git/HEAD", "ref: refs/heads/main\n");
  repository.write("part/.git/refs/.keep", "");
  repository.write("part/.git/objects/.keep", "");
  repository.write("part/page.md", page);
  CHECK(changes(repository, "HEAD") == "a.md (88) -> nothing\n");
}

TEST_CASE("names that are no UTF-8 and bytes that are no text are only bytes", "[git]") {
  const ScratchRepository repository;
  repository.write("caf\xE9.md", std::string("a\0b\n", 4));
  repository.commit();
  repository.write("caf\xE9.md", std::string("a\0c\n", 4));
  CHECK(changes(repository, "HEAD") == "caf\xE9.md (4) -> caf\xE9.md\n");
}

TEST_CASE("a merge that is not resolved compares with HEAD, and nothing is staged", "[git]") {
  const ScratchRepository repository;
  repository.write("a.md", "One.\n");
  repository.commit();
  git_index* index = nullptr;
  ScratchRepository::check(git_repository_index(&index, repository.handle()));
  git_index_entry ours = *git_index_get_bypath(index, "a.md", 0);
  ours.path = "a.md";
  ScratchRepository::check(git_index_conflict_add(index, &ours, &ours, &ours));
  ScratchRepository::check(git_index_write(index));
  git_index_free(index);
  repository.write("a.md", "<<<<<<<\nOne.\n=======\nTwo.\n>>>>>>>\n");
  CHECK(changes(repository, "HEAD") == "a.md (5) -> a.md\n");
  CHECK(staged(repository) == "a merge is not resolved yet, so nothing whole is staged");
}

TEST_CASE("a folder inside knows its repository, one outside says so", "[git]") {
  const ScratchRepository repository;
  repository.write("a/b/c.md", page);
  CHECK(changes(repository.path() + "/a/b", comparison_of("HEAD")) == "nothing -> a/b/c.md\n");
  CHECK(changes(repository.path() + "/a/gone/c.md", comparison_of("HEAD")) ==
        "nothing -> a/b/c.md\n");
  CHECK(changes("/", comparison_of("HEAD")) == "'/' is in no git repository");
}

TEST_CASE("a blob is read up to a limit, and a name that is none is refused", "[git]") {
  const ScratchRepository repository;
  repository.write("a.md", page);
  repository.commit();
  repository.remove("a.md");
  std::string complaint;
  const auto opened = open_repository(repository.path(), complaint);
  REQUIRE(opened);
  const auto gone = changed_files(*opened, comparison_of("HEAD"), complaint);
  REQUIRE(gone->size() == 1);
  CHECK(read_blob(*opened, gone->front().old_id, page.size(), complaint) == page);
  CHECK_FALSE(read_blob(*opened, gone->front().old_id, page.size() - 1, complaint));
  CHECK(complaint == "its old bytes are more than 87, see --max-file-size");
  CHECK_FALSE(read_blob(*opened, "no id", 10, complaint));
  CHECK(complaint.starts_with("cannot read no id of the repository: "));
}

TEST_CASE("changed lines are those of the new text", "[git]") {
  CHECK(lines_changed("a\nb\nc\n", "a\nb\nc\n") == "");
  CHECK(lines_changed("a\nb\nc\n", "a\nB\nc\n") == "2-2 ");
  CHECK(lines_changed("a\nb\nc\n", "a\nb\nb2\nc\nd\n") == "3-3 5-5 ");
  CHECK(lines_changed("", "a\nb\n") == "1-2 ");
  CHECK(lines_changed("a\nb\nc\n", "a\nc\n") == "2-1 ");
  CHECK(lines_changed("a\nb\n", "") == "1-0 ");
  CHECK(lines_changed("a\nb\n", "b\n") == "1-0 ");
  CHECK(lines_changed("a\nb", "a\nb\n") == "");
  CHECK(lines_changed("a\r\nb\r\n", "a\nb\n") == "");
  CHECK(lines_changed(std::string("\0\n", 2), std::string("\0\na\n", 4)) == "2-2 ");
}
