// What a document claims in one place against what it claims of the same thing in another. Where
// a finding on the evidence stands already, an editor is told there, by a note, and not twice.
#include <algorithm>

#include "check/check.hpp"
#include "check/evidence.hpp"
#include "check/finding.hpp"
#include "check/same.hpp"

namespace caveat {
namespace {

using Pair = ConsistencyState::Pair;
using Places = ConsistencyState::Places;

const Claim& claim_of(const Work& work, const ConsistencyState& state, std::uint32_t at) {
  return work.claims[state.said[at].claim];
}

/// What it is that gets better: of an adjective ("pain-relieving") the noun that it holds. Behind
/// a concept stands its class, behind that what is broader.
SymbolId outcome_at(const Work& work, std::uint32_t token) {
  const auto& names = work.checks.forms.names;
  const auto tags = tags_at(work.document.tagging, token);
  const auto is_noun = [&](SymbolId sort) {
    return sort == names.condition || sort == names.faculty || sort == names.target;
  };
  for (std::size_t at = 0; at + 1 < tags.size(); ++at) {
    const bool named = tags[at].symbol < work.lexicon.concepts;
    if (named && is_noun(tags[at + 1].symbol)) return tags[at].symbol;
  }
  return concept_at(work.document.tagging, work.lexicon, token);
}

SymbolId outcome_of(const Work& work, const Capture& outcome) {
  for (auto token = outcome.begin; token < outcome.end; ++token) {
    const auto symbol = outcome_at(work, token);
    const bool effect = work.checks.forms.names.strength.contains(symbol);
    if (symbol != no_id && !effect) return symbol;
  }
  return no_id;
}

SymbolId population_of(const Work& work, const Claim& claim) {
  for (auto token = claim.population.begin; token < claim.population.end; ++token) {
    const auto symbol = concept_at(work.document.tagging, work.lexicon, token);
    if (symbol != no_id) return symbol;
  }
  return no_id;
}

/// Whether some token of the effect means it.
bool has_effect(const Work& work, const Claim& claim, SymbolId symbol) {
  for (auto token = claim.effect.begin; token < claim.effect.end; ++token) {
    if (means(work.document.tagging, token, symbol)) return true;
  }
  return false;
}

/// The class of the effect, which tells which way a process goes.
SymbolId direction_of(const Work& work, const Claim& claim) {
  for (auto token = claim.effect.begin; token < claim.effect.end; ++token) {
    const auto tags = tags_at(work.document.tagging, token);
    const auto sort = std::ranges::find_if(
        tags, [&](const Tag& tag) { return tag.symbol >= work.lexicon.concepts; });
    if (concept_at(work.document.tagging, work.lexicon, token) != no_id && sort != tags.end())
      return sort->symbol;
  }
  return no_id;
}

SymbolId sort_of(const Work& work, const Claim& claim, const Capture& outcome) {
  const auto& names = work.checks.forms.names;
  if (has_effect(work, claim, names.prevention)) return names.prevention;
  const bool process = means(work.document.tagging, outcome.begin, names.target);
  return process ? direction_of(work, claim) : no_id;
}

Pair pair_of(const Work& work, const Claim& claim, const Capture& outcome) {
  return {concept_at(work.document.tagging, work.lexicon, claim.intervention),
          outcome_of(work, outcome), population_of(work, claim), sort_of(work, claim, outcome)};
}

/// Wording that may be right whatever the text says elsewhere: the evidence carries it, or it is of
/// a known medicine that no pack has looked at.
bool may_be_plain(const Work& work, const Said& said) {
  if (said.row != nullptr) return carried_by(*said.row) >= Strength::direct;
  const auto token = work.claims[said.claim].intervention;
  return means(work.document.tagging, token, work.checks.forms.names.established);
}

bool in_title(const Work& work, const Claim& claim) {
  const auto block = work.document.prose.sentences[claim.sentence].block;
  const auto& of = work.document.blocks.blocks[block];
  return of.kind == BlockKind::description || (of.kind == BlockKind::heading && of.level == 1);
}

/// What is promised outright may be denied and still help.
bool denies(const Work& work, const Claim& claim) {
  if (!claim.negative || claim.disowned || !is_empty(claim.comparator)) return false;
  const auto& strengths = work.checks.forms.names.strength;
  return std::ranges::none_of(strengths, [&](const auto& effect) {
    return effect.second == Strength::absolute && has_effect(work, claim, effect.first);
  });
}

/// The author says it; or says what research has found, for a hedge.
bool answers_for(const Claim& claim) {
  return claim.voice == Voice::author;
}
bool stands_by(const Claim& claim) {
  return answers_for(claim) || claim.voice == Voice::research;
}

bool asserts(const Claim& claim) {
  return !claim.negative && !claim.certain && !claim.disowned && claim.strength > Strength::none;
}

bool is_flat(const Claim& claim) {
  return answers_for(claim) && asserts(claim) && claim.strength >= Strength::direct;
}

bool is_hedged(const Work& work, const Claim& claim) {
  if (!stands_by(claim)) return false;
  return claim.certain || denies(work, claim) ||
         (asserts(claim) && claim.strength == Strength::possible);
}

/// "Kratom for Depression" names what a page is about; only what says that it works is a claim.
bool entitles(const Claim& claim) {
  const bool label = claim.form->strength && *claim.form->strength < Strength::direct;
  return answers_for(claim) && asserts(claim) && !label;
}

/// How much the text says of it; nothing where it is silent or leaves it to others.
std::optional<Strength> told(const Work& work, const Claim& claim) {
  if (denies(work, claim)) return Strength::none;
  if (claim.certain) return Strength::association;
  const bool others = claim.voice != Voice::experts && !stands_by(claim);
  return others || !asserts(claim) ? std::nullopt : std::optional(claim.strength);
}

void first(std::uint32_t at, std::uint32_t& place) {
  if (place == no_id) place = at;
}

void place(const Work& work, const ConsistencyState& state, std::uint32_t at, Places& places) {
  const Claim& claim = claim_of(work, state, at);
  const auto stronger = [&](std::uint32_t than) {
    return than == no_id || claim.strength > claim_of(work, state, than).strength;
  };
  if (is_hedged(work, claim)) first(at, places.hedged);
  if (in_title(work, claim)) {
    if (entitles(claim) && stronger(places.title)) places.title = at;
    return;
  }
  if (is_flat(claim)) first(at, places.flat);
  const auto says = told(work, claim);
  if (says && (places.text == no_id || *says > *told(work, claim_of(work, state, places.text)))) {
    places.text = at;
  }
}

void gather(const Work& work, ConsistencyState& state) {
  for (std::uint32_t at = 0; at < state.said.size(); ++at) {
    const auto& said = state.said[at];
    const auto pair = pair_of(work, work.claims[said.claim], said.outcome);
    if (pair.intervention == no_id || pair.outcome == no_id) continue;
    const auto count = static_cast<std::uint32_t>(state.places.size());
    const auto [entry, added] = state.pairs.try_emplace(pair, count);
    if (added) state.places.emplace_back();
    place(work, state, at, state.places[entry->second]);
  }
}

bool praises(const Diagnostic& diagnostic) {
  const auto& category = diagnostic.category;
  return category == "efficacy" || category == "mechanism" || category == "disease";
}

void gather_praises(const Work& work, ConsistencyState& state) {
  for (std::uint32_t at = 0; at < work.diagnostics.size(); ++at) {
    if (praises(work.diagnostics[at])) state.praises.push_back(at);
  }
  std::ranges::sort(state.praises, {}, [&](std::uint32_t at) {
    return std::pair(work.diagnostics[at].span.begin, at);
  });
}

/// The gravest finding on a benefit in the words of a claim: the one that stays when those of a
/// sentence are joined. Null if there is none.
Diagnostic* standing(Work& work, const ConsistencyState& state, const Claim& claim) {
  const auto& sentence = work.document.prose.sentences[claim.sentence];
  const auto from = place_of(work.document, sentence.first, sentence.last).begin;
  const auto span = place_of(work.document, claim.begin, claim.end);
  const auto begin = [&](std::uint32_t at) { return work.diagnostics[at].span.begin; };
  Diagnostic* gravest = nullptr;
  for (auto at = std::ranges::lower_bound(state.praises, from, {}, begin);
       at != state.praises.end() && begin(*at) < span.end; ++at) {
    auto& found = work.diagnostics[*at];
    const bool graver = gravest == nullptr || found.severity > gravest->severity;
    if (graver && overlaps(found.span, span)) gravest = &found;
  }
  return gravest;
}

/// Of what is no remedy, plain wording may well be right, and the hedge be for some of its uses.
Severity severity_of(const Work& work, const Claim& claim) {
  return is_remedy(work, claim.intervention) ? Severity::warning : Severity::note;
}

std::string quoted(const Work& work, const Claim& claim) {
  return '"' + words_of(work.document, claim.begin, claim.end) + '"';
}

const char* how(const Claim& claim) {
  if (claim.negative) return "denied";
  return claim.certain ? "called uncertain" : "hedged";
}

/// `says` of the words of `at`, `note` of those of the other claim.
void report(Work& work, const ConsistencyState& state, const CodedRule& rule, std::uint32_t at,
            std::uint32_t other, const std::string& says, const std::string& note) {
  const Claim& claim = claim_of(work, state, at);
  const Claim& against = claim_of(work, state, other);
  const auto there = place_of(work.document, against.begin, against.end);
  const auto words = note + ": " + quoted(work, against);
  if (auto* found = standing(work, state, claim)) {
    return found->notes.push_back({words, there});
  }
  const Wording wording = wording_of(rule, severity_of(work, claim));
  const auto here = place_of(work.document, claim.begin, claim.end);
  auto diagnostic = finding(wording, here, quoted(work, claim) + " " + says);
  diagnostic.notes.push_back({words, there});
  work.diagnostics.push_back(std::move(diagnostic));
}

void compare_text(Work& work, const ConsistencyState& state, const Places& places) {
  if (places.flat == no_id || places.hedged == no_id) return;
  if (may_be_plain(work, state.said[places.flat])) return;
  const Claim& hedged = claim_of(work, state, places.hedged);
  report(work, state, coded::hedged_here_flat_there, places.flat, places.hedged,
         std::string("is stated as certain here and ") + how(hedged) + " elsewhere",
         std::string("the same is ") + how(hedged) + " here");
}

/// Two steps of the ladder are more than a matter of style.
constexpr int too_far = 2;

void compare_title(Work& work, const ConsistencyState& state, const Places& places) {
  if (places.title == no_id || places.text == no_id) return;
  if (may_be_plain(work, state.said[places.title])) return;
  const Claim& text = claim_of(work, state, places.text);
  const auto title = claim_of(work, state, places.title).strength;
  const auto says = *told(work, text);
  const bool denied = says == Strength::none;
  if (!denied && static_cast<int>(title) - static_cast<int>(says) < too_far) return;
  report(work, state, coded::title_stronger_than_body, places.title, places.text,
         denied ? "is claimed in the title and denied in the text"
                : "is claimed more strongly in the title than anywhere in the text",
         denied ? "the text denies the same" : "the text says no more than");
}

}  // namespace

std::size_t ConsistencyState::PairHash::operator()(const Pair& pair) const {
  std::size_t hash = 0;
  for (const auto part : {pair.intervention, pair.outcome, pair.population, pair.sort}) {
    hash = (hash ^ part) * 0x9E3779B97F4A7C15ULL;
  }
  return hash;
}

void start_consistency(ConsistencyState& state) {
  state.said.clear();
  state.pairs.clear();
  state.places.clear();
  state.compounds.clear();
  state.praises.clear();
}

void check_consistency(Work& work, ConsistencyState& state) {
  if (state.said.size() < 2) return;
  gather(work, state);
  gather_praises(work, state);
  for (const Places& places : state.places) {
    compare_text(work, state, places);
    compare_title(work, state, places);
  }
}

}  // namespace caveat
