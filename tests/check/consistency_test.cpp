// One document against itself: hedged here and flat there, the title against the text, two main
// compounds of one remedy.
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "lint/lint_text.hpp"

using namespace caveat;

namespace {

constexpr const char* words = R"(
[inflection]
noun = [["", ["s"]]]
verb = [["e", ["ed", "ing"]], ["", ["ed", "ing"]]]
irregular = [["be", "is", "are", "was"]]
[productions]
clause-start = "';' / 'but' / 'because' / ',' 'which'"
claim-outcome = "condition / target"
claim-population = "'in' population:population"
claim-comparator = "'than' comparator:intervention"
main-compound = '''
  "alkaloid" compound:( 'alpha' / 'beta' / compound )
  / compound:( 'alpha' / compound ) ',' 'the' 'alkaloid' ( 'of' intervention:intervention )? '''
[[scope]]
id = "possible"
cue = "'may' / 'might'"
cap = "possible"
[[scope]]
id = "probable"
cue = "'can'"
cap = "probable"
[[scope]]
id = "negated"
cue = "'not' / 'no' 'evidence'"
cap = "none"
negates = true
[[scope]]
id = "unapproved"
cue = "'not' 'approved'"
cap = "none"
[[scope]]
id = "question-sentence"
cue = "question start ."
reach = "sentence"
cap = "none"
[[scope]]
id = "uncertain"
cue = "'uncertain'"
reach = "clause"
certain = true
[[scope]]
id = "sold-as"
cue = "'sellers' 'say'"
voice = "sellers"
reach = "sentence-after"
cap = "none"
[[scope]]
id = "by-research"
cue = "'studies' 'suggest'"
voice = "research"
reach = "sentence-after"
[[scope]]
id = "refuted"
cue = "'myth'"
reach = "sentence"
cap = "none"
[[frame]]
id = "sources"
cue = "'references' end"
scope = "refuted"
silent = true
[[claim]]
id = "active"
match = '''
  intervention:( intervention / 'it' ) ( !lessen !raise . )* effect:( lessen / raise )
  outcome:( claim-outcome ( ( ',' / 'and' )+ claim-outcome )* ) '''
flags = ["a", "b", "c"]
allows = ["d", "e", "f"]
[[claim]]
id = "for"
match = "start intervention:intervention 'for' outcome:condition"
strength = "probable"
flags = ["a", "b", "c"]
allows = ["d", "e", "f"]
[[claim]]
id = "power"
match = "intervention:intervention ( !soothing . )* outcome:soothing effect:'power'"
flags = ["a", "b", "c"]
allows = ["d", "e", "f"]
[[concept]]
id = "easing"
class = "lessen"
inflect = "verb"
strength = "direct"
terms = ["ease"]
[[concept]]
id = "curing"
class = "lessen"
inflect = "verb"
strength = "absolute"
terms = ["cure"]
[[concept]]
id = "averting"
class = "lessen"
tags = ["prevention"]
inflect = "verb"
strength = "direct"
terms = ["avert"]
[[concept]]
id = "raising"
class = "raise"
inflect = "verb"
strength = "direct"
terms = ["boost"]
)";

constexpr const char* kitchen = R"(
[[concept]]
id = "basil"
class = "intervention"
tags = ["supplement"]
terms = ["basil"]
[[concept]]
id = "mint"
class = "intervention"
tags = ["unproven-remedy"]
terms = ["mint"]
[[concept]]
id = "milk"
class = "intervention"
terms = ["milk"]
[[concept]]
id = "quinine"
class = "intervention"
tags = ["established"]
terms = ["quinine"]
[[concept]]
id = "dill"
class = "intervention"
tags = ["supplement"]
terms = ["dill"]
[[concept]]
id = "cough"
class = "condition"
terms = ["cough"]
[[concept]]
id = "fever"
class = "condition"
terms = ["fever"]
[[concept]]
id = "cough-adjective"
class = "soothing"
broader = ["cough"]
inflect = "none"
terms = ["cough-easing"]
[[concept]]
id = "pressure"
class = "target"
terms = ["pressure"]
[[concept]]
id = "children"
class = "population"
terms = ["children"]
[[concept]]
id = "gamma"
class = "compound"
terms = ["gamma", "gammine"]
[[evidence]]
intervention = "dill"
outcome = "cough"
certainty = "high"
effect = "benefit"
source.title = "A review"
[[evidence]]
intervention = "dill"
outcome = "fever"
certainty = "low"
effect = "benefit"
source.title = "A review"
)";

const Compiled& packs() {
  static const auto loaded = load_pack(std::string(words) + kitchen);
  return loaded;
}

