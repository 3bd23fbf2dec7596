// The doorway as a shell and a CI job see it: exit status, both streams, nothing else.
#include <fcntl.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "cli/program.hpp"

using namespace caveat_test;
namespace fs = std::filesystem;

namespace {

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// "a.txt:1:4:" of each line, in order.
std::vector<std::string> places_of(const std::string& report) {
  std::vector<std::string> places;
  for (const std::string& line : lines_of(report)) places.push_back(line.substr(0, line.find(' ')));
  return places;
}

void write_samples(const Folder& folder) {
  folder.write("error.txt", "It cures colds.\n");
  folder.write("warning.txt", "It is wholly safe.\n");
  folder.write("note.txt", "It is perhaps new.\n");
  folder.write("clean.txt", "It was sold in shops.\n");
  folder.write("empty.txt", "");
}

}  // namespace

TEST_CASE("the exit status says clean, findings or trouble, and trouble wins") {
  const Folder folder;
  write_samples(folder);
  struct Case {
    std::string arguments;
    int exit;
  };
  const std::vector<Case> table = {
      {"clean.txt", 0},
      {"empty.txt", 0},
      {"note.txt", 0},
      {"warning.txt", 1},
      {"error.txt", 1},
      {"check error.txt", 1},
      {"--fail-on=note note.txt", 1},
      {"--fail-on=note clean.txt", 0},
      {"--fail-on=warning note.txt", 0},
      {"--fail-on=error warning.txt", 0},
      {"--fail-on=error error.txt", 1},
      {"--fail-on=never error.txt", 0},
      {"--fail-on error error.txt", 1},
      {"--fail-on=error --fail-on=never error.txt", 0},
      {"missing.txt", 2},
      {"missing.txt error.txt", 2},
      {"error.txt missing.txt", 2},
      {"--fail-on=never error.txt missing.txt", 2},
      {"--fail-on=bad error.txt", 2},
      {"--format=bad error.txt", 2},
      {"--color=bad error.txt", 2},
      {"--excerpt=bad error.txt", 2},
      {"--format= error.txt", 2},
      {"--format-in=bad error.txt", 2},
      {"--column-unit=bad error.txt", 2},
      {"--no-such-flag error.txt", 2},
      {"-Z error.txt", 2},
      {"--unverified error.txt", 2},
      {"-j 0 error.txt", 2},
      {"-j many error.txt", 2},
      {"-j4 error.txt", 1},
      {"--jobs=4 error.txt", 1},
      {"-qj4 error.txt", 1},
      {"--max-file-size=5 error.txt", 2},
      {"--max-file-size=1K error.txt", 1},
      {"--max-file-size=9G error.txt", 2},
      {"--max-file-size=-1 error.txt", 2},
      {"--max-file-size=K error.txt", 2},
      {"--pack=missing.toml clean.txt", 2},
      {"check", 2},
      {"explain demo/cure", 0},
      {"explain demo/cuer", 2},
      {"explain", 2},
      {"rules", 0},
      {"rules demo", 2},
      {"test", 0},
      {"test demo", 0},
      {"test nothing", 2},
      {"parse 'It cures colds.'", 0},
      {"parse", 2},
  };
  for (const Case& row : table) {
    CAPTURE(row.arguments);
    CHECK(folder.caveat(row.arguments).exit == row.exit);
  }
}

TEST_CASE("without arguments the help goes to standard error and nothing was checked") {
  const Run run = Folder().shell("\"$caveat\"");
  CHECK(run.exit == 2);
  CHECK(run.out == "");
  CHECK(contains(run.err, "Usage: caveat"));
}

