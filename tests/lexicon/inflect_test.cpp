#include "lexicon/inflect.hpp"

#include <catch2/catch.hpp>

using namespace caveat;

namespace {

Inflector english() {
  Pack pack;
  pack.words.noun_endings = {{"y", {"ies"}}, {"sis", {"ses"}}, {"", {"s"}}};
  pack.words.verb_endings = {{"e", {"ed", "ing"}}, {"", {"ed", "ing", "@ed", "@ing"}}};
  pack.words.irregular = {{"be", "is", "are", "was"}};
  return compile_inflector(std::span(&pack, 1));
}

std::string forms(const std::string& word, Inflect inflect) {
  std::string line;
  for (const auto& form : forms_of(english(), word, inflect)) line += form + " ";
  return line;
}

}  // namespace

TEST_CASE("a word takes the endings of its language") {
  CHECK(forms("herb", Inflect::none) == "herb ");
  CHECK(forms("herb", Inflect::noun) == "herb herbs ");
  CHECK(forms("therapy", Inflect::noun) == "therapy therapies ");
  CHECK(forms("diagnosis", Inflect::noun) == "diagnosis diagnoses ");
  CHECK(forms("relieve", Inflect::verb) == "relieve relieves relieved relieving ");
  CHECK(forms("stop", Inflect::verb) == "stop stops stoped stoping stopped stopping ");
  CHECK(forms("be", Inflect::verb) == "be is are was ");
  CHECK(forms("in", Inflect::verb) == "in ");
}
