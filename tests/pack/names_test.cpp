#include <catch2/catch.hpp>

#include "pack/printed_pack.hpp"

using namespace caveat;

namespace {

void check(const Row& row) {
  INFO(row.title);
  CHECK(mistakes(load_entry(row.toml)) == row.printed);
}

// clang-format off

const Row names[] = {
    {"a concept is defined once", R"(
[[concept]]
id = "kratom"
...

[[concept]]
id = "kratom"
...
)",
     R"(
x.toml:7:7: error: the concept "kratom" is already defined [pack/duplicate-id]
  {kratom}
  note: 2:7: {kratom} the first one is here
)"},
    {"a rule, a fact and a caveat share their ids", R"(
[[rule]]
id = "dependence"
...

[[caveat]]
id = "dependence"
...

[[fact]]
id = "dependence"
...
)",
     R"(
x.toml:12:7: error: the rule "dependence" is already defined [pack/duplicate-id]
  {dependence}
  note: 2:7: {dependence} the first one is here
x.toml:21:7: error: the rule "dependence" is already defined [pack/duplicate-id]
  {dependence}
  note: 2:7: {dependence} the first one is here
)"},
    {"a claim may have the id of a rule, but not of a claim", R"(
[[rule]]
id = "active"
...

[[claim]]
id = "active"
...

[[claim]]
id = "active"
...
)",
     R"(
x.toml:18:7: error: the claim "active" is already defined [pack/duplicate-id]
  {active}
  note: 12:7: {active} the first one is here
)"},
    {"a name is corrected once", R"(
[[term]]
correct = "kratom"

[[term]]
correct = "kratom"
)",
     R"(
x.toml:5:12: error: the term "kratom" is already defined [pack/duplicate-id]
  {kratom}
  note: 2:12: {kratom} the first one is here
)"},
    {"evidence is about concepts", R"(
[[concept]]
id = "depression"
...

[[evidence]]
outcome = "depresion"
intervention = "aspirin"
...
)",
     R"(
x.toml:7:12: error: unknown concept "depresion"; did you mean "depression"? [pack/unknown-concept]
  {depresion}
x.toml:8:17: error: unknown concept "aspirin" [pack/unknown-concept]
  {aspirin}
)"},
    {"evidence may be about a class or a tag", R"(
[[concept]]
id = "kratom"
class = "herb"
tags = ["supplement"]
terms = ["kratom"]

[[evidence]]
intervention = "herb"
outcome = "supplment"
...
)",
     R"(
x.toml:9:12: error: unknown concept "supplment"; did you mean "supplement"? [pack/unknown-concept]
  {supplment}
)"},
    {"a broader concept is a concept, not a class", R"(
[[concept]]
id = "low-mood"
broader = ["c", "outcome", "mood"]
...
)",
     R"(
x.toml:3:18: error: unknown concept "outcome" [pack/unknown-concept]
  {outcome}
x.toml:3:29: error: unknown concept "mood" [pack/unknown-concept]
  {mood}
)"},
    {"a topic is a concept, a class or a tag", R"(
[[rule]]
when = "topic d"
...

[[caveat]]
when = "topic  intervntion"
...
)",
     R"(
x.toml:2:15: error: unknown concept "d"; did you mean "c"? [pack/unknown-concept]
  {d}
x.toml:13:16: error: unknown concept "intervntion"; did you mean "intervention"? )"
       R"([pack/unknown-concept]
  {intervntion}
)"},
    {"each of several topics is looked up", R"(
[[rule]]
when = "topic c and topic mood and topic intervention"
...
)",
     R"(
x.toml:2:27: error: unknown concept "mood" [pack/unknown-concept]
  {mood}
)"},
    {"a concept is not broader than itself", R"(
[[concept]]
id = "pain"
broader = ["pain"]
...
)",
     R"(
x.toml:3:13: error: the concept "pain" is broader than itself: pain -> pain [pack/broader-cycle]
  {pain}
)"},
    {"a circle of broader concepts is shown whole", R"(
[[concept]]
id = "pain"
broader = ["ache"]
...

[[concept]]
id = "ache"
broader = ["c", "hurt"]
...

[[concept]]
id = "hurt"
broader = ["ache"]
...
)",
     R"(
x.toml:15:13: error: the concept "ache" is broader than itself: ache -> hurt -> ache )"
       R"([pack/broader-cycle]
  {ache}
)"},
    {"a production can be written in a pattern", R"(
[productions]
Be = '"be"'
2nd = "'second'"
"to be" = '"be"'
"" = "'x'"
so-called = "'so-called'"
)",
     R"(
x.toml:2:1: error: "Be" cannot stand in a pattern; use a-z, 0-9 and hyphens, a letter )"
       R"(first [pack/bad-name]
  {Be}
x.toml:3:1: error: "2nd" cannot stand in a pattern; use a-z, 0-9 and hyphens, a letter )"
       R"(first [pack/bad-name]
  {2nd}
x.toml:4:2: error: "to be" cannot stand in a pattern; use a-z, 0-9 and hyphens, a )"
       R"(letter first [pack/bad-name]
  {to be}
x.toml:5:2: error: "" cannot stand in a pattern; use a-z, 0-9 and hyphens, a letter )"
       R"(first [pack/bad-name]
  {}
)"},
    {"a scope can be written in a pattern", R"(
[[scope]]
id = "not_so"
...
)",
     R"(
