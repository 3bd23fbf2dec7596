#include <catch2/catch.hpp>

#include "pack/printed_pack.hpp"

using namespace caveat;

namespace {

// clang-format off

const Row rows[] = {
    {"a concept with what it must have", R"(
[[concept]]
id = "kratom"
class = "intervention"
terms = ["kratom", "mitragyna speciosa"]
)",
     R"(
concept kratom : intervention terms=kratom|mitragyna speciosa inflect=noun
)"},
    {"a concept with all it may have", R"(
[[concept]]
id = "low-mood"
class = "outcome"
tags = ["symptom", "mental"]
broader = ["depression"]
terms = ["low mood"]
inflect = "none"
strength = "none"

[[concept]]
id = "depression"
class = "outcome"
terms = ["depression"]

[[concept]]
id = "treat"
class = "effect"
terms = ["treat"]
inflect = "verb"
strength = "direct"
)",
     R"(
concept low-mood : outcome tags=symptom|mental broader=depression terms=low mood )"
       R"(inflect=none strength=none
concept depression : outcome terms=depression inflect=noun
concept treat : effect terms=treat inflect=verb strength=direct
)"},
    {"ids may hold digits, capitals and underscores", R"(
[[concept]]
id = "7-OH_mitragynine"
class = "compound"
terms = ["7-hydroxymitragynine"]
)",
     R"(
concept 7-OH_mitragynine : compound terms=7-hydroxymitragynine inflect=noun
)"},
    {"evidence carries what its certainty carries", R"(
[[concept]]
id = "kratom"
class = "herb"
tags = ["supplement"]
terms = ["kratom"]

[[evidence]]
intervention = "kratom"
outcome = "kratom"
certainty = "very-low"
effect = "unknown"
source = { title = "A survey" }

[[evidence]]
intervention = "herb"
outcome = "kratom"
certainty = "low"
effect = "benefit"
source = { title = "A cohort", year = 2019 }

[[evidence]]
intervention = "supplement"
outcome = "kratom"
certainty = "moderate"
effect = "none"
source = { title = "A trial", url = "https://example.org/trial" }

[[evidence]]
intervention = "kratom"
outcome = "herb"
certainty = "high"
effect = "harm"
source = { title = "Two trials" }
)",
     R"(
concept kratom : herb tags=supplement terms=kratom inflect=noun
evidence kratom on kratom: very low, unknown, carries none source=A survey
evidence herb on kratom: low, benefit, carries possible source=A cohort (2019)
evidence supplement on kratom: moderate, none, carries probable source=A trial )"
       R"(url=https://example.org/trial
evidence kratom on herb: high, harm, carries direct source=Two trials
)"},
    {"evidence may carry another wording, and say why", R"(
[[concept]]
id = "c"
class = "herb"
terms = ["c"]

[[evidence]]
intervention = "c"
outcome = "c"
certainty = "moderate"
effect = "benefit"
carries = "association"
source = { title = "A review", year = 2024, url = "https://example.org" }
reviewed = 2026-06-01
verified = false
note = "indirect comparisons only"
)",
     R"(
concept c : herb terms=c inflect=noun
evidence c on c: moderate, benefit, carries association source=A review (2024) )"
       R"(url=https://example.org reviewed=2026-06-01 unverified note=indirect comparisons only
)"},
    {"a name with its wrong forms", R"(
[[term]]
correct = "mitragynine"

[[term]]
correct = "7-hydroxymitragynine"
wrong = ["7-hydroxmitragynine", '7-OH mitragynin']
known = ["mitraphylline"]
near = true
message = "the name of the compound"
source = { title = "A nomenclature" }
reviewed = 2026-06-01
)",
     R"(
term mitragynine
term 7-hydroxymitragynine wrong=7-hydroxmitragynine|7-OH mitragynin known=mitraphylline )"
       R"(near message=the name of the compound source=A nomenclature reviewed=2026-06-01
)"},
    {"a rule with what it must have", R"(
[[rule]]
id = "absolute-safety"
category = "safety"
match = '''remedy:intervention "be" 'safe' '''
message = "{remedy} is called safe"
why = "nothing is safe for all"
source = { title = "A handbook" }
flags = ["a", "b", "c"]
allows = ["d", "e", "f", "g"]
)",
     R"(
