// caveat parse: what a person sees of a sentence, with colour and without, and what a program gets.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"

namespace {

using caveat_test::Folder;
using Json = nlohmann::json;

constexpr const char* mint = R"(
[pack]
name = "mint"
version = "1.0.0"
language = "en"
description = "For the tests of caveat parse"

[inflection]
verb = [["e", ["es", "ed", "ing"]]]

[productions]
clause-start = "'but'"
filler = "'may' / 'not'"
eases = "filler* effect:effect outcome:condition"
claim-population = "'in' population:'adults'"

[[scope]]
id = "possible"
cue = "'may'"
cap = "possible"

[[scope]]
id = "negated"
cue = "'not'"
cap = "none"
negates = true

[[scope]]
id = "told"
cue = "'users' 'say' 'that'"
reach = "sentence-after"
voice = "people"

[[scope]]
id = "worded"
kind = "wording"
cue = "'may'"
cap = "possible"

[[scope]]
id = "modal"
kind = "speculation"
cue = "'may'"
until = "'in'"

[[frame]]
id = "myths"
cue = "'myths'"
scope = "negated"

[[concept]]
id = "mint"
class = "intervention"
tags = ["unproven-remedy"]
terms = ["mint"]

[[concept]]
id = "cough"
class = "condition"
terms = ["cough"]

[[concept]]
id = "ease"
class = "effect"
inflect = "verb"
strength = "direct"
terms = ["ease"]

[[claim]]
id = "active"
match = "intervention:intervention eases"
unless = "'why'"
flags = ["Mint eases cough.", "Mint may ease cough.", "Mint eased cough."]
allows = ["Mint grows.", "Mint is green.", "Cough is loud."]

[[statement]]
id = "does"
match = "intervention effect:effect outcome:condition"
strength = "association"
flags = ["Mint eases cough.", "Mint eased cough.", "Mint is easing cough."]
allows = ["Mint grows.", "Mint is green.", "Cough is loud."]

[[evidence]]
intervention = "mint"
outcome = "cough"
certainty = "low"
effect = "benefit"
source = { title = "A trial", year = 2024, url = "https://example.org/trial" }
reviewed = 2026-11-22
)";

/// `input` as a shell writes it: with printf.
std::string parse(const std::string& flags, const std::string& input) {
  const Folder folder;
  folder.write("mint.toml", mint);
  const auto run = folder.shell("printf '" + input + "' | \"$caveat\" parse " + flags +
                                " --no-default-packs --pack=mint.toml -");
  CHECK(run.err == "");
  CHECK(run.exit == 0);
  return run.out;
}

/// What a person sees, from the start of a line.
std::string page(const std::string& flags, const std::string& input) {
  return '\n' + parse(flags, input);
}

/// Escape sequences, told as \e[31m.
std::string spelt(std::string text) {
  for (auto at = text.find('\x1B'); at != text.npos; at = text.find('\x1B', at))
    text.replace(at, 1, "\\e");
  return text;
}

}  // namespace

TEST_CASE("a claim is computed step by step, under the words that govern it") {
  CHECK(page("", "Users say that mint may not ease cough in adults.") == R"(
          Users say that mint may not ease cough in adults.
possible                      ^^^ ~~~~~~~~~~~~~~~~~~~~~~~~~
negated                           ^^^ ~~~~~~~~~~~~~~~~~~~~~
told      ^^^^^^^^^^^^^^ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
worded                        ^^^ ~~~~~~~~~~~~~~~~~~~~~~~~~
(hedge)                       ^^^~~~~~~~~~~~~~~~
tokens   [Users] [say] [that] [mint] [may] [not] [ease] [cough] [in] [adults]
         [.]
concept  mint: mint intervention unproven-remedy
concept  ease: ease effect
concept  cough: cough condition
scope    possible: "may": at most possible
scope    negated: "not": at most none, negates
scope    told: "Users say that": voice people
scope    worded: "may": at most possible, of statements
hedge    modal: "may"
claim    active: mint / ease / cough
           population    adults
           attribution   Users say that
           voice         people
           direct        "ease" by itself (concept ease)
           possible      "may": at most possible (scope possible)
           none          "not": at most none, negates (scope negated)
           none          "Users say that": voice people (scope told)
           = none        negative
           evidence      cough: low (mint), finds a benefit, carries possible
           verdict       nothing to report
           matched       "mint may not ease cough"
             eases                 "may not ease cough"
               filler              "may"
               filler              "not"
in all   none, negative
)");
}

