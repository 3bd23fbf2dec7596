// Finding the name that a word or a window of words misspells. Hits are printed as
// "name distance"; "-" is none.
#include "lexicon/near.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/misspelling.hpp"
#include "lexicon/slip.hpp"

using namespace caveat;

namespace {

struct Names {
  std::vector<NearName> list;
  NearIndex index;
};

/// Each name is a term of its own.
Names index_of(std::vector<std::string> names, std::vector<std::string> known = {}) {
  Names result;
  for (const auto& name : names)
    result.list.push_back({name, static_cast<std::uint32_t>(result.list.size())});
  result.index = build_near_index(result.list, known);
  return result;
}

std::string printed(const Names& names, const std::optional<NearHit>& hit) {
  return hit ? names.list[hit->term].folded + " " + std::to_string(hit->distance) : "-";
}

std::string near_to(const Names& names, std::string_view word) {
  return printed(names, nearest(names.index, word));
}

std::string phrase_near_to(const Names& names, const std::vector<std::string_view>& words) {
  return printed(names, nearest_phrase(names.index, words));
}

}  // namespace

TEST_CASE("The misspelt name is found among others, and each name is right as it stands") {
  const Names names = index_of({"mitragynine", "7-hydroxymitragynine", "mitraphylline",
                                "isomitraphylline", "mitraciliatine", "speciociliatine",
                                "speciogynine", "paynantheine", "corynantheidine", "kratom"});
  CHECK(near_to(names, "7-hydroxmitragynine") == "7-hydroxymitragynine 1");
  CHECK(near_to(names, "mitragynene") == "mitragynine 1");
  CHECK(near_to(names, "imtragynine") == "mitragynine 1");
  CHECK(near_to(names, "mitraphyline") == "mitraphylline 1");
  for (const auto& name : names.list) CHECK(near_to(names, name.folded) == "-");
  for (const char* word : {"kraton", "mitragyna", "mitre", "speciosa", "hydroxy", "alkaloids", ""})
    CHECK(near_to(names, word) == "-");
}

TEST_CASE("A known word is never a misspelling, however near it is") {
  CHECK(near_to(index_of({"glucosamine"}), "glycosamine") == "glucosamine 1");
  CHECK(near_to(index_of({"glucosamine"}, {"glycosamine"}), "glycosamine") == "-");
}

TEST_CASE("A word as near to one name as to another is a misspelling of neither") {
  const Names names = index_of({"clonazepam", "clorazepam"});
  CHECK(near_to(names, "clozazepam") == "-");
  CHECK(near_to(names, "clonazepem") == "clonazepam 1");
}

TEST_CASE("A name that two packs bring is one name") {
  const std::vector<NearName> twice = {{"mitragynine", 4}, {"mitragynine", 9}};
  const auto hit = nearest(build_near_index(twice, {}), "mitragynene");
  REQUIRE(hit);
  CHECK(hit->term == 4);
}

TEST_CASE("Names of several words are found when a word of theirs is right") {
  const Names names = index_of({"mitragyna speciosa", "ginkgo biloba", "folic acid",
                                "apple cider vinegar", "omega-3 fatty acids", "mitragynine"},
                               {"speciation"});
  CHECK(phrase_near_to(names, {"mitragyna", "speciose"}) == "mitragyna speciosa 1");
  CHECK(phrase_near_to(names, {"mitragynia", "speciosa", "leaf"}) == "mitragyna speciosa 1");
  CHECK(phrase_near_to(names, {"gingko", "biloba"}) == "ginkgo biloba 1");
  CHECK(phrase_near_to(names, {"apple", "sider", "vinegar"}) == "-");
  CHECK(phrase_near_to(names, {"apple", "cider", "vinigar"}) == "apple cider vinegar 1");
  CHECK(nearest_phrase(names.index, std::vector<std::string_view>{"mitragyna", "speciose", "tree"})
            ->words == 2);
}

