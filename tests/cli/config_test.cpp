// A project as its editor, its CI job and somebody with bad intent see it.
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "cli/program.hpp"

using namespace caveat_test;
namespace fs = std::filesystem;

namespace {

const fs::path root = CAVEAT_SOURCE_DIR;
const std::string own = "packs = ['demo.toml']\ndefault-packs = false\n";

/// A folder that is the top of a work tree, with a config for the demo pack.
struct Site : Folder {
  explicit Site(const std::string& config = "") {
    shell("git init -q . || mkdir .git");
    write(".caveat.toml", own + config);
  }
};

Run caveat(const Folder& folder, const std::string& arguments) {
  return folder.shell("\"$caveat\" " + arguments + " < /dev/null");
}

/// "a.txt=error" of each finding in order, notes on findings left out.
std::string found(const std::string& report) {
  std::string out;
  std::istringstream in(report);
  const std::regex finding("^([^:]+):\\d+:\\d+: (error|warning|note): .*\\[demo/.*\\]$");
  std::smatch match;
  for (std::string line; std::getline(in, line);)
    if (std::regex_match(line, match, finding))
      out += (out.empty() ? "" : " ") + match[1].str() + "=" + match[2].str();
  return out;
}

std::string found(const Folder& folder, const std::string& arguments) {
  return found(caveat(folder, arguments).out);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const std::string cures = "It cures colds.\n";
const std::string safe = "It is wholly safe.\n";

}  // namespace

TEST_CASE("a project's own packs are found from every folder of it") {
  const Site site;
  site.write("page.txt", cures);
  site.write("docs/shop/page.txt", cures);
  CHECK(found(site, "page.txt docs") == "page.txt=error docs/shop/page.txt=error");
  CHECK(found(site.shell("cd docs && \"$caveat\" shop ../page.txt").out) ==
        "shop/page.txt=error ../page.txt=error");
  CHECK(found(site.shell("cd / && \"$caveat\" \"$OLDPWD/page.txt\" | sed \"s|$OLDPWD/||\"").out) ==
        "page.txt=error");
  CHECK(contains(caveat(site, "rules").out, "demo/cure"));
  CHECK(contains(site.shell("cd docs && \"$caveat\" explain demo/cure").out, "cures? says who"));
  CHECK(caveat(site, "test").out == "18 passed, 0 failed\n");
  CHECK(!contains(caveat(site, "--no-config --no-default-packs --pack=demo.toml rules").out,
                  "kratom"));
}

TEST_CASE("the nearest config counts whole, and each file has the packs of its own") {
  const Site site("severity = { 'demo/cure' = 'note' }\n");
  site.write("page.txt", cures);
  site.write("herbs/page.txt", cures + "Kratom cures depression.\n");
  site.write("herbs/.caveat.toml", "profile = 'clinical'\n");
  const Run run = caveat(site, "page.txt herbs/page.txt");
  CHECK(contains(run.out, "page.txt:1:4: note: cures? says who [demo/cure]"));
  CHECK(!contains(run.out, "herbs/page.txt:1:4: note: cures? says who"));
  CHECK(contains(run.out, "herbs/page.txt:2:8: error"));
}

TEST_CASE("a search for the config ends at the top of the work tree") {
  const Site site("severity = { 'demo/cure' = 'off' }\n");
  site.write("theme/.git", "gitdir: elsewhere\n");
  site.write("theme/page.txt", cures);
  site.write("page.txt", cures);
  const std::string demo = "--no-default-packs --pack=demo.toml ";
  CHECK(found(site, demo + "page.txt theme/page.txt") == "theme/page.txt=error");
}

TEST_CASE("flags come before the config, the config before the defaults") {
  const Site site("fail-on = 'error'\nmax-file-size = 30\n");
  site.write("safe.txt", safe);
  site.write("cures.txt", cures);
  site.write("long.txt", std::string(40, 'x'));
  CHECK(caveat(site, "safe.txt").exit == 0);
  CHECK(caveat(site, "cures.txt").exit == 1);
  CHECK(caveat(site, "--fail-on=warning safe.txt").exit == 1);
  CHECK(caveat(site, "--fail-on=never cures.txt").exit == 0);
  CHECK(caveat(site, "--no-config --no-default-packs --pack=demo.toml safe.txt").exit == 1);
  CHECK(caveat(site, "long.txt").exit == 2);
  CHECK(caveat(site, "--max-file-size=40 long.txt").exit == 0);
  site.write("loose.toml", own + "fail-on = 'never'\n");
  CHECK(caveat(site, "--config=loose.toml cures.txt").exit == 0);
  CHECK(caveat(site, "--config=missing.toml cures.txt").exit == 2);
}

TEST_CASE("each file is held to the threshold of its own project") {
  const Site site;
  site.write("old/.caveat.toml", "packs = ['demo.toml']\nfail-on = 'never'\n");
  fs::copy_file(site / "demo.toml", site / "old/demo.toml");
  site.write("old/page.txt", cures);
  site.write("new.txt", safe);
  CHECK(caveat(site, "old/page.txt").exit == 0);
  CHECK(caveat(site, "old/page.txt new.txt").exit == 1);
}

TEST_CASE("severities count before findings are counted") {
  const Site site(
      "severity = { 'demo/cure' = 'warning', 'demo/safe' = 'off' }\n"
      "[[override]]\nfiles = ['shop/']\nseverity = { safety = 'note' }\n");
  for (const char* name : {"page.txt", "shop/page.txt"}) site.write(name, cures + safe);
  const Run run = caveat(site, "page.txt shop");
  CHECK(found(run.out) == "page.txt=warning shop/page.txt=note shop/page.txt=note");
  CHECK(run.err == "caveat: 0 errors, 1 warning, 2 notes in 2 of 2 files\n");
}

TEST_CASE("a walk leaves out what the project excludes and what git ignores") {
  const Site site("include = ['docs/', '/*.txt']\nexclude = ['drafts/', '*.draft.txt']\n");
  for (const char* name :
       {"a.txt", "a.draft.txt", "docs/b.txt", "docs/drafts/c.txt", "docs/public/d.txt",
        "docs/public/deep/e.txt", "other/f.txt", "docs/notes.txt"})
    site.write(name, cures);
  site.write(".gitignore", "/docs/public/\n");
  site.write("docs/.gitignore", "notes.txt\n");
  CHECK(found(site, ".") == "./a.txt=error ./docs/b.txt=error");
  CHECK(found(site.shell("cd docs && \"$caveat\" .").out) == "./b.txt=error");
  // Who names it means it.
  CHECK(found(site, "a.draft.txt docs/drafts/c.txt docs/notes.txt other/f.txt") ==
        "a.draft.txt=error docs/drafts/c.txt=error docs/notes.txt=error other/f.txt=error");
  CHECK(found(site, "docs/public") == "docs/public/d.txt=error docs/public/deep/e.txt=error");
  // Unless a hook hands over all that changed.
  const Run hook = caveat(site, "--force-exclude a.txt a.draft.txt docs/drafts/c.txt docs/public");
  CHECK(found(hook.out) == "a.txt=error");
  CHECK(hook.err == "caveat: 1 error, 0 warnings, 0 notes in 1 of 1 file (3 left out)\n");
  CHECK(caveat(site, "--force-exclude docs/drafts docs/notes.txt").exit == 0);
  // Nothing to lint is trouble, not a clean run.
  CHECK(caveat(site, "other").exit == 2);
  CHECK(caveat(site, "--allow-empty other").exit == 0);
  // The inventory of claims looks at the same files.
  const Run claims = caveat(site, "claims --format=jsonl --per-sentence .");
  CHECK(contains(claims.out, "docs/b.txt"));
  CHECK(!contains(claims.out, "drafts"));
}

TEST_CASE("standard input is treated as the file whose name it has") {
  const Site site(
      "exclude = ['drafts/']\n[[override]]\nfiles = ['shop/']\n"
      "severity = { 'demo/cure' = 'note' }\n");
  site.write(".gitignore", "built/\n");
  for (const char* folder : {"docs", "shop", "drafts", "built"}) {
    CAPTURE(folder);
    const std::string name = std::string(folder) + "/page.txt";
    site.write(name, cures);
    const std::string walked = caveat(site, "--allow-empty --format=json .").out;
    const auto findings = nlohmann::json::parse(walked)["diagnostics"];
    const std::string whole = (site / name).string();
    const std::string ways[] = {
        "\"$caveat\" --format=json --stdin-filename=" + name + " - < " + name,
        "cd " + std::string(folder) + " && \"$caveat\" --format=json --stdin-filename=page.txt - " +
            "< page.txt",
        "cd docs && \"$caveat\" --format=json --stdin-filename=../" + name + " - < ../" + name,
        "cd / && \"$caveat\" --format=json --stdin-filename=" + whole + " - < " + whole,
    };
    for (const std::string& way : ways) {
      CAPTURE(way);
      const Run run = site.shell(way);
      const auto read = nlohmann::json::parse(run.out)["diagnostics"];
      std::vector<std::string> severities;
      for (const auto& one : findings)
        if (contains(one["file"], folder)) severities.push_back(one["severity"]);
      REQUIRE(read.size() == severities.size());
      for (std::size_t at = 0; at < read.size(); ++at)
        CHECK(read[at]["severity"] == severities[at]);
      const bool left_out = folder == std::string("drafts") || folder == std::string("built");
      CHECK(contains(run.err, "(1 left out)") == left_out);
      if (left_out) CHECK(run.exit == 0);
    }
    fs::remove(site / name);
  }
  CHECK(found(site.shell("echo It cures | \"$caveat\" -").out) == "<stdin>=error");
}

TEST_CASE("what is wrong with a config is told at its place, and the texts are linted") {
  struct Row {
    const char* config;
    const char* told;
  };
  const Row rows[] = {
      {"fail_on = 'error'\n",
       ".caveat.toml:3:1: error: unknown key \"fail_on\" in .caveat.toml; did you mean "
       "\"fail-on\"? "
       "[config/unknown-key]\n    3 | fail_on = 'error'\n      | ^~~~~~~\n"},
      {"severity = { 'demo/cuer' = 'off' }\n",
       ".caveat.toml:3:15: error: no rule, category or pack in force is called \"demo/cuer\"; did "
       "you mean \"demo/cure\"? [config/unknown-rule]\n"},
      {"disable-packs = ['dem']\n",
       ".caveat.toml:3:19: error: no pack in force is called \"dem\"; did you mean \"demo\"? "
       "[config/unknown-pack]\n"},
      {"exclude = ['[']\n", ".caveat.toml:3:13: error: this '[' has no ']'"},
      {"[[override]]\nfiles = ['a']\nfiels = ['b']\n", ".caveat.toml:5:1: error: unknown key"},
      {"[severity]\nsafety = \n", ".caveat.toml:4:"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.config);
    const Site site(row.config);
    site.write("page.txt", cures);
    site.write("clean.txt", "It waits.\n");
    const Run run = caveat(site, "page.txt");
    CHECK(contains(run.err, row.told));
    CHECK(run.exit == 2);
    CHECK(found(run.out) == "page.txt=error");
    CHECK(caveat(site, "clean.txt").exit == 2);
    const Run again = caveat(site, "page.txt clean.txt");
    const std::string first = std::string(row.told).substr(0, 20);
    CHECK(again.err.find(first) == again.err.rfind(first));
  }
}

TEST_CASE("nothing outside the folder of a config is read for it") {
  const Folder outside;
  const auto run_with = [&](const std::string& config, const auto& prepare) {
    const Folder site;
    site.shell("mkdir .git");
    site.write(".caveat.toml", config);
    site.write("page.txt", "It waits.\n");
    prepare(site);
    const Run run = site.shell("timeout 10 \"$caveat\" page.txt < /dev/null");
    CHECK(run.exit == 2);
    CHECK(!contains(run.err, "[pack]"));
    return run.err.substr(0, run.err.find('\n'));
  };
  const auto nothing = [](const Folder&) {};
  const auto link_to = [](const std::string& target) {
    return [target](const Folder& site) { fs::create_symlink(target, site / "pack.link"); };
  };
  CHECK(run_with("packs = ['../x']\n", nothing) ==
        ".caveat.toml:1:11: error: paths lead to what lies in the folder of this file, not outside "
        "it "
        "[config/bad-path]");
  CHECK(run_with("packs = ['" + (outside / "demo.toml").string() + "']\n", nothing) ==
        ".caveat.toml:1:11: error: paths are relative to the folder of this file "
        "[config/bad-path]");
  const std::string linked = "packs = ['pack.link']\n";
  const std::string out =
      ".caveat.toml:1:11: error: no pack here: it is a link out of the folder of this file "
      "[config/bad-path]";
  CHECK(run_with(linked, link_to((outside / "demo.toml").string())) == out);
  CHECK(run_with(linked, link_to(outside.operator/("").string())) == out);
  CHECK(run_with(linked, link_to("/dev/zero")) == out);
  CHECK(run_with(linked, link_to("..")) == out);
  CHECK(run_with(linked, nothing) ==
        ".caveat.toml:1:11: error: no pack here: No such file or directory [config/bad-path]");
  CHECK(run_with(linked, link_to("pack.link")) ==
        ".caveat.toml:1:11: error: no pack here: Too many levels of symbolic links "
        "[config/bad-path]");
  CHECK(run_with(linked, [](const Folder& site) { mkfifo((site / "pack.link").c_str(), 0600); }) ==
        ".caveat.toml:1:11: error: no pack here: it is neither a file nor a folder "
        "[config/bad-path]");
}

TEST_CASE("a config that is no plain file is trouble, and no wait") {
  const auto told = [](const auto& make) {
    const Folder site;
    site.shell("mkdir .git");
    site.write("page.txt", "It waits.\n");
    make(site / ".caveat.toml");
    const Run run = site.shell("timeout 10 \"$caveat\" page.txt < /dev/null");
    CHECK(run.exit == 2);
    return run.err.substr(0, run.err.find('\n'));
  };
  const std::string at = ".caveat.toml:1:1: error: ";
  CHECK(told([](const fs::path& path) { fs::create_directory(path); }) ==
        at + "this is a folder and no file [config/unreadable]");
  CHECK(told([](const fs::path& path) { mkfifo(path.c_str(), 0600); }) ==
        at + "this is no plain file [config/unreadable]");
  CHECK(told([](const fs::path& path) { fs::create_symlink("/dev/zero", path); }) ==
        at + "this is no plain file [config/unreadable]");
  CHECK(contains(told([](const fs::path& path) { fs::create_symlink("nowhere", path); }),
                 "No such file or directory"));
  CHECK(told([](const fs::path& path) { std::ofstream(path) << std::string(100'000, '#'); }) ==
        at + "this file is larger than 64K [config/unreadable]");
}

TEST_CASE("caveat config tells what is in force, and where that is said") {
  const Site site(
      "profile = 'clinical'\nexclude = ['drafts/']\nseverity = { safety = 'note' }\n"
      "[[override]]\nfiles = ['shop/']\nprofile = 'marketing'\n"
      "severity = { 'demo/cure' = 'off' }\n");
  const auto values = [&](const std::string& arguments) {
    const Run run = caveat(site, "config --format=json " + arguments);
    CHECK(run.exit == 0);
    return nlohmann::json::parse(run.out);
  };
  const auto told = [](const nlohmann::json& page, const std::string& key) {
    for (const char* list : {"settings", "severity"})
      for (const auto& row : page[list])
        if (row["key"] == key)
          return row["value"].get<std::string>() + " " + row["from"].get<std::string>();
    return std::string();
  };
  const auto page = values("shop/page.txt --fail-on=error");
  CHECK(page["linted"] == true);
  CHECK(page["config"] == ".caveat.toml");
  CHECK(told(page, "profile") == "marketing .caveat.toml:8:11");
  CHECK(told(page, "fail-on") == "error --fail-on");
  CHECK(told(page, "require-reason") == "false default");
  CHECK(told(page, "pack") == "demo.toml .caveat.toml:1:11");
  CHECK(told(page, "demo/cure") == "off .caveat.toml:9:15");
  CHECK(told(page, "[[override]]") == "shop/ .caveat.toml:7:11");
  CHECK(told(values("page.txt"), "profile") == "clinical .caveat.toml:3:11");
  CHECK(told(values("page.txt"), "demo/cure") == "");
  const auto draft = values("drafts/page.txt");
  CHECK(draft["linted"] == false);
  CHECK(draft["why"] == "exclude \"drafts/\" (.caveat.toml:4:13)");
  CHECK(values("page.txt --no-config --no-default-packs --pack=demo.toml")["config"].is_null());
  CHECK(caveat(site, "config shop/page.txt").out ==
        "shop/page.txt\n"
        "  linted                       yes\n"
        "  config                       .caveat.toml\n"
        "  profile                      marketing        .caveat.toml:8:11\n"
        "  jurisdiction                 none             default\n"
        "  baseline                     none             default\n"
        "  fail-on                      warning          default\n"
        "  require-reason               false            default\n"
        "  max-file-size                67108864         default\n"
        "  default-packs                false            .caveat.toml:2:17\n"
        "  pack                         demo.toml        .caveat.toml:1:11\n"
        "  exclude                      drafts/          .caveat.toml:4:13\n"
        "  [[override]]                 shop/            .caveat.toml:7:11\n"
        "  demo/cure                    off              .caveat.toml:9:15\n"
        "  severity\n"
        "  safety                       note             .caveat.toml:5:14\n");
  CHECK(caveat(site, "config").exit == 0);
  site.write("bad/.caveat.toml", "x = 1\n");
  CHECK(caveat(site, "config bad/page.txt").exit == 2);
}

TEST_CASE("a new config changes nothing, and each of its comments is a setting") {
  const Folder folder;
  const Run run = caveat(folder, "init");
  CHECK(run.out == "wrote .caveat.toml\nnext: caveat check .\n");
  CHECK(run.exit == 0);
  CHECK(caveat(folder, "config").exit == 0);
  CHECK(caveat(folder, "init").err ==
        "caveat: '.caveat.toml' is there already, and is left as it is\n");
  folder.shell(
      "\"$caveat\" init --pack=lint/house; mkdir lint; cd lint; \"$caveat\" init "
      "--pack=house");
  folder.shell("sed -i -E 's/^# ([a-z\"[].*( = |\\]))/\\1/' .caveat.toml");
  const Run all = caveat(folder, "config");
  CHECK(all.err == "");
  CHECK(all.exit == 0);
  CHECK(contains(all.out, "lint/house"));
}

TEST_CASE("every example of docs/configuration.md loads and fits the schema") {
  const Folder folder;
  folder.shell(
      "mkdir .git lint && cd lint && \"$caveat\" init --pack=house && "
      "cp ../demo.toml names.toml");
  const std::string validate = "python3 '" + (root / "tests/pack/validate.py").string() + "' '" +
                               (root / "docs/config.schema.json").string() + "' ";
  const std::string page = read_bytes(root / "docs/configuration.md");
  std::size_t seen = 0;
  for (auto at = page.find("```toml\n"); at != std::string::npos; at = page.find("```toml\n", at)) {
    at += 8;
    const std::string example = page.substr(at, page.find("```", at) - at);
    CAPTURE(example);
    ++seen;
    folder.write(".caveat.toml", example);
    const Run run = caveat(folder, "config");
    CHECK(run.err == "");
    CHECK(run.exit == 0);
    const Run fits = folder.shell(validate + ".caveat.toml");
    if (fits.exit == 0) CHECK(fits.out == "1 files\n");
  }
  CHECK(seen == 7);
}

TEST_CASE("the schema of a config has the keys and words that its reader has") {
  const auto schema = nlohmann::json::parse(read_bytes(root / "docs/config.schema.json"));
  const auto told = [](const std::string& toml, const std::string& before) {
    const Folder folder;
    folder.write(".caveat.toml", toml);
    const std::string said = caveat(folder, "config").err;
    const auto from = said.find(before);
    REQUIRE(from != std::string::npos);
    std::string list = said.substr(from + before.size());
    list = list.substr(0, list.find('\n'));
    std::set<std::string> words;
    std::istringstream in(std::regex_replace(list, std::regex(","), " "));
    for (std::string word; in >> word;) words.insert(word);
    return words;
  };
  const auto keys = [](const nlohmann::json& properties) {
    std::set<std::string> names;
    for (const auto& [key, value] : properties.items()) names.insert(key);
    return names;
  };
  const auto words = [](const nlohmann::json& list) {
    return std::set<std::string>(list.begin(), list.end());
  };
  const auto& parts = schema["definitions"];
  CHECK(keys(schema["properties"]) == told("zzz = 1\n", ".caveat.toml takes "));
  CHECK(keys(parts["override"]["properties"]) ==
        told("[[override]]\nfiles = ['a']\nzzz = 1\n", "[[override]] takes "));
  CHECK(words(parts["profile"]["enum"]) == told("profile = 'zzz'\n", "it is one of "));
  CHECK(words(schema["properties"]["jurisdiction"]["items"]["enum"]) ==
        told("jurisdiction = ['zzz']\n", "it is one of "));
  CHECK(words(schema["properties"]["fail-on"]["enum"]) ==
        told("fail-on = 'zzz'\n", "it is one of "));
  CHECK(words(parts["severity"]["additionalProperties"]["enum"]) ==
        told("severity = { safety = 'zzz' }\n", "it is one of "));
}

TEST_CASE("caveat stream holds to the config of its folder") {
  const Site site("severity = { 'demo/cure' = 'note' }\n");
  site.write("in.jsonl", "{\"id\": 1, \"text\": \"It cures colds.\"}\n");
  CHECK(contains(site.shell("\"$caveat\" stream < in.jsonl").out, "\"severity\":\"note\""));
}

TEST_CASE("the laws of a project count unless the command line names others") {
  const Folder folder;
  folder.write(".caveat.toml", "jurisdiction = ['us', 'eu']\n");
  const std::string page = "Kratom cures depression.\n";
  folder.write("page.txt", page);
  const auto laws = [&](const std::string& arguments) {
    const std::string out = caveat(folder, arguments + " page.txt").out;
    return std::string(contains(out, "CFR") ? "us " : "") +
           (contains(out, "1169/2011") ? "eu" : "");
  };
  CHECK(laws("check") == "us eu");
  CHECK(laws("check --jurisdiction=us") == "us ");
  CHECK(laws("check --no-config") == "");
  CHECK(contains(caveat(folder, "rules").out, "us, on"));
  CHECK(contains(caveat(folder, "rules").out, "au, off"));
  CHECK(contains(caveat(folder, "config page.txt").out,
                 "  jurisdiction                 us,eu            .caveat.toml:1:16\n"));
  CHECK(contains(caveat(folder, "config --jurisdiction=au page.txt").out,
                 "  jurisdiction                 au               --jurisdiction\n"));
}

TEST_CASE("the baseline of a project holds for its files from every folder") {
  const Site site("baseline = 'lint/known.json'\n");
  site.write("page.txt", cures);
  site.write("docs/other.txt", safe);
  site.shell("mkdir lint");
  CHECK(caveat(site, "check .").exit == 2);  // none was written yet
  CHECK(contains(caveat(site, "check --write-baseline .").err,
                 "2 findings of 2 files noted in 'lint/known.json'"));
  CHECK(contains(caveat(site, "check .").err, "(2 baselined)"));
  CHECK(caveat(site, "check .").exit == 0);
  const Run below = site.shell("cd docs && \"$caveat\" check other.txt ../page.txt");
  CHECK(contains(below.err, "(2 baselined)"));
  CHECK(below.exit == 0);
  site.write("page.txt", cures + "\n" + safe);
  CHECK(found(site, "check page.txt docs") == "page.txt=warning");
  site.write("empty.json", "{\"version\":1,\"entries\":[]}\n");
  CHECK(caveat(site, "check --baseline=empty.json .").exit == 1);
  CHECK(contains(caveat(site, "config page.txt").out,
                 "  baseline                     lint/known.json  .caveat.toml:3:12\n"));
}

TEST_CASE("of several projects in one run each has its own baseline, or none") {
  const Folder folder;
  folder.write("a/.caveat.toml", "baseline = 'known.json'\n");
  folder.write("b/.caveat.toml", "baseline = 'known.json'\n");
  for (const std::string name : {"a", "b", "c"}) folder.write(name + "/page.txt", cures);
  const std::string flags = " $demo ";
  CHECK(caveat(folder, "check --write-baseline" + flags + "a b").exit == 0);
  CHECK(found(folder, "check" + flags + "a b c") == "c/page.txt=error");
  const Run unnamed = caveat(folder, "check --write-baseline" + flags + "a c");
  CHECK(unnamed.exit == 2);
  CHECK(contains(unnamed.err, "--write-baseline needs --baseline=FILE"));
  folder.write("b/page.txt", safe);
  const Run stale = caveat(folder, "check" + flags + "a b");
  CHECK(contains(stale.err, "1 finding of 'b/known.json' not there any more"));
  CHECK(!contains(stale.err, "'a/known.json'"));
}

TEST_CASE("a baseline that leads out of the project is a mistake and is not opened") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"'/etc/passwd'", "paths are relative"},
      {"'../known.json'", "not outside it"},
      {"''", "this path is empty"},
      {"'out/known.json'", "a link out of the folder"},
      {"'here'", "it is no file"},
      {"['known.json']", "must be a string"},
  };
  for (const auto& [value, mistake] : table) {
    const Site site("baseline = " + value + "\n");
    site.shell("ln -s /tmp out; mkdir here");
    site.write("page.txt", cures);
    const Run run = caveat(site, "check page.txt");
    CAPTURE(value, run.err);
    CHECK(run.exit == 2);
    CHECK(contains(run.err, ".caveat.toml:3:12: error: "));
    CHECK(contains(run.err, mistake));
    CHECK(found(run.out) == "page.txt=error");
  }
}

TEST_CASE("the list of rules has the severities of the project, and marks them") {
  const Site site("[severity]\n'demo/*' = 'note'\n'demo/may' = 'off'\n");
  const auto squeezed = [](const Run& run) {
    return std::regex_replace(run.out, std::regex(" +"), " ");
  };
  const std::string list = squeezed(caveat(site, "rules"));
  CHECK(contains(list, "demo/cure note* safety"));
  CHECK(contains(list, "demo/may off* safety"));
  CHECK(contains(list, "input/invalid-utf8 error input"));
  CHECK(list.ends_with("in 1 pack\n* as .caveat.toml has it\n"));
  const std::string plain =
      squeezed(caveat(site, "rules --no-config --no-default-packs --pack=demo.toml"));
  CHECK(contains(plain, "demo/cure error safety"));
  CHECK(plain.ends_with("in 1 pack\n"));
  site.write("sub/.caveat.toml",
             "packs = ['demo.toml']\ndefault-packs = false\n"
             "[[override]]\nfiles = ['a/']\nseverity = { safety = 'off' }\n");
  site.write("sub/demo.toml", demo_pack());
  const Run sub = site.shell("cd sub && \"$caveat\" rules");
  CHECK(contains(squeezed(sub), "demo/cure error safety"));
  CHECK(sub.out.ends_with(
      ".caveat.toml has other severities for some files; see 'caveat config FILE'\n"));
  site.write(".caveat.toml", own + "[severity]\n'demo/cuer' = 'note'\n");
  const Run typo = caveat(site, "rules");
  CHECK(typo.exit == 2);
  CHECK(contains(typo.err, "did you mean \"demo/cure\"?"));
}
