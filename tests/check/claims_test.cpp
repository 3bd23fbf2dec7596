// Wording against evidence, with a kitchen of herbs in place of real remedies: one herb for each
// certainty, so that a sentence and its verdict are all that a test says.
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "lint/lint_text.hpp"

using namespace caveat;

namespace {

constexpr const char* words = R"(
[inflection]
noun = [["y", ["ies"]], ["", ["s"]]]
verb = [["e", ["ed", "ing"]], ["", ["ed", "ing"]]]
irregular = [["be", "is", "are", "was"]]
[productions]
clause-start = "';' / 'but' / 'because' / 'and' 'it' / ',' 'which'"
agent = "intervention / 'it' / relative:'which'"
outcomes = "condition ( ( ',' / 'and' )+ condition )*"
[[scope]]
id = "possible"
cue = "'may' / 'might'"
cap = "possible"
[[scope]]
id = "probable"
cue = "'can' / 'probably'"
cap = "probable"
[[scope]]
id = "asked"
cue = "'whether'"
reach = "sentence-after"
cap = "none"
[[scope]]
id = "question-sentence"
cue = "question start ."
reach = "sentence"
cap = "none"
[[scope]]
id = "negated"
cue = "'not' / 'never' / 'fails' 'to'"
cap = "none"
negates = true
[[scope]]
id = "uncertain"
cue = "'uncertain' / 'nobody' 'knows'"
reach = "clause"
certain = true
[[claim]]
id = "active"
match = "intervention:agent ( !intervention !effect . )* effect:effect ..4 outcome:outcomes"
unless = "'proverb'"
flags = ["Basil eases nausea.", "It eases nausea.", "Basil may ease nausea."]
allows = ["Basil is green.", "Nausea passes.", "An old proverb: basil eases nausea."]
[[claim]]
id = "for"
match = "start intervention:intervention 'for' outcome:condition"
strength = "probable"
flags = ["Basil for nausea", "Mint for fever", "Dill for cough"]
allows = ["Basil for sale", "Tea for nausea", "Basil eases nausea."]
[[concept]]
id = "predicting"
class = "effect"
inflect = "verb"
strength = "association"
terms = ["predict"]
[[concept]]
id = "easing"
class = "effect"
inflect = "verb"
strength = "direct"
terms = ["ease"]
[[concept]]
id = "curing"
class = "effect"
inflect = "verb"
strength = "absolute"
terms = ["cure"]
[[concept]]
id = "tempering"
class = "effect"
inflect = "verb"
terms = ["temper"]
[[sentence]]
says = "uncertain"
text = "it is very uncertain whether {intervention} affects {outcome}"
[[sentence]]
says = "possible"
text = "{intervention} may help with {outcome}"
[[sentence]]
says = "probable"
text = "{intervention} probably helps with {outcome}"
[[sentence]]
says = "no-effect"
text = "{intervention} has not been found to affect {outcome}"
[[sentence]]
says = "worsens"
text = "{intervention} can make {outcome} worse"
)";

constexpr const char* kitchen = R"(
[[concept]]
id = "basil"
class = "intervention"
tags = ["kitchen-herb"]
terms = ["basil"]
[[concept]]
id = "clover"
class = "intervention"
terms = ["clover"]
[[concept]]
id = "thyme"
class = "intervention"
terms = ["thyme"]
[[concept]]
id = "fennel"
class = "intervention"
terms = ["fennel", "fennel tea"]
[[concept]]
id = "sage"
class = "intervention"
terms = ["sage"]
[[concept]]
id = "rue"
class = "intervention"
terms = ["rue"]
[[concept]]
id = "dill"
class = "intervention"
terms = ["dill"]
[[concept]]
id = "mint"
class = "intervention"
tags = ["unproven-remedy"]
terms = ["mint"]
[[concept]]
id = "peppermint"
class = "intervention"
broader = ["mint"]
terms = ["peppermint"]
[[concept]]
id = "nausea"
class = "condition"
terms = ["nausea"]
[[concept]]
id = "travel-sickness"
class = "condition"
broader = ["nausea"]
terms = ["travel sickness"]
[[concept]]
id = "cough"
class = "condition"
terms = ["cough"]
[[concept]]
id = "fever"
class = "condition"
terms = ["fever"]
[[concept]]
id = "hiccups"
class = "condition"
terms = ["hiccups"]
)";

std::string evidence(const std::string& intervention, const std::string& outcome,
                     const std::string& certainty, const std::string& effect,
                     const std::string& more = "") {
  return "[[evidence]]\nintervention = \"" + intervention + "\"\noutcome = \"" + outcome +
         "\"\ncertainty = \"" + certainty + "\"\neffect = \"" + effect +
         "\"\nsource = { title = \"A review\", year = 2020, url = \"https://example.org/r\" }\n" +
         more;
}

