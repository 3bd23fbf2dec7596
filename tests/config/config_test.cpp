// What a .caveat.toml says, and what it says wrong: each mistake at its place, the rest in force.
#include <catch2/catch.hpp>
#include <regex>
#include <string>

#include "config/config.hpp"

using namespace caveat;

namespace {

std::string place(const Source& source, Span span) {
  const Place at = place_of(source, span.begin);
  return std::to_string(at.line) + ":" + std::to_string(at.column);
}

std::string listed(const std::string& key, const std::vector<Text>& texts) {
  std::string out;
  for (const Text& text : texts) out += key + " " + text.value + "\n";
  return out;
}

std::string listed(const std::string& key, const Globs& globs) {
  std::string out;
  for (const PlacedGlob& glob : globs) out += key + " " + glob.text + "\n";
  return out;
}

std::string listed(const RuleChoices& choices) {
  std::string out;
  for (const RuleChoice& choice : choices)
    out += "severity " + choice.name.value + " " + std::string(name_of(choice.verdict)) + "\n";
  return out;
}

std::string profile_of(const Setting<Profile>& profile) {
  if (!profile) return "";
  return "profile " + std::string(profile_names[static_cast<std::size_t>(profile->value)]) + "\n";
}

std::string printed(const Config& config) {
  std::string out = listed("pack", config.packs);
  if (config.default_packs) out += config.default_packs->value ? "default\n" : "no default\n";
  out += listed("enable", config.enable_packs) + listed("disable", config.disable_packs);
  out += profile_of(config.profile);
  if (config.jurisdictions) out += "laws " + std::to_string(config.jurisdictions->value) + "\n";
  if (config.baseline) out += "baseline " + config.baseline->value + "\n";
  if (config.fail_on) {
    const Verdict from = config.fail_on->value;
    out += std::string("fail-on ") + (from ? name_of(*from) : "never") + "\n";
  }
  if (config.require_reason) out += config.require_reason->value ? "reason\n" : "no reason\n";
  if (config.max_file_size) out += "size " + std::to_string(config.max_file_size->value) + "\n";
  out += listed("include", config.include) + listed("exclude", config.exclude);
  out += listed(config.severity);
  for (const ConfigOverride& one : config.overrides)
    out +=
        "override\n" + listed("files", one.files) + listed(one.severity) + profile_of(one.profile);
  return out;
}

struct Read {
  Config config;
  std::string mistakes;  ///< "2:1 message [rule]" a line
};

Read read(const std::string& toml) {
  const Source source = make_source(std::string(config_name), toml);
  std::vector<Diagnostic> mistakes;
  Read read{read_config(source, mistakes), ""};
  for (const Diagnostic& mistake : mistakes) {
    CHECK(mistake.category == "config");
    CHECK(mistake.severity == Severity::error);
    CHECK(mistake.span.end <= toml.size());
    read.mistakes +=
        place(source, mistake.span) + " " + mistake.message + " [" + mistake.rule + "]\n";
  }
  return read;
}

}  // namespace

TEST_CASE("every key is read") {
  const Read all = read(R"(packs          = ["lint/house", "extra.toml"]
default-packs  = true
enable-packs   = ["core", "kratom"]
disable-packs  = ["sleep"]
profile        = "marketing"
jurisdiction   = ["us", "eu"]
baseline       = "lint/known.json"
fail-on        = "never"
require-reason = true
max-file-size  = "2M"
include        = ["docs/**"]
exclude        = ["drafts/", "*.tmp.md"]

[severity]
"kratom/efficacy" = "note"
"kratom/*"        = "warning"
testimonial       = "off"

[[override]]
files    = ["docs/shop/**"]
severity = { "core/called-harmless" = "error" }
profile  = "clinical"

[[override]]
files = ["*.html"]
)");
  CHECK(all.mistakes == "");
  CHECK(printed(all.config) ==
        "pack lint/house\npack extra.toml\ndefault\nenable core\nenable kratom\ndisable sleep\n"
        "profile marketing\nlaws 10\nbaseline lint/known.json\nfail-on never\nreason\nsize "
        "2097152\ninclude docs/**\n"
        "exclude drafts/\nexclude *.tmp.md\nseverity kratom/efficacy note\n"
        "severity kratom/* warning\nseverity testimonial off\n"
        "override\nfiles docs/shop/**\nseverity core/called-harmless error\nprofile clinical\n"
        "override\nfiles *.html\n");
}

