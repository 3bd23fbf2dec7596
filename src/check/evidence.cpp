#include "check/evidence.hpp"

#include <algorithm>

namespace caveat {
namespace {

/// 0: the very concept; 1: a broader one; 2: a class or tag; no_id: it means something else.
std::uint32_t distance(const Work& work, std::uint32_t token, SymbolId symbol) {
  std::uint32_t rank = 0;
  for (const auto& tag : tags_at(work.document.tagging, token)) {
    if (tag.symbol == symbol) return symbol >= work.lexicon.concepts ? 2 : std::min(rank, 1U);
    if (tag.symbol < work.lexicon.literals) ++rank;
  }
  return no_id;
}

bool names_in_sentence(const Work& work, SymbolId symbol) {
  const auto& sentence = work.document.prose.sentences[work.sentence];
  for (auto token = sentence.first; token < sentence.last; ++token) {
    if (means(work.document.tagging, token, symbol)) return true;
  }
  return false;
}

/// How far a row is from a claim; a row for the people that the sentence names is nearer than any
/// other, and one for people whom it does not name says nothing of it.
std::uint32_t distance(const Work& work, const EvidenceCode& row, std::uint32_t intervention,
                       std::uint32_t outcome) {
  const auto a = distance(work, intervention, row.intervention);
  const auto b = distance(work, outcome, row.outcome);
  if (a == no_id || b == no_id) return no_id;
  if (row.population == no_id) return 10 + a + b;
  return names_in_sentence(work, row.population) ? a + b : no_id;
}

const EvidenceCode* closest_evidence(const Work& work, std::uint32_t intervention,
                                     std::uint32_t outcome) {
  const EvidenceCode* closest = nullptr;
  auto best = no_id;
  for (const auto& tag : tags_at(work.document.tagging, intervention)) {
    const auto rows = work.checks.evidence_on.find(tag.symbol);
    if (rows == work.checks.evidence_on.end()) continue;
    for (const auto index : rows->second) {
      const auto& row = work.checks.evidence[index];
      const auto far = distance(work, row, intervention, outcome);
      if (far >= best) continue;
      best = far;
      closest = &row;
    }
  }
  return closest;
}

/// Whether the condition at `token` is a kind of `symbol`: a concept stands before what is broader,
/// and its class right behind it.
bool names_kind_of(const Work& work, std::uint32_t token, SymbolId symbol) {
  const auto tags = tags_at(work.document.tagging, token);
  for (std::size_t at = 0; at + 1 < tags.size() && tags[at].symbol != symbol; ++at) {
    const bool is_concept = tags[at].symbol < work.lexicon.concepts;
    if (is_concept && tags[at + 1].symbol == work.checks.forms.names.condition) return true;
  }
  return false;
}

}  // namespace

const EvidenceCode* weigh_outcome(const Work& work, std::uint32_t intervention,
                                  const Capture& outcome) {
  const EvidenceCode* least = nullptr;
  for (auto token = outcome.begin; token < outcome.end; ++token) {
    const auto* row = closest_evidence(work, intervention, token);
    if (row == nullptr) continue;
    if (least == nullptr || carried_by(*row) < carried_by(*least)) least = row;
    // Words inside a longer name mean nothing of their own.
    token = longest(work.document.tagging, token, row->outcome) - 1;
  }
  return least;
}

std::vector<Weighed> weigh_outcomes(const Work& work, const ClaimReader& reader,
                                    const Claim& claim) {
  std::vector<Weighed> weighed;
  for (const Capture& outcome : outcomes_of(reader, claim)) {
    weighed.push_back({outcome, weigh_outcome(work, claim.intervention, outcome)});
  }
  return weighed;
}

bool is_about(const Work& work, const EvidenceCode& row, const Capture& outcome) {
  for (auto token = outcome.begin; token < outcome.end; ++token) {
    if (means(work.document.tagging, token, row.outcome))
      return !names_kind_of(work, token, row.outcome);
  }
  return false;
}

bool speaks_against(const EvidenceCode& row) {
  return row.effect == Effect::none || row.effect == Effect::harm;
}

Strength carried_by(const EvidenceCode& row) {
  return speaks_against(row) ? Strength::none : row.carries;
}

}  // namespace caveat