std::string pack() {
  return std::string(words) + kitchen + evidence("basil", "nausea", "very-low", "unknown") +
         evidence("clover", "nausea", "low", "benefit") +
         evidence("thyme", "nausea", "moderate", "benefit") +
         evidence("fennel", "nausea", "high", "benefit") +
         evidence("fennel", "travel-sickness", "low", "benefit") +
         evidence("sage", "nausea", "very-low", "none") + evidence("sage", "cough", "low", "none") +
         evidence("sage", "fever", "moderate", "none") +
         evidence("sage", "hiccups", "high", "none") +
         evidence("thyme", "hiccups", "high", "harm") +
         evidence("rue", "nausea", "very-low", "unknown", "verified = false\n") +
         evidence("rue", "fever", "high", "none", "verified = false\n") +
         evidence("dill", "nausea", "very-low", "benefit", "carries = \"possible\"\n") +
         evidence("dill", "fever", "high", "benefit", "carries = \"absolute\"\n") +
         evidence("mint", "nausea", "very-low", "unknown", "note = \"only surveys\"\n") +
         evidence("kitchen-herb", "cough", "low", "benefit") +
         evidence("kitchen-herb", "condition", "high", "benefit");
}

const Compiled& herbs() {
  static const Compiled loaded = load_pack(pack());
  return loaded;
}

std::string findings(std::string_view text) {
  return lint_text(herbs(), text);
}

/// "error", "warning", "underclaim", or "-" when nothing is said.
std::string verdict(std::string_view text) {
  const auto source = make_source("text", std::string(text));
  const auto found = lint(source, *herbs().rules, *herbs().desk);
  if (found.empty()) return "-";
  if (found.size() > 1) return "several";
  const auto& only = found.front();
  const bool under = only.rule == "t/underclaim";
  return under && only.severity == Severity::warning ? "underclaim" : name_of(only.severity);
}

/// A line for each start of a sentence, a word for each rest of it.
std::string grid(const std::vector<std::string>& subjects, const std::vector<std::string>& rests) {
  std::string lines = "\n";
  for (const auto& subject : subjects) {
    lines += subject + ":";
    for (const auto& rest : rests) lines += " " + verdict(subject + " " + rest);
    lines += "\n";
  }
  return lines;
}

/// A sentence and what is said of it.
struct Case {
  std::string text;
  std::string expected;
};

void check_all(const std::vector<Case>& cases) {
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(verdict(text) == expected);
  }
}

}  // namespace

TEST_CASE("the kitchen's pack has no mistake and proves its forms") {
  CHECK(pack_mistakes(herbs()) == "");
  const auto proof = prove_pack(herbs().packs, 0, *herbs().rules, *herbs().desk);
  CHECK(passed_of(proof) == 12);
  CHECK(proof.size() == 12);
}

TEST_CASE("a claim may be worded as strongly as its evidence is certain") {
  // Very low, low, moderate and high certainty; from a mere link to a promise.
  CHECK(grid({"Basil", "Clover", "Thyme", "Fennel"},
             {"predicts nausea.", "may ease nausea.", "can ease nausea.", "eases nausea.",
              "cures nausea."}) == R"(
Basil: warning warning warning error error
Clover: - - warning error error
Thyme: - - - warning error
Fennel: - underclaim - - warning
)");
}

TEST_CASE("what says itself that it is uncertain fits any evidence") {
  CHECK(grid({"It is uncertain whether basil", "Nobody knows if clover", "That fennel",
              "It is uncertain whether sage"},
             {"eases nausea.", "cures nausea.", "may ease nausea, is uncertain."}) == R"(
It is uncertain whether basil: - - -
Nobody knows if clover: - - -
That fennel: - warning -
It is uncertain whether sage: - - -
)");
}

TEST_CASE("questions, indirect ones too, claim nothing") {
  check_all({{"Does basil ease nausea?", "-"},
             {"Can basil cure nausea?", "-"},
             {"We asked whether basil cures nausea.", "-"},
             {"Does basil smell? Basil eases nausea.", "error"}});
}

TEST_CASE("a denied benefit is a finding only where the benefit is established") {
  check_all({{"Basil does not ease nausea.", "-"},
             {"Basil never cures nausea.", "-"},
             {"Thyme does not ease nausea.", "-"},
             {"Sage does not ease hiccups.", "-"},
             {"Fennel does not ease nausea.", "underclaim"},
             {"Fennel fails to ease nausea.", "underclaim"},
             {"Fennel might ease nausea.", "underclaim"},
             {"It is uncertain whether fennel does not ease nausea.", "-"}});
}