TEST_CASE("asked for, the help and the version go to standard output") {
  const Folder folder;
  for (const std::string arguments :
       {"--help", "-h", "check --help", "explain --help", "rules -h", "test --help", "parse -h"}) {
    const Run run = folder.shell("\"$caveat\" " + arguments);
    CAPTURE(arguments);
    CHECK(run.exit == 0);
    CHECK(run.out.starts_with("Usage: caveat"));
    CHECK(run.err == "");
  }
  CHECK(contains(folder.shell("\"$caveat\" check --help").out, "--fail-on="));
  CHECK_FALSE(contains(folder.shell("\"$caveat\" explain --help").out, "--fail-on="));
  const Run version = folder.shell("\"$caveat\" --version");
  CHECK(version.out.starts_with("caveat "));
  CHECK(lines_of(version.out).size() == 1);
}

TEST_CASE("the manual page tells of every flag and command of the help") {
  const std::string page = read_bytes(fs::path(CAVEAT_TESTS_DIR) / "../docs/caveat.1");
  const Run run = Folder().shell("\"$caveat\" --help | grep -oE -- '--[a-z-]+' | sort -u");
  REQUIRE(lines_of(run.out).size() > 10);
  for (const std::string& flag : lines_of(run.out)) {
    std::string in_roff;
    for (const char c : flag) in_roff += c == '-' ? std::string("\\-") : std::string(1, c);
    CAPTURE(flag);
    CHECK(contains(page, in_roff));
  }
  for (const std::string command : {"check", "explain", "rules", "test", "parse", "claims",
                                    "stream", "whynot", "init", "schema", "diff", "config"})
    CHECK(contains(page, ".B caveat " + command));
}

TEST_CASE("a flag that does not exist is answered with the nearest that does") {
  const Folder folder;
  const Run run = folder.caveat("--fromat=json clean.txt");
  CHECK(run.exit == 2);
  CHECK(contains(run.err, "unknown flag '--fromat'; did you mean \"--format\"?"));
}

TEST_CASE("findings go to standard output, the summary to standard error") {
  const Folder folder;
  write_samples(folder);
  const Run run = folder.caveat("error.txt clean.txt warning.txt");
  CHECK(run.out ==
        "error.txt:1:4: error: cures? says who [demo/cure]\n"
        "error.txt:1:4: note: source: A trial (2024)\n"
        "warning.txt:1:7: warning: wholly safe? says who [demo/safe]\n"
        "warning.txt:1:7: note: source: A trial (2024)\n");
  CHECK(run.err == "caveat: 1 error, 1 warning, 0 notes in 2 of 3 files\n");
  CHECK(folder.caveat("-q error.txt").err == "");
  CHECK(folder.caveat("--quiet missing.txt").err ==
        "caveat: cannot read 'missing.txt': No such file or directory\n");
}

TEST_CASE("standard input is read for '-' and called what the caller says") {
  const Folder folder;
  write_samples(folder);
  CHECK(folder.shell("echo It cures | \"$caveat\" - $demo").out.starts_with("<stdin>:1:4: error"));
  CHECK(folder.shell("echo It cures | \"$caveat\" $demo --stdin-filename=a/b.txt check - error.txt")
            .out.starts_with("a/b.txt:1:4: error"));
  CHECK(folder.shell("\"$caveat\" - $demo < /dev/null").exit == 0);
  CHECK(folder.shell("echo It cures | \"$caveat\" --max-file-size=3 - $demo").exit == 2);
  CHECK(folder.shell("\"$caveat\" - $demo <&-").exit == 2);
}

TEST_CASE("a file that cannot be read is said, and the others are linted") {
  const Folder folder;
  write_samples(folder);
  fs::create_symlink("nowhere", folder / "dangling.txt");
  fs::create_symlink("loop.txt", folder / "loop.txt");
  const Run run = folder.caveat("missing.txt error.txt dangling.txt loop.txt error.txt/inside");
  CHECK(run.exit == 2);
  CHECK(run.out.starts_with("error.txt:1:4:"));
  CHECK(
      lines_of(run.err) ==
      std::vector<std::string>{"caveat: cannot read 'missing.txt': No such file or directory",
                               "caveat: cannot read 'dangling.txt': No such file or directory",
                               "caveat: cannot read 'loop.txt': Too many levels of symbolic links",
                               "caveat: cannot read 'error.txt/inside': Not a directory",
                               "caveat: 1 error, 0 warnings, 0 notes in 1 of 1 file (4 not read)"});
}

