#include "lexicon/inflect.hpp"

#include <algorithm>

namespace caveat {
namespace {

using Endings = std::vector<std::pair<std::string, std::vector<std::string>>>;

void add(std::vector<std::string>& forms, std::string form) {
  if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
}

/// English doubles a last consonant after one vowel: both spellings are generated, see above.
void add_endings(const Endings& endings, const std::string& word, std::vector<std::string>& forms) {
  for (const auto& [ending, replacements] : endings) {
    if (!word.ends_with(ending)) continue;
    const auto stem = word.substr(0, word.size() - ending.size());
    for (const auto& replacement : replacements) {
      auto form = replacement;
      if (form.starts_with("@")) form = stem.substr(stem.size() - 1) + form.substr(1);
      add(forms, stem + form);
    }
    return;
  }
}

}  // namespace

Inflector compile_inflector(std::span<const Pack> packs) {
  Inflector inflector;
  for (const auto& pack : packs) {
    const auto& words = pack.words;
    inflector.verb_endings.insert(inflector.verb_endings.end(), words.verb_endings.begin(),
                                  words.verb_endings.end());
    inflector.noun_endings.insert(inflector.noun_endings.end(), words.noun_endings.begin(),
                                  words.noun_endings.end());
    for (const auto& row : words.irregular) {
      if (!row.empty()) inflector.irregular[row.front()] = row;
    }
  }
  return inflector;
}

std::vector<std::string> forms_of(const Inflector& inflector, const std::string& word,
                                  Inflect inflect) {
  std::vector<std::string> forms{word};
  if (inflect == Inflect::none || word.size() < 2) return forms;
  if (const auto row = inflector.irregular.find(word); row != inflector.irregular.end()) {
    return row->second;
  }
  // A word of one or two letters is a function word or an abbreviation.
  if (word.size() < 3) return forms;
  add_endings(inflector.noun_endings, word, forms);
  if (inflect == Inflect::verb) add_endings(inflector.verb_endings, word, forms);
  return forms;
}

}  // namespace caveat
