// What becomes of a language's words when packs are compiled.
#include <catch2/catch.hpp>

#include "prose/language_fixture.hpp"

using caveat::compile_language;
using caveat::Language;
using caveat::Pack;
using caveat::test::texts;
using caveat::test::tokens_of;

TEST_CASE("the words of all packs are folded and joined") {
  std::vector<Pack> packs(2);
  packs[0].words.abbreviations = texts({"Dr.", "E.g."});
  packs[1].words.abbreviations = texts({"dr.", "vs."});
  packs[1].words.units = texts({"MG", "µg"});
  packs[1].words.starters = texts({"The"});
  const Language language = compile_language(packs);
  CHECK(language.abbreviations == caveat::StringSet{"dr.", "e.g.", "vs."});
  CHECK(language.units == caveat::StringSet{"mg", "μg"});
  CHECK(language.starters == caveat::StringSet{"the"});
}

TEST_CASE("names kept whole come longest first, once, with single spaces") {
  std::vector<Pack> packs(1);
  packs[0].words.whole = texts({"lion's mane", "Lion’s  Mane", "St. John's wort", "x", ""});
  packs[0].words.abbreviations = texts({"et al."});
  const std::vector<std::string> whole = {"st. john's wort", "lion's mane", "et al."};
  CHECK(compile_language(packs).whole == whole);
}

TEST_CASE("of two names kept whole the longer one is found") {
  std::vector<Pack> packs(1);
  packs[0].words.whole = texts({"green tea", "green tea extract"});
  const Language language = compile_language(packs);
  const std::string_view source = "Green tea extract, green tea extracts";
  caveat::Prose prose;
  caveat::read_prose(caveat::test::one_block(source), language, prose);
  CHECK(caveat::dump(source, prose) == "[Green tea extract][,][green tea][extracts]\n");
}

TEST_CASE("without any pack text still has words and sentences") {
  const std::string_view source = "Take 5 mg. It's fine.";
  caveat::Prose prose;
  for (const Language& language : {Language{}, compile_language({})}) {
    caveat::read_prose(caveat::test::one_block(source), language, prose);
    CHECK(caveat::dump(source, prose) == "[Take][5][mg][.]\n[It]['s][fine][.]\n");
  }
}

TEST_CASE("reading a second text forgets the first") {
  const std::string_view first = "One. Two. Three.";
  const std::string_view second = "Four.";
  caveat::Prose prose;
  caveat::read_prose(caveat::test::one_block(first), caveat::test::small_english(), prose);
  caveat::read_prose(caveat::test::one_block(second), caveat::test::small_english(), prose);
  CHECK(caveat::dump(second, prose) == "[Four][.]\n");
}
