#include <catch2/catch.hpp>

#include "pack/printed_pack.hpp"

using namespace caveat;

namespace {

void check(const Row& row) {
  INFO(row.title);
  CHECK(mistakes(load_entry(row.toml)) == row.printed);
}

// clang-format off

const Row keys[] = {
    {"a misspelt key gets a suggestion", R"(
[[term]]
correct = "kratom"
wrnog = ["cratom"]
)",
     R"(
x.toml:3:1: error: unknown key "wrnog" in [[term]]; did you mean "wrong"? [pack/unknown-key]
  {wrnog}
  note: [[term]] takes correct, wrong, known, near, message, source, verified, reviewed, review-by
)"},
    {"a key that is like no other gets the list", R"(
[[term]]
correct = "kratom"
colour = "green"
)",
     R"(
x.toml:3:1: error: unknown key "colour" in [[term]] [pack/unknown-key]
  {colour}
  note: [[term]] takes correct, wrong, known, near, message, source, verified, reviewed, review-by
)"},
    {"a key of another table is unknown here", R"(
[[fact]]
category = "fact"
...
)",
     R"(
x.toml:2:1: error: unknown key "category" in [[fact]] [pack/unknown-key]
  {category}
  note: [[fact]] takes id, severity, match, unless, after, when, message, why, harm, fix, )"
       R"(source, verified, reviewed, review-by, keeps, flags, allows
)"},
    {"a source takes three keys", R"(
[[term]]
correct = "kratom"
source = { title = "A survey", "pub lished" = 2024 }
)",
     R"(
x.toml:3:33: error: unknown key "pub lished" in "source" [pack/unknown-key]
  {pub lished}
  note: "source" takes title, year, url
)"},
    {"a dotted key is found in front of its value", R"(
[[term]]
correct = "kratom"
source.title = "A survey"
source . 'lang' = "en"
)",
     R"(
x.toml:4:11: error: unknown key "lang" in "source" [pack/unknown-key]
  {lang}
  note: "source" takes title, year, url
)"},
    {"a table of its own may follow the entry that it belongs to", R"(
[[term]]
correct = "kratom"
[term.source]
title = "A survey"
pages = 3
[term.sauce]
title = "A survey"
)",
     R"(
x.toml:5:1: error: unknown key "pages" in "source" [pack/unknown-key]
  {pages}
  note: "source" takes title, year, url
x.toml:6:7: error: unknown key "sauce" in [[term]] [pack/unknown-key]
  {sauce}
  note: [[term]] takes correct, wrong, known, near, message, source, verified, reviewed, review-by
)"},
    {"every unknown key is reported", R"(
[language]
abbreviation = ["Dr."]
stop = ["the"]
[inflection]
verbs = []
)",
     R"(
x.toml:2:1: error: unknown key "abbreviation" in [language]; did you mean )"
       R"("abbreviations"? [pack/unknown-key]
  {abbreviation}
  note: [language] takes abbreviations, starters, openers, labels, units, whole
x.toml:3:1: error: unknown key "stop" in [language] [pack/unknown-key]
  {stop}
  note: [language] takes abbreviations, starters, openers, labels, units, whole
x.toml:5:1: error: unknown key "verbs" in [inflection]; did you mean "verb"? [pack/unknown-key]
  {verbs}
  note: [inflection] takes verb, noun, irregular
)"},
    {"a key stands in no table", R"(
correct = "kratom"
)",
     R"(
x.toml:1:1: error: the key "correct" stands in no table [pack/unknown-key]
  {correct}
)"},
    {"a misspelt table gets a suggestion", R"(
[[rul]]
id = "x"
)",
     R"(
x.toml:1:3: error: unknown table "rul"; did you mean "rule"? [pack/unknown-table]
  {rul}
)"},
    {"a table that is like no other gets none", R"(
[dosage]
kratom = "none"
)",
     R"(
x.toml:1:2: error: unknown table "dosage" [pack/unknown-table]
  {dosage}
)"},
    {"[pack] stands in pack.toml alone", R"(
[pack]
name = "q"
)",
     R"(
