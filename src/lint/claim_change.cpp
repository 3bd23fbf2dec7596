#include "lint/claim_change.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>
#include <utility>

#include "diagnostic/quoted.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

using Index = std::uint32_t;

std::string folded(std::string_view text) {
  std::string out;
  append_folded(text, out);
  return out;
}

/// What a part means, or else its words.
std::string name_of_part(SymbolId meaning, const std::string& words) {
  return meaning == no_id ? '"' + folded(words) : '#' + std::to_string(meaning);
}

/// Claims with one subject can be one claim, then and now.
std::string subject_of(const ToldClaim& claim) {
  const SymbolId condition = claim.conditions.empty() ? no_id : claim.conditions.front();
  return name_of_part(claim.remedy, claim.intervention) + '|' +
         name_of_part(condition, claim.outcome) + (claim.harm ? "|harm" : "|benefit");
}

/// Dice's coefficient of their words, each as often as it occurs: 1 for the same words.
double likeness(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  if (before == after) return 1;
  auto a = before;
  auto b = after;
  std::ranges::sort(a);
  std::ranges::sort(b);
  std::vector<std::string> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(a.size() + b.size() + 1);
}

/// The two texts and which claim of one is which of the other.
struct Pairing {
  const Account& before;
  const Account& after;
  std::vector<Index> new_of;  ///< by old claim; no_id: none
  std::vector<Index> old_of;  ///< by new claim
};

bool is_free(const Pairing& pairing, Index old_claim, Index new_claim) {
  return pairing.new_of[old_claim] == no_id && pairing.old_of[new_claim] == no_id;
}

void pair_up(Pairing& pairing, Index old_claim, Index new_claim) {
  pairing.new_of[old_claim] = new_claim;
  pairing.old_of[new_claim] = old_claim;
}

struct Candidate {
  double score = 0;
  Index apart = 0;  ///< how far from each other they stand, in claims
  Index old_claim = 0;
  Index new_claim = 0;
};

/// Same words above all; of two claims in one sentence, each is its own self.
Candidate candidate(const Pairing& pairing, Index old_claim, Index new_claim) {
  const ToldClaim& before = pairing.before.claims[old_claim];
  const ToldClaim& after = pairing.after.claims[new_claim];
  const double like = likeness(pairing.before.sentences[before.sentence].words,
                               pairing.after.sentences[after.sentence].words);
  const bool same = before.strength == after.strength && before.negative == after.negative;
  const Index apart = old_claim > new_claim ? old_claim - new_claim : new_claim - old_claim;
  return {like + (same ? 0.1 : 0), apart, old_claim, new_claim};
}

void take_best_first(Pairing& pairing, std::vector<Candidate>& candidates) {
  std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.apart < b.apart;
  });
  for (const Candidate& one : candidates)
    if (is_free(pairing, one.old_claim, one.new_claim))
      pair_up(pairing, one.old_claim, one.new_claim);
}

/// More pairs than this are paired in their order: a page that says one thing a thousand times.
constexpr std::size_t most_compared = 100'000;

struct Group {
  std::vector<Index> olds;
  std::vector<Index> news;
};

void pair_group(Pairing& pairing, const Group& group) {
  if (group.olds.size() * group.news.size() > most_compared) {
    for (std::size_t at = 0; at < std::min(group.olds.size(), group.news.size()); ++at)
      pair_up(pairing, group.olds[at], group.news[at]);
    return;
  }
  std::vector<Candidate> candidates;
  for (const Index old_claim : group.olds)
    for (const Index new_claim : group.news)
      candidates.push_back(candidate(pairing, old_claim, new_claim));
  take_best_first(pairing, candidates);
}

/// Sentences that both texts have say the same of the same, however often they say it.
void pair_kept(Pairing& pairing) {
  const auto name_of_claim = [](const Account& account, const ToldClaim& claim) {
    std::string name = subject_of(claim) + name_of(claim.strength) + (claim.negative ? "-" : "+");
    for (const auto& word : account.sentences[claim.sentence].words) name += ' ' + word;
    return name;
  };
  std::unordered_map<std::string, std::vector<Index>> olds;
  for (auto at = static_cast<Index>(pairing.before.claims.size()); at-- > 0;)
    olds[name_of_claim(pairing.before, pairing.before.claims[at])].push_back(at);
  for (Index at = 0; at < pairing.after.claims.size(); ++at) {
    const auto same = olds.find(name_of_claim(pairing.after, pairing.after.claims[at]));
    if (same == olds.end() || same->second.empty()) continue;
    pair_up(pairing, same->second.back(), at);
    same->second.pop_back();
  }
}

