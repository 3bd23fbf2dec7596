// Several reports of one run: one printed, others into files.
#include <catch2/catch.hpp>

#include "cli/program.hpp"

using namespace caveat_test;

namespace {

constexpr const char* demo = " --no-default-packs --pack demo.toml -q";

std::string check(const std::string& flags) {
  return "\"$caveat\" check page.txt" + std::string(demo) + " " + flags;
}

}  // namespace

TEST_CASE("a report in a file has the bytes of the one that is printed") {
  Folder folder;
  folder.write("page.txt", "It cures. It is wholly safe.\n");
  const auto json = folder.shell(check("--format=json"));
  const auto both = folder.shell(check("--output=json:a.json --output gcc:b.txt"));
  CHECK(both.exit == 1);
  CHECK(folder.shell("cat a.json").out == json.out);
  CHECK(folder.shell("cat b.txt").out == both.out);
}

TEST_CASE("a report that cannot be written into its file is trouble, and the others are whole") {
  Folder folder;
  folder.write("page.txt", "It cures.\n");
  const auto printed = folder.shell(check(""));
  for (const char* path : {"/dev/full", "no/such/folder/a.json", "."}) {
    CAPTURE(path);
    const auto run = folder.shell(check("--output=json:" + std::string(path)));
    CHECK(run.exit == 2);
    CHECK(run.out == printed.out);
    CHECK(run.err.find("cannot write '" + std::string(path) + "'") != std::string::npos);
  }
}

TEST_CASE("a report without a path, or of no known format, is misuse") {
  Folder folder;
  folder.write("page.txt", "It cures.\n");
  CHECK(folder.shell(check("--output=json")).exit == 2);
  CHECK(folder.shell(check("--output=jsn:a")).err.find("json") != std::string::npos);
}