/// What the check of documents says, of a text in Markdown: `rule «words»`, then its notes; and
/// the notes that it puts under others' findings.
std::string told(std::string_view text) {
  const auto source = make_source("text", std::string(text));
  LintOptions options;
  options.format = format_named("markdown");
  std::string lines;
  for (const auto& found : lint(source, *packs().rules, *packs().desk, options)) {
    const bool ours = found.category == "consistency";
    if (ours) lines += found.rule + " " + words_at(source, found.span) + " " + found.message + "\n";
    for (const auto& note : found.notes) {
      if (!note.span) continue;
      lines += (ours ? "  " : found.rule + ": ") + words_at(source, *note.span) + " ";
      lines += note.message + "\n";
    }
  }
  return lines;
}

/// `rule «words»` of what is reported, without notes.
std::string found_in(std::string_view text) {
  const auto all = told(text);
  return all.substr(0, all.find(" \""));
}

}  // namespace

TEST_CASE("the pack of these tests is sound") {
  CHECK(pack_mistakes(packs()) == "");
}

TEST_CASE("the flat claim is reported, with a note at the hedged one") {
  CHECK(told("Basil eases cough. Basil may ease cough.") ==
        "core/hedged-here-flat-there «eases cough» \"eases cough\" is stated as certain here and "
        "hedged elsewhere\n  «ease cough» the same is hedged here: \"ease cough\"\n");
  CHECK(told("Basil may ease cough.\n\nIt is green.\n\n- Basil eases cough.") ==
        "core/hedged-here-flat-there «eases cough» \"eases cough\" is stated as certain here and "
        "hedged elsewhere\n  «ease cough» the same is hedged here: \"ease cough\"\n");
}

TEST_CASE("a hedge is also uncertainty that is said outright, and denial") {
  CHECK(told("Basil eases cough. It is uncertain that basil eases cough.") ==
        "core/hedged-here-flat-there «eases cough» \"eases cough\" is stated as certain here and "
        "called uncertain elsewhere\n"
        "  «eases cough» the same is called uncertain here: \"eases cough\"\n");
  CHECK(told("There is no evidence that basil eases cough. Basil eases cough.") ==
        "core/hedged-here-flat-there «eases cough» \"eases cough\" is stated as certain here and "
        "denied elsewhere\n  «eases cough» the same is denied here: \"eases cough\"\n");
  CHECK(found_in("Basil may have cough-easing power. Basil eases cough.") ==
        "core/hedged-here-flat-there «eases cough»");
  CHECK(found_in("Studies suggest that basil may ease cough. Basil eases cough.") ==
        "core/hedged-here-flat-there «eases cough»");
}

TEST_CASE("a pair is told once, and each pair by itself") {
  CHECK(told("Basil eases cough. Basil may ease cough. It eases cough. It might ease cough.") ==
        "core/hedged-here-flat-there «eases cough» \"eases cough\" is stated as certain here and "
        "hedged elsewhere\n  «ease cough» the same is hedged here: \"ease cough\"\n");
  CHECK(told("Basil eases cough and fever. Basil may ease fever.") ==
        "core/hedged-here-flat-there «eases cough and fever» \"eases cough and fever\" is stated "
        "as certain here and hedged elsewhere\n"
        "  «ease fever» the same is hedged here: \"ease fever\"\n");
}

// An editor mends a place once: where the evidence is spoken of, the contradiction is one reason
// more for the same change, and a second finding would only repeat it.
TEST_CASE("where a finding on the evidence stands already, it gets a note and nothing is added") {
  CHECK(told("Mint eases cough. Mint may ease cough.") ==
        "core/efficacy-without-evidence: «ease cough» the same is hedged here: \"ease cough\"\n");
  CHECK(told("Dill eases fever. Dill may ease fever.") ==
        "t/efficacy: «ease fever» the same is hedged here: \"ease fever\"\n");
  CHECK(told("# Mint eases cough\n\nMint does not ease cough.") ==
        "core/efficacy-without-evidence: «ease cough» the text denies the same: \"ease cough\"\n");
}

TEST_CASE("a contradiction weighs less where plain wording may be right") {
  const auto severity = [](std::string_view text) {
    const auto source = make_source("text", std::string(text));
    const auto found = lint(source, *packs().rules, *packs().desk);
    return found.size() == 1 ? std::string(name_of(found[0].severity)) : "not one finding";
  };
  CHECK(severity("Basil eases cough. Basil may ease cough.") == "warning");
  CHECK(severity("Milk eases cough. Basil is green. Milk may ease cough.") == "note");
}

