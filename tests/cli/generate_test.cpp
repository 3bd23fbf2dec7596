// What packages install beside the program: the manual page and what shells complete. Each shell
// that is here is asked for real; one that is missing is said so.
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.hpp"

using namespace caveat_test;

namespace {

const std::string manual = CAVEAT_SOURCE_DIR "/docs/caveat.1";
const std::string scripts = CAVEAT_TESTS_DIR "/cli";

struct Typed {
  std::string line;
  std::string completed;
};

bool is_here(const Folder& folder, const std::string& shell) {
  if (folder.shell(shell + " --version").exit == 0) return true;
  WARN("no " << shell << " here");
  return false;
}

/// What bash offers for the last of these words, parted as it parts them.
std::string offered_by_bash(const Folder& folder, const std::string& words) {
  folder.shell("[ -e caveat ] || \"$caveat\" --generate=complete-bash > caveat");
  std::string out = folder.shell("bash '" + scripts + "/complete.bash' " + words).out;
  if (!out.empty()) out.pop_back();
  return out;
}

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

}  // namespace

TEST_CASE("docs/caveat.1 is fresh: './dev pages' writes what it takes from the tables of flags") {
  const Run run = Folder().shell("\"$caveat\" --generate=man");
  CHECK(run.exit == 0);
  CHECK(run.out == read_bytes(manual));
}

TEST_CASE("what cannot be generated is answered with the nearest that can") {
  const Run run = Folder().shell("\"$caveat\" --generate=complete-bsh");
  CHECK(run.exit == 2);
  CHECK(run.err ==
        "caveat: --generate cannot be 'complete-bsh', it is one of man, complete-bash, "
        "complete-zsh, complete-fish; did you mean \"complete-bash\"?; see 'caveat --help'\n");
}

TEST_CASE("bash completes commands, the flags of each, their values and files") {
  const Folder folder;
  if (!is_here(folder, "bash")) return;
  folder.write("page.md", "");
  folder.write("site/a.md", "");
  const std::vector<Typed> table = {
      {"caveat pa", "parse page.md"},
      {"caveat check pa", "page.md"},
      {"caveat --fail-on = ''", "note warning error never"},
      {"caveat --fail-on wa", "warning"},
      {"caveat claims --format = ''", "table json jsonl csv"},
      {"caveat test --format =", "gcc tap junit"},
      {"caveat --jurisdiction = us,e", "us,eu"},
      {"caveat --output = sar", "sarif:"},
      {"caveat --output = sarif : pa", "page.md"},
      {"caveat --baseline = pa", "page.md"},
      {"caveat rules --pages = si", "site"},
      {"caveat -j ''", ""},
      {"caveat rules --cou", "--counts"},
      {"caveat explain --cou", ""},
      {"caveat --fail-on = error -- --fa", "--fail-on="},
  };
  for (const Typed& row : table) {
    CAPTURE(row.line);
    CHECK(offered_by_bash(folder, row.line) == row.completed);
  }
}

TEST_CASE("the program takes every value that is offered") {
  const Folder folder;
  if (!is_here(folder, "bash")) return;
  folder.write("page.md", "");
  for (const std::string flag : {"--fail-on", "--format", "--format-in", "--column-unit",
                                 "--excerpt", "--color", "--profile", "--jurisdiction"}) {
    const auto values = words_of(offered_by_bash(folder, "caveat " + flag + " = ''"));
    CHECK(values.size() > 2);
    for (const std::string& value : values) {
      CAPTURE(flag, value);
      CHECK(folder.caveat("check page.md " + flag + "=" + value).exit == 0);
    }
  }
}

TEST_CASE("zsh completes a line that somebody types") {
  const Folder folder;
  if (!is_here(folder, "zsh")) return;
  folder.write("page.md", "");
  folder.shell("\"$caveat\" --generate=complete-zsh > _caveat");
  const std::vector<Typed> table = {
      {"caveat exp", "caveat explain "},
      {"caveat --fail-on=w", "caveat --fail-on=warning "},
      {"caveat test --format ta", "caveat test --format tap "},
      {"caveat --jurisdiction=us,e", "caveat --jurisdiction=us,eu,"},
      {"caveat --output=sarif:pa", "caveat --output=sarif:page.md "},
      {"caveat rules --cou", "caveat rules --counts "},
      {"caveat check pa", "caveat check page.md "},
  };
  std::string lines;
  std::string completed;
  for (const Typed& row : table) {
    lines += " '" + row.line + "'";
    completed += row.completed + "\n";
  }
  const Run run =
      folder.shell("timeout 60 zsh -f '" + scripts + "/complete.zsh'" + lines + " < /dev/null");
  CHECK(run.out == completed);
}

TEST_CASE("fish completes a line that somebody types") {
  const Folder folder;
  if (!is_here(folder, "fish")) return;
  folder.write("page.md", "");
  folder.shell("\"$caveat\" --generate=complete-fish > caveat.fish");
  const std::vector<Typed> table = {
      {"caveat exp", "explain\n"},
      {"caveat --fail-on w", "warning\n"},
      {"caveat test --format=", "--format=gcc\n--format=junit\n--format=tap\n"},
      {"caveat --jurisdiction=us,e", "--jurisdiction=us,eu\n"},
      {"caveat --output=sarif:pa", "--output=sarif:page.md\n"},
      {"caveat rules --cou", "--counts\n"},
      {"caveat explain --cou", ""},
      {"caveat check pa", "page.md\n"},
  };
  for (const Typed& row : table) {
    const Run run = folder.shell(
        "HOME=$PWD timeout 60 fish --no-config -c 'source caveat.fish; "
        "complete -C \"" +
        row.line + "\"' < /dev/null | cut -f1");
    CAPTURE(row.line);
    CHECK(run.out == row.completed);
  }
}