rule absolute-safety (safety, warning) match=remedy:intervention "be" 'safe'  )"
       R"(message={remedy} is called safe why=nothing is safe for all source=A handbook )"
       R"(flags=a|b|c allows=d|e|f|g
)"},
    {"a rule with all it may have", R"(
[[concept]]
id = "kratom"
class = "herb"
terms = ["kratom"]

[[rule]]
id = "r"
category = "advice"
severity = "error"
match = "'x'"
unless = "'y'"
when = "topic kratom"
message = "m"
why = "w"
harm = "h"
fix = "f"
source = { title = "t", year = 1999, url = "u" }
reviewed = 2026-06-01
verified = false
flags = ["a", "b", "c"]
allows = ["d", "e", "f"]
)",
     R"(
concept kratom : herb terms=kratom inflect=noun
rule r (advice, error) match='x' unless='y' when=topic kratom message=m why=w harm=h )"
       R"(fix=f source=t (1999) url=u reviewed=2026-06-01 unverified flags=a|b|c allows=d|e|f
)"},
    {"a fact is a rule of the category fact, with or without a reason", R"(
[[fact]]
id = "active-alkaloid"
match = "'mitraphylline'"
message = "m"
source = { title = "t" }
flags = ["a", "b", "c"]
allows = ["d", "e", "f"]

[[fact]]
id = "g"
severity = "note"
match = "'x'"
message = "m"
why = "w"
source = { title = "t" }
flags = ["a", "b", "c"]
allows = ["d", "e", "f"]
)",
     R"(
rule active-alkaloid (fact, warning) match='mitraphylline' message=m source=t )"
       R"(flags=a|b|c allows=d|e|f
rule g (fact, note) match='x' message=m why=w source=t flags=a|b|c allows=d|e|f
)"},
    {"a caveat for a document, a section, and near a mention", R"(
[[concept]]
id = "kratom"
class = "herb"
terms = ["kratom"]

[[caveat]]
id = "dependence"
when = "topic kratom"
require = "'dependence' / 'withdrawal'"
message = "m"
source = { title = "t" }
flags = ["a"]
allows = ["b"]

[[caveat]]
id = "pregnancy"
when = "topic herb"
scope = "section"
mentions = "'pregnancy'"
require = "'avoid'"
unless = "'no need' .. 'avoid'"
severity = "error"
message = "m"
why = "w"
source = { title = "t" }
verified = false
flags = ["a"]
allows = ["b"]

[[caveat]]
id = "opioids"
when = "topic kratom"
scope = "near"
near = "'opioid'"
require = "'breathing'"
severity = "note"
message = "m"
source = { title = "t" }
reviewed = 2026-06-01
flags = ["a"]
allows = ["b"]
)",
     R"(
concept kratom : herb terms=kratom inflect=noun
caveat dependence (document, warning) when=topic kratom require='dependence' / )"
       R"('withdrawal' message=m source=t flags=a allows=b
caveat pregnancy (section, error) when=topic herb mentions='pregnancy' require='avoid' )"
       R"(unless='no need' .. 'avoid' message=m why=w source=t unverified flags=a allows=b
caveat opioids (near, note) when=topic kratom require='breathing' near='opioid' )"
       R"(message=m source=t reviewed=2026-06-01 flags=a allows=b
)"},
    {"a scope with a kind is shown and has two ends of its own", R"(
[[scope]]
id = "hedged"
kind = "speculation"
cue = "'may'"
since = "'that'"
until = "','"

[[scope]]
id = "no-cue"
kind = "pseudo"
cue = "'not only'"
)",
     R"(
