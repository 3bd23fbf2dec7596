// A pack that extends another one changes the words of its concepts and what its rules report.
#include <catch2/catch.hpp>

#include "lint/lint.hpp"
#include "pack/printed_pack.hpp"

using namespace caveat;

namespace {

/// The pack that others extend.
const std::string base = complete(R"([pack]
name = "base"
version = "1"
language = "en"
description = "d"

[[concept]]
id = "leaf"
class = "intervention"
terms = ["leaf", "leaf tea", "hop"]

[[rule]]
id = "magic"
category = "safety"
match = "leaf .. 'magic'"
...

[[fact]]
id = "green"
match = "leaf .. 'blue'"
verified = false
...

[[rule]]
id = "wild"
category = "safety"
match = "leaf .. 'wild'"
...

)");

const std::string house_head =
    "[pack]\nname = \"house\"\nversion = \"1\"\nlanguage = \"en\"\ndescription = \"d\"\n";

Loaded load_house(std::string_view head_line, std::string_view text) {
  if (text.starts_with('\n')) text.remove_prefix(1);
  return load({{"p/pack.toml", house_head + std::string(head_line) + "\n"},
               {"p/x.toml", std::string(text)},
               {"base.toml", base}});
}

const char* const extends_base = "extends = ['base']";

std::string terms_of(const Loaded& loaded, const std::string& id) {
  for (const Pack& pack : loaded.set.packs)
    for (const ConceptDef& def : pack.concepts)
      if (def.id.value == id) return join(def.terms);
  return "";
}

/// "warning base/magic, error base/wild" of a text, mistakes of the packs before it.
std::string found_in(const char* overrides, const char* text) {
  Loaded loaded = load_house(extends_base, overrides);
  const auto rules = compile_rules(loaded.set, loaded.problems);
  const DeskPtr desk = make_desk();
  std::string out = mistakes(loaded);
  for (const auto& one : lint(make_source("t.txt", text), *rules, *desk, {}))
    out += (out.empty() ? "" : ", ") + std::string(name_of(one.severity)) + ' ' + one.rule;
  return out;
}

/// Of the two stages that look at a pack.
std::string mistakes_in(const char* head_line, const char* text) {
  Loaded loaded = load_house(head_line, text);
  compile_rules(loaded.set, loaded.problems);
  return mistakes(loaded);
}

}  // namespace

TEST_CASE("an extended pack is one that is required") {
  const Loaded loaded = load_house(extends_base, "");
  CHECK(mistakes(loaded) == "");
  CHECK(loaded.set.packs.front().name.value == "base");
  CHECK(mistakes_in("extends = ['bass']", "") == R"(
pack.toml:6:13: error: no pack "bass" is loaded; did you mean "base"? [pack/missing-pack]
  {bass}
)");
}

TEST_CASE("terms are added to a concept and removed from it, whatever they are there") {
  const Loaded loaded = load_house(extends_base, R"(
[[concept]]
id = "leaf"
terms-add = ["frond", "leaf tea"]
terms-remove = ["hop"]
)");
  CHECK(mistakes(loaded) == "");
  CHECK(terms_of(loaded, "leaf") == "leaf|leaf tea|frond");
}

TEST_CASE("what a house changes is what its texts are linted with") {
  struct {
    const char* title;
    const char* overrides;
    const char* found;
  } const rows[] = {
      {"nothing", "", "warning base/magic, warning base/green, warning base/wild"},
      {"a severity", "[[override]]\nrule = 'base/magic'\nseverity = 'error'\n",
       "error base/magic, warning base/green, warning base/wild"},
      {"what nobody verified is no error",
       "[[override]]\nrule = 'base/green'\nseverity = 'error'\n",
       "warning base/magic, warning base/green, warning base/wild"},
      {"less of it", "[[override]]\nrule = 'base/green'\nseverity = 'note'\n",
       "warning base/magic, note base/green, warning base/wild"},
      {"off", "[[override]]\nrule = 'base/magic'\ndisable = true\n",
       "warning base/green, warning base/wild"},
      {"the last one counts",
       "[[override]]\nrule = 'base/magic'\ndisable = true\n"
       "[[override]]\nrule = 'base/magic'\nseverity = 'note'\n",
       "note base/magic, warning base/green, warning base/wild"},
      {"a word more, a word less",
       "[[concept]]\nid = 'leaf'\nterms-add = ['frond']\nterms-remove = ['leaf']\n",
       "warning base/wild"},
  };
  for (const auto& row : rows) {
    INFO(row.title);
    CHECK(found_in(row.overrides,
                   "The leaf is magic. Leaf can be blue. This frond or leaf is wild."
                   "") == row.found);
  }
}

