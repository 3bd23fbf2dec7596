#include <catch2/catch.hpp>

#include "pack/printed_pack.hpp"

using namespace caveat;

namespace {

/// A pack of one file; `more` are lines of [pack] and after it.
PackFile pack_file(const std::string& name, const std::string& more = "") {
  return {"packs/" + name + ".toml", "[pack]\nname = \"" + name +
                                         "\"\nversion = \"1\"\nlanguage = \"en\"\n"
                                         "description = \"d\"\n" +
                                         more};
}

std::string names(const Loaded& loaded) {
  std::string out;
  for (const Pack& pack : loaded.set.packs) out += (out.empty() ? "" : " ") + pack.name.value;
  return out;
}

const char* const kratom = "[[concept]]\nid = 'kratom'\nclass = 'herb'\nterms = ['kratom']\n";

}  // namespace

TEST_CASE("no file is no pack and no mistake") {
  const Loaded loaded = load({});
  CHECK(names(loaded) == "");
  CHECK(mistakes(loaded) == "");
}

TEST_CASE("a pack says its name, version, language, description and requirements") {
  const Loaded loaded = load({pack_file("core"), pack_file("kratom", "requires = ['core']\n")});
  CHECK(mistakes(loaded) == "");
  const Pack& pack = loaded.set.packs.at(1);
  CHECK(pack.name.value == "kratom");
  CHECK(pack.version == "1");
  CHECK(pack.language == "en");
  CHECK(pack.description == "d");
  CHECK(join(pack.requires_) == "core");
}

TEST_CASE("what [pack] lacks is shown, and the file or folder gives the name") {
  const Loaded loaded =
      load({{"packs/kava.toml", "[pack]\nversion = 2\n"},
            {"packs/kratom/pack.toml", "[pack]\nname = 'no name'\nlang = 'en'\n"}});
  CHECK(names(loaded) == "kava no name");
  CHECK(mistakes(loaded) == R"(
packs/kava.toml:1:1: error: [pack] has no "name" [pack/missing-key]
  {[pack]}
packs/kava.toml:1:1: error: [pack] has no "language" [pack/missing-key]
  {[pack]}
packs/kava.toml:1:1: error: [pack] has no "description" [pack/missing-key]
  {[pack]}
packs/kava.toml:2:11: error: "version" must be a string, not an integer [pack/wrong-type]
  {2}
packs/kratom/pack.toml:1:1: error: [pack] has no "version" [pack/missing-key]
  {[pack]}
packs/kratom/pack.toml:1:1: error: [pack] has no "language" [pack/missing-key]
  {[pack]}
packs/kratom/pack.toml:1:1: error: [pack] has no "description" [pack/missing-key]
  {[pack]}
packs/kratom/pack.toml:2:9: error: "no name" is no name; use letters, digits and hyphens )"
                            R"([pack/bad-name]
  {no name}
packs/kratom/pack.toml:3:1: error: unknown key "lang" in [pack] )"
                            R"([pack/unknown-key]
  {lang}
  note: [pack] takes name, version, language, description, requires, extends, jurisdiction
)");
}

TEST_CASE("the files of a folder with a pack.toml are one pack, any other file is one by itself") {
  const Loaded loaded = load({{"r/topics/kratom/names.toml", "[[term]]\ncorrect = 'kratom'\n"},
                              {"r/topics/kratom/pack.toml", pack_file("kratom").bytes},
                              pack_file("kava", "[[term]]\ncorrect = 'kava'\n"),
                              {"r/topics/kratom/more.toml", "[[term]]\ncorrect = 'mitragynine'\n"},
                              pack_file("core", "[[term]]\ncorrect = 'dose'\n"),
                              {"pack.toml", pack_file("here").bytes},
                              {"there.toml", "[[term]]\ncorrect = 'there'\n"}});
  CHECK(mistakes(loaded) == "");
  CHECK(names(loaded) == "kratom kava core here");
  CHECK(entries(loaded.set.packs[0]) == "term kratom\nterm mitragynine\n");
  CHECK(entries(loaded.set.packs[3]) == "term there\n");
}

TEST_CASE("a file that is no pack and belongs to none is read, with its name for a pack's") {
  const Loaded loaded = load({{"packs/kava.toml", "[[term]]\ncorrect = 'kava'\n"}});
  CHECK(names(loaded) == "kava");
  CHECK(entries(loaded) == "term kava\n");
  CHECK(mistakes(loaded) == R"(
packs/kava.toml:1:1: error: this file has no [pack], nor has its folder a pack.toml )"
                            R"([pack/missing-key]
  {}
)");
}

TEST_CASE("a pack follows those it requires, and keeps its place otherwise") {
  CHECK(names(load({pack_file("b"), pack_file("a"), pack_file("c")})) == "b a c");
  CHECK(names(load({pack_file("x"), pack_file("kratom", "requires = ['en', 'core']\n"),
                    pack_file("core"), pack_file("en", "requires = ['core']\n"),
                    pack_file("y")})) == "x core en kratom y");
}