x.toml:1:2: error: [pack] belongs in pack.toml; this file is a part of the pack of its )"
       R"(folder [pack/unknown-table]
  {pack}
)"},
    {"an id is missing", R"(
[[concept]]
class = "intervention"
terms = ["kratom"]
)",
     R"(
x.toml:1:1: error: [[concept]] has no "id" [pack/missing-key]
  {[[concept]]}
)"},
    {"all that a rule lacks is said at once", R"(
[[rule]]
severity = "error"
)",
     R"(
x.toml:1:1: error: [[rule]] has no "id" [pack/missing-key]
  {[[rule]]}
x.toml:1:1: error: [[rule]] has no "category" [pack/missing-key]
  {[[rule]]}
x.toml:1:1: error: [[rule]] has no "match" [pack/missing-key]
  {[[rule]]}
x.toml:1:1: error: [[rule]] has no "message" [pack/missing-key]
  {[[rule]]}
x.toml:1:1: error: [[rule]] has no "why" [pack/missing-key]
  {[[rule]]}
x.toml:1:1: error: [[rule]] has no "source" [pack/missing-key]
  {[[rule]]}
x.toml:1:1: error: [[rule]] has no "flags"; it needs at least 3 [pack/too-few-examples]
  {[[rule]]}
x.toml:1:1: error: [[rule]] has no "allows"; it needs at least 3 [pack/too-few-examples]
  {[[rule]]}
)"},
    {"a fact needs no reason, a rule does", R"(
[[fact]]
...

[[rule]]
id = "x"
category = "safety"
match = "'x'"
message = "m"
source = { title = "A survey" }
flags = ["a", "b", "c"]
allows = ["d", "e", "f"]
)",
     R"(
x.toml:9:1: error: [[rule]] has no "why" [pack/missing-key]
  {[[rule]]}
)"},
    {"a source has a title", R"(
[[evidence]]
source = { year = 2024, url = "https://example.org" }
...
)",
     R"(
x.toml:2:10: error: "source" has no "title" [pack/missing-key]
  {{ year = 2024, url = "https://example.org" }}
)"},
    {"a caveat that must be near something says what", R"(
[[caveat]]
scope = "near"
...
)",
     R"(
x.toml:1:1: error: [[caveat]] has no "near" [pack/missing-key]
  {[[caveat]]}
)"},
    {"a pattern may not be empty", R"(
[[scope]]
id = "negated"
cue = '''
 '''
)",
     R"(
x.toml:3:7: error: "cue" is empty [pack/missing-key]
  {'''
 '''}
)"},
};

const Row types[] = {
    {"a flag is not a string", R"(
[[term]]
near = "true"
...
)",
     R"(
x.toml:2:8: error: "near" must be true or false, not a string [pack/wrong-type]
  {"true"}
)"},
    {"a lone string is taken as a list of one", R"(
[[concept]]
id = "kratom"
class = "intervention"
terms = "kratom"
broader = "c"
)",
     R"(
x.toml:4:9: error: "terms" must be an array, not a string [pack/wrong-type]
  {"kratom"}
x.toml:5:11: error: "broader" must be an array, not a string [pack/wrong-type]
  {"c"}
)"},
    {"a list of strings holds strings", R"(
[[term]]
wrong = ["cratom", 3, 'kratum', 2.5, []]
...
)",
     R"(
x.toml:2:20: error: each of "wrong" must be a string, not an integer [pack/wrong-type]
  {3}
x.toml:2:33: error: each of "wrong" must be a string, not a number [pack/wrong-type]
  {2.5}
x.toml:2:38: error: each of "wrong" must be a string, not an array [pack/wrong-type]
  {[]}
)"},
    {"a date has no quotes", R"(
[[evidence]]
reviewed = "2026-06-01"
...
)",
     R"(
x.toml:2:12: error: "reviewed" must be a date such as 2026-06-01, without quotes, not a )"
       R"(string [pack/wrong-type]
  {"2026-06-01"}
)"},
    {"a date has no time", R"(
[[evidence]]
reviewed = 2026-06-01T12:00:00
...
)",
     R"(