TEST_CASE("an endless file is refused at the limit") {
  const Folder folder;
  const Run run = folder.caveat("--max-file-size=1M /dev/zero");
  CHECK(run.exit == 2);
  CHECK(contains(run.err, "'/dev/zero' is larger than 1048576 bytes"));
}

TEST_CASE("a file given by a pipe is read like any other") {
  const Folder folder;
  const Run run = folder.shell("mkfifo pipe; echo It cures > pipe & \"$caveat\" pipe $demo");
  CHECK(run.exit == 1);
}

TEST_CASE("a folder is walked in order, without hidden names and symbolic links") {
  const Folder folder;
  const std::string text = "It cures colds.\n";
  for (const std::string name :
       {"d/b.txt", "d/a/z.txt", "d/a.txt", "d/c.TXT", "d/d.text", "d/page.md", "d/page.html",
        "d/txt", "d/page.pdf", "d/.hidden.txt", "d/.git/x.txt", "elsewhere/x.txt"})
    folder.write(name, text);
  fs::create_directory_symlink("..", folder / "d/loop");
  fs::create_symlink("../elsewhere/x.txt", folder / "d/link.txt");
  const Run run = folder.shell("\"$caveat\" d $demo | grep -v note:");
  CHECK(places_of(run.out) ==
        std::vector<std::string>{"d/a/z.txt:1:4:", "d/a.txt:1:4:", "d/b.txt:1:4:", "d/c.TXT:1:4:",
                                 "d/d.text:1:4:", "d/page.html:1:4:", "d/page.md:1:4:"});
  SECTION("what is named is always read") {
    const Run named =
        folder.shell("\"$caveat\" d/page.pdf d/.hidden.txt d/link.txt $demo | grep -v note:");
    CHECK(places_of(named.out) ==
          std::vector<std::string>{"d/page.pdf:1:4:", "d/.hidden.txt:1:4:", "d/link.txt:1:4:"});
  }
  SECTION("what is named twice is read once") {
    CHECK(contains(folder.caveat("d d/a.txt d/").err, "in 7 of 7 files"));
  }
  SECTION("a link to a folder is walked if it is named") {
    CHECK(contains(folder.caveat("d/loop/elsewhere").err, "in 1 of 1 file"));
  }
}

TEST_CASE("a folder without texts is trouble unless that is allowed") {
  const Folder folder;
  fs::create_directory(folder / "d");
  const Run run = folder.caveat("d");
  CHECK(run.exit == 2);
  CHECK(contains(run.err, "no file to lint: a folder is searched for .txt .text .md "));
  CHECK(folder.caveat("--allow-empty d").exit == 0);
  CHECK(folder.caveat("--allow-empty d missing").exit == 2);
}

TEST_CASE("file names are taken as they are") {
  const Folder folder;
  for (const std::string name : {"[a]", "-x.txt", "check", "a,b.txt", "it's.txt"})
    folder.write(name, "It cures colds.\n");
  folder.write("[folder]/a.txt", "It cures colds.\n");
  for (const std::string named : {"'[a]'", "-- -x.txt", "./-x.txt", "-- check", "check check",
                                  "a,b.txt", "\"it's.txt\"", "'[folder]'"}) {
    CAPTURE(named);
    CHECK(contains(folder.shell("\"$caveat\" $demo " + named).err, "in 1 of 1 file"));
  }
}

