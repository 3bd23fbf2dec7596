// Old texts are taken note of once; from then on only what is new is told.
#include <catch2/catch.hpp>

#include "cli/program.hpp"

using namespace caveat_test;

namespace {

std::string check(const std::string& flags) {
  return "\"$caveat\" check --no-default-packs --pack demo.toml --baseline=known.json " + flags;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const std::string old_page = "# Old\n\nIt cures. It is wholly safe.\n";

}  // namespace

TEST_CASE("after a baseline was written only new findings are told, and fail") {
  Folder folder;
  folder.write("page.md", old_page);
  const auto written = folder.shell(check("--write-baseline page.md"));
  CHECK(written.exit == 0);
  CHECK(contains(written.err, "2 findings of 1 file noted in 'known.json'"));

  const auto same = folder.shell(check("page.md"));
  CHECK(same.exit == 0);
  CHECK(same.out == "");
  CHECK(contains(same.err, "in 0 of 1 file (2 baselined)"));

  folder.write("page.md", "# Old\n\nA line.\n\nIt cures. It is\nwholly safe. She cures.\n");
  const auto edited = folder.shell(check("page.md"));
  CHECK(edited.exit == 1);
  CHECK(contains(edited.out, "page.md:6:18: error"));
  CHECK(contains(edited.err, "1 error, 0 warnings"));
}

TEST_CASE("a renamed page keeps its findings known, from any folder") {
  Folder folder;
  folder.write("page.md", old_page);
  folder.shell(check("--write-baseline page.md"));
  const auto moved = folder.shell("mkdir sub && mv page.md sub/other.md && " + check("sub"));
  CHECK(moved.exit == 0);
  CHECK(contains(moved.err, "(2 baselined)"));
  CHECK(folder
            .shell("cd sub && \"$caveat\" check --no-default-packs --pack ../demo.toml "
                   "--baseline=../known.json other.md")
            .exit == 0);
}

TEST_CASE("entries that find nothing are told, and gone when the baseline is written again") {
  Folder folder;
  folder.write("page.md", old_page);
  folder.write("other.md", "He cures.\n");
  folder.shell(check("--write-baseline page.md other.md"));
  folder.write("page.md", "It is wholly safe.\n");
  CHECK(contains(folder.shell(check("page.md")).err, "page.md: demo/cure \"cures\""));
  folder.shell(check("--write-baseline page.md"));
  const std::string file = folder.shell("cat known.json").out;
  CHECK(!contains(file, "\"page.md\",\"rule\":\"demo/cure\""));
  CHECK(contains(file, "\"other.md\",\"rule\":\"demo/cure\""));
}

TEST_CASE("a baseline that is none is trouble, and stays as it is") {
  Folder folder;
  folder.write("page.md", old_page);
  for (const char* content : {"", "{", "[]", "{\"version\":2,\"entries\":[]}",
                              "{\"version\":1,\"entries\":[{\"file\":\"a\"}]}",
                              "{\"version\":1,\"entries\":[{\"file\":\"a\",\"rule\":\"b\","
                              "\"identity\":\"xyz\",\"count\":1}]}"}) {
    CAPTURE(content);
    folder.write("known.json", content);
    const auto read = folder.shell(check("page.md"));
    CHECK(read.exit == 2);
    CHECK(contains(read.out, "page.md:3:4: error"));  // and all is told
    CHECK(folder.shell(check("--write-baseline page.md")).exit == 2);
    CHECK(folder.shell("cat known.json").out == content);
  }
  CHECK(folder.shell("rm known.json; " + check("page.md")).exit == 2);
  CHECK(folder.shell("\"$caveat\" check --write-baseline page.md").exit == 2);
  CHECK(folder.shell(check("--write-baseline --only-changed page.md")).exit == 2);
}