TEST_CASE("what is no contradiction is not told as one") {
  const char* texts[] = {
      "Basil eases cough. Basil may ease fever.",                     // another outcome
      "Basil eases cough. Mint is not basil.",                        // another statement
      "Basil can ease cough. Basil may ease cough.",                  // one step apart
      "Basil may ease cough. Basil might ease cough.",                // both hedged
      "Basil eases cough. Does basil ease cough?",                    // asked
      "Basil eases cough. Sellers say basil may ease cough.",         // somebody else
      "Sellers say basil eases cough. Basil may ease cough.",         // somebody else
      "Basil may ease cough. It is a myth that basil eases cough.",   // refuted
      "Basil may ease cough.\n\n# References\n\nBasil eases cough.",  // another's title
      "Basil eases cough. Basil may ease cough in children.",         // other people
      "Basil eases cough. Basil does not avert cough.",               // prevention is not relief
      "Basil eases cough. Basil does not cure cough.",                // no cure, and still relief
      "Basil eases cough. Basil does not ease cough better than mint.",
      "Basil eases cough. Basil is not approved to ease cough.",  // no denial of an effect
      "Basil eases pressure. Basil may boost pressure.",          // another way round
      "Dill eases cough. Dill may ease cough.",                   // the hedge is the mistake
      "Quinine eases fever. Quinine may ease fever.",             // a known medicine
      "Basil eases cough.",
  };
  for (const char* text : texts) {
    CAPTURE(text);
    CHECK(told(text) == "");
  }
}

TEST_CASE("a title, or what search engines show, that claims more than the text") {
  CHECK(told("# Basil eases cough\n\nBasil may ease cough.") ==
        "core/title-stronger-than-body «eases cough» \"eases cough\" is claimed more strongly in "
        "the title than anywhere in the text\n"
        "  «ease cough» the text says no more than: \"ease cough\"\n");
  CHECK(told("---\ntitle: Basil can ease cough\n---\n\nThere is no evidence that basil eases "
             "cough.") ==
        "core/title-stronger-than-body «ease cough» \"ease cough\" is claimed in the title and "
        "denied in the text\n  «eases cough» the text denies the same: \"eases cough\"\n");
  CHECK(found_in("---\ndescription: Basil eases cough\n---\n\nBasil may ease cough.") ==
        "core/title-stronger-than-body «eases cough»");
}

TEST_CASE("a title that says what its text says, or only names its topic, is left alone") {
  const char* texts[] = {
      "# Basil eases cough\n\nBasil eases cough.",
      "# Basil eases cough\n\nBasil can ease cough.",
      "# Basil eases cough\n\nBasil is green.",
      "# Basil may ease cough\n\nIt is uncertain that basil eases cough.",
      "# Basil for cough\n\nThere is no evidence that basil eases cough.",
      "# Does basil ease cough?\n\nThere is no evidence that basil eases cough.",
      "# Dill eases cough\n\nDill may ease cough.",
      "# Basil eases cough\n\nSellers say basil may ease cough.",
  };
  for (const char* text : texts) {
    CAPTURE(text);
    CHECK(told(text) == "");
  }
}

TEST_CASE("two main compounds of one remedy are told at the second, with a note at the first") {
  CHECK(told("Mint has the alkaloid alpha. Mint has the alkaloid beta. Mint: alkaloid gamma.") ==
        "core/two-active-compounds «beta» \"beta\" is called the main compound of Mint, and so is "
        "\"alpha\"\n  «alpha» the other one: \"alpha\"\n");
  CHECK(told("Mint grows. Its alkaloid gamma is bitter.\n\nAlpha, the alkaloid of mint, is not.") ==
        "core/two-active-compounds «Alpha» \"Alpha\" is called the main compound of Mint, and so "
        "is \"gamma\"\n  «gamma» the other one: \"gamma\"\n");
}

TEST_CASE("one main compound each, or one by two names, is no contradiction") {
  const char* texts[] = {
      "Mint has the alkaloid alpha. Basil has the alkaloid beta.",
      "Mint has the alkaloid gamma. Mint has the alkaloid gammine.",
      "Mint has the alkaloid alpha. Mint has the Alkaloid Alpha.",
      "Quinine has the alkaloid alpha. Quinine has the alkaloid beta.",
      "Mint has the alkaloid alpha. Mint grows. Its leaf is green. Rain falls. Wind blows. So it "
      "goes. Some alkaloid beta is sold.",
  };
  for (const char* text : texts) {
    CAPTURE(text);
    CHECK(told(text) == "");
  }
}

TEST_CASE("nothing is carried from one document to the next") {
  CHECK(told("Basil eases cough. Mint has the alkaloid alpha.") == "");
  CHECK(told("Basil may ease cough. Mint has the alkaloid beta.") == "");
}
