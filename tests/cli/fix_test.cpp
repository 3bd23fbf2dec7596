// --fix, --fix-unsafe and --diff through the real program: what is written, what is left alone and
// said so, and what a file keeps besides its bytes. What a kill or a full disk does is measured by
// tests/faults.
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <set>

#include "cli/program.hpp"

namespace {

using namespace caveat_test;
namespace fs = std::filesystem;

/// One name with a safe fix, one claim with suggested wording, and one whose new wording is no
/// better.
std::string names_pack() {
  const std::string source =
      "source = { title = \"A trial\", year = 2024, url = \"https://example.org/trial\" }\n";
  const auto rule = [&](const std::string& id, const std::string& better) {
    const std::string flagged = "It " + id + ".\", \"He " + id + ".\", \"She " + id;
    return "[[rule]]\nid = \"" + id + "\"\ncategory = \"safety\"\nseverity = \"error\"\n" +
           "match = \"'" + id + "'\"\nmessage = \"" + id + "? says who\"\nfix = \"" + better +
           "\"\nwhy = \"It promises more than anybody knows.\"\n" + source + "flags = [\"" +
           flagged + ".\"]\nallows = [\"It waits.\", \"He waits.\", \"She waits.\"]\n";
  };
  return "[pack]\nname = \"names\"\nversion = \"1.0.0\"\nlanguage = \"en\"\n"
         "description = \"For the tests of fixes\"\n"
         "[[term]]\ncorrect = \"kratom\"\nwrong = [\"kratum\", \"craytum\"]\n" +
         source + rule("heals", "may ease") + rule("mends", "heals");
}

constexpr const char* wrong = "Kratum is a leaf.\n";
constexpr const char* right = "Kratom is a leaf.\n";

struct Page : Folder {
  Page() {
    write("names.toml", names_pack());
    write("page.md", wrong);
  }
  Run run(const std::string& arguments, const std::string& before = "") const {
    return shell(before + " \"$caveat\" " + arguments + " --no-default-packs --pack=names.toml");
  }
  std::string bytes(const std::string& name = "page.md") const { return read_bytes(*this / name); }
  /// Files of caveat that were left.
  std::string litter() const {
    std::string names;
    for (const auto& entry : fs::recursive_directory_iterator(*this / "."))
      if (entry.path().string().find(".caveat-") != std::string::npos)
        names += entry.path().string() + "\n";
    return names;
  }
};

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("--fix writes names, --fix-unsafe wording too, and what remains is reported") {
  struct Row {
    std::string flags;
    std::string before;
    std::string after;
    std::string summary;
    int exit;
  };
  const std::vector<Row> table = {
      {"--fix", wrong, right, "1 fixed; 0 errors, 0 warnings, 0 notes in 0 of 1 file", 0},
      {"--fix", right, right, "0 fixed; 0 errors, 0 warnings, 0 notes in 0 of 1 file", 0},
      {"--fix", "Kratum heals colds.", "Kratom heals colds.",
       "1 fixed; 1 error, 0 warnings, 0 notes in 1 of 1 file", 1},
      {"--fix-unsafe", "Kratum heals colds.", "Kratom may ease colds.",
       "2 fixed; 0 errors, 0 warnings, 0 notes in 0 of 1 file", 0},
      {"--fix --fix-unsafe", "KRATUM heals.", "KRATOM may ease.",
       "2 fixed; 0 errors, 0 warnings, 0 notes in 0 of 1 file", 0},
      {"--fix-unsafe", "Kratum mends.", "Kratom mends.",
       "1 fixed; 1 error, 0 warnings, 0 notes in 1 of 1 file", 1},
      {"--fix",
       "\xEF\xBB\xBF"
       "Kratum.\r\n\r\nTea and **kratum**.",
       "\xEF\xBB\xBF"
       "Kratom.\r\n\r\nTea and **kratom**.",
       "2 fixed; 0 errors, 0 warnings, 0 notes in 0 of 1 file", 0},
      {"--fix", "<!-- caveat-disable-file names/misspelt-name -->\nKratum.\n",
       "<!-- caveat-disable-file names/misspelt-name -->\nKratum.\n",
       "0 fixed; 0 errors, 0 warnings, 0 notes in 0 of 1 file (1 suppressed)", 0},
      {"--diff", wrong, wrong, "1 to fix; 1 error, 0 warnings, 0 notes in 1 of 1 file", 1},
      {"--fix --diff", wrong, wrong, "1 to fix; 1 error, 0 warnings, 0 notes in 1 of 1 file", 1},
      {"", wrong, wrong, "1 error, 0 warnings, 0 notes in 1 of 1 file (1 fixable)", 1},
  };
  for (const Row& row : table) {
    const Page page;
    page.write("page.md", row.before);
    const Run run = page.run(row.flags + " page.md");
    CAPTURE(row.flags, row.before, run.out);
    CHECK(page.bytes() == row.after);
    CHECK(run.err == "caveat: " + row.summary + "\n");
    CHECK(run.exit == row.exit);
    CHECK(page.litter() == "");
  }
}

TEST_CASE("--fix-unsafe words a bare claim as strongly as its evidence carries, and no other") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"Turmeric cures arthritis.", "Turmeric may help with arthritis."},
      {"After a flight, **melatonin** cures jet lag.",
       "After a flight, **melatonin** helps with jet lag."},
      {"Kratom cures pain.", "Kratom cures pain."},  // nothing that fits is a benefit
      {"Turmeric fights arthritis and pain.", "Turmeric fights arthritis and pain."},
      {"Turmeric, it is said, cures arthritis.", "Turmeric, it is said, cures arthritis."},
      {"Ibuprofen relieves pain.", "Ibuprofen relieves pain."},
  };
  for (const auto& [before, after] : table) {
    const Page page;
    page.write("page.md", before);
    page.shell("\"$caveat\" --fix-unsafe page.md");
    CHECK(page.bytes() == after);
  }
}

