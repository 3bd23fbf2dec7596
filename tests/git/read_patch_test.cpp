// Patches as git and diff print them, and the texts that they lead back to.
#include "git/read_patch.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

using namespace caveat;

namespace {

const std::string head =
    "diff --git a/a.md b/a.md\nindex 1111111..2222222 100644\n--- a/a.md\n+++ b/a.md\n";

/// `old -> new, hunks` a line for each file, or what is wrong.
std::string told(const std::string& patch) {
  std::string complaint;
  const auto files = read_patch(patch, complaint);
  if (!files) return complaint;
  std::string lines;
  for (const FilePatch& file : *files)
    lines += file.old_path + " -> " + file.new_path + (file.binary ? ", binary" : "") + ", " +
             std::to_string(file.hunks.size()) + "\n";
  return lines;
}

std::string before(const std::string& patch, const std::string& text) {
  std::string complaint;
  const auto files = read_patch(patch, complaint);
  if (!files || files->size() != 1) return "no patch: " + complaint;
  return before_patch(files->front(), text).value_or("another text");
}

}  // namespace

TEST_CASE("files of a patch: changed, new, gone, renamed, binary, with odd names") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"", ""},
      {"\n \n", ""},
      {head + "@@ -1 +1 @@\n-a\n+b\n", "a.md -> a.md, 1\n"},
      {"diff --git a/n.md b/n.md\nnew file mode 100644\nindex 0000000..2222222\n--- /dev/null\n"
       "+++ b/n.md\n@@ -0,0 +1 @@\n+b\n",
       " -> n.md, 1\n"},
      {"diff --git a/g.md b/g.md\ndeleted file mode 100644\nindex 2222222..0000000\n--- a/g.md\n"
       "+++ /dev/null\n@@ -1 +0,0 @@\n-b\n",
       "g.md -> , 1\n"},
      {"diff --git a/o.md b/sub/n.md\nsimilarity index 100%\nrename from o.md\n"
       "rename to sub/n.md\n",
       "o.md -> sub/n.md, 0\n"},
      {"diff --git a/p.png b/p.png\nindex 1111111..2222222 100644\nBinary files a/p.png and "
       "b/p.png differ\n",
       "p.png -> p.png, binary, 0\n"},
      {"diff --git \"a/caf\\303\\251 \\\"x\\\".md\" \"b/caf\\303\\251 \\\"x\\\".md\"\nindex "
       "1111111..2222222 "
       "100644\n--- \"a/caf\\303\\251 \\\"x\\\".md\"\n+++ \"b/caf\\303\\251 \\\"x\\\".md\"\n"
       "@@ -1 +1 @@\n-a\n+b\n",
       "café \"x\".md -> café \"x\".md, 1\n"},
      {"From 1 Mon Sep 17\nSubject: a mail\n\n" + head + "@@ -1 +1 @@\n-a\n+b\n-- \n2.39.2\n",
       "a.md -> a.md, 1\n"},
  };
  for (const auto& [patch, files] : table) {
    CAPTURE(patch);
    CHECK(told(patch) == files);
  }
}

TEST_CASE("what is no patch, or not all of one, is answered with why") {
  const std::string hunk = "@@ -1 +1 @@\n-a\n+b\n";
  CHECK(told("It cures colds.\n") == "it is no patch, as 'git diff' prints one: no patch found");
  CHECK(told(head + hunk + head + hunk) ==
        "it changes 'a.md' twice; make one patch of all, as 'git diff A B' does");
  CHECK(told("diff --cc a.md\nindex 1111111,2222222..3333333\n--- a/a.md\n+++ b/a.md\n@@@ -1,1 "
             "-1,1 +1,1 @@@\n  a\n") ==
        "it compares with several commits at once; name two, as in 'git diff A B'");
  std::string blanks = head + hunk;
  for (auto at = blanks.find("a.md"); at != blanks.npos; at = blanks.find("a.md", at + 5))
    blanks.replace(at, 4, "a b.md");
  CHECK(told(blanks) == "a b.md -> a b.md, 1\n");
  const std::string renamed =
      "diff --git a/o p.md b/n p.md\nsimilarity index 100%\nrename from o p.md\nrename to n p.md\n";
  CHECK(told(renamed).starts_with("it is no patch"));
  for (const std::string cut :
       {"@@ -1,3 +1,3 @@\n a\n-b\n", "@@ -1 +1", "@@ -1 +1 @@\n?a\n", "@@ -x +1 @@\n-a\n+b\n"}) {
    CAPTURE(cut);
    std::string complaint;
    CHECK(!read_patch(head + cut, complaint));
    CHECK(complaint != "");
  }
}

TEST_CASE("a patch leads from a text back to what it was") {
  const std::string two = head + "@@ -1,2 +1,3 @@\n a\n+new\n b\n@@ -5,2 +6,1 @@\n e\n-gone\n";
  CHECK(before(two, "a\nnew\nb\nc\nd\ne\n") == "a\nb\nc\nd\ne\ngone\n");
  CHECK(before(two, "a\nnew\nb\nc\nd\ne\nf\n") == "a\nb\nc\nd\ne\ngone\nf\n");
  CHECK(before(head + "@@ -2 +1,0 @@\n-gone\n", "a\nb\n") == "a\ngone\nb\n");
  CHECK(before(head + "@@ -0,0 +1 @@\n+new\n", "new\na\n") == "a\n");
  CHECK(before(head + "@@ -1 +0,0 @@\n-gone\n", "a\n") == "gone\na\n");
  CHECK(before(head + "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n", "b\n") == "a");
  CHECK(before(head + "@@ -1 +1 @@\n-a\n+b\n\\ No newline at end of file\n", "b") == "a\n");
  CHECK(before(head + "@@ -1,2 +1,2 @@\n-a\n+b\n c\n\\ No newline at end of file\n", "b\nc") ==
        "a\nc");
  CHECK(before(head + "@@ -1,2 +1,2 @@\n-a\r\n+b\r\n c\r\n", "b\r\nc\r\n") == "a\r\nc\r\n");
  CHECK(before(head + "@@ -1,2 +1,2 @@\n-a\n+b\n c\n", "b\r\nc\r\n") == "a\nc\n");
}

TEST_CASE("a patch of another text is told from one that fits") {
  const std::string patch = head + "@@ -2,2 +2,2 @@\n-a\n+b\n c\n";
  CHECK(before(patch, "x\nb\nc\ny\n") == "x\na\nc\ny\n");
  for (const std::string text : {"", "x\n", "x\nb\n", "b\nc\n", "x\na\nc\n", "x\nb\nC\n"}) {
    CAPTURE(text);
    CHECK(before(patch, text) == "another text");
  }
}