x.toml:2:7: error: "not_so" cannot stand in a pattern; use a-z, 0-9 and hyphens, a )"
       R"(letter first [pack/bad-name]
  {not_so}
)"},
    {"an id stands between brackets", R"(
[[rule]]
id = "absolute safety"
...

[[fact]]
id = ""
...
)",
     R"(
x.toml:2:7: error: "absolute safety" is no name; use letters, digits and hyphens [pack/bad-name]
  {absolute safety}
x.toml:12:7: error: "" is no name; use letters, digits and hyphens [pack/bad-name]
  {}
)"},
    {"classes and tags are names", R"(
[[concept]]
class = "dietary supplement"
tags = ["opioid-like", "a,b", "-x"]
...
)",
     R"(
x.toml:2:10: error: "dietary supplement" is no name; use letters, digits and hyphens )"
       R"([pack/bad-name]
  {dietary supplement}
x.toml:3:25: error: "a,b" is no name; use letters, digits and hyphens [pack/bad-name]
  {a,b}
x.toml:3:32: error: "-x" is no name; use letters, digits and hyphens [pack/bad-name]
  {-x}
)"},
    {"a concept is not called like a class or tag", R"(
[[concept]]
id = "herb"
class = "intervention"
terms = ["herb"]

[[concept]]
id = "kratom"
class = "herb"
tags = ["kratom"]
terms = ["kratom"]
)",
     R"(
x.toml:8:10: error: the class or tag "herb" has the name of a concept [pack/ambiguous-name]
  {herb}
  note: 2:7: {herb} the concept is here
x.toml:9:10: error: the class or tag "kratom" has the name of a concept [pack/ambiguous-name]
  {kratom}
  note: 7:7: {kratom} the concept is here
)"},
    {"a concept is not called like a production or a scope", R"(
[productions]
be = '"be"'
not = "'not'"

[[concept]]
id = "be"
...

[[scope]]
id = "c"
...

[[scope]]
id = "not"
...
)",
     R"(
x.toml:6:7: error: the concept "be" has the name of a production [pack/ambiguous-name]
  {be}
  note: 2:1: {be} the production is here
x.toml:11:7: error: the scope "c" has the name of a concept [pack/ambiguous-name]
  {c}
  note: the concept is at p/pack.toml:7:7
x.toml:15:7: error: the scope "not" has the name of a production [pack/ambiguous-name]
  {not}
  note: 3:1: {not} the production is here
)"},
    {"a class may be a tag elsewhere, and a production may stand for a class", R"(
[productions]
herb = "'herb'"

[[concept]]
id = "kratom"
class = "herb"
terms = ["kratom"]

[[concept]]
id = "kava"
class = "plant"
tags = ["herb"]
terms = ["kava"]
)",
     R"()"},
};

const Row examples[] = {
    {"a rule without examples", R"(
[[rule]]
id = "x"
category = "safety"
match = "'x'"
message = "m"
why = "w"
source = { title = "A survey" }
)",
     R"(
x.toml:1:1: error: [[rule]] has no "flags"; it needs at least 3 [pack/too-few-examples]
  {[[rule]]}
x.toml:1:1: error: [[rule]] has no "allows"; it needs at least 3 [pack/too-few-examples]
  {[[rule]]}
)"},
    {"a rule with two of each", R"(
[[rule]]
flags = [
  "a",
  "b",
]
allows = ["c", "d"]
...
)",
     R"(
x.toml:2:1: error: [[rule]] has 2 "flags"; it needs at least 3 [pack/too-few-examples]
  {flags}
x.toml:6:1: error: [[rule]] has 2 "allows"; it needs at least 3 [pack/too-few-examples]
  {allows}
)"},
    {"a claim with none", R"(
[[claim]]
flags = []
...
)",
     R"(
x.toml:2:1: error: [[claim]] has 0 "flags"; it needs at least 3 [pack/too-few-examples]
  {flags}
)"},
    {"a caveat needs one", R"(
[[caveat]]
allows = []
...
)",
     R"(
x.toml:2:1: error: [[caveat]] has 0 "allows"; it needs at least 1 [pack/too-few-examples]
  {allows}
)"},
    {"a concept without terms", R"(
[[concept]]
id = "kratom"
class = "intervention"
terms = [ ]
)",
     R"(
x.toml:4:9: error: this concept has no terms [pack/empty-terms]
  {[ ]}
)"},
    {"a term without letters", R"(
[[concept]]
id = "kratom"
class = "intervention"
terms = ["kratom", "", " "]
)",
     R"(
x.toml:4:21: error: this term is empty [pack/empty-terms]
  {}
x.toml:4:25: error: this term is empty [pack/empty-terms]
  { }
)"},
};

// clang-format on

}  // namespace

TEST_CASE("names are checked against each other") {
  for (const Row& row : names) check(row);
}

TEST_CASE("a rule proves itself, and a concept has words") {
  for (const Row& row : examples) check(row);
}

TEST_CASE("a concept has a hundred others above it in a row, and no more") {
  std::string chain;
  for (int i = 0; i < 103; ++i)
    chain += "\n[[concept]]\nid = \"c" + std::to_string(i) + "\"\nbroader = [\"c" +
             std::to_string(i + 1) + "\"]\n...\n";
  const auto printed = [](const std::string& pack) { return mistakes(load_entry(pack)); };
  const std::string last = "\n[[concept]]\nid = \"c103\"\n...\n";
  const std::string found = printed(chain + last);
  CHECK(found.find("more than 100 steps of \"broader\"") != std::string::npos);
  CHECK(found.find("{c3}") != std::string::npos);
  CHECK(found.find("broader-chain") == found.rfind("broader-chain"));
}