TEST_CASE("a negation counts where it governs the effect") {
  check_all({{"Basil is not a spice; it eases nausea.", "error"},
             {"Basil is not a spice but it eases nausea.", "error"},
             {"Basil eases nausea, not pain.", "error"}});
}

TEST_CASE("evidence of no effect carries no benefit, and the surer it is the less") {
  CHECK(grid({"Sage"}, {"predicts nausea.", "may ease nausea.", "can ease nausea.", "eases nausea.",
                        "cures nausea."}) == "\nSage: warning warning warning error error\n");
  CHECK(grid({"Sage"}, {"predicts cough.", "may ease cough.", "can ease cough.", "eases cough."}) ==
        "\nSage: warning warning warning error\n");
  CHECK(grid({"Sage"}, {"predicts fever.", "may ease fever.", "can ease fever.", "eases fever."}) ==
        "\nSage: warning error error error\n");
  CHECK(grid({"Sage"}, {"may ease hiccups.", "can ease hiccups.", "eases hiccups."}) ==
        "\nSage: error error error\n");
}

TEST_CASE("evidence that nobody has checked never speaks louder than a warning") {
  check_all({{"Rue eases nausea.", "warning"},
             {"Rue cures nausea.", "warning"},
             {"Rue eases fever.", "warning"},
             {"Rue may ease nausea.", "warning"}});
}

TEST_CASE("a pack may say itself what its evidence carries") {
  check_all({{"Dill may ease nausea.", "-"},
             {"Dill can ease nausea.", "warning"},
             {"Dill eases nausea.", "error"},
             {"Dill cures fever.", "-"}});
}

TEST_CASE("evidence on the broader concept holds for the narrower one, unless it has its own") {
  check_all({{"Basil eases travel sickness.", "error"},
             {"Thyme eases travel sickness.", "warning"},
             {"Fennel eases travel sickness.", "error"},
             {"Fennel may ease travel sickness.", "-"},
             {"Peppermint eases nausea.", "error"},
             {"Fennel tea eases nausea.", "-"}});
}

TEST_CASE("a row about the very pair wins over one about a tag, and that over a class of both") {
  // Basil on nausea has a row; on cough only its tag has; on fever only its tag on any condition.
  check_all({{"Basil eases nausea.", "error"},
             {"Basil can ease cough.", "warning"},
             {"Basil eases fever.", "-"},
             {"Basil may ease fever.", "underclaim"}});
}

TEST_CASE("nothing on file is a finding for an unproven remedy and a gap for any other") {
  CHECK(findings("Mint eases fever.") == "warning core/efficacy-without-evidence «eases fever»\n");
  check_all({{"Mint cures fever.", "warning"},
             {"Mint may ease fever.", "warning"},
             {"Mint predicts fever.", "-"},
             {"Mint does not ease fever.", "-"},
             {"Clover eases fever.", "-"},
             {"Clover cures hiccups.", "-"}});
}

TEST_CASE("a form may set its own strength, and a bare effect is stated as certain") {
  check_all({{"Basil for nausea", "warning"},
             {"Thyme for nausea", "-"},
             {"Fennel for nausea", "-"},
             {"Thyme tempers nausea.", "warning"},
             {"Clover tempers nausea.", "error"}});
}

TEST_CASE("what a form excuses is no claim") {
  CHECK(verdict("An old proverb says that basil eases nausea.") == "-");
  CHECK(verdict("It is an old proverb; basil eases nausea.") == "error");
}

TEST_CASE("each claim of a sentence is weighed, and a list of outcomes is one claim") {
  CHECK(findings("Basil eases nausea, and basil cures cough.") ==
        "error t/efficacy «eases nausea»\nerror t/efficacy «cures cough»\n");
  CHECK(findings("Basil eases nausea and cough.") == "error t/efficacy «eases nausea and cough»\n");
  CHECK(findings("Clover eases fever and nausea.") ==
        "error t/efficacy «eases fever and nausea»\n");
  CHECK(findings("Fennel eases nausea and travel sickness.") ==
        "error t/efficacy «eases nausea and travel sickness»\n");
  CHECK(findings("Fennel eases nausea, and basil eases nausea.") ==
        "error t/efficacy «eases nausea»\n");
}

TEST_CASE("'it' is what the clause or sentence before spoke of first") {
  check_all({{"Basil is a leaf. It eases nausea.", "error"},
             {"Basil tastes better than fennel. It eases nausea.", "error"},
             {"Fennel tastes better than basil. It eases nausea.", "-"},
             {"Basil smells like fennel, and it eases nausea.", "error"},
             {"Fennel smells like basil, and it eases nausea.", "-"},
             {"Fennel is dear; basil is cheap and it eases nausea.", "error"},
             {"It eases nausea.", "-"}});
}