TEST_CASE("the report is the same whatever the number of threads") {
  const Folder folder;
  for (int i = 0; i < 150; ++i)
    folder.write(
        "d/" + std::to_string(i) + ".txt",
        std::string(static_cast<std::size_t>(i * 7919 % 5000), '\n') + "It cures colds.\n");
  for (const std::string format : {"gcc", "json"}) {
    const Run one = folder.caveat("--format=" + format + " -j1 d missing d/1.txt");
    REQUIRE(one.out.size() > 5000);
    for (const std::string jobs : {"-j2", "-j8", "-j64"}) {
      const Run many = folder.caveat("--format=" + format + " " + jobs + " d missing d/1.txt");
      CHECK(many.out == one.out);
      CHECK(many.err == one.err);
    }
  }
}

TEST_CASE("a report that could not be written is never a clean run") {
  const Folder folder;
  write_samples(folder);
  std::string many;
  for (int i = 0; i < 5000; ++i) many += "It cures colds.\n";
  folder.write("many.txt", many);
  CHECK(folder.shell("\"$caveat\" error.txt $demo > /dev/full").exit == 2);
  CHECK(folder.shell("\"$caveat\" --fail-on=never many.txt $demo > /dev/full").exit == 2);
  CHECK(folder.shell("\"$caveat\" --format=json clean.txt $demo > /dev/full").exit == 2);
  CHECK(folder.shell("\"$caveat\" error.txt $demo >&-").exit == 2);
  CHECK(folder.shell("\"$caveat\" rules $demo > /dev/full").exit == 2);
  CHECK(folder.shell("\"$caveat\" --help > /dev/full").exit == 2);
  CHECK(folder.shell("\"$caveat\" --version > /dev/full").exit == 2);
  CHECK(contains(folder.shell("\"$caveat\" many.txt $demo > /dev/full").err,
                 "caveat: cannot write the output: No space left on device"));
  folder.shell("{ \"$caveat\" many.txt $demo; echo $? > code; } | true");
  CHECK(read_bytes(folder / "code") == "2\n");
}

TEST_CASE("colour: the flag, then NO_COLOR, then FORCE_COLOR, then the terminal") {
  const Folder folder;
  write_samples(folder);
  struct Case {
    std::string environment;
    std::string flag;
    bool coloured;
  };
  const std::vector<Case> table = {
      {"", "", false},
      {"", "--color=always", true},
      {"", "--color=auto", false},
      {"NO_COLOR=1", "--color=always", true},
      {"FORCE_COLOR=1", "", true},
      {"FORCE_COLOR=0", "", false},
      {"CLICOLOR_FORCE=1", "", true},
      {"FORCE_COLOR=1", "--color=never", false},
      {"FORCE_COLOR=1 NO_COLOR=1", "", false},
      {"FORCE_COLOR=1 NO_COLOR=", "", true},
      {"FORCE_COLOR=1", "--format=json", false},
  };
  for (const Case& row : table) {
    CAPTURE(row.environment, row.flag);
    const Run run =
        folder.shell("env " + row.environment + " \"$caveat\" error.txt $demo " + row.flag);
    CHECK(contains(run.out, "\x1B") == row.coloured);
  }
}

TEST_CASE("on a terminal there are excerpts and colours, unless it is dumb") {
  const Folder folder;
  write_samples(folder);
  const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal == -1 || grantpt(terminal) != 0 || unlockpt(terminal) != 0) {
    WARN("no pseudo-terminal here");
    return;
  }
  const std::string name = ptsname(terminal);
  const int kept_open = open(name.c_str(), O_RDWR | O_NOCTTY);
  const auto shown = [&](const std::string& environment) {
    folder.shell("env " + environment + " \"$caveat\" error.txt $demo > " + name);
    std::string bytes(4096, '\0');
    bytes.resize(
        static_cast<std::size_t>(std::max<ssize_t>(0, read(terminal, bytes.data(), 4096))));
    return bytes;
  };
  const std::string coloured = shown("TERM=xterm");
  CHECK(contains(coloured, "\x1B[01;31merror: "));
  CHECK(contains(coloured, "    1 | It cures colds."));
  const std::string dumb = shown("TERM=dumb");
  CHECK_FALSE(contains(dumb, "\x1B"));
  CHECK(contains(dumb, "      |    ^~~~~"));
  close(kept_open);
  close(terminal);
}

