#include "lint/verdict_words.hpp"

namespace caveat::verdict {

using enum Strength;

const std::vector<Remedy> remedies = {
    {"moonwort", Evidence::very_low, "herb"},    {"silverleaf", Evidence::low, "herb"},
    {"ambergrass", Evidence::moderate, "plant"}, {"velarin", Evidence::high, "medicine"},
    {"hollowroot", Evidence::against, "remedy"}, {"thistlecap", Evidence::nothing, "supplement"},
    {"ondrazine", Evidence::gap, "medicine"},
};

const std::vector<Verb> lessening = {
    {"relieve", "relieves", "relieved", "relieving", direct},
    {"ease", "eases", "eased", "easing", direct},
    {"reduce", "reduces", "reduced", "reducing", direct},
    {"alleviate", "alleviates", "alleviated", "alleviating", direct},
    {"treat", "treats", "treated", "treating", direct},
    {"soothe", "soothes", "soothed", "soothing", direct},
    {"prevent", "prevents", "prevented", "preventing", direct},
    {"cure", "cures", "cured", "curing", absolute},
    {"eliminate", "eliminates", "eliminated", "eliminating", absolute},
};
const std::vector<Verb> raising = {
    {"boost", "boosts", "boosted", "boosting", direct},
    {"lift", "lifts", "lifted", "lifting", direct},
    {"improve", "improves", "improved", "improving", direct},
    {"enhance", "enhances", "enhanced", "enhancing", direct},
    {"restore", "restores", "restored", "restoring", direct},
};
const std::vector<Verb> altering = {
    {"regulate", "regulates", "regulated", "regulating", direct},
    {"balance", "balances", "balanced", "balancing", direct},
};
const std::vector<const char*> conditions = {
    "pain",
    "anxiety",
    "depression",
    "insomnia",
    "stress",
    "fatigue",
    "joint pain",
    "headaches",
    "inflammation",
    "diarrhoea",
    "chronic pain",
    "pain and anxiety",
    "stress, fatigue and insomnia",
};
const std::vector<const char*> faculties = {
    "mood", "energy", "sleep", "sleep quality", "mood and energy", "well-being",
};
const std::vector<const char*> adjectives = {
    "calming", "antidepressant", "pain-relieving", "anti-inflammatory", "mood-lifting",
};

Name name_of(const Remedy& remedy, unsigned long seed) {
  const std::string name = remedy.name;
  const bool drug = std::string(remedy.what) == "medicine";
  const std::vector<Name> herbs = {{name},
                                   {name + " tea"},
                                   {"a cup of " + name + " tea"},
                                   {"daily " + name},
                                   {name + " capsules", true},
                                   {"pure " + name + " extract"},
                                   {"the " + name + " leaf"},
                                   {name + " leaves", true}};
  const std::vector<Name> drugs = {
      {name}, {name + " tablets", true}, {"daily " + name}, {"a low dose of " + name}};
  const auto& names = drug ? drugs : herbs;
  return names[seed % names.size()];
}

namespace {

std::string row(const std::string& remedy, const std::string& certainty,
                const std::string& effect) {
  std::string rows;
  for (const auto* of : {"condition", "faculty", "target", "benefit-adjective", "benefit-agent"}) {
    rows += "[[evidence]]\nintervention = \"" + remedy + "\"\noutcome = \"" + of +
            "\"\ncertainty = \"" + certainty + "\"\neffect = \"" + effect +
            "\"\nsource = { title = \"A review\" }\n";
  }
  return rows;
}

std::string concept_of(const Remedy& remedy) {
  const bool unproven =
      remedy.evidence == Evidence::nothing || remedy.evidence == Evidence::very_low;
  return std::string("[[concept]]\nid = \"") + remedy.name + "\"\nclass = \"intervention\"\n" +
         (unproven ? "tags = [\"unproven-remedy\"]\n" : "") + "terms = [\"" + remedy.name + "\"]\n";
}

}  // namespace

std::string herbs_pack() {
  std::string pack =
      "[pack]\nname = \"herbs\"\nversion = \"1\"\nlanguage = \"en\"\ndescription = \"d\"\n"
      "requires = [\"en\", \"core\"]\n";
  for (const auto& remedy : remedies) pack += concept_of(remedy);
  return pack + row("moonwort", "very-low", "unknown") + row("silverleaf", "low", "benefit") +
         row("ambergrass", "moderate", "benefit") + row("velarin", "high", "benefit") +
         row("hollowroot", "moderate", "none");
}

}  // namespace caveat::verdict