TEST_CASE(
    "a folder is fixed as a whole, by any number of threads, and a second run finds nothing") {
  const Page page;
  for (int at = 0; at < 60; ++at) page.write("docs/" + std::to_string(at) + ".md", wrong);
  CHECK(page.run("--fix -j4 docs").exit == 0);
  for (int at = 0; at < 60; ++at) CHECK(page.bytes("docs/" + std::to_string(at) + ".md") == right);
  CHECK(contains(page.run("--fix -j4 docs").err, "0 fixed"));
  CHECK(page.litter() == "");
}

TEST_CASE("--diff prints patches and nothing else, for git and for patch") {
  const Page page;
  page.write("docs/green tea.md", "Tea.\r\nKratum heals\r\n");
  const Run safe = page.run("--diff docs page.md");
  CHECK(safe.out ==
        "--- a/docs/green tea.md\t\n+++ b/docs/green tea.md\t\n@@ -1,2 +1,2 @@\n Tea.\r\n"
        "-Kratum heals\r\n+Kratom heals\r\n"
        "--- a/page.md\n+++ b/page.md\n@@ -1 +1 @@\n-Kratum is a leaf.\n+Kratom is a leaf.\n");
  CHECK(page.run("--diff $PWD/page.md ./docs/../docs").out == page.run("--diff page.md docs").out);
  CHECK(contains(page.run("--diff --fix-unsafe docs").out, "+Kratom may ease\r\n"));
  CHECK(page.run("--diff --format=json missing.md").out == "");
  CHECK(page.shell("cd docs && \"$caveat\" --diff --fix-unsafe . --no-default-packs "
                   "--pack=../names.toml | git apply")
            .exit == 0);
  CHECK(page.bytes("docs/green tea.md") == "Tea.\r\nKratom may ease\r\n");
  CHECK(page.shell("\"$caveat\" -q --diff page.md --no-default-packs --pack=names.toml | "
                   "patch -s -p1")
            .exit == 0);
}

TEST_CASE("standard input is printed as it is fixed, without a report") {
  const Page page;
  const Run run = page.run("--fix -", "printf 'Kratum heals.' |");
  CHECK(run.out == "Kratom heals.");
  CHECK(run.exit == 1);
  CHECK(page.run("--fix -", "printf 'Tea.' |").out == "Tea.");
  CHECK(page.run("--fix --format=json - < page.md").out == right);
  CHECK(contains(page.run("--diff --stdin-filename=docs/tea.md - < page.md").out,
                 "--- a/docs/tea.md\n"));
  CHECK(page.run("--fix - page.md < /dev/null").exit == 2);
  CHECK(page.bytes() == wrong);
}

