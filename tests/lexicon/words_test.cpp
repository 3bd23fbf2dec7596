// The near-miss search must not take a real word for a misspelt name. Two spelling dictionaries,
// every word in all its forms, are looked up in an index of names that health texts use.
#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/near.hpp"
#include "lexicon/slip.hpp"
#include "text/utf8.hpp"

using namespace caveat;

namespace {

// Kratom's compounds, then drugs and supplements; each stands for the family of names around it.
constexpr std::string_view names_in_use = R"(
7-hydroxymitragynine ajmalicine corynantheidine corynoxeine corynoxine isomitraphylline
isopaynantheine isospeciofoleine mitraciliatine mitragynine mitraphylline paynantheine raubasine
rhynchophylline speciociliatine speciofoline speciogynine kratom ketum

5-hydroxytryptophan acamprosate acetaminophen acetylcysteine aciclovir albuterol alprazolam
amiodarone amitriptyline amlodipine amoxicillin amphetamine ampicillin apixaban aripiprazole
ashwagandha aspirin atenolol atomoxetine atorvastatin azathioprine azithromycin berberine budesonide
buprenorphine bupropion buspirone caffeine cannabidiol cannabigerol carbamazepine carnitine
celecoxib cetirizine chloroquine cholecalciferol chondroitin ciprofloxacin citalopram clarithromycin
clomipramine clonazepam clopidogrel clozapine cobalamin codeine creatine curcumin cyanocobalamin
cyclophosphamide dabigatran dapagliflozin desvenlafaxine dexamethasone dextromethorphan diazepam
diclofenac digoxin diphenhydramine disulfiram doxycycline dulaglutide duloxetine echinacea
empagliflozin enalapril ephedrine epinephrine ergocalciferol escitalopram esketamine esomeprazole
estradiol ezetimibe famotidine fentanyl finasteride fluconazole fluoxetine fluticasone furosemide
gabapentin ginseng glibenclamide glucosamine glutathione haloperidol heparin hydrochlorothiazide
hydrocodone hydrocortisone hydromorphone hydroxychloroquine hydroxyzine ibuprofen imipramine
indomethacin insulin ivermectin ketamine lamotrigine lansoprazole levetiracetam levofloxacin
levothyroxine liothyronine liraglutide lisdexamfetamine lisinopril lithium loperamide loratadine
lorazepam losartan melatonin meloxicam metformin methadone methotrexate methylcobalamin
methylphenidate methylsulfonylmethane metoclopramide metoprolol metronidazole midazolam mirtazapine
modafinil montelukast morphine naloxone naltrexone naproxen niacinamide nicotine nirmatrelvir
nitrofurantoin norepinephrine nortriptyline olanzapine omeprazole ondansetron oseltamivir
oxcarbazepine oxycodone pantoprazole paracetamol paroxetine phenibut phenytoin pravastatin
prednisolone prednisone pregabalin progesterone propranolol pseudoephedrine psilocybin pyridoxine
quercetin quetiapine ranitidine remdesivir resveratrol riboflavin risperidone rivaroxaban
rosuvastatin salbutamol semaglutide sertraline sildenafil simvastatin sitagliptin spironolactone
sulfamethoxazole tadalafil tamoxifen tapentadol testosterone tetrahydrocannabinol thiamine
tianeptine tirzepatide tocopherol topiramate tramadol trazodone trimethoprim tryptophan turmeric
ubiquinol valerian valproate valsartan vancomycin varenicline venlafaxine warfarin yohimbine
ziprasidone zolpidem zopiclone)";

/// Right words that the rule cannot tell from a slip: a pack lists such a word as `known`.
const std::vector<std::string> known_words = {
    "acyclovir",    // the American name of aciclovir
    "carnutine",    // stands in the medical dictionary
    "epinephrin",   // an older spelling of epinephrine
    "glycosamine",  // any amino sugar
    "ketimine",     // a class of imines
};

/// Slips that the dictionaries themselves contain.
const std::set<std::string> errors_of_the_dictionaries = {
    "aithromycin for azithromycin",
    "amoxacillin for amoxicillin",
    "cyancobalamin for cyanocobalamin",
    "doxycyline for doxycycline",
    "fursemide for furosemide",
    "propanolol for propranolol",
    "tumeric for turmeric",
};