void pair_by_subject(Pairing& pairing) {
  std::unordered_map<std::string, Group> groups;
  for (Index at = 0; at < pairing.before.claims.size(); ++at)
    if (pairing.new_of[at] == no_id)
      groups[subject_of(pairing.before.claims[at])].olds.push_back(at);
  for (Index at = 0; at < pairing.after.claims.size(); ++at)
    if (pairing.old_of[at] == no_id)
      groups[subject_of(pairing.after.claims[at])].news.push_back(at);
  for (const auto& [subject, group] : groups) pair_group(pairing, group);
}

bool holds(const std::vector<SymbolId>& meanings, SymbolId symbol) {
  return std::ranges::find(meanings, symbol) != meanings.end();
}

/// "Depressive symptoms" and "depression"; and "it", where only one text says who that is.
bool may_be_one(const ToldClaim& a, const ToldClaim& b) {
  if (a.harm != b.harm || a.conditions.empty() || b.conditions.empty()) return false;
  const bool near =
      holds(a.conditions, b.conditions.front()) || holds(b.conditions, a.conditions.front());
  const bool unnamed = a.intervention.empty() || b.intervention.empty();
  return near && (a.remedy == b.remedy || unnamed);
}

/// What is left: a subject that became broader or narrower, in a sentence that is still like it.
void pair_by_likeness(Pairing& pairing) {
  constexpr double least = 0.2;
  std::vector<Index> olds;
  std::vector<Index> news;
  for (Index at = 0; at < pairing.new_of.size(); ++at)
    if (pairing.new_of[at] == no_id) olds.push_back(at);
  for (Index at = 0; at < pairing.old_of.size(); ++at)
    if (pairing.old_of[at] == no_id) news.push_back(at);
  if (olds.size() * news.size() > most_compared) return;
  std::vector<Candidate> candidates;
  for (const Index old_claim : olds) {
    for (const Index new_claim : news) {
      if (!may_be_one(pairing.before.claims[old_claim], pairing.after.claims[new_claim])) continue;
      const auto one = candidate(pairing, old_claim, new_claim);
      if (one.score >= least) candidates.push_back(one);
    }
  }
  take_best_first(pairing, candidates);
}

Pairing pair_claims(const Account& before, const Account& after) {
  Pairing pairing{before, after, {}, {}};
  pairing.new_of.assign(before.claims.size(), no_id);
  pairing.old_of.assign(after.claims.size(), no_id);
  pair_kept(pairing);
  pair_by_subject(pairing);
  pair_by_likeness(pairing);
  return pairing;
}

// --- Where what is gone stood

std::string words_joined(const ToldSentence& sentence) {
  std::string joined;
  for (const auto& word : sentence.words) joined += word + ' ';
  return joined;
}

/// For each old sentence the new one that it became or is, or no_id.
std::vector<Index> kept_sentences(const Pairing& pairing) {
  const auto& olds = pairing.before.sentences;
  std::vector<Index> kept(olds.size(), no_id);
  std::unordered_map<std::string, std::vector<Index>> news;
  for (auto at = static_cast<Index>(pairing.after.sentences.size()); at-- > 0;)
    news[words_joined(pairing.after.sentences[at])].push_back(at);
  for (Index at = 0; at < olds.size(); ++at) {
    auto& same = news[words_joined(olds[at])];
    if (same.empty()) continue;
    kept[at] = same.back();
    same.pop_back();
  }
  for (Index at = 0; at < pairing.new_of.size(); ++at) {
    auto& sentence = kept[pairing.before.claims[at].sentence];
    if (pairing.new_of[at] != no_id && sentence == no_id)
      sentence = pairing.after.claims[pairing.new_of[at]].sentence;
  }
  return kept;
}

/// For each old sentence where it stood: the nearest one that is still there, the one before where
/// both are as near; the start of a text that kept none.
std::vector<Span> places_of_old(const Pairing& pairing, const std::vector<Index>& kept) {
  const auto& news = pairing.after.sentences;
  std::vector<Index> before(kept.size(), no_id);
  Index last = no_id;
  for (Index at = 0; at < kept.size(); ++at) before[at] = last = kept[at] != no_id ? at : last;
  std::vector<Span> places(kept.size(), news.empty() ? Span{} : news.front().span);
  Index next = no_id;
  for (auto at = static_cast<Index>(kept.size()); at-- > 0;) {
    if (kept[at] != no_id) next = at;
    const bool back = before[at] != no_id && (next == no_id || at - before[at] <= next - at);
    const Index nearest = back ? before[at] : next;
    if (nearest != no_id) places[at] = news[kept[nearest]].span;
  }
  return places;
}

