// Wrong names: those that a pack lists, those near a right one, and those that only look like one.
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "lint/lint_text.hpp"

using namespace caveat;

namespace {

constexpr const char* names = R"(
[inflection]
noun = [["", ["s"]]]
[[concept]]
id = "citronellol"
class = "compound"
terms = ["citronellol"]
[[term]]
correct = "citronellal"
wrong = ["citronal", "citron-ella"]
known = ["citronellil"]
near = true
source = { title = "A list of names", year = 2020, url = "https://example.org/n" }
[[term]]
correct = "Melissa officinalis"
wrong = ["melissa medicinalis", "mellisa"]
near = true
[[term]]
correct = "balm"
wrong = ["barm"]
verified = false
)";

const Compiled& pack() {
  static const Compiled compiled = load_pack(names);
  return compiled;
}

std::string findings(std::string_view text) {
  return lint_text(pack(), text);
}

/// The text with every fix applied that is called safe.
std::string corrected(std::string_view text) {
  const auto source = make_source("text", std::string(text));
  auto bytes = source.bytes;
  const auto found = lint(source, *pack().rules, *pack().desk);
  for (auto at = found.rbegin(); at != found.rend(); ++at) {
    for (const auto& fix : at->fixes) {
      if (fix.safety != FixSafety::safe) continue;
      for (const auto& edit : fix.edits) {
        bytes.replace(edit.span.begin, size(edit.span), edit.text);
      }
    }
  }
  return bytes;
}

}  // namespace

TEST_CASE("the list of names has no mistake") {
  CHECK(pack_mistakes(pack()) == "");
}

TEST_CASE("a listed wrong name is told, in any case and in the plural") {
  CHECK(findings("It holds citronal.") == "error t/misspelt-name «citronal»\n");
  CHECK(findings("Citronals and CITRONAL.") ==
        "error t/misspelt-name «Citronals»\nerror t/misspelt-name «CITRONAL»\n");
  CHECK(findings("A drop of citron ella.") == "error t/misspelt-name «citron ella»\n");
  CHECK(findings("A drop of Citron-Ella.") == "error t/misspelt-name «Citron-Ella»\n");
  CHECK(findings("It holds citronalic things.") == "");
}

TEST_CASE("a word near a right name is told, a right or known one is not") {
  CHECK(findings("It holds citronelal.") == "error t/misspelt-name «citronelal»\n");
  CHECK(findings("It holds Citronnellal.") == "error t/misspelt-name «Citronnellal»\n");
  CHECK(findings("It holds citronellal.") == "");
  CHECK(findings("It holds Citronellals.") == "");
  CHECK(findings("It holds citronellol, another compound.") == "");
  CHECK(findings("It holds citronellil, a word that the pack knows.") == "");
  CHECK(findings("It holds lemon and citrus.") == "");
}

TEST_CASE("a name of several words is found with one of them misspelt") {
  CHECK(findings("Balm is Melissa officinalis.") == "");
  CHECK(findings("Balm is Melissa oficinalis.") == "error t/misspelt-name «Melissa oficinalis»\n");
  CHECK(findings("Balm is Melisa officinalis.") == "error t/misspelt-name «Melisa officinalis»\n");
  CHECK(findings("Balm is Melissa medicinalis.") ==
        "error t/misspelt-name «Melissa medicinalis»\n");
  CHECK(findings("Melissa Oficinal, a writer, officiates.") == "");
  CHECK(findings("Call Melissa.") == "");
}

TEST_CASE("a name is found across a line break, never across sentences") {
  CHECK(findings("A herb that is often sold under the old name of melissa\nmedicinalis today.") ==
        "error t/misspelt-name «melissa\nmedicinalis»\n");
  CHECK(findings("Call Melissa. Medicinalis is Latin.") == "");
}

TEST_CASE("a finding gives the right name, a safe fix and the source") {
  CHECK(lint_whole(pack(), "It holds Citronal.") ==
        "error t/misspelt-name «Citronal» \"Citronal\" is a misspelling of citronellal\n"
        "  note source: A list of names (2020)\n"
        "  safe fix «Citronal» -> Citronellal\n");
}

TEST_CASE("a name that nobody has checked never speaks louder than a warning") {
  CHECK(findings("Lemon barm.") == "warning t/misspelt-name «barm»\n");
}

TEST_CASE("fixes applied leave the rest of the text as it was, and nothing to fix") {
  const auto text = corrected(
      "Mellisa, which is the old name of the lemon balm (melissa\r\nmedicinalis), holds citronal "
      "and “citronelal”.");
  CHECK(text ==
        "Melissa officinalis, which is the old name of the lemon balm (Melissa\r\nofficinalis), "
        "holds citronellal and “citronellal”.");
  CHECK(corrected(text) == text);
  CHECK(findings(text) == "");
}