std::vector<std::string> split(std::string_view text) {
  std::istringstream in{std::string(text)};
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

std::string folded_copy(std::string_view word) {
  std::string result;
  append_folded(word, result);
  return result;
}

NearIndex index_of_names() {
  std::vector<NearName> names;
  for (const auto& name : split(names_in_use))
    names.push_back({name, static_cast<std::uint32_t>(names.size())});
  return build_near_index(names, known_words);
}

// --- Hunspell's dictionaries: a word a line, with flags of the endings and prefixes that it takes

struct Affix {
  bool prefix = false;
  char flag = 0;
  std::string strip, add, condition;  ///< condition: letters, [sets] and [^sets], at the word's end
};

/// One step of a condition, taken from its end: the set of letters, and whether it excludes them.
bool takes_last(std::string_view& condition, char letter) {
  const std::size_t open = condition.ends_with(']') ? condition.rfind('[') : condition.size() - 1;
  std::string_view set = condition.substr(open);
  condition.remove_suffix(set.size());
  if (set == ".") return true;
  if (!set.starts_with('[')) return set[0] == letter;
  set = set.substr(1, set.size() - 2);
  const bool excluded = set.starts_with('^');
  return (set.find(letter, excluded ? 1 : 0) != set.npos) != excluded;
}

bool takes_ending(std::string_view word, const Affix& affix) {
  if (!word.ends_with(affix.strip)) return false;
  std::string_view condition = affix.condition;
  while (!condition.empty() && !word.empty()) {
    if (!takes_last(condition, word.back())) return false;
    word.remove_suffix(1);
  }
  return condition.empty() || condition == ".";
}

std::ifstream opened(const char* path, const char* package) {
  std::ifstream in(path);
  if (!in) FAIL(path << " is missing: install Debian's package " << package);
  return in;
}

std::vector<Affix> affixes_of(std::ifstream in) {
  std::vector<Affix> affixes;
  for (std::string line; std::getline(in, line);) {
    const auto field = split(line);
    if (field.size() < 5 || (field[0] != "PFX" && field[0] != "SFX")) continue;
    const auto text = [&](std::size_t i) { return field[i] == "0" ? std::string() : field[i]; };
    affixes.push_back({field[0] == "PFX", field[1][0], text(2), text(3), field[4]});
  }
  return affixes;
}

/// All forms of a line "creative/MSY".
void add_forms(std::string_view line, const std::vector<Affix>& affixes,
               std::vector<std::string>& words) {
  const std::string_view flags = line.substr(std::min(line.find('/'), line.size()));
  const std::size_t first = words.size();
  const std::string word = folded_copy(line.substr(0, line.find('/')));
  words.push_back(word);
  for (const Affix& affix : affixes)
    if (!affix.prefix && flags.find(affix.flag) != flags.npos && takes_ending(word, affix))
      words.push_back(word.substr(0, word.size() - affix.strip.size()) + affix.add);
  const std::size_t last = words.size();
  for (const Affix& affix : affixes)
    if (affix.prefix && flags.find(affix.flag) != flags.npos)
      for (std::size_t i = first; i < last; ++i) words.push_back(affix.add + words[i]);
}

void add_dictionary(std::ifstream in, const std::vector<Affix>& affixes,
                    std::vector<std::string>& words) {
  for (std::string line; std::getline(in, line);)
    if (!line.empty() && line.find_first_of(" \t") == line.npos) add_forms(line, affixes, words);
}

std::vector<std::string> all_words() {
  const std::string folder = "/usr/share/hunspell/";
  const auto affixes = affixes_of(opened((folder + "en_US.aff").c_str(), "hunspell-en-us"));
  std::vector<std::string> words;
  add_dictionary(opened((folder + "en_US.dic").c_str(), "hunspell-en-us"), affixes, words);
  add_dictionary(opened((folder + "en_med_glut.dic").c_str(), "hunspell-en-med"), {}, words);
  return words;
}

}  // namespace

TEST_CASE("No word of the English or the medical dictionary is taken for a misspelt name") {
  const auto names = split(names_in_use);
  const NearIndex index = index_of_names();
  const auto words = all_words();
  REQUIRE(words.size() > 250000);
  std::set<std::string> hits;
  for (const auto& word : words)
    if (const auto hit = nearest(index, word)) hits.insert(word + " for " + names[hit->term]);
  std::vector<std::string> false_alarms;
  std::set_difference(hits.begin(), hits.end(), errors_of_the_dictionaries.begin(),
                      errors_of_the_dictionaries.end(), std::back_inserter(false_alarms));
  CHECK(false_alarms == std::vector<std::string>{});
}

TEST_CASE("Of single slips in those names, more than four in five are found") {
  const auto names = split(names_in_use);
  const NearIndex index = index_of_names();
  std::mt19937 random(7);
  std::size_t slips = 0;
  std::size_t found = 0;
  for (std::size_t turn = 0; turn < 20; ++turn) {
    for (std::uint32_t term = 0; term < names.size(); ++term) {
      const std::string word = with_slip(names[term], 1, random);
      if (word == names[term]) continue;
      ++slips;
      const auto hit = nearest(index, word);
      if (hit && hit->term == term) ++found;
    }
  }
  INFO(found << " of " << slips);
  CHECK(found * 5 > slips * 4);
}