/// By old sentence: what it became, and where to point at when it is gone.
struct Traces {
  std::vector<Index> kept;
  std::vector<Span> places;
};

void trace(const Traces& traces, Index old_sentence, ClaimChange& change) {
  change.place = traces.places[old_sentence];
  if (traces.kept[old_sentence] != no_id) change.new_sentence = traces.kept[old_sentence];
}

// --- What became of a claim

/// Words that only the first list has, each as often as it has them more.
std::vector<std::string> only_in(const std::vector<std::string>& list,
                                 std::vector<std::string> other) {
  std::vector<std::string> only;
  for (const auto& word : list) {
    const auto same = std::ranges::find(other, word);
    if (same == other.end())
      only.push_back(word);
    else
      other.erase(same);
  }
  return only;
}

void remark(const std::vector<std::string>& cues, const char* what, ClaimChange& change) {
  for (const auto& cue : cues) change.remarks.push_back(what + quoted(cue));
}

void remark_on_wording(const ToldClaim& before, const ToldClaim& after, ClaimChange& change) {
  remark(only_in(before.hedges, after.hedges), "lost its hedge ", change);
  remark(only_in(after.hedges, before.hedges), "has the hedge ", change);
  remark(only_in(before.denials, after.denials), "lost its denial ", change);
  remark(only_in(after.denials, before.denials), "has the denial ", change);
  if (!before.attribution.empty() && after.attribution.empty())
    change.remarks.push_back("is no longer said by others: " + quoted(before.attribution));
  if (before.attribution.empty() && !after.attribution.empty())
    change.remarks.push_back("is said by others now: " + quoted(after.attribution));
  if (change.kind == ChangeKind::citation_removed || change.kind == ChangeKind::citation_added)
    return;
  if (before.cited && !after.cited) change.remarks.emplace_back("lost its citation");
  if (!before.cited && after.cited) change.remarks.emplace_back("has a citation");
}

/// A benefit that is denied has no strength of its own to compare.
std::optional<ChangeKind> kind_of(const ToldClaim& before, const ToldClaim& after) {
  if (before.negative != after.negative &&
      (before.negative ? after : before).strength > Strength::none)
    return ChangeKind::claim_turned;
  const bool denied = before.negative && after.negative;
  if (!denied && after.strength > before.strength) return ChangeKind::claim_strengthened;
  if (!denied && after.strength < before.strength) return ChangeKind::claim_weakened;
  if (before.cited && !after.cited) return ChangeKind::citation_removed;
  if (!before.cited && after.cited) return ChangeKind::citation_added;
  return std::nullopt;
}

/// A question, or "it is uncertain whether", promises nothing and denies nothing.
bool says_something(const ToldClaim& claim) {
  return claim.negative || claim.strength > Strength::none;
}

bool makes_graver(ChangeKind kind) {
  return kind == ChangeKind::claim_added || kind == ChangeKind::claim_strengthened ||
         kind == ChangeKind::claim_turned;
}

ClaimChange change_of(ChangeKind kind, const ToldClaim* before, const ToldClaim* after) {
  ClaimChange change;
  change.kind = kind;
  if (before != nullptr) {
    change.before = *before;
    change.old_sentence = before->sentence;
  }
  if (after != nullptr) {
    change.after = *after;
    change.new_sentence = after->sentence;
    change.place = after->span;
    if (makes_graver(kind) && after->overstated) change.severity = Severity::warning;
  }
  return change;
}

void compare_pairs(const Pairing& pairing, std::vector<ClaimChange>& changes) {
  for (Index at = 0; at < pairing.old_of.size(); ++at) {
    if (pairing.old_of[at] == no_id) continue;
    const ToldClaim& before = pairing.before.claims[pairing.old_of[at]];
    const ToldClaim& after = pairing.after.claims[at];
    const auto kind = kind_of(before, after);
    if (!kind) continue;
    changes.push_back(change_of(*kind, &before, &after));
    remark_on_wording(before, after, changes.back());
  }
}

/// The strongest of each subject among claims that both texts have; a denial is a subject of its
/// own.
using Sayings = std::unordered_map<std::string, Strength>;

