// What an author is told who expected a finding: how far the rule got, and what stopped it.
#include "lint/whynot.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "lint/lint_text.hpp"

using namespace caveat;

namespace {

constexpr const char* pack = R"(
[productions]
clause-start = "';'"
study-told = "'trial'"
reader-told = "'your'"
use-told = "start 'chew'"
[[scope]]
id = "negated"
cue = "'not'"
[[scope]]
id = "retracted"
cue = "'untrue' 'that'"
retracts = true
reach = "sentence-after"
[[concept]]
id = "mint"
class = "intervention"
terms = ["mint"]
[[concept]]
id = "cough"
class = "condition"
terms = ["cough"]
[[claim]]
id = "eases"
match = "intervention:intervention effect:'eases' outcome:condition"
flags = ["Mint eases cough.", "So mint eases cough.", "Mint eases cough now."]
allows = ["Mint.", "Cough.", "It eases cough."]
[[rule]]
id = "safe"
category = "safety"
match = "( 'is' / 'seems' ) ( 'quite' )? 'safe'"
unless = "negated / 'perhaps'"
when = "topic mint"
message = "m"
why = "w"
source = { title = "s" }
flags = ["Mint is safe.", "Mint seems safe.", "Mint is quite safe."]
allows = ["Mint.", "Perhaps mint is safe.", "It is safe."]
[[caveat]]
id = "doctor"
when = "topic mint"
require = "'doctor'"
message = "m"
source = { title = "s" }
flags = ["Mint\n\nA leaf."]
allows = ["Mint\n\nAsk a doctor."]
[[caveat]]
id = "pharmacist"
when = "subject mint and advice"
require = "'pharmacist'"
message = "m"
source = { title = "s" }
flags = ["Mint\n\nA leaf."]
allows = ["Mint\n\nAsk a pharmacist."]
)";

std::string answer(const std::string& rule, const std::string& text, std::uint32_t line = 1) {
  static const Compiled loaded = load_pack(pack);
  REQUIRE(pack_mistakes(loaded) == "");
  const auto source = make_source("text", text);
  std::string lines;
  for (const auto& step : why_not(source, *loaded.rules, *loaded.desk, rule, line, {})) {
    lines += step + "\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("a rule that speaks says so") {
  CHECK(answer("t/safe", "Mint is safe.") == "t/safe speaks here\n");
}

TEST_CASE("a rule tells the words that are missing, or how far its pattern came") {
  CHECK(answer("t/safe", "Mint is green.") ==
        "sentence: Mint is green.\nstopped: the sentence holds none of 'safe'\n");
  CHECK(answer("t/safe", "Mint is not what seems safer, it is said to be safe.") ==
        "sentence: Mint is not what seems safer, it is said to be safe.\n"
        "got as far as \"is\"\nstopped: then comes no 'safe'\n");
}

TEST_CASE("a rule tells which part of its unless excused it, and what was taken back") {
  CHECK(answer("t/safe", "Perhaps mint is safe.") ==
        "sentence: Perhaps mint is safe.\nmatched \"is safe\"\n"
        "stopped: excused by the words 'perhaps'…\n");
  CHECK(answer("t/safe", "It is not so that mint is safe.") ==
        "sentence: It is not so that mint is safe.\nmatched \"is safe\"\n"
        "stopped: excused by negated\n");
  CHECK(answer("t/safe", "It is untrue that mint is safe.") ==
        "sentence: It is untrue that mint is safe.\nmatched \"is safe\"\n"
        "stopped: the sentence takes back what it says there\n");
}

TEST_CASE("a rule of another topic says how often the text names its own") {
  CHECK(answer("t/safe", "It is safe.\n\nMint grows.") ==
        "sentence: It is safe.\nstopped: the text is not about \"mint\", which it names 1 times "
        "and not in this paragraph\n");
}

TEST_CASE("a caveat tells the line that says what it asks for") {
  CHECK(answer("t/doctor", "We grow mint here.\nAsk a doctor.\n") ==
        "stopped: the text is not about \"mint\"\n");
  CHECK(answer("t/doctor", "Mint, mint and mint.\nAsk a doctor.\n") ==
        "stopped: line 2 says it: \"doctor\"\n");
}

TEST_CASE("a caveat tells what kind of text owes it nothing") {
  const std::string garden = "We dig the bed. We sow the seed. We rest at noon. We go home. ";
  CHECK(answer("t/pharmacist", garden + "Mint, mint and mint. We sing.") ==
        "stopped: the text names \"mint\" in passing, and does not say how to use it\n");
  CHECK(answer("t/pharmacist", "Mint\n\nThe trial had 40 people. The trial was blind.") ==
        "stopped: the text reports research, and advises nobody\n");
  CHECK(answer("t/pharmacist", garden + "Mint, mint. Chew mint.\nA pharmacist knows.") ==
        "stopped: line 2 says it: \"pharmacist\"\n");
}

TEST_CASE("a rule of an evidence table tells what is claimed there") {
  CHECK(answer("t/efficacy", "Mint eases cough.") ==
        "sentence: Mint eases cough.\n\"eases cough\" is claimed of \"Mint\", as direct\n");
  CHECK(answer("t/efficacy", "Cough passes.") ==
        "sentence: Cough passes.\nstopped: no form of a claim is here\n");
}

TEST_CASE("a line without a sentence is said to be one") {
  CHECK(answer("t/safe", "Mint is safe.\n\n\n", 3) == "stopped: no sentence stands on that line\n");
}
