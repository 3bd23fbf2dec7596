// Who is spoken of, who speaks, and for whom it is written: what else than strength decides on a
// claim. A small garden stands in for real remedies.
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "lint/lint_text.hpp"

using namespace caveat;

namespace {

constexpr const char* garden = R"(
[inflection]
noun = [["", ["s"]]]
verb = [["e", ["ed", "ing"]], ["", ["ed", "ing"]]]
irregular = [["be", "is", "are", "was"]]
[productions]
clause-start = "';' / 'but'"
claim-outcome = "condition / faculty"
claim-population = "'in' population:population"
listed = "( condition / faculty ) ( ( ',' / 'and' )+ ( condition / faculty ) )*"
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
id = "by-users"
cue = "'users' 'say'"
voice = "people"
cap = "none"
[[scope]]
id = "sourced"
cue = "'doi'"
cites = true
reach = "sentence"
[[scope]]
id = "watched"
cue = "'cohort'"
design = "observational"
reach = "sentence"
[[scope]]
id = "wording-possible"
kind = "wording"
cue = "'may'"
cap = "possible"
[[scope]]
id = "graded"
cue = "'low certainty evidence' 'that'"
states = "low"
[[claim]]
id = "eases"
match = "intervention:intervention ( !effect . )* effect:effect ..2 outcome:listed"
flags = ["Balm eases fever.", "Balm may ease fever.", "Sloe eases fever."]
allows = ["Balm is green.", "Fever passes.", "Sloe is blue."]
[[claim]]
id = "causes"
harm = true
match = "intervention:intervention ( !\"cause\" . )* effect:\"cause\" outcome:listed"
flags = ["Balm causes fever.", "Sloe may cause fever.", "Sloe does not cause fever."]
allows = ["Balm is green.", "Fever passes.", "Sloe is blue."]
[[statement]]
id = "does"
match = "effect:\"ease\""
flags = ["It eases fever.", "They ease it.", "Nothing eases it."]
allows = ["It is blue.", "They are.", "Nothing is."]
[[concept]]
id = "easing"
class = "effect"
inflect = "verb"
strength = "direct"
terms = ["ease", "lift"]
[[concept]]
id = "curing"
class = "effect"
inflect = "verb"
strength = "absolute"
terms = ["cure"]
[[concept]]
id = "balm"
class = "intervention"
tags = ["unproven-remedy", "supplement"]
terms = ["balm"]
[[concept]]
id = "iron"
class = "intervention"
tags = ["supplement"]
terms = ["iron"]
[[concept]]
id = "sloe"
class = "intervention"
terms = ["sloe"]
[[concept]]
id = "fever"
class = "condition"
terms = ["fever"]
[[concept]]
id = "hay-fever"
class = "condition"
broader = ["fever"]
terms = ["hay fever"]
[[concept]]
id = "cough"
class = "condition"
terms = ["cough"]
[[concept]]
id = "iron-lack"
class = "condition"
tags = ["deficiency"]
terms = ["iron deficiency"]
[[concept]]
id = "mood"
class = "faculty"
terms = ["mood"]
[[concept]]
id = "infants"
class = "population"
terms = ["infant"]
)";

std::string row(const std::string& intervention, const std::string& outcome,
                const std::string& certainty, const std::string& effect,
                const std::string& more = "") {
  return "[[evidence]]\nintervention = '" + intervention + "'\noutcome = '" + outcome +
         "'\ncertainty = '" + certainty + "'\neffect = '" + effect +
         "'\nsource = { title = 'A review' }\n" + more;
}

const Compiled& plants() {
  static const Compiled loaded =
      load_pack(std::string(garden) + row("sloe", "fever", "high", "benefit") +
                row("sloe", "fever", "high", "harm", "population = 'infants'\n") +
                row("sloe", "cough", "moderate", "none") + row("sloe", "mood", "low", "benefit") +
                row("iron", "iron-lack", "high", "benefit") + row("iron", "fever", "high", "harm"));
  return loaded;
}

std::string findings(std::string_view text, Profile profile = Profile::editorial) {
  const auto source = make_source("text", std::string(text));
  LintOptions options;
  options.profile = profile;
  std::string lines;
  for (const auto& found : lint(source, *plants().rules, *plants().desk, options)) {
    lines += std::string(name_of(found.severity)) + " " + found.rule + " " +
             words_at(source, found.span) + "\n";
  }
  return lines;
}

}  // namespace