x.toml:2:12: error: "reviewed" must be a date such as 2026-06-01, without quotes, not a )"
       R"(time [pack/wrong-type]
  {2026-06-01T12:00:00}
)"},
    {"a year is a number", R"(
[[evidence]]
source = { title = "A survey", year = "2024" }
...
)",
     R"(
x.toml:2:39: error: "year" must be an integer, not a string [pack/wrong-type]
  {"2024"}
)"},
    {"a year is not below zero", R"(
[[evidence]]
source = { title = "A survey", year = -44 }
...
)",
     R"(
x.toml:2:39: error: "year" must be from 0 to 9999 [pack/wrong-type]
  {-44}
)"},
    {"a source is a table", R"(
[[evidence]]
source = "A survey, 2024"
...
)",
     R"(
x.toml:2:10: error: "source" must be a table, not a string [pack/wrong-type]
  {"A survey, 2024"}
)"},
    {"a reach counts tokens", R"(
[[scope]]
id = "negated"
cue = "'not'"
within = 0.5
)",
     R"(
x.toml:4:10: error: "within" must be an integer, not a number [pack/wrong-type]
  {0.5}
)"},
    {"what is shown steers no claim", R"(
[[scope]]
id = "hedged"
kind = "speculation"
cue = "'may'"
cap = "possible"
)",
     R"(
x.toml:5:1: error: unknown key "cap" in [[scope]] [pack/unknown-key]
  {cap}
  note: [[scope]] takes id, cue, until, kind, since
)"},
    {"a fact stands in two pairs of brackets, and is read all the same", R"(
[fact]
id = "x"
match = "'x'"
message = "m"
source = { title = "A survey" }
flags = ["a", "b"]
allows = ["d", "e", "f"]
)",
     R"(
x.toml:1:1: error: "fact" must be written as [[fact]], not a table [pack/wrong-type]
  {[fact]}
x.toml:6:1: error: [[fact]] has 2 "flags"; it needs at least 3 [pack/too-few-examples]
  {flags}
)"},
    {"productions stand in one pair", R"(
[[productions]]
be = '"be"'
)",
     R"(
x.toml:1:1: error: "productions" must be written as [productions], not an array [pack/wrong-type]
  {[[productions]]}
)"},
    {"a table is no number", R"(
rule = 3
)",
     R"(
x.toml:1:8: error: "rule" must be written as [[rule]], not an integer [pack/wrong-type]
  {3}
)"},
    {"an array of tables holds tables", R"(
term = [ { correct = "kratom" }, "kratum" ]
)",
     R"(
x.toml:1:34: error: [[term]] must be a table, not a string [pack/wrong-type]
  {"kratum"}
)"},
    {"a production is a string", R"(
[productions]
be = ['"be"']
very.much = "'very much'"
)",
     R"(
x.toml:2:6: error: a production must be a string, not an array [pack/wrong-type]
  {['"be"']}
x.toml:3:1: error: a production must be a string, not a table [pack/wrong-type]
  {very.much}
)"},
    {"an ending has its forms", R"(
[inflection]
verb = [["e", ["e", "es"]], ["y"], "s"]
noun = [["y", ["y", 3]]]
irregular = ["be", "is"]
)",
     R"(
x.toml:2:29: error: each of "verb" must be an ending and its forms, ["e", ["e", "es"]] )"
       R"([pack/wrong-type]
  {["y"]}
x.toml:2:36: error: each of "verb" must be an array, not a string [pack/wrong-type]
  {"s"}
x.toml:3:21: error: each of the words of a row must be a string, not an integer [pack/wrong-type]
  {3}
x.toml:4:14: error: each of "irregular" must be an array, not a string [pack/wrong-type]
  {"be"}
x.toml:4:20: error: each of "irregular" must be an array, not a string [pack/wrong-type]
  {"is"}
)"},
};

const Row words[] = {
    {"a severity", R"(
[[rule]]
severity = "eror"
...
)",
     R"(
x.toml:2:13: error: unknown word "eror" for "severity"; did you mean "error"? [pack/unknown-word]
  {eror}
  note: it is one of note, warning, error
)"},
    {"a category", R"(
[[rule]]
category = "harm"
...
)",
     R"(
