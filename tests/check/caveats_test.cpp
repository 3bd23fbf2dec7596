// What a text must say on a topic: where it may stand, what makes it due, where its lack is told.
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "lint/lint_text.hpp"

using namespace caveat;

namespace {

constexpr const char* herbs = R"(
[inflection]
noun = [["", ["s"]]]
verb = [["e", ["ed", "ing"]], ["", ["ed", "ing"]]]
irregular = [["be", "is", "are"]]
[productions]
clause-start = "';' / 'but'"
study-told = "'trial'"
reader-told = "'your'"
use-told = "start 'take'"
[[scope]]
id = "negated"
cue = "'not' / 'no'"
[[concept]]
id = "mint"
class = "intervention"
terms = ["mint", "mint oil", "oil of mint"]
[[concept]]
id = "cough"
class = "condition"
terms = ["cough"]
)";

Compiled with_caveat(std::string_view more, std::string_view when = "topic mint") {
  return load_pack(herbs + std::string("[[caveat]]\nid = \"doctor\"\nwhen = \"") +
                   std::string(when) + "\"\nmessage = \"no doctor is named\"\n" +
                   "source = { title = \"A guide\", year = 2020 }\n" + std::string(more) +
                   "\nflags = ['a']\nallows = ['b']\n");
}

constexpr const char* missing = "warning t/doctor «Mint»\n";

}  // namespace

TEST_CASE("a document on the topic must say it once, anywhere") {
  const auto pack = with_caveat("require = \"'doctor'\"");
  REQUIRE(pack_mistakes(pack) == "");
  CHECK(lint_text(pack, "Mint Today\n\nA leaf.") == missing);
  CHECK(lint_text(pack, "Mint Today\n\nA leaf.\n\nCooking\n\nAsk a doctor.") == "");
  CHECK(lint_text(pack, "Ask a Doctor\n\nMint. Mint. Mint.") == "");
  CHECK(lint_text(pack, "Mint and Doctors\n\nA leaf.") == missing);
  CHECK(lint_text(pack, "Cough Today\n\nA leaf.") == "");
  CHECK(lint_text(pack, "") == "");
}

TEST_CASE("a lack is told with its message and source, at the first place that names the topic") {
  const auto pack = with_caveat("require = \"'doctor'\"");
  CHECK(lint_whole(pack, "Herbs\n\nOil of mint is sold.\n\nMint\n\nA leaf of mint.") ==
        "warning t/doctor «Oil of mint» no doctor is named\n  note source: A guide (2020)\n");
}

TEST_CASE("a document is about what a heading names, or what it names three times") {
  const auto pack = with_caveat("require = \"'doctor'\"");
  CHECK(lint_text(pack, "Mint is a leaf.") == "");
  CHECK(lint_text(pack, "Mint is a leaf. Mint grows.") == "");
  CHECK(lint_text(pack, "Mint is a leaf. Mint grows. Cut the mint.") == missing);
  CHECK(lint_text(pack, "Herbs\n\nA word.\n\nGrowing mint\n\nWater it.") ==
        "warning t/doctor «mint»\n");
}

TEST_CASE("a name inside a longer one counts once") {
  const auto pack = with_caveat("require = \"'doctor'\"");
  CHECK(lint_text(pack, "Mint oil is sold. Oil of mint is dear.") == "");
  CHECK(lint_text(pack, "Mint oil is sold. Oil of mint is dear. Buy mint.") ==
        "warning t/doctor «Mint oil»\n");
}

TEST_CASE("of two topics both must be the document's, and the first one is where it is told") {
  const auto pack = with_caveat("require = \"'doctor'\"", "topic mint and topic cough");
  REQUIRE(pack_mistakes(pack) == "");
  CHECK(lint_text(pack, "Cough and Mint\n\nA leaf.") == "warning t/doctor «Mint»\n");
  CHECK(lint_text(pack, "Mint\n\nA leaf in cough.") == "");
  CHECK(lint_text(pack, "Mint\n\nFor cough. In cough. No cough.") == missing);
}

TEST_CASE("a text owes nothing on what it names in passing, unless it says how to use it") {
  const auto pack = with_caveat("require = \"'doctor'\"", "subject mint");
  REQUIRE(pack_mistakes(pack) == "");
  const std::string cooking =
      "Cooking\n\nWe boil the rice. We fry the fish. We bake the bread. We peel the beans. "
      "We cut the leeks. We wash the pots. We dry the cups. We set the plates. We sit at table. "
      "We eat at last. ";
  CHECK(lint_text(pack, cooking + "Some add mint. Some grow mint. Some sell mint.") == "");
  CHECK(lint_text(pack, cooking + "Some add mint. Some grow mint. Take mint daily.") ==
        "warning t/doctor «mint»\n");
  CHECK(lint_text(pack, cooking + "Take rice daily. Some add mint. Some grow mint. Mint it is.") ==
        "");
  CHECK(lint_text(pack, cooking + "Some add mint, mint oil, oil of mint and mint.") == "");
  CHECK(lint_text(pack, cooking + "\n\nMint\n\nSome add it.") == missing);
  CHECK(lint_text(pack, "Herbs\n\nMint is green. Mint is tall. Mint is old. Sage is grey.") ==
        missing);
}