TEST_CASE("excerpts are shown when asked for") {
  const Folder folder;
  write_samples(folder);
  CHECK(folder.caveat("--excerpt=always error.txt").out ==
        "error.txt:1:4: error: cures? says who [demo/cure]\n"
        "    1 | It cures colds.\n"
        "      |    ^~~~~\n"
        "error.txt:1:4: note: source: A trial (2024)\n");
}

TEST_CASE("control characters of texts and names never come out raw") {
  const Folder folder;
  const std::string name = "e\x1B[2J\n::error::f\xE2\x80\xAE\xFF.txt";
  folder.write(name,
               "\x1B]0;title\x07 It cures \xC2\x9B"
               "31m \xE2\x80\xAE colds \x08\r.\n");
  fs::create_symlink("nowhere", folder / ("gone" + name));
  for (const std::string format : {"gcc --excerpt=always", "json"}) {
    const Run run = folder.shell("\"$caveat\" $demo --format=" + format + " *error*");
    CHECK(run.exit == 2);
    for (const std::string& text : {run.out, run.err}) {
      for (const char c : text) CHECK((c == '\n' || (c >= ' ' && c != '\x7F') || c < 0));
      CHECK_FALSE(contains(text, "\xC2\x9B"));
      CHECK_FALSE(contains(text, "\xE2\x80\xAE"));
      for (const std::string& line : lines_of(text)) CHECK_FALSE(line.starts_with("::"));
    }
  }
}

TEST_CASE("JSON is one document, also when there is nothing to say") {
  const Folder folder;
  write_samples(folder);
  const auto found = nlohmann::json::parse(
      folder.caveat("--format=json error.txt clean.txt missing.txt note.txt").out);
  CHECK(found["version"] == 1);
  CHECK(found["tool"]["name"] == "caveat");
  CHECK(found["diagnostics"].size() == 2);
  CHECK(found["diagnostics"][0]["file"] == "error.txt");
  CHECK(found["diagnostics"][0]["rule"] == "demo/cure");
  CHECK(found["diagnostics"][0]["url"] == "https://example.org/trial");
  CHECK(found["diagnostics"][1]["severity"] == "note");
  CHECK(found["summary"]["files"] == 3);
  const auto nothing = nlohmann::json::parse(folder.caveat("--format=json clean.txt").out);
  CHECK(nothing["diagnostics"].empty());
  CHECK(nothing["summary"]["files"] == 1);
}

TEST_CASE("a mistake in a pack is shown with its place, and the rest of the pack is in force") {
  const Folder folder;
  write_samples(folder);
  folder.write("demo.toml", demo_pack() + "mesage = \"said\"\n");
  const Run run = folder.caveat("error.txt");
  CHECK(run.exit == 2);
  CHECK(contains(run.out, "error.txt:1:4: error: cures? says who [demo/cure]"));
  CHECK(contains(run.err, "demo.toml:36:"));
  CHECK(contains(run.err, ": error: "));
  CHECK(contains(run.err, "   36 | mesage = \"said\"\n      | ^"));
  CHECK(contains(run.err, "caveat: 1 error, 0 warnings"));
  CHECK_FALSE(contains(folder.caveat("--excerpt=never error.txt").err, "   36 |"));
}

TEST_CASE("a file that is no TOML at all is trouble with a place") {
  const Folder folder;
  write_samples(folder);
  folder.write("broken.toml", "[pack\nname = 1\n");
  const Run run = folder.caveat("--pack=broken.toml error.txt");
  CHECK(run.exit == 2);
  CHECK(contains(run.err, "broken.toml:1:"));
  CHECK(contains(run.out, "[demo/cure]"));
}