x.toml:2:13: error: unknown word "harm" for "category" [pack/unknown-word]
  {harm}
  note: it is one of efficacy, disease, underclaim, safety, comparative, uncited, )"
       R"(testimonial, mechanism, advice, term, fact, caveat, consistency, hedge
)"},
    {"a certainty has a hyphen", R"(
[[evidence]]
certainty = "very low"
...
)",
     R"(
x.toml:2:14: error: unknown word "very low" for "certainty"; did you mean "very-low"? )"
       R"([pack/unknown-word]
  {very low}
  note: it is one of very-low, low, moderate, high
)"},
    {"an effect", R"(
[[evidence]]
effect = "positive"
...
)",
     R"(
x.toml:2:11: error: unknown word "positive" for "effect" [pack/unknown-word]
  {positive}
  note: it is one of benefit, none, harm, unknown
)"},
    {"a strength", R"(
[[concept]]
strength = "strong"
...

[[scope]]
cap = "posible"
...

[[evidence]]
carries = "drect"
...
)",
     R"(
x.toml:2:13: error: unknown word "strong" for "strength" [pack/unknown-word]
  {strong}
  note: it is one of none, association, possible, probable, direct, absolute
x.toml:8:8: error: unknown word "posible" for "cap"; did you mean "possible"? [pack/unknown-word]
  {posible}
  note: it is one of none, association, possible, probable, direct, absolute
x.toml:13:12: error: unknown word "drect" for "carries"; did you mean "direct"? )"
       R"([pack/unknown-word]
  {drect}
  note: it is one of none, association, possible, probable, direct, absolute
)"},
    {"an inflection", R"(
[[concept]]
inflect = "adjective"
...
)",
     R"(
x.toml:2:12: error: unknown word "adjective" for "inflect" [pack/unknown-word]
  {adjective}
  note: it is one of none, noun, verb
)"},
    {"a reach", R"(
[[scope]]
reach = "clause-behind"
...
)",
     R"(
x.toml:2:10: error: unknown word "clause-behind" for "reach"; did you mean )"
       R"("clause-before"? [pack/unknown-word]
  {clause-behind}
  note: it is one of clause-after, clause-before, clause, sentence-after, )"
       R"(sentence-before, sentence
)"},
    {"the scope of a caveat", R"(
[[caveat]]
scope = "paragraph"
...
)",
     R"(
x.toml:2:10: error: unknown word "paragraph" for "scope" [pack/unknown-word]
  {paragraph}
  note: it is one of document, section, near
)"},
    {"an empty word", R"(
[[rule]]
severity = ""
...
)",
     R"(
x.toml:2:13: error: unknown word "" for "severity" [pack/unknown-word]
  {}
  note: it is one of note, warning, error
)"},
    {"a condition", R"(
[[rule]]
when = "kratom"
...

[[caveat]]
when = "topic "
...
)",
     R"(
x.toml:2:9: error: unknown condition "kratom"; write "topic NAME" [pack/unknown-word]
  {kratom}
x.toml:13:9: error: unknown condition "topic "; write "topic NAME" [pack/unknown-word]
  {topic }
)"},
    {"a condition that a rule may not ask, and one without a topic", R"(
[[rule]]
when = "topic mint and advice"
...

[[caveat]]
when = "advice"
...
)",
     R"(
x.toml:2:9: error: unknown condition "topic mint and advice"; write "topic NAME" [pack/unknown-word]
  {topic mint and advice}
x.toml:13:9: error: unknown condition "advice"; write "topic NAME" [pack/unknown-word]
  {advice}
)"},
    {"a condition with two subjects", R"(
[[caveat]]
when = "subject a and subject"
...
)",
     R"(
x.toml:2:9: error: unknown condition "subject a and subject"; write "topic NAME" [pack/unknown-word]
  {subject a and subject}
)"},
};

// clang-format on

}  // namespace

TEST_CASE("an unknown or missing key or table is shown with what would be right") {
  for (const Row& row : keys) check(row);
}

TEST_CASE("a value of the wrong type is shown, and the rest of its entry read") {
  for (const Row& row : types) check(row);
}

TEST_CASE("an unknown word is shown with the words that are known") {
  for (const Row& row : words) check(row);
}
