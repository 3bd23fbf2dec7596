// What git leaves out of a site, asked as git would be.
#include "git/ignore.hpp"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "git/scratch_repository.hpp"

using namespace caveat;
using caveat_test::ScratchRepository;
namespace fs = std::filesystem;

namespace {

struct Answer {
  bool ignored = false;
  std::vector<std::string> complaints;
};

/// `path` is relative to the work tree; a folder ends in '/'.
Answer ask(const ScratchRepository& site, std::string path) {
  const bool is_folder = path.ends_with('/');
  if (is_folder) path.pop_back();
  const fs::path whole = fs::path(site.path()) / path;
  const IgnoresPtr ignores = make_ignores();
  Answer answer;
  answer.ignored = is_ignored(*ignores, whole.parent_path().string(), whole.filename().string(),
                              is_folder, answer.complaints);
  return answer;
}

bool leaves_out(const ScratchRepository& site, const std::string& path) {
  const Answer answer = ask(site, path);
  CHECK(answer.complaints == std::vector<std::string>{});
  return answer.ignored;
}

}  // namespace

TEST_CASE("git leaves out what its lists say, nearest list last") {
  const ScratchRepository site;
  site.write(".gitignore", "# built\n/public/\n*.tmp.md\n!keep.tmp.md\nnotes\ndocs/**/old\n");
  site.write("docs/.gitignore", "!notes\ndraft-?.md\n");
  site.write(".git/info/exclude", "mine.md\n");
  for (const char* folder : {"docs", "herbs", "public"})
    fs::create_directories(fs::path(site.path()) / folder);
  const struct {
    const char* path;
    bool left_out;
  } rows[] = {
      {"public/", true},
      {"public/page.md", true},
      {"docs/public/", false},
      {"page.tmp.md", true},
      {"docs/page.tmp.md", true},
      {"keep.tmp.md", false},
      {"notes", true},
      {"herbs/notes/", true},
      {"docs/notes", true},
      {"docs/a/b/old", true},
      {"docs/draft-1.md", true},
      {"draft-1.md", false},
      {"docs/herbs/mine.md", true},
      {"kratom.md", false},
      {"not/there/yet.md", false},
      {".gitignore", false},
  };
  for (const auto& [path, left_out] : rows) {
    CAPTURE(path);
    CHECK(leaves_out(site, path) == left_out);
  }
}

TEST_CASE("what is tracked is left out by no list") {
  const ScratchRepository site;
  site.write("drafts/kratom.md", "");
  site.commit();
  site.write(".gitignore", "drafts/\n");
  CHECK(!leaves_out(site, "drafts/"));
  CHECK(!leaves_out(site, "drafts/kratom.md"));
  CHECK(leaves_out(site, "drafts/sleep.md"));
}

TEST_CASE("without a repository nothing is left out") {
  const ScratchRepository site;
  site.write(".gitignore", "*\n");
  fs::remove_all(fs::path(site.path()) / ".git");
  CHECK(!leaves_out(site, "page.md"));
}

TEST_CASE("a repository inside another has lists of its own") {
  const ScratchRepository site;
  site.write(".gitignore", "*.md\n");
  site.write("theme/page.md", "");
  git_repository* inner = nullptr;
  ScratchRepository::check(
      git_repository_init(&inner, (fs::path(site.path()) / "theme").c_str(), 0));
  git_repository_free(inner);
  site.write("theme/.gitignore", "*.html\n");
  CHECK(leaves_out(site, "page.md"));
  CHECK(!leaves_out(site, "theme/page.md"));
  CHECK(leaves_out(site, "theme/docs/page.html"));
}

TEST_CASE("a list that the configuration of git names is not read") {
  const ScratchRepository site;
  site.write("elsewhere", "*.md\n");
  site.write(".git/config", "[core]\n\texcludesFile = " + site.path() + "/elsewhere\n");
  CHECK(!leaves_out(site, "page.md"));
  mkfifo((fs::path(site.path()) / "pipe").c_str(), 0600);
  site.write(".git/config", "[core]\n\texcludesFile = " + site.path() + "/pipe\n");
  CHECK(!leaves_out(site, "page.md"));
}

TEST_CASE("a list that is no plain file is told and not read") {
  const auto make_link = [](const fs::path& path) { fs::create_symlink("/etc/passwd", path); };
  const auto make_pipe = [](const fs::path& path) { mkfifo(path.c_str(), 0600); };
  const auto make_zeros = [](const fs::path& path) { fs::create_symlink("/dev/zero", path); };
  const auto make_folder = [](const fs::path& path) { fs::create_directory(path); };
  const auto make_huge = [](const fs::path& path) {
    std::ofstream(path) << "*\n";
    fs::resize_file(path, 2 << 20);
  };
  using Make = void (*)(const fs::path&);
  for (const Make make :
       {Make{make_link}, Make{make_pipe}, Make{make_zeros}, Make{make_folder}, Make{make_huge}})
    for (const char* list : {"docs/.gitignore", ".git/info/exclude", ".git/config", ".git/HEAD"}) {
      const ScratchRepository site;
      site.write("docs/page.md", "");
      const fs::path path = fs::path(site.path()) / list;
      fs::remove(path);
      make(path);
      const Answer answer = ask(site, "docs/page.md");
      CHECK(!answer.ignored);
      REQUIRE(answer.complaints.size() == 1);
      CHECK(answer.complaints[0] ==
            "'" + path.string() + "' is no file that git would read, and leaves nothing out");
    }
}

TEST_CASE("a broken repository is told once, and leaves nothing out") {
  const ScratchRepository site;
  site.write(".gitignore", "*\n");
  fs::remove_all(fs::path(site.path()) / ".git");
  site.write(".git", "gitdir: /nowhere/at/all\n");
  const IgnoresPtr ignores = make_ignores();
  std::vector<std::string> complaints;
  for (const char* name : {"a.md", "b.md"})
    CHECK(!is_ignored(*ignores, site.path(), name, false, complaints));
  REQUIRE(complaints.size() == 1);
  CHECK(complaints[0].find("its .gitignore is not read") != std::string::npos);
}