TEST_CASE("'which' is the nearest name before it") {
  check_all({{"Fennel smells like basil, which eases nausea.", "error"},
             {"Basil smells like fennel, which eases nausea.", "-"},
             {"Basil is green. This is a leaf, which eases nausea.", "error"}});
}

TEST_CASE("a subject is carried over three sentences at most") {
  check_all({{"Basil is green. It is cheap. It eases nausea.", "error"},
             {"Basil is green. It is cheap. It grows. It eases nausea.", "error"},
             {"Basil is green. It is cheap. It grows. It lasts. It eases nausea.", "-"},
             {"Basil is green. Fennel is not. It eases nausea.", "-"}});
}

TEST_CASE("what a sentence names in passing is carried only if it is an unproven remedy") {
  check_all({{"We bought it in town with fresh basil. It eases nausea.", "-"},
             {"We bought it in town with fresh mint. It eases nausea.", "error"},
             {"We bought some fresh basil there. It eases nausea.", "error"}});
}

TEST_CASE("a subject is carried from a heading, never past one") {
  check_all({{"Basil\n\nIt eases nausea.", "error"},
             {"Basil is green.\n\nTaste\n\nIt eases nausea.", "-"},
             {"Basil is green.\n\nIt eases nausea.", "error"},
             {"Basil is green.\n\nFennel\n\nIt eases nausea.", "-"}});
}

TEST_CASE("where no name is near, the unproven remedy of the title is meant") {
  constexpr const char* far = " One. Two. Three. Four. It eases nausea.";
  check_all({{std::string("Mint\n\nA leaf.") + far, "error"},
             {std::string("A leaf.\n\nMint is a leaf. Mint grows. Mint lasts.") + far, "error"},
             {std::string("A leaf.\n\nMint is a leaf.") + far, "-"},
             {std::string("Basil\n\nA leaf.") + far, "-"}});
}

TEST_CASE("a finding says what is stated, what is known, and which wording fits") {
  CHECK(lint_whole(herbs(), "So we have been told for years: Fennel tea eases travel\nsickness.") ==
        "error t/efficacy «eases travel\nsickness» \"eases travel sickness\" is stated as certain; "
        "evidence for Fennel tea on travel sickness is low\n"
        "  note wording that fits: \"Fennel tea may help with travel sickness\"\n"
        "  note source: A review (2020)\n"
        "  fix «eases» -> may help with\n");
  CHECK(lint_whole(herbs(), "Mint may ease nausea.") ==
        "warning t/efficacy «ease nausea» \"ease nausea\" is held out as possible; evidence for "
        "Mint on nausea is very low\n"
        "  note wording that fits: \"it is very uncertain whether Mint affects nausea\"\n"
        "  note only surveys\n"
        "  note source: A review (2020)\n");
  CHECK(lint_whole(herbs(), "Thyme cures nausea.") ==
        "error t/efficacy «cures nausea» \"cures nausea\" is promised; evidence for Thyme on "
        "nausea is moderate\n"
        "  note wording that fits: \"Thyme probably helps with nausea\"\n"
        "  note source: A review (2020)\n"
        "  fix «cures» -> probably helps with\n");
  CHECK(lint_whole(herbs(), "Sage eases hiccups.") ==
        "error t/efficacy «eases hiccups» \"eases hiccups\" is stated as certain; evidence for "
        "Sage on hiccups is high and finds no effect\n"
        "  note wording that fits: \"Sage has not been found to affect hiccups\"\n"
        "  note source: A review (2020)\n");
  CHECK(lint_whole(herbs(), "Thyme may ease hiccups.") ==
        "error t/efficacy «ease hiccups» \"ease hiccups\" is held out as possible; evidence for "
        "Thyme on hiccups is high and finds harm\n"
        "  note wording that fits: \"Thyme can make hiccups worse\"\n"
        "  note source: A review (2020)\n");
  CHECK(lint_whole(herbs(), "Fennel does not ease nausea.") ==
        "warning t/underclaim «ease nausea» \"ease nausea\" is denied; evidence for Fennel on "
        "nausea is high\n"
        "  note source: A review (2020)\n");
  CHECK(lint_whole(herbs(), "Rue can ease nausea.") ==
        "warning t/efficacy «ease nausea» \"ease nausea\" is stated as likely; evidence for Rue "
        "on nausea is very low\n"
        "  note wording that fits: \"it is very uncertain whether Rue affects nausea\"\n"
        "  note source: A review (2020), not yet checked against it\n");
}
