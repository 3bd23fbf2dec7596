// The tables that say what is known: concepts, the evidence on them, and names.
#include <algorithm>

#include "pack/read.hpp"

namespace caveat {
namespace {

bool is_empty(const Text& text) {
  return text.value.find_first_not_of(" \t\r\n") == std::string::npos;
}

/// A concept without words is found nowhere, and an empty word is found everywhere.
std::vector<Text> read_terms(Fields& fields) {
  std::vector<Text> terms = read_texts(fields, "terms", Need::required);
  for (const TomlMember& member : fields.table.members)
    if (member.key.value == "terms" && member.value.kind == TomlKind::array &&
        member.value.items.empty())
      report(fields.problems, member.value.origin, "empty-terms", "this concept has no terms");
  for (const Text& term : terms)
    if (is_empty(term)) report(fields.problems, term.origin, "empty-terms", "this term is empty");
  std::erase_if(terms, is_empty);
  return terms;
}

bool is_change(const TomlValue& table) {
  return std::ranges::any_of(table.members, [](const TomlMember& member) {
    return member.key.value == "terms-add" || member.key.value == "terms-remove";
  });
}

/// Of a concept that another pack defines.
void read_change(Fields fields, Pack& pack) {
  ConceptChange change;
  change.id = read_name(fields, "id");
  change.add = read_texts(fields, "terms-add", Need::optional);
  change.remove = read_texts(fields, "terms-remove", Need::optional);
  refuse_others(fields);
  for (const Text& term : change.add)
    if (is_empty(term)) report(fields.problems, term.origin, "empty-terms", "this term is empty");
  std::erase_if(change.add, is_empty);
  pack.changes.push_back(std::move(change));
}

}  // namespace

void read_concept(Fields fields, Pack& pack) {
  if (is_change(fields.table)) return read_change(std::move(fields), pack);
  ConceptDef def;
  def.id = read_name(fields, "id");
  def.of_class = read_name(fields, "class");
  def.tags = read_names(fields, "tags");
  def.broader = read_texts(fields, "broader", Need::optional);
  def.terms = read_terms(fields);
  def.inflect =
      read_word<Inflect>(fields, "inflect", Need::optional, inflect_words).value_or(Inflect::noun);
  const auto strength = read_word<Strength>(fields, "strength", Need::optional, strength_words);
  def.has_strength = strength.has_value();
  def.strength = strength.value_or(Strength::none);
  def.near = read_flag(fields, "near", false);
  refuse_others(fields);
  pack.concepts.push_back(std::move(def));
}

void read_evidence(Fields fields, Pack& pack) {
  EvidenceDef def;
  def.origin = fields.table.origin;
  def.intervention = read_text(fields, "intervention", Need::required);
  def.outcome = read_text(fields, "outcome", Need::required);
  def.population = read_text(fields, "population", Need::optional);
  def.certainty = read_word<Certainty>(fields, "certainty", Need::required, certainty_words)
                      .value_or(Certainty::very_low);
  def.effect =
      read_word<Effect>(fields, "effect", Need::required, effect_words).value_or(Effect::unknown);
  def.carries = read_word<Strength>(fields, "carries", Need::optional, strength_words)
                    .value_or(carried_by(def.certainty));
  def.source = read_citation(fields, Need::required);
  def.review = read_review(fields);
  def.note = read_text(fields, "note", Need::optional).value;
  refuse_others(fields);
  pack.evidence.push_back(std::move(def));
}

void read_term(Fields fields, Pack& pack) {
  TermDef def;
  def.correct = read_text(fields, "correct", Need::required);
  def.wrong = read_texts(fields, "wrong", Need::optional);
  def.known = read_texts(fields, "known", Need::optional);
  def.near = read_flag(fields, "near", false);
  def.message = read_text(fields, "message", Need::optional).value;
  def.source = read_citation(fields, Need::optional);
  def.review = read_review(fields);
  refuse_others(fields);
  pack.terms.push_back(std::move(def));
}

}  // namespace caveat