TEST_CASE("packs come from files and from folders, and must be there") {
  const Folder folder;
  write_samples(folder);
  folder.write("packs/deep/demo.toml", demo_pack());
  folder.write("packs/.hidden/broken.toml", "[");
  fs::create_directory(folder / "none");
  const auto with = [&](const std::string& flags) {
    return folder.shell("\"$caveat\" error.txt --no-default-packs " + flags);
  };
  CHECK(with("--pack=packs").exit == 1);
  CHECK(with("--pack packs error.txt").exit == 1);
  CHECK(with("--pack=demo.toml --pack=demo.toml").exit == 1);
  CHECK(contains(with("--pack=none").err, "no .toml file in 'none'"));
  CHECK(with("--pack=none --pack=demo.toml").exit == 2);
  CHECK(contains(with("").err, "no pack is in force"));
  CHECK(with("").exit == 2);
}

TEST_CASE("the packs that are built in are sound and in force by default") {
  const Folder folder;
  folder.write("clean.txt", "The shop opens at nine.\n");
  const Run run = folder.shell("\"$caveat\" clean.txt");
  CHECK(run.exit == 0);
  CHECK(run.err == "caveat: 0 errors, 0 warnings, 0 notes in 0 of 1 file\n");
  CHECK(folder.shell("\"$caveat\" clean.txt --pack=demo.toml").exit == 0);
}

TEST_CASE("a pack of one's own replaces the one of its name that is built in") {
  const Folder folder;
  folder.write("clean.txt", "The shop opens at nine.\n");
  const std::string rules = std::string(CAVEAT_TESTS_DIR) + "/../rules";
  const Run run = folder.shell("\"$caveat\" clean.txt --pack='" + rules + "'");
  CHECK(run.exit == 0);
  CHECK(run.err == "caveat: 0 errors, 0 warnings, 0 notes in 0 of 1 file\n");
}

TEST_CASE("a rule is explained with why, source and examples") {
  const Folder folder;
  CHECK(folder.caveat("explain demo/cure").out ==
        "demo/cure: error, rule, category safety\n"
        "  what     cures? says who\n"
        "  why      It promises more than anybody knows.\n"
        "  source   A trial (2024)\n"
        "           https://example.org/trial\n"
        "  flagged  - It cures.\n"
        "           - He cures.\n"
        "           - She cures.\n"
        "  allowed  - It waits.\n"
        "           - He waits.\n"
        "           - She waits.\n"
        "  where    demo.toml:7\n");
  CHECK(folder.caveat("explain cure").out == folder.caveat("explain demo/cure").out);
  CHECK(folder.caveat("explain safety").out ==
        "safety: safety without qualification\n  demo/cure\n  demo/safe\n  demo/may\n");
  CHECK(contains(folder.caveat("explain demo/cuer").err, "did you mean \"demo/cure\"?"));
}

TEST_CASE("every rule that no pack defines is explained, and so is its category") {
  const Folder folder;
  std::set<std::string> ids;
  for (const auto& file : fs::directory_iterator(fs::path(CAVEAT_SOURCE_DIR) / "src/lint")) {
    const std::string code = read_bytes(file.path());
    const std::regex id("\"((input|suppression)/[a-z0-9-]+)\"");
    for (std::sregex_iterator at(code.begin(), code.end(), id), end; at != end; ++at)
      ids.insert((*at)[1]);
  }
  CHECK(ids.contains("input/invalid-utf8"));
  for (const std::string& id : ids) {
    CAPTURE(id);
    const std::string page = folder.caveat("explain " + id).out;
    CHECK(page.starts_with(id + ": "));
    CHECK(contains(page, "built-in check, category " + id.substr(0, id.find('/'))));
    CHECK(contains(folder.caveat("explain " + id.substr(0, id.find('/'))).out, "  " + id + "\n"));
  }
}

