// The packs that ship: they load without a word, and every entry of theirs proves itself.
#include <catch2/catch.hpp>
#include <string>

#include "lint/lint_text.hpp"

using namespace caveat;

TEST_CASE("the packs that ship load and compile without a mistake") {
  const auto shipped = load_shipped();
  CHECK(pack_mistakes(shipped) == "");
  CHECK(shipped.packs.packs.size() >= 3);
}

TEST_CASE("every entry of the packs that ship flags and allows what its examples say") {
  const auto shipped = load_shipped();
  for (std::size_t at = 0; at < shipped.packs.packs.size(); ++at) {
    const auto proof = prove_pack(shipped.packs, at, *shipped.rules, *shipped.desk);
    std::string failures;
    for (const auto& trial : proof) {
      if (!trial.failure) continue;
      const auto& [index, diagnostic] = *trial.failure;
      const auto& file = shipped.packs.sources[index];
      failures += file.path + ":" + std::to_string(place_of(file, diagnostic.span.begin).line) +
                  ": " + diagnostic.message + ": " + words_at(file, diagnostic.span) + "\n";
    }
    CAPTURE(shipped.packs.packs[at].name.value);
    CHECK(failures == "");
    const auto& pack = shipped.packs.packs[at];
    CHECK(passed_of(proof) >= 6 * pack.rules.size() + 2 * pack.caveats.size());
  }
}