TEST_CASE("what cannot be fixed safely is left alone and said, and the rest is fixed") {
  struct Row {
    std::string before;  ///< makes "odd.md"
    std::string said;
  };
  const std::vector<Row> table = {
      {"mkdir out; mv page.md out/o.md; mkdir in; cd in; cp ../names.toml .; ln -s ../out/o.md "
       "odd.md",
       "outside of the folders that were named"},
      {"mkdir out in; mv page.md out; cd in; cp ../names.toml .; ln -s ../out link; "
       "ln -s link/page.md odd.md",
       "outside of the folders that were named"},
      {"ln -s nowhere.md odd.md", "No such file"},
      {"ln -s odd.md odd.md", "symbolic links"},
      {"cp page.md odd.md; ln odd.md other.md", "hard links"},
      {"cp page.md odd.md; chmod 444 odd.md", "read-only"},
      {"mkfifo odd.md", "no regular file"},
      {"ln -s /dev/zero odd.md", "no regular file"},
      {"ln -s /dev/tty odd.md", "no regular file"},
      {"ln -s /proc/self/mem odd.md", "cannot read"},
  };
  for (const Row& row : table) {
    const Page page;
    page.write("good.md", wrong);
    const auto begin = std::chrono::steady_clock::now();
    const Run run = page.shell(
        row.before + "; [ -e good.md ] || cp ../good.md .; \"$caveat\" --fix " +
        "odd.md good.md --no-default-packs --pack=names.toml; e=$?; " + "cat good.md; exit $e");
    CAPTURE(row.before, run.out, run.err);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
    CHECK(run.exit == 2);
    CHECK(contains(run.err, row.said));
    CHECK(contains(run.out, right));
    for (const char* kept : {"out/o.md", "out/page.md", "odd.md", "other.md"})
      if (fs::symlink_status(page / kept).type() == fs::file_type::regular)
        CHECK(page.bytes(kept) == wrong);
    CHECK(page.litter() == "");
  }
}

TEST_CASE("a folder that a link within the working directory leads out to is not written in") {
  const Page page;
  page.write("out/page.md", wrong);
  const Run run = page.shell(
      "mkdir in; ln -s ../out in/link; cd in; \"$caveat\" --fix link "
      "link/page.md --no-default-packs --pack=../names.toml");
  CHECK(run.exit == 2);
  CHECK(page.bytes("out/page.md") == wrong);
}

TEST_CASE("a folder outside of the working directory is fixed when it is named") {
  const Page page;
  const std::string end = " --no-default-packs --pack=../names.toml";
  CHECK(page.shell("mkdir in; cd in; \"$caveat\" --fix .." + end).exit == 0);
  CHECK(page.bytes() == right);
  page.write("page.md", wrong);
  CHECK(page.shell("cd in; \"$caveat\" --fix ../page.md" + end).exit == 0);
  CHECK(page.bytes() == right);
}

TEST_CASE("a link within the working directory stays a link, and what it leads to is fixed") {
  const Page page;
  CHECK(page.shell("mkdir docs; mv page.md docs; ln -s docs/page.md link.md").exit == 0);
  CHECK(page.run("--fix link.md").exit == 0);
  CHECK(fs::is_symlink(page / "link.md"));
  CHECK(page.bytes("docs/page.md") == right);
}

TEST_CASE("mode, special bits, group, attributes and access lists stay") {
  const Page page;
  const std::string path = (page / "page.md").string();
  if (geteuid() == 0) CHECK(chown(path.c_str(), 0, 12) == 0);
  CHECK(chmod(path.c_str(), 06751) == 0);
  const std::string note = "read twice";
  const bool attributes = setxattr(path.c_str(), "user.note", note.data(), note.size(), 0) == 0;
  struct stat before = {};
  struct stat after = {};
  CHECK(stat(path.c_str(), &before) == 0);
  CHECK(page.run("--fix page.md").exit == 0);
  CHECK(stat(path.c_str(), &after) == 0);
  CHECK(page.bytes() == right);
  CHECK(after.st_mode == before.st_mode);
  CHECK(after.st_gid == before.st_gid);
  char value[32] = {};
  if (attributes) CHECK(getxattr(path.c_str(), "user.note", value, sizeof value) == 10);
  if (attributes) CHECK(value == note);
}

TEST_CASE("an access list is copied, and one that the folder gives new files is taken off") {
  // Version 2; entries of a tag, permissions and an id: user, user 12, group, mask, others.
  const std::string list(
      "\2\0\0\0\1\0\6\0\xFF\xFF\xFF\xFF\2\0\6\0\x0C\0\0\0\4\0\4\0\xFF\xFF\xFF\xFF"
      "\x10\0\6\0\xFF\xFF\xFF\xFF\x20\0\0\0\xFF\xFF\xFF\xFF",
      44);
  const Page page;
  const std::string path = (page / "page.md").string();
  const std::string folder = (page / ".").string();
  const char* own = "system.posix_acl_access";
  if (setxattr(path.c_str(), own, list.data(), list.size(), 0) != 0) return;
  CHECK(page.run("--fix page.md").exit == 0);
  std::string value(64, '\0');
  value.resize(static_cast<std::size_t>(
      std::max<ssize_t>(0, getxattr(path.c_str(), own, value.data(), value.size()))));
  CHECK(value == list);
  page.write("plain.md", wrong);
  CHECK(setxattr(folder.c_str(), "system.posix_acl_default", list.data(), list.size(), 0) == 0);
  CHECK(page.run("--fix plain.md").exit == 0);
  CHECK(page.bytes("plain.md") == right);
  CHECK(getxattr((page / "plain.md").c_str(), own, value.data(), value.size()) == -1);
}

