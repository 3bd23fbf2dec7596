// Rules of patterns: what they say, where they point, what excuses them and when they speak.
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
[[scope]]
id = "negated"
cue = "'not'"
[[scope]]
id = "question"
cue = "question start ."
reach = "sentence"
[[concept]]
id = "mint"
class = "intervention"
terms = ["mint", "mint tea"]
[[concept]]
id = "cough"
class = "condition"
terms = ["cough"]
)";

/// A rule with the id "praise". Its examples are never run.
std::string rule(std::string_view match, std::string_view more = "",
                 std::string_view message = "m") {
  return "[[rule]]\nid = \"praise\"\ncategory = \"safety\"\nmatch = '''" + std::string(match) +
         "'''\nmessage = \"" + std::string(message) + "\"\n" + std::string(more) +
         "\nwhy = \"w\"\nsource = { title = \"A review\", url = \"https://example.org/r\" }\n"
         "flags = ['a', 'b', 'c']\nallows = ['d', 'e', 'f']\n";
}

/// Whether a document of the sentence has a finding.
bool flags(const Compiled& pack, std::string_view text) {
  return !lint_text(pack, text).empty();
}

}  // namespace

TEST_CASE("a message holds the words that its slots took, in one line") {
  const auto pack = load_pack(
      herbs +
      rule("remedy:intervention 'is' booster:'wholly'? claim:( 'safe' / 'free' 'of' 'harm' )", "",
           "{remedy} is called {claim}, {booster}!"));
  REQUIRE(pack_mistakes(pack) == "");
  CHECK(lint_whole(pack, "Buy Mint  tea: Mint tea is wholly free of\nharm.") ==
        "warning t/praise «Mint tea is wholly free of\nharm» Mint tea is called free of harm, "
        "wholly!\n  note source: A review\n");
  CHECK(lint_whole(pack, "Today mint is safe.") ==
        "warning t/praise «mint is safe» mint is called safe, !\n  note source: A review\n");
}

TEST_CASE("a finding carries the severity, category, address and source of its rule") {
  const auto pack = load_pack(herbs + rule("'safe'", "severity = \"error\""));
  const auto source = make_source("text", "It is safe.");
  const auto found = lint(source, *pack.rules, *pack.desk);
  REQUIRE(found.size() == 1);
  CHECK(found[0].rule == "t/praise");
  CHECK(found[0].category == "safety");
  CHECK(found[0].severity == Severity::error);
  CHECK(found[0].url == "https://example.org/r");
}

TEST_CASE("a rule that nobody has checked never speaks louder than a warning") {
  const auto pack = load_pack(herbs + rule("'safe'", "severity = \"error\"\nverified = false"));
  CHECK(lint_whole(pack, "It is safe.") ==
        "warning t/praise «safe» m\n  note source: A review, not yet checked against it\n");
}

TEST_CASE("the slot 'here' narrows the place of a finding") {
  const auto pack = load_pack(herbs + rule("intervention 'is' here:'safe'? .."));
  CHECK(pack_mistakes(pack) != "");
  const auto narrow = load_pack(herbs + rule("intervention 'is' here:'safe'? 'today'"));
  REQUIRE(pack_mistakes(narrow) == "");
  CHECK(lint_text(narrow, "Mint is safe today.") == "warning t/praise «safe»\n");
  CHECK(lint_text(narrow, "Mint is today.") == "warning t/praise «Mint is today»\n");
}

TEST_CASE("a fix replaces the slot 'wrong' or the whole match, and is never called safe") {
  const auto wrong =
      load_pack(herbs + rule("'leaf' 'of' wrong:'mynt'", "fix = \"mint\"", "it is no {wrong}"));
  CHECK(lint_whole(wrong, "A leaf of Mynt.") ==
        "warning t/praise «leaf of Mynt» it is no Mynt\n  note source: A review\n"
        "  fix «Mynt» -> mint\n");
  const auto whole = load_pack(herbs + rule("'leaf' 'of' herb:'mynt'", "fix = \"{herb} leaf\""));
  CHECK(lint_whole(whole, "A leaf of Mynt.") ==
        "warning t/praise «leaf of Mynt» m\n  note source: A review\n"
        "  fix «leaf of Mynt» -> Mynt leaf\n");
}

TEST_CASE("a scope excuses a rule only where it governs the words of the match") {
  const auto pack = load_pack(
      herbs + rule("intervention ( !'safe' . )* 'safe'", "unless = \"negated / question\""));
  REQUIRE(pack_mistakes(pack) == "");
  CHECK(flags(pack, "Mint is safe."));
  CHECK_FALSE(flags(pack, "Mint is not safe."));
  CHECK(flags(pack, "Mint is safe, not cheap."));
  CHECK_FALSE(flags(pack, "Not all mint is safe."));
  CHECK(flags(pack, "Mint is not cheap; mint is safe."));
  CHECK_FALSE(flags(pack, "Is mint safe?"));
}