TEST_CASE("evidence and terms are explained as tables, with what nobody has checked") {
  const Folder folder;
  folder.write(
      "demo.toml",
      demo_pack() +
          "[[concept]]\nid = \"kratom\"\nclass = \"intervention\"\nterms = [\"kratom\"]\n"
          "[[concept]]\nid = \"pain\"\nclass = \"outcome\"\nterms = [\"pain\"]\n"
          "[[evidence]]\nintervention = \"kratom\"\noutcome = \"pain\"\n"
          "certainty = \"very-low\"\neffect = \"unknown\"\nverified = false\n"
          "source = { title = \"A survey\", year = 2020, url = \"https://example.org/s\" }\n"
          "[[term]]\ncorrect = \"mitragynine\"\nwrong = [\"mitragynin\"]\n"
          "source = { title = \"A list\" }\nreviewed = 2026-06-01\n");
  CHECK(contains(folder.caveat("explain demo/efficacy").out,
                 "kratom        pain     very low   unknown  none           "
                 "A survey (2020) https://example.org/s; UNVERIFIED\n"));
  CHECK(contains(folder.caveat("explain efficacy").out, "  demo/efficacy\n"));
  const std::string term = folder.caveat("explain mitragynine").out;
  CHECK(contains(term, "  wrong    mitragynin\n"));
  CHECK(contains(term, "  source   A list\n           reviewed 2026-06-01\n"));
  CHECK(folder.caveat("rules --unverified").out ==
        "demo.toml:44: evidence for kratom on pain\n1 of 5 entries are unverified\n");
}

TEST_CASE("the rules in force are listed one a line, with a count at the end") {
  const Folder folder;
  const std::vector<std::string> lines = lines_of(folder.caveat("rules").out);
  REQUIRE(lines.size() > 3);
  CHECK(lines[0] == "demo/cure                       error    safety       demo.toml");
  CHECK(lines[1] == "demo/safe                       warning  safety       demo.toml");
  CHECK(lines.back() ==
        "3 rules, 0 facts, 0 caveats, 0 evidence rows, 0 terms, 0 concepts in 1 pack");
}

TEST_CASE("the examples of a pack are run, and one that fails is shown in its place") {
  const Folder folder;
  CHECK(folder.caveat("test").out == "18 passed, 0 failed\n");
  CHECK(folder.shell("\"$caveat\" test ./demo.toml --no-default-packs").out ==
        "18 passed, 0 failed\n");
  std::string wrong = demo_pack();
  wrong.replace(wrong.find("It waits."), 9, "It cures.");
  folder.write("demo.toml", wrong);
  const Run run = folder.caveat("test demo");
  CHECK(run.exit == 1);
  CHECK(run.out.starts_with("demo.toml:15:12: error: "));
  CHECK(lines_of(run.out).back() == "17 passed, 1 failed");
  CHECK(contains(folder.caveat("test demmo").err, "no pack 'demmo'; did you mean \"demo\"?"));
}

TEST_CASE("a part of a pack that is a folder stands for the whole") {
  const Folder folder;
  std::string pack = demo_pack();
  const std::size_t rules = pack.find("[[rule]]");
  folder.write("demo/pack.toml", pack.substr(0, rules));
  folder.write("demo/rules.toml", pack.substr(rules));
  for (const std::string named : {"demo/", "./demo", "demo/pack.toml", "demo/rules.toml"}) {
    CAPTURE(named);
    CHECK(folder.shell("\"$caveat\" test --no-default-packs " + named).out ==
          "18 passed, 0 failed\n");
  }
}

TEST_CASE("a text is taken apart for the author of a pack") {
  const Folder folder;
  const Run run = folder.caveat("parse 'It cures \x1B colds.'");
  CHECK(contains(run.out, "cures"));
  CHECK_FALSE(contains(run.out, "\x1B"));
  CHECK(folder.shell("printf 'It cures colds.' | \"$caveat\" parse - $demo").out ==
        folder.caveat("parse It cures colds.").out);
}
