#include "pack/change_concepts.hpp"

#include <algorithm>

#include "diagnostic/quoted.hpp"
#include "pack/suggest.hpp"

namespace caveat {
namespace {

struct Found {
  ConceptDef* def = nullptr;  ///< null: no pack has it
  const Pack* owner = nullptr;
};

Found find_concept(PackSet& set, const std::string& id) {
  for (Pack& pack : set.packs)
    for (ConceptDef& def : pack.concepts)
      if (def.id.value == id) return {&def, &pack};
  return {};
}

std::vector<std::string> concept_ids(const PackSet& set) {
  std::vector<std::string> ids;
  for (const Pack& pack : set.packs)
    for (const ConceptDef& def : pack.concepts) ids.push_back(def.id.value);
  return ids;
}

void remove_term(ConceptDef& def, const Text& term, Problems& problems) {
  const auto same = [&](const Text& other) { return other.value == term.value; };
  if (std::erase_if(def.terms, same) > 0) return;
  std::vector<std::string> terms;
  for (const Text& other : def.terms) terms.push_back(other.value);
  report(problems, term.origin, "unknown-term",
         quoted(def.id.value) + " has no term " + quoted(term.value) +
             did_you_mean(term.value, terms));
}

/// A term that is there already is no mistake: the pack that is extended may have learnt it.
void add_term(ConceptDef& def, const Text& term) {
  const auto same = [&](const Text& other) { return other.value == term.value; };
  if (std::ranges::none_of(def.terms, same)) def.terms.push_back(term);
}

void change(ConceptDef& def, const ConceptChange& change, Problems& problems) {
  const std::vector<Text> before = def.terms;
  for (const Text& term : change.add) add_term(def, term);
  for (const Text& term : change.remove) remove_term(def, term, problems);
  if (!def.terms.empty()) return;
  report(problems, change.id.origin, "empty-terms",
         "this leaves the concept " + quoted(def.id.value) + " no terms");
  def.terms = before;  // patterns that name it are not at fault
}

void change_concept(PackSet& set, const Pack& pack, const ConceptChange& wanted, AllRead all_read,
                    Problems& problems) {
  if (wanted.id.value.empty()) return;
  const auto [def, owner] = find_concept(set, wanted.id.value);
  if (def != nullptr && extends(pack, owner->name.value)) return change(*def, wanted, problems);
  if (def != nullptr)
    report_not_extended(pack, wanted.id, owner->name.value, problems);
  else if (all_read == AllRead::yes)
    report(problems, wanted.id.origin, "unknown-concept",
           "unknown concept " + quoted(wanted.id.value) +
               did_you_mean(wanted.id.value, concept_ids(set)));
}

}  // namespace

bool extends(const Pack& pack, std::string_view other) {
  return std::ranges::any_of(pack.extends, [&](const Text& name) { return name.value == other; });
}

void report_not_extended(const Pack& pack, const Text& name, const std::string& owner,
                         Problems& problems) {
  const bool own = owner == pack.name.value;
  report(problems, name.origin, "not-extended",
         quoted(name.value) +
             (own ? " is of this pack itself; change it where it stands"
                  : " is of the pack " + quoted(owner) + ", which is not in \"extends\""));
}

void change_concepts(PackSet& set, const std::vector<AllRead>& all_read, Problems& problems) {
  for (std::size_t i = 0; i < set.packs.size(); ++i)
    for (const ConceptChange& wanted : set.packs[i].changes)
      change_concept(set, set.packs[i], wanted, all_read[i], problems);
}

}  // namespace caveat
