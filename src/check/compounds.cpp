// Two things called the main compound of one remedy: one of them is a slip, or copied from a text
// on another plant.
#include <algorithm>

#include "check/check.hpp"
#include "check/finding.hpp"
#include "check/same.hpp"
#include "claim/subject.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

using Compound = ConsistencyState::Compound;

std::string folded_words(const Work& work, const Compound& compound) {
  std::string folded;
  append_folded(words_of(work.document, compound.begin, compound.end), folded);
  return folded;
}

/// A name and a broader one for it are no two things; unknown ones are compared by their letters.
bool is_same(const Work& work, const Compound& a, const Compound& b) {
  const auto name_of = [&](const Compound& compound) {
    return concept_at(work.document.tagging, work.lexicon, compound.begin);
  };
  const auto& tagging = work.document.tagging;
  if (means(tagging, a.begin, name_of(b)) || means(tagging, b.begin, name_of(a))) return true;
  return folded_words(work, a) == folded_words(work, b);
}

/// What a text that does not name its remedy speaks of was named a few sentences before.
bool is_near(const Work& work, std::uint32_t token) {
  const auto from = work.sentence < 4 ? 0 : work.sentence - 4;
  return token >= work.document.prose.sentences[from].first;
}

void report(Work& work, const Compound& other, const Compound& told) {
  const auto words = [&](const Compound& compound) {
    return '"' + words_of(work.document, compound.begin, compound.end) + '"';
  };
  const auto end =
      longest(work.document.tagging, told.remedy, work.checks.forms.names.intervention);
  const Wording wording = wording_of(coded::two_active_compounds, Severity::warning);
  auto diagnostic =
      finding(wording, place_of(work.document, other.begin, other.end),
              words(other) + " is called the main compound of " +
                  words_of(work.document, told.remedy, end) + ", and so is " + words(told));
  const auto there = place_of(work.document, told.begin, told.end);
  diagnostic.notes.push_back({"the other one: " + words(told), there});
  work.diagnostics.push_back(std::move(diagnostic));
}

/// Told once a remedy, against the one that was named first.
void compare(Work& work, const Compound& compound, ConsistencyState& state) {
  const auto told =
      std::ranges::find(state.compounds, compound.remedy_name, &Compound::remedy_name);
  if (told == state.compounds.end()) return state.compounds.push_back(compound);
  if (told->told || is_same(work, compound, *told)) return;
  told->told = true;
  report(work, compound, *told);
}

/// Medicines and foods are left out: "the active ingredient" of a text on several of them is that
/// of a brand, and no pack knows all brands.
void look_at(Work& work, const Match& match, ConsistencyState& state) {
  const auto* name = capture_of(match, work.checks.main_compound->slot);
  if (name == nullptr) return;
  const auto remedy = subject_of(reader_of(work), match, match.begin);
  if (remedy == no_id || !is_remedy(work, remedy) || !is_near(work, remedy)) return;
  const auto symbol = concept_at(work.document.tagging, work.lexicon, remedy);
  if (symbol == concept_at(work.document.tagging, work.lexicon, name->begin)) return;
  compare(work, {remedy, symbol, name->begin, name->end, false}, state);
}

}  // namespace

void look_for_compounds(Work& work, ConsistencyState& state) {
  if (!work.due.compounds) return;
  const auto pattern = work.checks.main_compound->match;
  if (!may_match(work.matcher, work.program.patterns[pattern])) return;
  auto from = work.matcher.subject.first;
  while (const auto match = next_match(work.matcher, work.program, pattern, {}, from)) {
    look_at(work, *match, state);
    from = match->end;
  }
}

}  // namespace caveat