TEST_CASE("a report of research owes its readers nothing, a page that speaks to them does") {
  const auto pack = with_caveat("require = \"'doctor'\"", "topic mint and advice");
  REQUIRE(pack_mistakes(pack) == "");
  const std::string trial = "Mint\n\nThe trial had 40 people. The trial was blind. ";
  CHECK(lint_text(pack, trial + "Half chewed mint. Few coughed.") == "");
  CHECK(lint_text(pack, trial + "Half chewed mint. Your cough will go.") == missing);
  CHECK(lint_text(pack, trial +
                            "Mint is old and green. Mint is cheap and sold. Mint is tall and grey. "
                            "Mint is strong and sweet. Mint is dry and flat. Mint is a good leaf. "
                            "Mint is a tea.") == missing);
  CHECK(lint_text(pack, "The Trial of Mint\n\nMint is a leaf.") == "warning t/doctor «Mint»\n");
  CHECK(lint_text(pack, "Mint\n\nA trial ends all doubt.") == missing);
}

TEST_CASE("a caveat that needs something mentioned is due only where it is") {
  const auto pack = with_caveat("require = \"'doctor'\"\nmentions = \"'dose' / 'daily' 'use'\"");
  CHECK(lint_text(pack, "Mint\n\nA leaf.") == "");
  CHECK(lint_text(pack, "Mint\n\nThe dose is small.") == missing);
  CHECK(lint_text(pack, "Mint for Daily Use\n\nA leaf.") == missing);
  CHECK(lint_text(pack, "Mint\n\nA doctor knows the dose.") == "");
}

TEST_CASE("what is said and taken back is not said") {
  const auto pack = with_caveat("require = \"'doctor' / 'nurse'\"\nunless = \"negated / 'witch'\"");
  REQUIRE(pack_mistakes(pack) == "");
  CHECK(lint_text(pack, "Mint\n\nYou need no doctor.") == missing);
  CHECK(lint_text(pack, "Mint\n\nAsk a witch doctor.") == missing);
  CHECK(lint_text(pack, "Mint\n\nYou need no witch. Ask a doctor.") == "");
  CHECK(lint_text(pack, "Mint\n\nYou need no witch; ask a doctor.") == "");
  CHECK(lint_text(pack, "Mint\n\nAsk a nurse, not a doctor.") == "");
}

TEST_CASE("with the scope 'section' each part that names the topic must say it itself") {
  const auto pack = with_caveat("require = \"'doctor'\"\nscope = \"section\"");
  REQUIRE(pack_mistakes(pack) == "");
  CHECK(lint_text(pack, "Mint\n\nAsk a doctor.\n\nTaste\n\nFresh.") == "");
  CHECK(lint_text(pack, "Mint\n\nAsk a doctor.\n\nTaste\n\nFresh mint.") ==
        "warning t/doctor «mint»\n");
  CHECK(lint_text(pack, "Mint\n\nA leaf.\n\nUse\n\nMint oil.\n\nCare\n\nMint: ask a doctor.") ==
        "warning t/doctor «Mint»\nwarning t/doctor «Mint oil»\n");
  CHECK(lint_text(pack, "A leaf, mint.\n\nMint\n\nAsk a doctor.") == "warning t/doctor «mint»\n");
}

TEST_CASE("with the scope 'near' it must stand within three sentences of its occasion") {
  const auto pack =
      with_caveat("require = \"'doctor'\"\nscope = \"near\"\nnear = \"'dose' / 'doses'\"");
  REQUIRE(pack_mistakes(pack) == "");
  CHECK(lint_text(pack, "Mint\n\nA leaf.") == "");
  CHECK(lint_text(pack, "Mint\n\nThe dose is small. One. Two. Ask a doctor.") == "");
  CHECK(lint_text(pack, "Mint\n\nThe dose is small. One. Two. Three. Ask a doctor.") ==
        "warning t/doctor «The dose is small.»\n");
  CHECK(lint_text(pack, "Mint\n\nAsk a doctor. One. Two. The dose is small.") == "");
  CHECK(lint_text(pack, "Mint\n\nAsk a doctor. One. Two. Three. The dose is small.") ==
        "warning t/doctor «The dose is small.»\n");
  CHECK(lint_text(pack, "Mint\n\nOne dose. One. Two. Three. Four. Many doses. Ask a doctor.") ==
        "warning t/doctor «One dose.»\n");
}

TEST_CASE("a caveat that nobody has checked never speaks louder than a warning") {
  const auto sure = with_caveat("require = \"'doctor'\"\nseverity = \"error\"");
  CHECK(lint_text(sure, "Mint\n\nA leaf.") == "error t/doctor «Mint»\n");
  const auto unsure = with_caveat("require = \"'doctor'\"\nseverity = \"error\"\nverified = false");
  CHECK(lint_text(unsure, "Mint\n\nA leaf.") == missing);
}