TEST_CASE("any other pattern excuses a rule anywhere in the clause of the match") {
  const auto pack = load_pack(
      herbs + rule("intervention 'is' 'safe'", "unless = \"'perhaps' / 'so' 'they' 'say'\""));
  CHECK(flags(pack, "Mint is safe."));
  CHECK_FALSE(flags(pack, "Mint is safe, perhaps."));
  CHECK_FALSE(flags(pack, "Perhaps mint is safe."));
  CHECK_FALSE(flags(pack, "Mint is safe, so they say."));
  CHECK(flags(pack, "Perhaps it rains; mint is safe."));
  CHECK(flags(pack, "Mint is safe but perhaps dear."));
  CHECK(flags(pack, "Perhaps. Mint is safe."));
}

TEST_CASE("a match over two clauses is excused by what stands in either") {
  const auto pack = load_pack(herbs + rule("'bitter' 'but' 'safe'", "unless = \"'perhaps'\""));
  CHECK(flags(pack, "Mint is bitter but safe."));
  CHECK_FALSE(flags(pack, "Perhaps mint is bitter but safe."));
  CHECK_FALSE(flags(pack, "Mint is bitter but safe, perhaps."));
  CHECK(flags(pack, "Perhaps it rains; mint is bitter but safe."));
}

TEST_CASE("a rule with a topic speaks in a document about it") {
  const auto pack = load_pack(herbs + rule("'leaf' 'is' 'safe'", "when = \"topic mint\""));
  REQUIRE(pack_mistakes(pack) == "");
  CHECK_FALSE(flags(pack, "The leaf is safe."));
  CHECK(flags(pack, "Mint Today\n\nThe leaf is safe."));
  CHECK(flags(pack,
              "Herbs\n\nA word first.\n\nMint\n\nA leaf.\n\nOther things\n\nThe leaf is safe."));
  CHECK(flags(pack, "Mint grows. Mint lasts. Cut the mint.\n\nThe leaf is safe."));
  CHECK_FALSE(flags(pack, "Mint grows. Mint lasts.\n\nThe leaf is safe."));
}

TEST_CASE("a rule with a topic speaks in a paragraph that names it, before or after") {
  const auto pack = load_pack(herbs + rule("'leaf' 'is' 'safe'", "when = \"topic mint\""));
  CHECK(flags(pack, "Mint grows. The leaf is safe."));
  CHECK(flags(pack, "The leaf is safe. It is mint."));
  CHECK(flags(pack, "One word.\n\nThe leaf is safe. So is mint.\n\nAnother word."));
  CHECK_FALSE(flags(pack, "The leaf is safe.\n\nSo is mint."));
  CHECK_FALSE(flags(pack, "Mint grows.\n\nThe leaf is safe."));
  CHECK(flags(pack, "Mint grows.\n\nA word.\n\nThe leaf is safe, says mint."));
}

TEST_CASE("of two topics both must be spoken of") {
  const auto pack =
      load_pack(herbs + rule("'leaf' 'is' 'safe'", "when = \"topic mint and topic cough\""));
  REQUIRE(pack_mistakes(pack) == "");
  CHECK(flags(pack, "Mint for Cough\n\nThe leaf is safe."));
  CHECK(flags(pack, "Mint\n\nThe leaf is safe in cough."));
  CHECK_FALSE(flags(pack, "Mint\n\nThe leaf is safe."));
  CHECK_FALSE(flags(pack, "Cough\n\nThe leaf is safe."));
}

TEST_CASE("a topic may be a class") {
  const auto pack = load_pack(herbs + rule("'leaf' 'is' 'safe'", "when = \"topic intervention\""));
  CHECK(flags(pack, "Mint Today\n\nThe leaf is safe."));
  CHECK_FALSE(flags(pack, "Cough Today\n\nThe leaf is safe."));
}

TEST_CASE("a rule goes on after its match, so that its matches never overlap") {
  const auto pack = load_pack(herbs + rule("word:( 'very' 'very' )", "", "{word}"));
  CHECK(lint_text(pack, "Mint is very very very very very safe.") ==
        "warning t/praise «very very»\n");
  CHECK(lint_text(pack, "Mint is very very safe and VERY very dear.") ==
        "warning t/praise «very very»\nwarning t/praise «VERY very»\n");
}

TEST_CASE("two rules that read the same words both speak") {
  auto second = rule("'is' 'safe'");
  second.replace(second.find("praise"), 6, "second");
  const auto pack = load_pack(herbs + rule("intervention 'is' 'safe'") + second);
  REQUIRE(pack_mistakes(pack) == "");
  CHECK(lint_text(pack, "Mint is safe.") ==
        "warning t/praise «Mint is safe»\nwarning t/second «is safe»\n");
}

TEST_CASE("a slot that no pattern binds is told at its own place, escapes or not") {
  const auto place = [](const std::string& message) {
    const auto loaded = load_pack(
        "[[rule]]\n"
        "id = 'r'\ncategory = 'safety'\nmatch = \"who:'mint'\"\nwhy = 'w'\nmessage = " +
        message +
        "\nsource.title = 's'\nflags = ['Mint.', 'A mint.', 'One mint.']\n"
        "allows = ['Sage.', 'A sage.', 'One sage.']\n");
    REQUIRE(loaded.diagnostics.size() == 1);
    const auto& [source, found] = loaded.diagnostics.front();
    return found.rule + " " + words_at(loaded.packs.sources[source], found.span);
  };
  CHECK(place("'of {whom} it is said'") == "pack/unbound-slot «{whom}»");
  CHECK(place(R"("\"{whom}\" it is")") == R"(pack/unbound-slot «\"{whom}\" it is»)");
}