namespace {

// clang-format off

const Row wrong[] = {
    {"a concept that nobody has", R"(
[[concept]]
id = "leef"
terms-add = ["frond"]
)",
     R"(
x.toml:2:7: error: unknown concept "leef"; did you mean "leaf"? [pack/unknown-concept]
  {leef}
)"},
    {"a term that is not there", R"(
[[concept]]
id = "leaf"
terms-remove = ["leaf tee"]
)",
     R"(
x.toml:3:18: error: "leaf" has no term "leaf tee"; did you mean "leaf tea"? [pack/unknown-term]
  {leaf tee}
)"},
    {"all terms", R"(
[[concept]]
id = "leaf"
terms-remove = ["leaf", "leaf tea", "hop"]
)",
     R"(
x.toml:2:7: error: this leaves the concept "leaf" no terms [pack/empty-terms]
  {leaf}
)"},
    {"a change that is a definition too", R"(
[[concept]]
id = "leaf"
class = "condition"
terms-add = ["frond"]
)",
     R"(
x.toml:3:1: error: unknown key "class" in [[concept]] [pack/unknown-key]
  {class}
  note: [[concept]] takes id, terms-add, terms-remove
)"},
    {"a rule that nobody has", R"(
[[override]]
rule = "base/magik"
disable = true
)",
     R"(
x.toml:2:9: error: no rule "base/magik" is in force; did you mean "base/magic"? [pack/unknown-rule]
  {base/magik}
)"},
    {"nothing that changes", R"(
[[override]]
rule = "base/magic"
)",
     R"(
x.toml:1:1: error: [[override]] changes nothing; give it "severity" or "disable" [pack/missing-key]
  {[[override]]}
)"},
    {"a severity that there is not", R"(
[[override]]
rule = "base/magic"
severity = "info"
)",
     R"(
x.toml:3:13: error: unknown word "info" for "severity" [pack/unknown-word]
  {info}
  note: it is one of note, warning, error
)"},
};

const Row not_extended[] = {
    {"a rule of a pack that is only required", R"(
[[override]]
rule = "base/magic"
disable = true
)",
     R"(
x.toml:2:9: error: "base/magic" is of the pack "base", which is not in "extends" [pack/not-extended]
  {base/magic}
)"},
    {"a concept of it", R"(
[[concept]]
id = "leaf"
terms-add = ["frond"]
)",
     R"(
x.toml:2:7: error: "leaf" is of the pack "base", which is not in "extends" [pack/not-extended]
  {leaf}
)"},
    {"a concept of the pack itself", R"(
[[concept]]
id = "root"
class = "intervention"
terms = ["root"]

[[concept]]
id = "root"
terms-add = ["roots"]
)",
     R"(
x.toml:7:7: error: "root" is of this pack itself; change it where it stands [pack/not-extended]
  {root}
)"},
};

// clang-format on

}  // namespace

TEST_CASE("what cannot be changed is reported where it is named") {
  for (const Row& row : wrong) {
    INFO(row.title);
    CHECK(mistakes_in(extends_base, row.toml) == row.printed);
  }
  for (const Row& row : not_extended) {
    INFO(row.title);
    CHECK(mistakes_in("requires = ['base']", row.toml) == row.printed);
  }
}