TEST_CASE("what is not given has no value") {
  for (const char* toml : {"", "# nothing yet\n", "\n\n", "override = []\n", "severity = {}\n"}) {
    const Read none = read(toml);
    CHECK(none.mistakes == "");
    CHECK(printed(none.config) == "");
  }
  CHECK(printed(read("fail-on = 'note'\nmax-file-size = 4096\n").config) ==
        "fail-on note\nsize 4096\n");
}

TEST_CASE("every value knows its place") {
  const std::string toml = "# a site\nprofile = \"clinical\"\nexclude = [\"a\", \"b\"]\n";
  const Source source = make_source("x", toml);
  const Config config = read(toml).config;
  CHECK(slice(source, config.profile->place) == "\"clinical\"");
  CHECK(place(source, config.exclude.at(1).place) == "3:18");
}

TEST_CASE("a mistake is told at its place, with what was meant") {
  struct Row {
    const char* toml;
    const char* mistakes;
  };
  const Row rows[] = {
      {"fail_on = 'error'",
       "1:1 unknown key \"fail_on\" in .caveat.toml; did you mean \"fail-on\"? "
       "[config/unknown-key]\n"},
      {"[overrides]\nfiles = ['a']",
       "1:2 unknown key \"overrides\" in .caveat.toml; did you mean \"override\"? "
       "[config/unknown-key]\n"},
      {"fail-on = 'errors'",
       "1:12 unknown word \"errors\" for \"fail-on\"; did you mean \"error\"? "
       "[config/unknown-word]\n"},
      {"profile = 'clinic'",
       "1:12 unknown word \"clinic\" for \"profile\"; did you mean \"clinical\"? "
       "[config/unknown-word]\n"},
      {"profile = 3", "1:11 \"profile\" must be a string, not an integer [config/wrong-type]\n"},
      {"require-reason = 'yes'",
       "1:18 \"require-reason\" must be true or false, not a string [config/wrong-type]\n"},
      {"packs = 'house'", "1:9 \"packs\" must be an array, not a string [config/wrong-type]\n"},
      {"packs = [1]",
       "1:10 each of \"packs\" must be a string, not an integer "
       "[config/wrong-type]\n"},
      {"jurisdiction = ['us', 'eu', 'usa']",
       "1:30 unknown word \"usa\" for \"jurisdiction\"; did you mean \"us\"? "
       "[config/unknown-word]\n"},
      {"jurisdiction = ['us', 'us']", "1:24 \"us\" stands in this list twice [config/repeated]\n"},
      {"jurisdiction = 'us'",
       "1:16 \"jurisdiction\" must be an array, not a string [config/wrong-type]\n"},
      {"jurisdiction = [1]",
       "1:17 each of \"jurisdiction\" must be a string, not an integer [config/wrong-type]\n"},
      {"baseline = '/known.json'",
       "1:12 paths are relative to the folder of this file [config/bad-path]\n"},
      {"max-file-size = '1T'",
       "1:17 \"max-file-size\" must be below 4G, in bytes or as in \"64M\" [config/bad-size]\n"},
      {"max-file-size = -1",
       "1:17 \"max-file-size\" must be below 4G, in bytes or as in \"64M\" [config/bad-size]\n"},
      {"max-file-size = true",
       "1:17 \"max-file-size\" must be a size such as \"64M\", not true or false "
       "[config/wrong-type]\n"},
      {"severity = { safety = 'of' }",
       "1:24 unknown word \"of\" for \"safety\"; did you mean \"off\"? [config/unknown-word]\n"},
      {"severity = { safety = false }",
       "1:23 \"safety\" must be a string, not true or false [config/wrong-type]\n"},
      {"[severity]\nkratom.efficacy = 'off'",
       "2:1 a rule stands in quotes: \"kratom/\u2026\" = \"off\" [config/wrong-type]\n"},
      {"severity = 'off'", "1:12 \"severity\" must be a table, not a string [config/wrong-type]\n"},
      {"[[override]]\nprofile = 'clinical'",
       "1:1 [[override]] has no \"files\" [config/missing-key]\n"},
      {"[override]\nfiles = ['a']",
       "1:1 \"override\" must be written as [[override]], not a table [config/wrong-type]\n"},
      {"[[override]]\nfiles = ['a']\nfail-on = 'note'",
       "3:1 unknown key \"fail-on\" in [[override]] [config/unknown-key]\n"},
      {"exclude = ['a', '../b']",
       "1:18 a glob starts from the folder of this file, and stays in it [config/bad-glob]\n"},
      {"exclude = ['a', 'b', 'a']", "1:23 \"a\" stands in this list twice [config/repeated]\n"},
      {"[[override]]\nfiles = ['*.{md,txt}']",
       "2:13 a glob has no {a,b}; write two, or '\\{' for the brace [config/bad-glob]\n"},
      {"packs = ['../house']",
       "1:11 paths lead to what lies in the folder of this file, not outside it "
       "[config/bad-path]\n"},
      {"packs = ['a/../../house']",
       "1:11 paths lead to what lies in the folder of this file, not outside it "
       "[config/bad-path]\n"},
      {"packs = ['a', '/etc/house.toml']",
       "1:16 paths are relative to the folder of this file [config/bad-path]\n"},
      {"packs = ['']", "1:11 this path is empty [config/bad-path]\n"},
      {"packs = [\"a\\u0000b\"]", "1:11 no path holds a NUL [config/bad-path]\n"},
      {"profile = 'clinical'\nprofile = 'clinical'",
       "2:11 malformed TOML: value (\"profile\") already exists: value defined twice "
       "[config/malformed-toml]\n"},
      {"profile = \xFF", "1:11 this file is not UTF-8 [config/not-utf8]\n"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.toml);
    CHECK(read(row.toml).mistakes == row.mistakes);
  }
}