TEST_CASE("a pack that is required and not there is shown once, without what it would define") {
  const Loaded loaded = load({pack_file("core"), pack_file("kratom", R"(requires = [
  "core",
  "cor",
]
[[evidence]]
intervention = "kratom"
outcome = "depression"
certainty = "low"
effect = "none"
source = { title = "t" }
)")});
  CHECK(mistakes(loaded) == R"(
packs/kratom.toml:8:4: error: no pack "cor" is loaded; did you mean "core"? [pack/missing-pack]
  {cor}
)");
}

TEST_CASE("packs that require each other are shown, and all are kept") {
  const Loaded loaded =
      load({pack_file("self", "requires = ['self']\n"), pack_file("a", "requires = ['b']\n"),
            pack_file("b", "requires = ['c']\n"), pack_file("c", "requires = ['self', 'a']\n")});
  CHECK(names(loaded) == "self c b a");
  CHECK(mistakes(loaded) == R"(
packs/self.toml:6:14: error: the pack "self" requires itself: self -> self [pack/requires-cycle]
  {self}
packs/c.toml:6:22: error: the pack "a" requires itself: a -> b -> c -> a [pack/requires-cycle]
  {a}
)");
}

TEST_CASE("names of concepts, productions, scopes and packs are unique over all packs") {
  const std::string be =
      "[productions]\nbe = \"'be'\"\n[[scope]]\nid = 'negated'\ncue = \"'not'\"\n";
  const Loaded loaded = load({pack_file("a", "requires = ['b']\n" + be + kratom),
                              pack_file("b", kratom + be), pack_file("b")});
  CHECK(names(loaded) == "b a b");
  CHECK(mistakes(loaded) == R"(
packs/a.toml:8:1: error: the production "be" is already defined [pack/duplicate-id]
  {be}
  note: the first one is at packs/b.toml:11:1
packs/a.toml:10:7: error: the scope "negated" is already defined [pack/duplicate-id]
  {negated}
  note: the first one is at packs/b.toml:13:7
packs/a.toml:13:7: error: the concept "kratom" is already defined [pack/duplicate-id]
  {kratom}
  note: the first one is at packs/b.toml:7:7
packs/b.toml:2:9: error: the pack "b" is already loaded [pack/duplicate-id]
  {b}
  note: the first one is at packs/b.toml:2:9
)");
}

TEST_CASE("rules of two packs may share an id, since the pack is a part of it") {
  const std::string rule =
      "[[fact]]\nid = 'f'\nmatch = \"'x'\"\nmessage = 'm'\nsource = { title = 't' }\n"
      "flags = ['a', 'b', 'c']\nallows = ['d', 'e', 'f']\n";
  CHECK(mistakes(load({pack_file("a", rule), pack_file("b", rule)})) == "");
}

TEST_CASE("evidence may be about a concept of a pack that comes later") {
  const Loaded loaded = load({pack_file("a", R"([[evidence]]
intervention = "kratom"
outcome = "herb"
certainty = "low"
effect = "none"
source = { title = "t" }
)"),
                              pack_file("b", kratom)});
  CHECK(mistakes(loaded) == "");
}

TEST_CASE("a file that is not UTF-8 is skipped, and the others are read") {
  const Loaded loaded =
      load({pack_file("a", "[[term]]\ncorrect = 'na\xEFve \xFF'\n"), pack_file("b", kratom)});
  CHECK(names(loaded) == "b");
  CHECK(mistakes(loaded) ==
        "\npacks/a.toml:7:14: error: this file is not UTF-8: byte 0xef at offset 88 "
        "[pack/not-utf8]\n  {\xEF}\n");
}

TEST_CASE("while a file cannot be read whole, no name is called unknown") {
  const std::string about = R"(requires = ["core"]
[[rule]]
id = "r"
category = "safety"
match = "'x'"
when = "topic depression"
message = "m"
why = "w"
source = { title = "t" }
flags = ["a", "b", "c"]
allows = ["d", "e", "f"]
)";
  const Loaded broken = load({pack_file("a", about), {"packs/core.toml", "[pack]\nname = core\n"}});
  CHECK(mistakes(broken) == R"(
packs/core.toml:2:8: error: malformed TOML: bad format: unknown value appeared )"
                            R"([pack/malformed-toml]
  {c}
)");
  CHECK(mistakes(load({pack_file("a", about), pack_file("core")})) == R"(
packs/a.toml:11:15: error: unknown concept "depression" [pack/unknown-concept]
  {depression}
)");
}

TEST_CASE("an entry that cannot work is left out, one with a smaller mistake is kept") {
  const Loaded loaded = load_entry(R"(
[[term]]
wrong = ["cratom"]

[[term]]
correct = "kava"
near = "yes"

[[concept]]
id = "kratom"
class = "herb"
terms = ["", "kratom"]
broader = ["plant", "kratom", "c"]

[[concept]]
id = "kratom"
class = "herb"
terms = ["kratom again"]

[[concept]]
id = "tea"
terms = ["tea"]

[[evidence]]
intervention = "kratom"
outcome = "mood"
certainty = "low"
effect = "none"
source = { title = "t" }

[[rule]]
id = "no-reason"
category = "safety"
match = "'x'"
message = "m"
colour = "red"

[[rule]]
id = "no-pattern"
category = "safety"
message = "m"

[[scope]]
id = "negated"
cue = ""
)");
  CHECK(entries(loaded) ==
        "concept c : intervention terms=c inflect=noun\n"
        "concept kratom : herb broader=c terms=kratom inflect=noun\n"
        "term kava\n"
        "rule no-reason (safety, warning) match='x' message=m\n");
}

TEST_CASE("problems are added to those that are there, in the order of the files") {
  std::vector<PackDiagnostic> problems(1);
  load_packs({{"b.toml", "[pack"}, {"a.toml", "x = 1\n"}}, problems);
  REQUIRE(problems.size() == 4);
  CHECK(problems[0].diagnostic.rule == "");
  CHECK(problems[1].diagnostic.rule == "pack/malformed-toml");
  CHECK(problems[2].source == 1);
  CHECK(problems[3].source == 1);
}