std::string saying_of(const ToldClaim& claim) {
  return subject_of(claim) + (claim.negative ? "-" : "+");
}

Sayings kept_sayings(const Pairing& pairing) {
  Sayings sayings;
  for (Index at = 0; at < pairing.old_of.size(); ++at) {
    if (pairing.old_of[at] == no_id) continue;
    const ToldClaim& claim = pairing.after.claims[at];
    auto& strongest = sayings.try_emplace(saying_of(claim), claim.strength).first->second;
    strongest = std::max(strongest, claim.strength);
  }
  return sayings;
}

bool says_too(const Sayings& sayings, const ToldClaim& claim) {
  const auto said = sayings.find(saying_of(claim));
  return said != sayings.end() && said->second >= claim.strength;
}

void add_new_claims(const Pairing& pairing, const Sayings& sayings,
                    std::vector<ClaimChange>& changes) {
  for (Index at = 0; at < pairing.old_of.size(); ++at) {
    const ToldClaim& claim = pairing.after.claims[at];
    if (pairing.old_of[at] != no_id || !says_something(claim)) continue;
    changes.push_back(change_of(ChangeKind::claim_added, nullptr, &claim));
    if (says_too(sayings, claim))
      changes.back().remarks.emplace_back("the text says so elsewhere too");
  }
}

void add_removed_claims(const Pairing& pairing, const Traces& traces, const Sayings& sayings,
                        std::vector<ClaimChange>& changes) {
  for (Index at = 0; at < pairing.new_of.size(); ++at) {
    const ToldClaim& claim = pairing.before.claims[at];
    if (pairing.new_of[at] != no_id || !says_something(claim)) continue;
    auto change = change_of(ChangeKind::claim_removed, &claim, nullptr);
    trace(traces, claim.sentence, change);
    if (says_too(sayings, claim)) change.remarks.emplace_back("the text still says so elsewhere");
    changes.push_back(std::move(change));
  }
}

// --- Caveats

const ToldCaveat* caveat_named(const Account& account, const std::string& rule) {
  const auto found = std::ranges::find(account.caveats, rule, &ToldCaveat::rule);
  return found == account.caveats.end() ? nullptr : &*found;
}

bool is_met(const ToldCaveat& caveat) {
  return caveat.sentence && !caveat.missing;
}

ClaimChange caveat_change(ChangeKind kind, const ToldCaveat& caveat) {
  ClaimChange change;
  change.kind = kind;
  change.caveat = caveat.rule;
  change.message = caveat.message;
  return change;
}

void compare_caveats(const Pairing& pairing, const Traces& traces,
                     std::vector<ClaimChange>& changes) {
  for (const ToldCaveat& after : pairing.after.caveats) {
    const ToldCaveat* before = caveat_named(pairing.before, after.rule);
    if (before == nullptr) continue;
    if (is_met(*before) && after.missing) {
      auto change = caveat_change(ChangeKind::caveat_removed, after);
      change.severity = std::min(Severity::warning, after.missing->severity);
      change.old_sentence = before->sentence;
      trace(traces, *before->sentence, change);
      changes.push_back(std::move(change));
    } else if (before->missing && is_met(after)) {
      auto change = caveat_change(ChangeKind::caveat_added, after);
      change.new_sentence = after.sentence;
      change.place = pairing.after.sentences[*after.sentence].span;
      changes.push_back(std::move(change));
    }
  }
}

}  // namespace

std::vector<ClaimChange> compare(const Account& before, const Account& after) {
  const Pairing pairing = pair_claims(before, after);
  Traces traces{kept_sentences(pairing), {}};
  traces.places = places_of_old(pairing, traces.kept);
  const Sayings sayings = kept_sayings(pairing);
  std::vector<ClaimChange> changes;
  compare_pairs(pairing, changes);
  add_new_claims(pairing, sayings, changes);
  add_removed_claims(pairing, traces, sayings, changes);
  compare_caveats(pairing, traces, changes);
  std::ranges::stable_sort(changes, {}, [](const ClaimChange& change) {
    return std::pair(change.place.begin, change.place.end);
  });
  return changes;
}

const char* name_of(ChangeKind kind) {
  constexpr std::array names = {"claim-added",    "claim-strengthened", "claim-weakened",
                                "claim-removed",  "claim-turned",       "citation-removed",
                                "citation-added", "caveat-removed",     "caveat-added"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace caveat