TEST_CASE("what has too little evidence is told, and what an unless excuses") {
  CHECK(page("", "Mint eases cough, but who knows why mint eases cough?") == R"(
Mint eases cough, but who knows why mint eases cough?
tokens   [Mint] [eases] [cough] [,] | [but] [who] [knows] [why] [mint] [eases]
         [cough] [?]
concept  Mint: mint intervention unproven-remedy
concept  eases: ease effect
concept  cough: cough condition
concept  mint: mint intervention unproven-remedy
concept  eases: ease effect
concept  cough: cough condition
claim    active: Mint / eases / cough
           direct        "eases" by itself (concept ease)
           = direct      positive
           evidence      cough: low (mint), finds a benefit, carries possible
           verdict       error [mint/efficacy]
           matched       "Mint eases cough"
             eases                 "eases cough"
states   does: Mint / eases / cough
           association   that of the form
           = association positive
           matched       "Mint eases cough"
states   does: mint / eases / cough
           association   that of the form
           = association positive
           matched       "mint eases cough"
excused  active: intervention="mint" effect="eases" outcome="cough" (excused by
         its unless)
finding  error: "eases cough" is stated as certain; evidence for Mint on cough
         is low [mint/efficacy]
in all   direct, positive
)");
}

TEST_CASE("a frame takes part without a cue") {
  CHECK(page("--format-in=markdown", "# Myths\\n\\nMint eases cough.\\n") == R"(
Myths
tokens   [Myths]
frame    myths: governs the sentence, scope negated

Mint eases cough.
tokens   [Mint] [eases] [cough] [.]
concept  Mint: mint intervention unproven-remedy
concept  eases: ease effect
concept  cough: cough condition
frame    myths: governs the sentence, scope negated
claim    active: Mint / eases / cough
           direct        "eases" by itself (concept ease)
           none          a frame: at most none, negates (scope negated)
           = none        negative
           evidence      cough: low (mint), finds a benefit, carries possible
           verdict       nothing to report
           matched       "Mint eases cough"
             eases                 "eases cough"
states   does: Mint / eases / cough
           association   that of the form
           = association positive
           matched       "Mint eases cough"
in all   association, positive
)");
}

TEST_CASE("a page of eighty columns holds a long sentence, its marks under each line") {
  CHECK(page("",
             "Users say that the green mint that grows behind the old house near the river "
             "may ease.") == R"(
          Users say that the green mint that grows behind the old house near the
told      ^^^^^^^^^^^^^^ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          river may ease.
possible        ^^^ ~~~~~
told      ~~~~~~~~~~~~~~~
worded          ^^^ ~~~~~
(hedge)         ^^^~~~~~
tokens   [Users] [say] [that] [the] [green] [mint] [that] [grows] [behind] [the]
         [old] [house] [near] [the] [river] [may] [ease] [.]
concept  mint: mint intervention unproven-remedy
concept  ease: ease effect
scope    possible: "may": at most possible
scope    told: "Users say that": voice people
scope    worded: "may": at most possible, of statements
hedge    modal: "may"
)");
}

