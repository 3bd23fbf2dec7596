// What is a misspelt name and what is another word, as tables: word, name, and how many edits the
// one is from the other as a misspelling; "=" is the name itself or a form of it, "-" another word.
#include "lexicon/misspelling.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "pack/suggest.hpp"

using namespace caveat;

namespace {

struct Row {
  const char* word;
  const char* name;
  const char* verdict;
};

std::string verdict_on(std::string_view word, std::string_view name, Company company) {
  const auto edits = misspelling(word, name, company);
  return !edits ? "-" : *edits == 0 ? "=" : std::to_string(*edits);
}

void check(const std::vector<Row>& rows, Company company = Company::alone) {
  for (const auto& [word, name, verdict] : rows) {
    INFO(word << " for " << name);
    CHECK(verdict_on(word, name, company) == verdict);
  }
}

}  // namespace

TEST_CASE("What writers make of kratom's alkaloids is found") {
  check({{"mitragynene", "mitragynine", "1"},
         {"mitragynin", "mitragynine", "1"},
         {"mitraginine", "mitragynine", "1"},
         {"mytragynine", "mitragynine", "1"},
         {"mitrogynine", "mitragynine", "1"},
         {"imtragynine", "mitragynine", "1"},
         {"mytraginine", "mitragynine", "2"},
         {"7-hydroxmitragynine", "7-hydroxymitragynine", "1"},
         {"7-hydroxymitragyine", "7-hydroxymitragynine", "1"},
         {"7-hydroxymintragynine", "7-hydroxymitragynine", "1"},
         {"7-hyrdroxymitragynine", "7-hydroxymitragynine", "1"},
         {"7hydroxmitragynine", "7-hydroxymitragynine", "2"},
         {"speciogynin", "speciogynine", "1"},
         {"speciocilatine", "speciociliatine", "1"},
         {"paynanthiene", "paynantheine", "1"},
         {"corynanthidine", "corynantheidine", "1"}});
}

TEST_CASE("Slips that people make in names of medicines and supplements are found") {
  check({{"fluoxitine", "fluoxetine", "1"},
         {"sertaline", "sertraline", "1"},
         {"ibuprophen", "ibuprofen", "2"},
         {"acetominophin", "acetaminophen", "2"},
         {"paracetomol", "paracetamol", "1"},
         {"buproprion", "bupropion", "1"},
         {"metfomin", "metformin", "1"},
         {"tumeric", "turmeric", "1"},
         {"ashwaganda", "ashwagandha", "1"},
         {"echinachea", "echinacea", "1"},
         {"caffiene", "caffeine", "1"},
         {"codiene", "codeine", "1"},
         {"melitonin", "melatonin", "1"},
         {"canabidiol", "cannabidiol", "1"},
         {"semiglutide", "semaglutide", "1"},
         {"hydroxcloroquine", "hydroxychloroquine", "2"},
         {"amitryptiline", "amitriptyline", "2"}});
}

TEST_CASE("Other compounds with a name much alike are no misspellings") {
  check({{"mitraphylline", "mitragynine", "-"},
         {"mitraciliatine", "speciociliatine", "-"},
         {"isomitraphylline", "mitraphylline", "-"},
         {"mitragynaline", "mitragynine", "-"},
         {"norketamine", "ketamine", "-"},
         {"carnosine", "carnitine", "-"},
         {"ubiquinone", "ubiquinol", "-"},
         {"cannabinol", "cannabidiol", "-"},
         {"pyridoxamine", "pyridoxine", "-"},
         {"quercitrin", "quercetin", "-"},
         {"berbamine", "berberine", "-"},
         {"pitavastatin", "pravastatin", "-"},
         {"saxagliptin", "sitagliptin", "-"},
         {"hydrocortone", "hydrocortisone", "-"},
         {"heparan", "heparin", "-"},
         {"acetaminophenol", "acetaminophen", "-"}});
}

TEST_CASE("An ending that names another kind of compound is no slip, but -ene for -ine is one") {
  check({{"adrenalone", "adrenaline", "-"},
         {"tocopheryl", "tocopherol", "-"},
         {"androstanediol", "androstanedione", "-"},
         {"carboxylase", "carboxylate", "-"},
         {"trichloroethanol", "trichloroethane", "-"},
         {"levothyroxene", "levothyroxine", "1"}});
}

TEST_CASE("Words of English near a short name are no misspellings") {
  check({{"creative", "creatine", "-"},
         {"creating", "creatine", "-"},
         {"aspiring", "aspirin", "-"},
         {"morphing", "morphine", "-"},
         {"barbering", "berberine", "-"},
         {"gelatin", "melatonin", "-"},
         {"valeria", "valerian", "-"},
         {"kraton", "kratom", "-"}});
}

TEST_CASE("Plurals and other spellings of a name are no misspellings") {
  check({{"oestradiols", "oestradiol", "="},
         {"benzodiazepines", "benzodiazepine", "="},
         {"sulphasalazine", "sulfasalazine", "="},
         {"haemoglobin", "hemoglobin", "="},
         {"amfetamine", "amphetamine", "="},
         {"cefalexin", "cephalexin", "="},
         {"indometacin", "indomethacin", "="},
         {"somatotrophin", "somatotropin", "="},
         {"aluminum", "aluminium", "="},
         {"hydrolysed", "hydrolyzed", "="},
         {"7hydroxymitragynine", "7-hydroxymitragynine", "="},
         {"7-hydroxy-mitragynine", "7-hydroxymitragynine", "="},
         {"thiamin", "thiamine", "-"},
         {"psilocybine", "psilocybin", "-"}});
}

TEST_CASE("A digit is a position in a molecule, never a slip") {
  check({{"9-hydroxymitragynine", "7-hydroxymitragynine", "-"},
         {"mitragynine2", "mitragynine", "-"},
         {"7-hydroxymitragynine", "hydroxymitragynine", "-"},
         {"fluoxe-tine", "fluoxetine", "="},
         {"fluoxi-tine", "fluoxetine", "-"}});
}

TEST_CASE("Beside the rest of its name a word needs less likeness") {
  check({{"speciose", "speciosa", "1"},
         {"specios", "speciosa", "1"},
         {"speciosia", "speciosa", "1"},
         {"gingko", "ginkgo", "1"},
         {"acids", "acid", "="},
         {"activate", "activated", "="},
         {"species", "speciosa", "-"},
         {"chlorite", "chloride", "-"},
         {"nitrate", "nitrite", "-"},
         {"perfoliatum", "perforatum", "-"}},
        Company::in_name);
  check({{"speciose", "speciosa", "-"}, {"gingko", "ginkgo", "-"}, {"acids", "acid", "="}});
}

TEST_CASE("A misspelling found is as far off as the edit distance says") {
  const std::vector<std::string> words = {"mitragynine",  "mytraginine", "mitragynene",
                                          "speciogynine", "fluoxetine",  "fluoxitine"};
  for (const auto& word : words)
    for (const auto& name : words)
      if (const auto edits = misspelling(word, name, Company::alone))
        CHECK(*edits == edit_distance(word, name, 9));
}

TEST_CASE("Words without letters, very short or very long ones are another word") {
  check({{"", "mitragynine", "-"},
         {"m", "mitragynine", "-"},
         {"mitragynine", "", "-"},
         {"12345678901", "mitragynine", "-"},
         {"\xFF\xFE\x80\x80\x80\x80\x80\x80\x80", "mitragynine", "-"}});
  CHECK(verdict_on(std::string(100000, 'm'), "mitragynine", Company::alone) == "-");
}