TEST_CASE("one mistake loses no other line") {
  const Read half = read("profile = 'clinic'\nfail-on = 'error'\nexclude = ['[', 'drafts/']\n");
  CHECK(printed(half.config) == "fail-on error\nexclude drafts/\n");
  const Read torn = read(
      "fail-on = 'error'\n[severity]\nsafety = off\n[[override]]\n"
      "files = ['a']\n");
  CHECK(printed(torn.config) == "fail-on error\noverride\nfiles a\n");
  CHECK(torn.mistakes.starts_with("3:10 malformed TOML"));
}

TEST_CASE("what was made to be slow or deep is refused in one line") {
  const auto many = [](std::size_t count, const auto& item) {
    std::string out;
    for (std::size_t at = 0; at < count; ++at) out += item(std::to_string(at));
    return out;
  };
  const auto one_mistake = [](const std::string& toml) {
    const std::string mistakes = read(toml).mistakes;
    CHECK(std::count(mistakes.begin(), mistakes.end(), '\n') == 1);
    return mistakes.substr(mistakes.find(' ') + 1);
  };
  const std::string globs = many(4'000, [](auto n) { return "'g" + n + "', "; });
  CHECK(one_mistake("exclude = [" + many(100'000, [](auto n) { return "'g" + n + "', "; }) + "]") ==
        "this file is larger than 64K [config/too-large]\n");
  CHECK(one_mistake("exclude = [" + globs + "]") ==
        "\"exclude\" has more than 1000 entries [config/too-many]\n");
  CHECK(one_mistake("packs = [" + globs + "]") ==
        "\"packs\" has more than 1000 entries [config/too-many]\n");
  CHECK(one_mistake("[severity]\n" + many(3'000, [](auto n) { return "r" + n + " = 'off'\n"; })) ==
        "\"severity\" has more than 1000 entries [config/too-many]\n");
  CHECK(one_mistake(many(2'000, [](auto) { return "[[override]]\nfiles = ['a']\n"; })) ==
        "there are more than 1000 [[override]] [config/too-many]\n");
  CHECK(one_mistake("exclude = " + std::string(60'000, '[')) ==
        "more than 200 brackets or dots deep [config/malformed-toml]\n");
}

TEST_CASE("overrides cover files by their globs, in order") {
  const Config config = read(
                            "[[override]]\nfiles = ['*.html']\n[[override]]\nfiles = ['shop/']\n"
                            "[[override]]\nfiles = ['x', 'shop/*.html']\n")
                            .config;
  using Indices = std::vector<std::size_t>;
  CHECK(overrides_for(config, "page.md") == Indices{});
  CHECK(overrides_for(config, "page.html") == Indices{0});
  CHECK(overrides_for(config, "shop/page.html") == Indices{0, 1, 2});
  CHECK(overrides_for(config, "shop/old/page.html") == Indices{0, 1});
}