TEST_CASE("colours go from dim to red, and none is needed to read the page") {
  const std::string input = "Mint may ease cough. Mint eases cough.";
  CHECK(spelt(page("--color=always", input)) == R"(
          \e[01mMint may ease cough.\e[m
\e[01;32mpossible\e[m       \e[01;32m^^^ ~~~~~~~~~~~\e[m
\e[01;32mworded\e[m         \e[01;32m^^^ ~~~~~~~~~~~\e[m
\e[01;36m(hedge)\e[m        \e[01;36m^^^~~~~~~~~~~~\e[m
tokens   [Mint] [may] [ease] [cough] [.]
concept  Mint: mint intervention unproven-remedy
concept  ease: ease effect
concept  cough: cough condition
scope    possible: "may": at most \e[32mpossible\e[m
scope    worded: "may": at most \e[32mpossible\e[m, of statements
hedge    modal: "may"
claim    active: \e[01mMint / ease / cough\e[m
           \e[31mdirect\e[m        "ease" by itself (concept ease)
           \e[32mpossible\e[m      "may": at most \e[32mpossible\e[m (scope possible)
           \e[32m= possible\e[m    positive
           evidence      cough: low (mint), finds a benefit, carries \e[32mpossible\e[m
           verdict       fits
           \e[02mmatched\e[m       \e[02m"Mint may ease cough"\e[m
             \e[02meases\e[m                 \e[02m"may ease cough"\e[m
               \e[02mfiller\e[m              \e[02m"may"\e[m
in all   \e[32mpossible\e[m, positive

\e[01mMint eases cough.\e[m
tokens   [Mint] [eases] [cough] [.]
concept  Mint: mint intervention unproven-remedy
concept  eases: ease effect
concept  cough: cough condition
claim    active: \e[01mMint / eases / cough\e[m
           \e[31mdirect\e[m        "eases" by itself (concept ease)
           \e[31m= direct\e[m      positive
           evidence      cough: low (mint), finds a benefit, carries \e[32mpossible\e[m
           verdict       \e[01;31merror\e[m [\e[01;31mmint/efficacy\e[m]
           \e[02mmatched\e[m       \e[02m"Mint eases cough"\e[m
             \e[02meases\e[m                 \e[02m"eases cough"\e[m
states   does: \e[01mMint / eases / cough\e[m
           \e[36massociation\e[m   that of the form
           \e[36m= association\e[m positive
           \e[02mmatched\e[m       \e[02m"Mint eases cough"\e[m
finding  \e[01;31merror:\e[m "eases cough" is stated as certain; evidence for Mint on cough
         is low [\e[01;31mmint/efficacy\e[m]
in all   \e[31mdirect\e[m, positive
)");
  std::string plain = parse("--color=always", input);
  for (auto at = plain.find('\x1B'); at != plain.npos; at = plain.find('\x1B'))
    plain.erase(at, plain.find('m', at) + 1 - at);
  CHECK(plain == parse("--color=never", input));
  CHECK(plain == parse("", input));
}

TEST_CASE("escape sequences of the text never reach a terminal, and marks stay under their words") {
  const auto tea =
      page("--color=always", "Tea \\033[31m\\033]0;x\\007 may wait, \\344\\275\\240 may.");
  CHECK(spelt(tea) == R"(
          \e[01mTea \x1B[31m\x1B]0;x\x07 may wait, 你 may.\e[m
\e[01;32mpossible\e[m                           \e[01;32m^^^ ~~~~~~~~~~~~~\e[m
\e[01;32mpossible\e[m                                        \e[01;32m^^^~\e[m
\e[01;32mworded\e[m                             \e[01;32m^^^ ~~~~~~~~~~~~~\e[m
\e[01;32mworded\e[m                                          \e[01;32m^^^~\e[m
\e[01;36m(hedge)\e[m                            \e[01;36m^^^~~~~~~~~~~~~~\e[m
\e[01;36m(hedge)\e[m                                         \e[01;36m^^^\e[m
tokens   [Tea] [[] [31m] []] [0] [;] [x] [may] [wait] [,] [你] [may] [.]
scope    possible: "may": at most \e[32mpossible\e[m
scope    possible: "may": at most \e[32mpossible\e[m
scope    worded: "may": at most \e[32mpossible\e[m, of statements
scope    worded: "may": at most \e[32mpossible\e[m, of statements
hedge    modal: "may"
hedge    modal: "may"
)");
}

TEST_CASE("a program gets the same facts") {
  const auto json =
      Json::parse(parse("--format=json", "Users say that mint may ease cough. Mint eases cough."));
  CHECK(json["version"] == 1);
  REQUIRE(json["sentences"].size() == 2);
  const auto& first = json["sentences"][0];
  CHECK(first["text"] == "Users say that mint may ease cough.");
  CHECK(first["tokens"][3] == Json{{"offset", 15}, {"length", 4}, {"text", "mint"}});
  CHECK(first["scopes"][0]["scope"] == "possible");
  CHECK(first["scopes"][0]["governs"]["text"] == "ease cough.");
  CHECK(first["cues"][0]["kind"] == "hedge");
  const auto& claim = first["claims"][0];
  CHECK(claim["form"] == "active");
  CHECK(claim["bare"] == Json{{"strength", "direct"}, {"concept", "ease"}, {"text", "ease"}});
  CHECK(claim["steps"][0]["strength"] == "possible");
  CHECK(claim["steps"][1]["voice"] == "people");
  CHECK(claim["evidence"][0]["carries"] == "possible");
  CHECK(claim["productions"][0]["name"] == "eases");
  CHECK(json["sentences"][1]["claims"][0]["findings"][0]["rule"] == "mint/efficacy");
}

TEST_CASE("what parse cannot print is said") {
  const auto run = Folder().shell("\"$caveat\" parse --format=gcc 'Mint.'");
  CHECK(run.exit == 2);
  CHECK(run.err.find("--format cannot be 'gcc', it is one of text, json") != std::string::npos);
}