TEST_CASE("the garden's pack has no mistake") {
  CHECK(pack_mistakes(plants()) == "");
}

TEST_CASE("evidence in infants speaks of infants, and that in people at large of everybody else") {
  CHECK(findings("Sloe eases fever.") == "");
  CHECK(findings("Sloe eases fever in adults.") == "");
  CHECK(findings("Sloe eases fever in infants.") == "error t/efficacy «eases fever»\n");
}

TEST_CASE("a claim with no evidence on file weighs less where its source stands beside it") {
  CHECK(findings("Balm eases fever.") == "warning core/efficacy-without-evidence «eases fever»\n");
  CHECK(findings("Balm eases fever (doi 10.1000/1).") ==
        "note core/efficacy-without-evidence «eases fever»\n");
  CHECK(findings("Sloe eases iron deficiency.") == "");
}

TEST_CASE("no evidence carries a promise, so a supplement's needs none on file to be told") {
  CHECK(findings("Iron cures cough.") == "warning core/efficacy-without-evidence «cures cough»\n");
  CHECK(findings("Iron eases cough.") == "");
}

TEST_CASE("a study that only watches carries a link, and the finding says so") {
  const auto whole = lint_whole(plants(), "In a cohort, balm eases fever.");
  CHECK(whole.find("carries \"is associated with\"") != whole.npos);
  const auto plain = lint_whole(plants(), "Balm eases fever.");
  CHECK(plain.find("is associated with") == plain.npos);
}

TEST_CASE("of several outcomes the worst is told, and the others with it") {
  const auto whole = lint_whole(plants(), "Sloe eases mood and cough.");
  CHECK(whole.find("error t/efficacy «eases mood and cough»") == 0);
  CHECK(whole.find("and \"mood\": evidence on mood is low") != whole.npos);
}

TEST_CASE("a harm is reported where the evidence finds none, or where it is denied against it") {
  CHECK(findings("Iron causes fever.") == "");
  CHECK(findings("Iron does not cause fever.") == "error t/denied-harm «cause fever»\n");
  CHECK(findings("Sloe causes cough.") == "warning t/unfounded-harm «causes cough»\n");
  CHECK(findings("Sloe may cause cough.") == "warning t/unfounded-harm «cause cough»\n");
  CHECK(findings("Sloe does not cause cough.") == "");
  CHECK(findings("Sloe causes fever.") == "error t/unfounded-harm «causes fever»\n");
  CHECK(findings("Balm causes cough.") == "");
}

TEST_CASE("a harm denied of one kind is not denied of the others") {
  CHECK(findings("Iron does not cause hay fever.") == "");
  CHECK(findings("Iron does not cause fever.") == "error t/denied-harm «cause fever»\n");
}

TEST_CASE("in marketing no hedge and no other voice lets a supplement name a disease") {
  const std::string disease = "error core/disease-claim ";
  CHECK(findings("Balm may ease fever.", Profile::marketing) == disease + "«ease fever»\n");
  CHECK(findings("Users say balm eases fever.", Profile::marketing) == disease + "«eases fever»\n");
  CHECK(findings("Users say balm eases fever.") == "");
  CHECK(findings("Iron eases cough.", Profile::marketing) == disease + "«eases cough»\n");
  CHECK(findings("Balm does not ease fever.", Profile::marketing) == "");
  CHECK(findings("Sloe eases fever.", Profile::marketing) == "");
  CHECK(findings("Iron eases iron deficiency.", Profile::marketing) == "");
  CHECK(findings("Balm lifts mood.", Profile::marketing) ==
        "warning core/efficacy-without-evidence «lifts mood»\n");
}

TEST_CASE("clinicians are held to the grade that their sentence names, others to no promise") {
  const std::string text = "There is low certainty evidence that it eases fever.";
  CHECK(findings(text) == "");
  CHECK(findings(text, Profile::clinical) == "warning core/stated-certainty «eases»\n");
  CHECK(findings("There is low certainty evidence that it may ease fever.") == "");
}
