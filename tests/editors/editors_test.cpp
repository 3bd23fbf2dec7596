// Each editor that is installed reads a report by what editors/ holds and says what stands under
// its cursor. Ahead of the words stands all that makes bytes, characters and columns differ.
#include <array>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "cli/program.hpp"

using namespace caveat_test;
using Json = nlohmann::json;

namespace {

const std::string page =
    "# Kratom\n\n"
    "Tabs\tstand\there\t. Kratom cures depression.\n\n"
    "Cafe\xCC\x81 na\xC3\xAFve Z\xCC\xA7\xCC\x8Clo. Kratom is completely safe.\n\n"
    "- **鬱病と睡眠** It holds 7-hydroxmitragynine.\n"
    "- 👩🏽‍⚕️ 👨‍👩‍👧‍👦 🇯🇵 said so\t. Kra**tom** _cures_\n"
    "  depression.\n\n"
    "> שלום é鬱\t👩🏽‍⚕️ Kratom cures pain. 鬱\t7-hydroxmitragynine é is in "
    "it.\n";

enum class Shown { place, severity_and_place, span };

struct Editor {
  std::string name;
  std::string installed;  ///< a command that succeeds where it can be tested
  std::string command;    ///< writes `seen`
  Shown shown;
};

const std::string vim = "vim -N -u NONE -i NONE -n -es -S \"$tests\"/";
const std::string nvim = "nvim --headless -u NONE -i NONE -n ";
const std::string emacs = "emacs -Q --batch -l \"$tests\"/";

const std::array<Editor, 7> editors = {{
    {"Vim, quickfix", "vim --version | grep -q +quickfix", vim + "quickfix.vim",
     Shown::severity_and_place},
    {"Vim, ALE", "vim --version | grep -q +job && test -d \"$ale\"", vim + "ale.vim", Shown::span},
    {"Neovim, quickfix", "nvim --version", nvim + "-S \"$tests\"/quickfix.vim",
     Shown::severity_and_place},
    {"Neovim, vim.diagnostic", "nvim --version", nvim + "-c \"luafile $tests/diagnostics.lua\"",
     Shown::span},
    {"Emacs, compilation", "emacs --version", emacs + "compilation.el", Shown::place},
    {"Kakoune", "kak -version", "sh \"$tests\"/kakoune.sh", Shown::place},
    {"Emacs, Flymake", "emacs --version", emacs + "flymake.el", Shown::span},
}};

using Lines = std::multiset<std::string>;  // findings at one place are in no order

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.insert(line);
  return lines;
}

/// What an editor should see, from the bytes that a finding names.
std::string line_of(const Json& found, Shown shown) {
  const std::size_t at = found["offset"];
  const std::string rest = page.substr(at, page.find('\n', at) - at);
  if (shown == Shown::place) return "? " + rest;
  const std::string severity = found["severity"];
  const std::string letter = severity == "error" ? "E " : severity == "warning" ? "W " : "I ";
  if (shown == Shown::severity_and_place) return letter + rest;
  const bool one_line = found["line"] == found["endLine"];
  return letter + rest + "|" + (one_line ? page.substr(at, found["length"]) : "");
}

/// Emacs takes several findings at one place for one; lists of places are gone through without
/// notes.
Lines lines_of(const Json& report, Shown shown) {
  Lines lines;
  for (const Json& found : report["diagnostics"]) {
    const std::string line = line_of(found, shown);
    if (shown != Shown::span && found["severity"] == "note") continue;
    if (shown != Shown::place || !lines.contains(line)) lines.insert(line);
  }
  return lines;
}

Run run_in(const Folder& folder, const std::string& command) {
  const std::string setup =
      "export editors='" CAVEAT_SOURCE_DIR "/editors' tests='" CAVEAT_TESTS_DIR
      "/editors' ale=/usr/share/vim-ale HOME=\"$PWD\" LC_ALL=C.UTF-8 "
      "PATH=\"$(dirname \"$caveat\"):$PATH\"; ";
  return folder.shell(setup + "exec < /dev/null; timeout 60 " + command);
}

}  // namespace

TEST_CASE("in every editor the cursor lands on the first character of the words", "[editors]") {
  const Folder folder;
  folder.write("page.md", page);
  const Json report = Json::parse(folder.shell("\"$caveat\" --format=json page.md").out);
  REQUIRE(report["diagnostics"].size() >= 6);
  for (const Editor& editor : editors) {
    if (run_in(folder, editor.installed).exit != 0) {
      WARN(editor.name << " is not here, and not tested");
      continue;
    }
    folder.write("seen", "");
    const Run run = run_in(folder, editor.command);
    CAPTURE(editor.name, run.exit, run.out, run.err);
    CHECK(lines_of(read_bytes(folder / "seen")) == lines_of(report, editor.shown));
  }
}

TEST_CASE("the file for Emacs compiles without a warning", "[editors]") {
  const Folder folder;
  if (run_in(folder, "emacs --version").exit != 0) return;
  folder.write("caveat.el", read_bytes(CAVEAT_SOURCE_DIR "/editors/emacs/caveat.el"));
  const Run run = run_in(folder,
                         "emacs -Q --batch --eval '(setq byte-compile-error-on-warn t)' -f "
                         "batch-byte-compile caveat.el");
  CAPTURE(run.err);
  CHECK(run.exit == 0);
}

TEST_CASE("the expression for Sublime Text takes every line of a report apart", "[editors]") {
  const std::string path = CAVEAT_SOURCE_DIR "/editors/sublime/caveat.sublime-build";
  const std::regex line(Json::parse(read_bytes(path)).at("file_regex").get<std::string>());
  const Folder folder;
  folder.write("a page: 1.md", page);
  const Run run = folder.shell("\"$caveat\" --quiet 'a page: 1.md'");
  const Lines lines = lines_of(run.out);
  CHECK(lines.size() > 10);
  for (const std::string& told : lines) {
    std::smatch match;
    REQUIRE(std::regex_match(told, match, line));
    CHECK(match[1] == "a page: 1.md");
  }
}

TEST_CASE("the extension for VS Code passes its own tests where it is built", "[editors]") {
  const Folder folder;
  const std::string tests = CAVEAT_SOURCE_DIR "/editors/vscode/out/test";
  if (!std::filesystem::exists(tests)) {
    WARN("not built: cd editors/vscode && npm ci && npm run build");
    return;
  }
  const Run run = folder.shell("CAVEAT=\"$caveat\" timeout 120 node --test '" + tests + "'");
  CAPTURE(run.out, run.err);
  CHECK(run.exit == 0);
}
