// The last line of a run, which scripts read.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "cli/program.hpp"

using namespace caveat_test;

namespace {

const std::string silent_line = "<!-- caveat-disable-next-line demo/* -->\n";

std::string summary_of(const Folder& folder, const std::string& arguments) {
  return folder.caveat("check " + arguments).err;
}

}  // namespace

TEST_CASE("the summary counts what comments silence, and nothing else") {
  const Folder folder;
  const std::vector<std::pair<std::string, std::string>> table = {
      {"It cures.\n", "caveat: 1 error, 0 warnings, 0 notes in 1 of 1 file\n"},
      {silent_line + "It cures.\n",
       "caveat: 0 errors, 0 warnings, 0 notes in 0 of 1 file (1 suppressed)\n"},
      {silent_line + "It cures, and is wholly safe, perhaps.\n\nIt cures.\n",
       "caveat: 1 error, 0 warnings, 0 notes in 1 of 1 file (3 suppressed)\n"},
      {"<!-- caveat-disable-file demo/cure -->\n\nIt cures. It cures.\n",
       "caveat: 0 errors, 0 warnings, 0 notes in 0 of 1 file (2 suppressed)\n"},
      {silent_line + "It waits.\n", "caveat: 0 errors, 1 warning, 0 notes in 1 of 1 file\n"},
  };
  for (const auto& [text, summary] : table) {
    folder.write("a.md", text);
    CHECK(summary_of(folder, "a.md") == summary);
  }
}

TEST_CASE("the summary says the same for any number of threads, and so does JSON") {
  const Folder folder;
  for (int i = 0; i < 40; ++i)
    folder.write("texts/" + std::to_string(i) + ".md",
                 i % 3 == 0 ? silent_line + "It cures. It cures.\n" : "It cures.\n");
  const std::string one = summary_of(folder, "-j1 texts");
  CHECK(one == "caveat: 26 errors, 0 warnings, 0 notes in 26 of 40 files (28 suppressed)\n");
  CHECK(summary_of(folder, "-j7 texts") == one);
  const auto json = nlohmann::json::parse(folder.caveat("check -j3 --format=json texts").out);
  CHECK(json["summary"]["suppressed"] == 28);
}

TEST_CASE("what a project turns off is not counted as silenced by a comment") {
  const Folder folder;
  folder.write("a.md", silent_line + "It cures, and is wholly safe.\n");
  folder.write(".caveat.toml", "severity = { \"demo/cure\" = \"off\" }\n");
  CHECK(summary_of(folder, "a.md") ==
        "caveat: 0 errors, 0 warnings, 0 notes in 0 of 1 file (1 suppressed)\n");
}

TEST_CASE("of a change only what is silenced in its sentences is counted") {
  const Folder folder;
  folder.write("a.md", silent_line + "It cures.\n\nIt waits.\n");
  folder.shell("git init -q && git add a.md && git -c user.name=a -c user.email=a commit -q -m a");
  folder.write("a.md", silent_line + "It cures.\n\nIt waits.\n\n" + silent_line + "He cures.\n");
  CHECK(summary_of(folder, "--only-changed a.md") ==
        "caveat: 0 errors, 0 warnings, 0 notes in 0 of 1 file (1 suppressed)\n");
}