scope hedged kind=speculation cue='may' since='that' until=','
scope no-cue kind=pseudo cue='not only'
)"},
    {"scopes reach after, before or all around", R"(
[[scope]]
id = "negated"
cue = "'not'"

[[scope]]
id = "uncertain"
cue = "'it is uncertain whether'"
until = "','"
reach = "sentence-after"
within = 6
cap = "none"
certain = true

[[scope]]
id = "denied"
cue = "'is a myth'"
reach = "clause-before"
negates = true

[[scope]]
id = "a"
cue = "'a'"
reach = "clause"

[[scope]]
id = "b"
cue = "'b'"
reach = "sentence-before"

[[scope]]
id = "c"
cue = "'c'"
reach = "sentence"
cap = "absolute"
)",
     R"(
scope negated cue='not' reach=clause-after
scope uncertain cue='it is uncertain whether' until=',' reach=sentence-after within=6 )"
       R"(cap=none certain
scope denied cue='is a myth' reach=clause-before negates
scope a cue='a' reach=clause
scope b cue='b' reach=sentence-before
scope c cue='c' reach=sentence cap=absolute
)"},
    {"frames govern sections, items or quotations", R"(
[[frame]]
id = "myth"
cue = "'myth' end"
until = "'fact'"
scope = "refuted"

[[frame]]
id = "myths"
cue = "'myths' end"
over = "items"

[[frame]]
id = "references"
cue = "'references' end"
silent = true

[[frame]]
id = "said"
cue = "'—' capital"
over = "quotation"
)",
     R"(
frame myth cue='myth' end until='fact' scope=refuted over=text
frame myths cue='myths' end over=items
frame references cue='references' end over=text silent
frame said cue='—' capital over=quotation
)"},
    {"the forms of a claim", R"(
[[claim]]
id = "active"
match = "intervention:intervention effect:effect outcome:outcome"
flags = ["a", "b", "c"]
allows = ["d", "e", "f"]

[[claim]]
id = "heading"
match = "heading"
unless = "question"
strength = "probable"
flags = ["a", "b", "c"]
allows = ["d", "e", "f"]
)",
     R"(
claim active match=intervention:intervention effect:effect outcome:outcome flags=a|b|c )"
       R"(allows=d|e|f
claim heading match=heading unless=question strength=probable flags=a|b|c allows=d|e|f
)"},
    {"productions keep their order", R"(
[productions]
zinc = "'zinc'"
be = '"be"'
'as-is' = "'as is'"
a2 = '''
  'one' /
  'two' '''
)",
     R"(
zinc <- 'zinc'
be <- "be"
as-is <- 'as is'
a2 <-   'one' /
  'two' 
)"},
    {"the words and endings of a language", R"(
[language]
abbreviations = ["Dr."]
starters = ["the"]
openers = ["you"]
labels = ["use"]
units = ["mg", "mg/kg"]
whole = ["St. John's wort"]

[inflection]
verb = [["e", ["e", "es", "ed", "ing"]], ["", ["", "s"]]]
noun = [["y", ["y", "ies"]]]
irregular = [["be", "is", "are"], ["sheep"]]
)",
     R"(
language abbreviations=Dr. starters=the openers=you labels=use units=mg|mg/kg whole=St. John's wort
verb -e -> -e -es -ed -ing
verb - -> - -s
noun -y -> -y -ies
irregular be is are
irregular sheep
)"},
    {"a source in a table of its own, or in dotted keys", R"(
[[term]]
correct = "kratom"
[term.source]
title = "A survey"
year = 2024

[[term]]
correct = "kava"
source.title = "A trial"
source.year = 1998
)",
     R"(
term kratom source=A survey (2024)
term kava source=A trial (1998)
)"},
    {"an array of inline tables", R"(
term = [{ correct = "kratom" }, { correct = "kava", near = true }]
)",
     R"(
term kratom
term kava near
)"},
    {"nothing at all", R"(

)",
     R"(
)"},
};

// clang-format on

}  // namespace

TEST_CASE("each form of an entry is read as it was written") {
  for (const Row& row : rows) {
    INFO(row.title);
    const Loaded loaded = load_entry(row.toml, head);
    CHECK(mistakes(loaded) == "");
    CHECK('\n' + entries(loaded) == row.printed);
  }
}
