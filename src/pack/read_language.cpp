// What a pack says about itself and about its language.
#include "pack/read.hpp"

namespace caveat {
namespace {

using Endings = std::vector<std::pair<std::string, std::vector<std::string>>>;

void append(std::vector<Text>& into, std::vector<Text> from) {
  for (Text& text : from) into.push_back(std::move(text));
}

std::vector<std::string> words_of(const TomlValue& row, Problems& problems) {
  std::vector<std::string> words;
  for (const TomlValue* word : items_of(row, TomlKind::string, "the words of a row", problems))
    words.push_back(word->text.value);
  return words;
}

/// ["e", ["e", "es", "ed", "ing"]]
bool is_ending(const TomlValue& row) {
  return row.items.size() == 2 && row.items[0].kind == TomlKind::string &&
         row.items[1].kind == TomlKind::array;
}

void read_endings(Fields& fields, std::string_view key, Endings& endings) {
  const TomlValue* value = find_field(fields, key, Need::optional);
  if (value == nullptr) return;
  const std::string what = '"' + std::string(key) + '"';
  for (const TomlValue* row : items_of(*value, TomlKind::array, what, fields.problems)) {
    if (is_ending(*row))
      endings.emplace_back(row->items[0].text.value, words_of(row->items[1], fields.problems));
    else
      report(fields.problems, row->origin, "wrong-type",
             "each of " + what + R"( must be an ending and its forms, ["e", ["e", "es"]])");
  }
}

void read_irregular(Fields& fields, LanguageDef& words) {
  const TomlValue* value = find_field(fields, "irregular", Need::optional);
  if (value == nullptr) return;
  for (const TomlValue* row : items_of(*value, TomlKind::array, "\"irregular\"", fields.problems)) {
    std::vector<std::string> forms = words_of(*row, fields.problems);
    if (!forms.empty()) words.irregular.push_back(std::move(forms));
  }
}

}  // namespace

void read_head(Fields fields, Pack& pack) {
  pack.name = read_name(fields, "name");
  pack.version = read_text(fields, "version", Need::required).value;
  pack.language = read_text(fields, "language", Need::required).value;
  pack.description = read_text(fields, "description", Need::required).value;
  pack.requires_ = read_texts(fields, "requires", Need::optional);
  pack.extends = read_texts(fields, "extends", Need::optional);
  pack.jurisdiction =
      read_word<Jurisdiction>(fields, "jurisdiction", Need::optional, jurisdiction_words)
          .value_or(Jurisdiction::everywhere);
  refuse_others(fields);
}

void read_language(Fields fields, Pack& pack) {
  append(pack.words.abbreviations, read_texts(fields, "abbreviations", Need::optional));
  append(pack.words.starters, read_texts(fields, "starters", Need::optional));
  append(pack.words.openers, read_texts(fields, "openers", Need::optional));
  append(pack.words.labels, read_texts(fields, "labels", Need::optional));
  append(pack.words.units, read_texts(fields, "units", Need::optional));
  append(pack.words.whole, read_texts(fields, "whole", Need::optional));
  refuse_others(fields);
}

void read_inflection(Fields fields, Pack& pack) {
  read_endings(fields, "verb", pack.words.verb_endings);
  read_endings(fields, "noun", pack.words.noun_endings);
  read_irregular(fields, pack.words);
  refuse_others(fields);
}

}  // namespace caveat
