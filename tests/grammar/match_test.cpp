#include "grammar/match.hpp"

#include <catch2/catch.hpp>

#include "grammar/workbench.hpp"

using namespace caveat;

namespace {

constexpr const char* herbs = R"(
[inflection]
noun = [["y", ["ies"]], ["", ["s"]]]
verb = [["e", ["ed", "ing"]], ["", ["ed", "ing", "@ed", "@ing"]]]
irregular = [["be", "is", "are", "was"]]
[productions]
be = '"be"'
booster = "'completely' / 'totally'"
list = "pain ( ',' pain )* / pain"
nest = "'(' nest? ')'"
clause-start = "';' / 'but' / ',' 'which'"
[[concept]]
id = "mint"
class = "intervention"
tags = ["herb"]
terms = ["mint", "mint tea", "peppermint oil"]
[[concept]]
id = "depression"
class = "condition"
terms = ["depression"]
[[concept]]
id = "low-mood"
class = "condition"
broader = ["depression"]
terms = ["low mood"]
[[concept]]
id = "breathing"
class = "harm"
terms = ["respiratory depression"]
[[concept]]
id = "pain"
class = "condition"
terms = ["pain", "ache"]
[[concept]]
id = "relieve"
class = "effect"
inflect = "verb"
terms = ["relieve", "get rid of", "stop"]
[[scope]]
id = "negated"
cue = "'not' / 'no'"
[[scope]]
id = "hedged"
cue = "'may'"
reach = "clause"
[[scope]]
id = "doubted"
cue = "'allegedly'"
reach = "sentence-before"
within = 2
[[scope]]
id = "told"
cue = "'say'"
until = "'of'"
)";

struct Row {
  const char* pattern;
  const char* sentence;
  const char* match;
};

}  // namespace

TEST_CASE("the productions that took part in a match are told with their words") {
  struct Calls {
    const char* pattern;
    const char* sentence;
    const char* calls;
  };
  const Calls table[] = {
      {"mint be booster? 'safe'", "Mint is totally safe.", "0 be 1-2, 0 booster 2-3, "},
      {"mint be booster? 'safe'", "Mint is safe.", "0 be 1-2, "},
      {"mint .. booster", "Mint is, I think, totally safe.", "0 booster 6-7, "},
      {"mint !booster be", "Mint is safe.", "0 be 1-2, "},
      {"mint ( be / booster )*", "Mint is totally safe.", "0 be 1-2, 0 booster 2-3, "},
      {"mint nest", "Mint (()).", "0 nest 1-5, 1 nest 2-4, "},
      {"mint 'was'", "Mint is safe.", ""},
  };
  for (const Calls& row : table) {
    CAPTURE(row.pattern, row.sentence);
    const auto bench = make_workbench(herbs, row.pattern);
    MatchReading reading;
    read(bench, row.sentence, reading);
    std::string told;
    for (const Call& call : calls_at(reading.matcher, bench.program, bench.pattern, 0)) {
      told += std::to_string(call.depth) + " " + bench.program.production_names[call.production] +
              " " + std::to_string(call.begin) + "-" + std::to_string(call.end) + ", ";
    }
    CHECK(told == row.calls);
  }
}

TEST_CASE("a pattern finds its words in a sentence") {
  const Row rows[] = {
      {"'mint'", "Fresh MINT helps.", "MINT"},
      {"'mint'", "Fresh mints help.", "-"},
      {"\"mint\"", "Fresh mints help.", "mints"},
      {"\"stop\"", "It stopped.", "stopped"},
      {"\"be\"", "They are safe.", "are"},
      {"'side effect'", "A side-effect is rare.", "side-effect"},
      {"'side-effect-free'", "It is side effect free.", "side effect free"},
      {"mint", "Drink mint tea daily.", "mint tea"},
      {"mint", "Drink mint daily.", "mint"},
      {"herb", "Drink mint tea daily.", "mint tea"},
      {"intervention", "Drink mint tea daily.", "mint tea"},
      {"depression", "A low mood passes.", "low mood"},
      {"depression", "Opioids cause respiratory depression.", "-"},
      {"harm", "Opioids cause respiratory depression.", "respiratory depression"},
      {"x:intervention effect y:condition", "Mint relieves pain.",
       "Mint relieves pain x=Mint y=pain"},
      {"intervention effect condition", "Mint gets rid of aches.", "Mint gets rid of aches"},
      {"effect condition", "Mint can get rid of aches.", "get rid of aches"},
      {"mint be booster? 'safe'", "Mint is totally safe.", "Mint is totally safe"},
      {"mint be booster? 'safe'", "Mint was safe.", "Mint was safe"},
      {"mint .. condition", "Mint in hot water for pain.", "Mint in hot water for pain"},
      {"mint ..2 condition", "Mint in hot water for pain.", "-"},
      {"mint ..4 condition", "Mint in hot water for pain.", "Mint in hot water for pain"},
      {"mint .. condition", "Mint smells, but not of pain.", "-"},
      {"mint .. condition", "Mint; pain.", "-"},
      {"mint ';' condition", "Mint; pain.", "Mint; pain"},
      {"mint ( !condition . )* condition", "Mint, they say, eases pain.",
       "Mint, they say, eases pain"},
      {"mint !'tea'", "Drink mint tea.", "mint tea"},
      {"'mint' !'tea'", "Drink mint tea.", "-"},
      {"mint &'is'", "Mint is green.", "Mint"},
      {"list", "Pain, ache, pain.", "Pain, ache, pain"},
      {"'a' / 'a b'", "a b", "a"},
      {"'a b' / 'a'", "a b", "a b"},
      {"x:( 'a' / 'b' )+", "so a b a it is", "a b a x=a b a"},
      {"number", "Take 12 of them.", "12"},
      {"year", "Written in 2017 by us.", "2017"},
      {"capital 'water'", "In Vichy water.", "Vichy water"},
      {"'me' end", "It is me", "me"},
      {"start .", "Mint is green.", "Mint"},
      {"mint question", "Is it mint?", "mint"},
      {"mint question", "It is mint.", "-"},
      {"nest", "Odd ( ( ( ) ) ) signs.", "( ( ( ) ) )"},
      {"nest", "Odd ( ( ( ) ) signs.", "( ( ) )"},
      {"effect negated", "Mint relieves no pain.", "-"},
      {"negated", "Mint relieves no pain.", "pain"},
      {"hedged", "Mint may help.", "Mint"},
      {"'is' hedged", "Mint is green; it may help.", "-"},
      {"hedged 'it'", "Mint is green; it may help.", "; it"},
      {"doubted doubted", "A b c allegedly d.", "b c"},
      {"doubted doubted doubted", "A b c allegedly d.", "-"},
      {"told+", "They say it cures all of us.", "it cures all"},
  };
  for (const auto& row : rows) {
    const auto bench = make_workbench(herbs, row.pattern);
    INFO(row.pattern << " in: " << row.sentence);
    REQUIRE(mistakes(bench).empty());
    CHECK(first_match(bench, row.sentence) == row.match);
  }
}

TEST_CASE("a slot inside a production is remembered for the rule that uses it") {
  const auto bench = make_workbench(
      "[productions]\nsubject = \"who:( 'mint' / 'sage' )\"\nclaim = \"subject .. what:'pain'\"",
      "claim");
  CHECK(first_match(bench, "We know sage for all pain.") == "sage for all pain who=sage what=pain");
}
