// Patches, given to the two programs that they are for.
#include "git/patch.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "cli/program.hpp"

namespace {

using caveat_test::Folder;
using caveat_test::read_bytes;

struct Patched {
  std::string by_git;
  std::string by_patch;
};

Patched patched(const std::string& path, const std::string& before, const std::string& after) {
  const Folder folder;
  const auto diff = caveat::unified_diff(path, before, after);
  REQUIRE(diff.has_value());
  folder.write("the.patch", *diff);
  folder.write("git/" + path, before);
  folder.write("patch/" + path, before);
  const auto run = folder.shell(
      "(cd git && git apply -p1 ../the.patch) && (cd patch && "
      "patch -s -p1 -i ../the.patch)");
  CAPTURE(path, before, *diff, run.out, run.err);
  CHECK(run.exit == 0);
  return {read_bytes(folder / ("git/" + path)), read_bytes(folder / ("patch/" + path))};
}

}  // namespace

TEST_CASE("a patch names the file and shows three lines around each change") {
  CHECK(*caveat::unified_diff("docs/tea.md", "1\n2\n3\n4\nkratum\n6\n7\n8\n9\n",
                              "1\n2\n3\n4\nkratom\n6\n7\n8\n9\n") ==
        "--- a/docs/tea.md\n+++ b/docs/tea.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-kratum\n+kratom\n"
        " 6\n 7\n 8\n");
  CHECK(*caveat::unified_diff("tea.md", "kratum", "kratom") ==
        "--- a/tea.md\n+++ b/tea.md\n@@ -1 +1 @@\n-kratum\n\\ No newline at end of file\n"
        "+kratom\n\\ No newline at end of file\n");
  CHECK(*caveat::unified_diff("green tea.md", "kratum\n", "kratom\n") ==
        "--- a/green tea.md\t\n+++ b/green tea.md\t\n@@ -1 +1 @@\n-kratum\n+kratom\n");
  CHECK(*caveat::unified_diff("tea.md", "kratum", "kratum") == "");
}

TEST_CASE("git apply and patch -p1 make the new text of the old one") {
  struct Row {
    std::string path;
    std::string before;
    std::string after;
  };
  const std::vector<Row> table = {
      {"tea.md", "kratum\n", "kratom\n"},
      {"tea.md", "kratum", "kratom"},
      {"tea.md", "kratum\r\ntea\r\n", "kratom\r\ntea\r\n"},
      {"tea.md", "tea\r\nkratum", "tea\r\nkratom"},
      {"tea.md", "tea\rkratum\rmug", "tea\rkratom\rmug"},
      {"tea.md", "\uFEFFkratum\n", "\uFEFFkratom\n"},
      {"tea.md", "\u8336 kratum\n", "\u8336 kratom\n"},
      {"tea.md", "\xFF kratum\n", "\xFF kratom\n"},
      {"tea.md", std::string("a\0b kratum\n", 11), std::string("a\0b kratom\n", 11)},
      {"tea.md", "-- kratum\n+++ b/x\n", "-- kratom\n+++ b/x\n"},
      {"docs/deep/tea.md", "kratum\n", "kratom\n"},
      {"green tea.md", "kratum\n", "kratom\n"},
      {"two  blanks .md", "kratum\n", "kratom\n"},
      {"a \"tea\".md", "kratum\n", "kratom\n"},
      {"a\\tea.md", "kratum\n", "kratom\n"},
      {"a\ttab.md", "kratum\n", "kratom\n"},
      {"a\nline.md", "kratum\n", "kratom\n"},
      {"\u8336.md", "kratum\n", "kratom\n"},
      {"caf\xE9.md", "kratum\n", "kratom\n"},
      {"it's.md", "kratum\n", "kratom\n"},
      {"a\x7F.md", "kratum\n", "kratom\n"},
      {"-p0", "kratum\n", "kratom\n"},
  };
  for (const Row& row : table) {
    CAPTURE(row.path, row.before);
    const Patched files = patched(row.path, row.before, row.after);
    CHECK(files.by_git == row.after);
    CHECK(files.by_patch == row.after);
  }
}

TEST_CASE("in a folder of a repository git apply finds the same file") {
  const Folder folder;
  folder.write("docs/tea.md", "kratum\n");
  folder.write("tea.md", "kratum\n");
  folder.write("the.patch", *caveat::unified_diff("tea.md", "kratum\n", "kratom\n"));
  CHECK(folder.shell("git init -q . && cd docs && git apply ../the.patch").exit == 0);
  CHECK(read_bytes(folder / "docs/tea.md") == "kratom\n");
  CHECK(read_bytes(folder / "tea.md") == "kratum\n");
}

TEST_CASE("any change is a patch that applies") {
  std::mt19937 random(11);
  const std::vector<std::string> parts = {"kratum", "tea", "\n",     "\r\n",
                                          "\n\n",   " ",   "\u8336", "\r"};
  for (int run = 0; run < 100; ++run) {
    std::string before = "a kratum\n";
    std::string after = "a kratom\n";
    for (auto count = random() % 60; count > 0; --count) {
      const std::string& part = parts[random() % parts.size()];
      before += part;
      after += random() % 8 == 0 ? parts[random() % parts.size()] : part;
    }
    const Patched files = patched("tea.md", before, after);
    CHECK(files.by_git == after);
    CHECK(files.by_patch == after);
  }
}