TEST_CASE("a file of another user and a folder that may not be written in are left alone") {
  if (geteuid() != 0) return;
  const Page page;
  const std::string nobody = "chmod 755 . && setpriv --reuid=65534 --regid=65534 --clear-groups";
  CHECK(page.shell("chmod 666 page.md; chmod 1777 .").exit == 0);
  const Run other = page.run("--fix page.md", nobody);
  CHECK(other.exit == 2);
  CHECK(contains(other.err, "another user"));
  CHECK(page.shell("chown 65534 page.md").exit == 0);
  const Run closed = page.run("--fix page.md", nobody);
  CHECK(closed.exit == 2);
  CHECK(contains(closed.err, "nothing can be written in its folder"));
  CHECK(page.run("--fix page.md").exit == 2);  // root is no owner either
  CHECK(page.bytes() == wrong);
}

TEST_CASE("a group that the owner may not give keeps the file as it is") {
  if (geteuid() != 0) return;
  const Page page;
  const Run run = page.run("--fix page.md",
                           "chmod 777 . && chown 65534:12 page.md && "
                           "setpriv --reuid=65534 --regid=65534 --clear-groups");
  CHECK(run.exit == 2);
  CHECK(contains(run.err, "cannot be copied"));
  CHECK(page.bytes() == wrong);
  CHECK(page.litter() == "");
}

TEST_CASE("the longest name that a file can have is no obstacle") {
  const Page page;
  const std::string name = std::string(252, 'a') + ".md";
  page.write(name, wrong);
  CHECK(page.run("--fix " + name).exit == 0);
  CHECK(page.bytes(name) == right);
}

TEST_CASE("what a killed run left is told after a day, and never deleted") {
  const Page page;
  page.write("docs/page.md", right);
  page.write("docs/.page.md.caveat-abcdef", wrong);
  page.write("docs/.caveat-abcdef", wrong);
  page.write("docs/.page.md.caveat-old", wrong);
  CHECK(!contains(page.run("--fix docs").err, "left by"));
  const Run run = page.run("--fix docs", "touch -d '25 hours ago' docs/.* &&");
  CHECK(contains(run.err, "caveat: 'docs/.page.md.caveat-abcdef' was left by a --fix"));
  CHECK(!contains(run.err, "caveat-old"));
  CHECK(run.exit == 0);
  CHECK(page.bytes("docs/.page.md.caveat-abcdef") == wrong);
  CHECK(!contains(page.run("docs").err, "left by"));
}

TEST_CASE("programs that fix the same files at once leave them fixed, and nothing else") {
  const Page page;
  for (int at = 0; at < 40; ++at) page.write("docs/" + std::to_string(at) + ".md", wrong);
  page.shell(
      "for i in 1 2 3 4 5 6 7 8; do \"$caveat\" -q --fix docs --no-default-packs "
      "--pack=names.toml & done; wait");
  for (int at = 0; at < 40; ++at) CHECK(page.bytes("docs/" + std::to_string(at) + ".md") == right);
  CHECK(page.litter() == "");
}

TEST_CASE("one file under several names is fixed once") {
  const Page page;
  const Run run = page.run("--fix -j4 page.md ./page.md $PWD/page.md ./././page.md");
  CHECK(run.exit == 0);
  CHECK(contains(run.err, "1 fixed; 0 errors"));
  CHECK(page.bytes() == right);
}

TEST_CASE("asked to end, it ends by that signal and leaves no temporary file") {
  const Page page;
  for (int at = 0; at < 300; ++at) page.write("docs/" + std::to_string(at) + ".md", wrong);
  for (const std::string signal : {"INT", "TERM", "HUP"}) {
    const Run run = page.shell("timeout -s " + signal +
                               " 0.03 \"$caveat\" -q --fix docs "
                               "--no-default-packs --pack=names.toml; ls docs | wc -l");
    CAPTURE(signal, run.err);
    CHECK(run.out == "300\n");
    CHECK(page.litter() == "");
    for (const auto& file : fs::directory_iterator(page / "docs"))
      CHECK(std::set<std::string>{wrong, right}.contains(read_bytes(file.path())));
  }
}

#ifndef __SANITIZE_ADDRESS__  // a sanitizer takes no library before it

TEST_CASE("killed, out of space, or failed by the disk, it loses no page") {
  const Folder folder;
  const std::string faults = "CAVEAT=\"$caveat\" '" CAVEAT_TESTS_DIR "/faults/";
  for (const std::string script : {"kill.sh' 10 40", "full_disk.sh' quick"}) {
    const Run run = folder.shell(faults + script);
    CAPTURE(script, run.out, run.err);
    CHECK(run.exit == 0);
  }
}

#endif
