// What `caveat init` writes is a pack that works, and nothing that was there is touched.
#include <catch2/catch.hpp>

#include "cli/program.hpp"

using namespace caveat_test;

TEST_CASE("a new pack proves itself as it is, strictly too") {
  const Folder folder;
  const Run init = folder.shell("\"$caveat\" init --pack=house");
  CHECK(init.out == "wrote house/pack.toml\nwrote house/rules.toml\nnext: caveat test house/\n");
  CHECK(init.err == "");
  REQUIRE(init.exit == 0);
  const Run test = folder.shell("\"$caveat\" test house/");
  CHECK(test.out == "8 passed, 0 failed\n");
  CHECK(test.err == "");
  CHECK(test.exit == 0);
  const Run strict = folder.shell("\"$caveat\" test --strict house/");
  CHECK(strict.out.find(" 0 failed (100.0 % covered)\n") != std::string::npos);
  CHECK(strict.exit == 0);
}

TEST_CASE("a new pack finds what its rules look for") {
  const Folder folder;
  folder.shell("\"$caveat\" init --pack house");
  folder.write("page.txt", "Moonwort cures insomnia. Moonwort tea works on the first night.\n");
  const Run run = folder.shell("\"$caveat\" check --pack house page.txt");
  CHECK(run.exit == 1);
  CHECK(run.out.find("[house/efficacy]") != std::string::npos);
  CHECK(run.out.find("[house/first-night]") != std::string::npos);
}

TEST_CASE("a new pack overwrites nothing and replaces none that is built in") {
  struct {
    const char* name;
    const char* complaint;
  } const rows[] = {
      {"mine", "caveat: 'mine/rules.toml' is there already, and is left as it is\n"},
      {"kratom", "caveat: a pack 'kratom' is built in, and yours would take its place\n"},
      {"a/b", "caveat: 'a/b' is no name for a pack; use letters, digits and hyphens\n"},
      {"..", "caveat: '..' is no name for a pack; use letters, digits and hyphens\n"},
      {"demo.toml", "caveat: 'demo.toml' is no name for a pack; use letters, digits and hyphens\n"},
  };
  const Folder folder;
  folder.write("mine/rules.toml", "# mine\n");
  for (const auto& row : rows) {
    const Run run = folder.shell("\"$caveat\" init --pack=" + std::string(row.name));
    CHECK(run.exit == 2);
    CHECK(run.out == "");
    CHECK(run.err == row.complaint);
  }
  CHECK(read_bytes(folder / "mine/rules.toml") == "# mine\n");
  CHECK(!std::filesystem::exists(folder / "mine/pack.toml"));
  CHECK(!std::filesystem::exists(folder / "kratom"));
  CHECK(folder.shell("\"$caveat\" init a").err.find("takes one --pack=NAME") != std::string::npos);
}
