// A pack proves itself: an example that says the wrong thing is shown in its place in the pack.
#include <catch2/catch.hpp>
#include <string>

#include "lint/lint_text.hpp"

using namespace caveat;

namespace {

constexpr const char* pack = R"(
[productions]
clause-start = "';'"
[[concept]]
id = "mint"
class = "intervention"
terms = ["mint"]
[[concept]]
id = "cough"
class = "condition"
terms = ["cough"]
[[claim]]
id = "for"
match = "intervention 'for' outcome:condition"
strength = "direct"
flags = ["Mint for cough.", "Cough needs mint.", "Buy mint for cough."]
allows = ["Mint.", "Take mint for cough.", "Cough."]
[[rule]]
id = "safe"
category = "safety"
match = "'safe'"
message = "m"
why = "w"
source = { title = "s" }
flags = ["It is safe.", "It is sound.", "Safe!", "It is «safe».", "«It is safe».", "Safe «tea»."]
allows = ["It is safe.", "It is sound.", "It is not."]
[[caveat]]
id = "doctor"
when = "topic mint"
require = "'doctor'"
message = "m"
source = { title = "s" }
flags = ["Mint\n\nA leaf.", "Cough\n\nA leaf."]
allows = ["Mint\n\nAsk a doctor.", "Mint\n\nAsk a witch."]
)";

/// One of each question that `--strict` asks fails, and the same question passes elsewhere.
constexpr const char* strict_pack = R"(
[productions]
clause-start = "';'"
[[scope]]
id = "told"
cue = "'true' / 'myth' / 'claim'"
reach = "sentence"
[[concept]]
id = "mint"
class = "intervention"
terms = ["mint"]
[[concept]]
id = "sage"
class = "intervention"
terms = ["sage"]
[[concept]]
id = "cough"
class = "condition"
terms = ["cough"]
[[claim]]
id = "helps"
match = "intervention:intervention 'helps' outcome:condition"
strength = "direct"
flags = ["Mint helps cough.", "Sage helps cough.", "Old mint helps cough."]
allows = ["Mint.", "Sage.", "Cough."]
[[sentence]]
says = "direct"
text = "{intervention} helps {outcome}"
[[sentence]]
says = "denied"
text = "{intervention} is useless for {outcome}"
[[evidence]]
intervention = "mint"
outcome = "cough"
certainty = "high"
effect = "none"
source = { title = "s" }
review-by = 2030-01-01
[[evidence]]
intervention = "sage"
outcome = "cough"
certainty = "high"
effect = "benefit"
source = { title = "s" }
[[rule]]
id = "pure"
category = "safety"
match = "'pure' here:'mint'"
unless = "told"
message = "m"
why = "w"
source = { title = "s" }
review-by = 2020-01-01
flags = ["It is pure «mint».", "Buy pure «mint».", "Pure «mint» it is."]
allows = ["It is mint.", "It is pure.", "The claim is pure mint."]
[[rule]]
id = "fresh"
category = "term"
match = "'fresh' here:'mint'"
unless = "told / 'perhaps' word"
message = "m"
why = "w"
source = { title = "s" }
flags = ["It is fresh «mint».", "Buy fresh «mint».", "Fresh «mint» it is."]
allows = ["It is fresh.", "It is sage.", "Buy sage."]
[[rule]]
id = "finest"
category = "advice"
match = "'finest' / 'best'"
unless = "told"
message = "m"
why = "w"
source = { title = "s" }
flags = ["The «finest» sage.", "It is the «finest».", "The «best» of all."]
allows = ["It is sage.", "It is mint.", "It is good."]
[[rule]]
id = "best"
category = "advice"
match = "'best'"
keeps = ["asked", "negated", "refuted", "quoted"]
message = "m"
why = "w"
source = { title = "s" }
flags = ["The «best» sage.", "It is the «best».", "The «best» of all."]
allows = ["It is sage.", "It is mint.", "It is good."]
)";

/// Each failure with the sentence that it stands at.
std::string failures(const Compiled& loaded, const std::vector<Trial>& trials) {
  std::string lines;
  for (const auto& trial : trials) {
    if (!trial.failure) continue;
    const auto& [index, diagnostic] = *trial.failure;
    lines += std::string(name_of(diagnostic.severity)) + " " + diagnostic.rule + " " +
             words_at(loaded.packs.sources[index], diagnostic.span) + " " + diagnostic.message +
             "\n";
  }
  return lines;
}

}  // namespace

TEST_CASE(
    "every example that does not hold is a failure at its place, and the others are counted") {
  const auto loaded = load_pack(pack);
  REQUIRE(pack_mistakes(loaded) == "");
  const auto proof = prove_pack(loaded.packs, 0, *loaded.rules, *loaded.desk);
  CHECK(passed_of(proof) == 11);
  CHECK(failures(loaded, proof) ==
        "error pack/example «It is sound.» t/safe does not flag a sentence that it must flag\n"
        "error pack/example ««It is safe».» t/safe flags \"safe\" and not what is marked\n"
        "error pack/example «Safe «tea».» t/safe flags \"Safe\" and not what is marked\n"
        "error pack/example «It is safe.» t/safe flags a sentence that it must allow\n"
        "error pack/example «Cough\\n\\nA leaf.» t/doctor does not flag a sentence that it must "
        "flag\n"
        "error pack/example «Mint\\n\\nAsk a witch.» t/doctor flags a sentence that it must allow\n"
        "error pack/example «Cough needs mint.» for does not flag a sentence that it must flag\n"
        "error pack/example «Take mint for cough.» for flags a sentence that it must allow\n");
}

TEST_CASE("a pack without examples proves nothing, and fails nothing") {
  const auto loaded = load_pack("[[concept]]\nid = \"a\"\nclass = \"b\"\nterms = [\"c\"]\n");
  const auto proof = prove_pack(loaded.packs, 0, *loaded.rules, *loaded.desk);
  CHECK(passed_of(proof) == 0);
  CHECK(proof.empty());
}

TEST_CASE("a strict proof asks for variants, mutants, evidence, shadows and dates") {
  const auto loaded = load_pack(strict_pack);
  REQUIRE(pack_mistakes(loaded) == "");
  const auto proof = prove_pack(loaded.packs, 0, *loaded.rules, *loaded.desk, {true, "2026-11-22"});
  CHECK(passed_of(proof) == 148);
  CHECK(
      failures(loaded, proof) ==
      "error pack/mutant «'fresh' here:'mint'» no example of t/fresh notices when 'fresh' is left "
      "out\n"
      "error pack/mutant «told / 'perhaps' word» no example of t/fresh notices when unless ( "
      "'perhaps' a kind of token ) is left out\n"
      "error pack/variant «The «best» sage.» t/best still flags \"Myth: The best sage.\"\n"
      "error pack/variant «It is the «best».» t/best still flags \"Myth: It is the best.\"\n"
      "error pack/variant «The «best» of all.» t/best still flags \"Myth: The best of all.\"\n"
      "error pack/evidence «sage» \"sage is useless for cough.\" is nothing and not underclaim\n"
      "error pack/shadowed «best» all that t/best flags, t/finest flags too\n"
      "error pack/stale «pure» t/pure was to be looked at again by 2020-01-01\n");
}