TEST_CASE("A phrase that is right, cut short or another one is no misspelling") {
  const Names names = index_of({"mitragyna speciosa", "folic acid", "omega-3 fatty acids"});
  const std::vector<std::vector<std::string_view>> phrases = {{"mitragyna", "speciosa"},
                                                              {"mitragyna", "species"},
                                                              {"mitragyna"},
                                                              {"mitragyna", "parvifolia"},
                                                              {"speciosa", "mitragyna"},
                                                              {"folic", "acids"},
                                                              {"folinic", "acid"},
                                                              {"omega-6", "fatty", "acids"},
                                                              {"mitrogyna", "speciose"},
                                                              {"speciose"},
                                                              {"the", "mitragyna", "speciose"},
                                                              {}};
  for (const auto& phrase : phrases) CHECK(phrase_near_to(names, phrase) == "-");
}

TEST_CASE("A longer name is misspelt though a shorter one within it is right") {
  const Names names = index_of({"monoamine oxidase", "monoamine oxidase inhibitor"});
  CHECK(phrase_near_to(names, {"monoamine", "oxidase", "inhibiter"}) ==
        "monoamine oxidase inhibitor 1");
  CHECK(phrase_near_to(names, {"monoamine", "oxidase", "inhibitors"}) == "-");
}

TEST_CASE("A word that a pack knows is right in a phrase too") {
  CHECK(phrase_near_to(index_of({"echinacea purpurea"}), {"echinacea", "purpura"}) ==
        "echinacea purpurea 1");
  CHECK(phrase_near_to(index_of({"echinacea purpurea"}, {"purpura"}), {"echinacea", "purpura"}) ==
        "-");
}

TEST_CASE("An index of nothing, or of names too short to misspell, finds nothing") {
  CHECK_FALSE(nearest(NearIndex(), "mitragynene"));
  CHECK_FALSE(nearest_phrase(NearIndex(), std::vector<std::string_view>{"mitragyna", "speciose"}));
  const Names names = index_of({"", " ", "zinc", "vitamin c"});
  CHECK(near_to(names, "zincs") == "-");
  CHECK(phrase_near_to(names, {"vitamine", "c"}) == "-");
  CHECK(phrase_near_to(names, {"", ""}) == "-");
}

TEST_CASE("Hostile words are looked up like any other") {
  const Names names = index_of({"mitragynine"});
  CHECK(near_to(names, std::string(1 << 20, 'm') + "e") == "-");
  CHECK(near_to(names, std::string("mitragyn\0ne", 11)) == "-");
  CHECK(near_to(names, "mitragyn\xFFne") == "mitragynine 1");
}

// --- The index against asking every name

namespace {

std::string random_name(std::mt19937& random) {
  constexpr std::array syllables = {"mi",  "tra", "gy",  "ni",  "ne", "flu", "ox",  "e",   "ti",
                                    "ser", "lo",  "zap", "in",  "ol", "hy",  "dro", "xy",  "cor",
                                    "pa",  "bu",  "pro", "phe", "na", "ide", "7-",  "ate", "ra"};
  std::string name;
  for (std::size_t n = 3 + random() % 4; n > 0; --n) name += syllables[random() % syllables.size()];
  return name;
}

/// What nearest() should find, from every name in turn.
std::string nearest_of_all(const Names& names, const std::string& word) {
  std::uint32_t least = 3;
  std::string found = "-";
  for (const auto& name : names.list) {
    const auto edits = misspelling(word, name.folded, Company::alone);
    if (!edits || *edits > least) continue;
    if (*edits == 0) return "-";
    const std::string text = name.folded + " " + std::to_string(*edits);
    found = *edits == least && found != text ? "-" : text;
    least = *edits;
  }
  return found;
}

}  // namespace

TEST_CASE("Among 3,000 names the index finds what comparing with each of them finds") {
  std::mt19937 random(20260601);
  std::vector<std::string> list;
  while (list.size() < 3000) list.push_back(random_name(random));
  const Names names = index_of(list);
  std::size_t hits = 0;
  for (std::size_t i = 0; i < 4000; ++i) {
    std::string word = with_slip(list[random() % list.size()], 0, random);
    if (i % 2 == 0) word = with_slip(word, 0, random);
    const std::string found = near_to(names, word);
    INFO(word);
    REQUIRE(found == nearest_of_all(names, word));
    if (found != "-") ++hits;
  }
  CHECK(hits > 1000);
}
