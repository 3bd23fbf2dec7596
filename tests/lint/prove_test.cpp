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
