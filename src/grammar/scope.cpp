#include "grammar/scope.hpp"

#include <algorithm>

namespace caveat {
namespace {

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

Range reach_of(const Subject& subject, Reach reach, std::uint32_t begin, std::uint32_t end) {
  switch (reach) {
    case Reach::clause_after:
      return {end, clause_end(subject, end - 1)};
    case Reach::clause_before:
      return {clause_begin(subject, begin), begin};
    case Reach::clause:
      return {clause_begin(subject, begin), clause_end(subject, end - 1)};
    case Reach::sentence_after:
      return {end, subject.last};
    case Reach::sentence_before:
      return {subject.first, begin};
    case Reach::sentence:
      return {subject.first, subject.last};
  }
  return {begin, end};
}

/// A limit in tokens counts from the cue, whichever way it reaches.
Range limited(Range range, const ScopeCode& scope) {
  if (scope.within == 0 || range.end - range.begin <= scope.within) return range;
  const bool before = scope.reach == Reach::clause_before || scope.reach == Reach::sentence_before;
  if (before) return {range.end - scope.within, range.end};
  return {range.begin, range.begin + scope.within};
}

Range ended(Matcher& matcher, const Program& program, const ScopeCode& scope, Range range) {
  if (!scope.until) return range;
  const auto stop = find_match(matcher, program, *scope.until, range.begin, range.end);
  return stop ? Range{range.begin, stop->begin} : range;
}

void mark_clauses(Matcher& matcher, const Program& program, const ScopeSet& set, Marks& marks) {
  const auto& subject = matcher.subject;
  if (!set.clause_start || !may_match(matcher, program.patterns[*set.clause_start])) return;
  for (auto token = subject.first + 1; token < subject.last; ++token) {
    if (match_at(matcher, program, *set.clause_start, token)) marks.clause_start[token] = 1;
  }
  forget(matcher);
}

void mark_scope(Matcher& matcher, const Program& program, const ScopeSet& set, std::uint32_t index,
                Marks& marks, std::vector<ScopeUse>& uses) {
  const auto& scope = set.scopes[index];
  if (!may_match(matcher, program.patterns[scope.cue])) return;
  const auto& subject = matcher.subject;
  const auto before = uses.size();
  for (auto token = subject.first; token < subject.last; ++token) {
    const auto cue = match_at(matcher, program, scope.cue, token);
    if (!cue || cue->end == cue->begin) continue;
    const auto whole = reach_of(subject, scope.reach, cue->begin, cue->end);
    const auto range = ended(matcher, program, scope, limited(whole, scope));
    uses.push_back({index, cue->begin, cue->end, range.begin, range.end});
    token = cue->end - 1;
  }
  for (auto use = before; use < uses.size(); ++use) {
    for (auto at = uses[use].begin; at < uses[use].end; ++at) marks.scopes[at] |= 1ULL << index;
  }
  if (uses.size() > before) forget(matcher);
}

}  // namespace

ScopeSet compile_scopes(std::span<const Pack> packs, GrammarBuilder& grammar,
                        LexiconBuilder& lexicon, std::vector<PackDiagnostic>& diagnostics) {
  ScopeSet set;
  set.scopes.resize(grammar.program.scope_names.size());
  const Text never{"!.", {}};
  for (const auto& pack : packs) {
    for (const auto& def : pack.scopes) {
      const auto index = grammar.scopes.find(def.id.value);
      if (index == grammar.scopes.end()) continue;
      auto cue = add_pattern(grammar, lexicon, def.cue, diagnostics);
      if (!cue) cue = add_pattern(grammar, lexicon, never, diagnostics);
      std::optional<PatternId> until;
      if (!def.until.value.empty()) until = add_pattern(grammar, lexicon, def.until, diagnostics);
      auto& code = set.scopes[index->second];
      code.id = def.id.value;
      code.cue = *cue;
      code.until = until;
      code.reach = def.reach;
      code.kind = def.kind;
      code.within = def.within;
      code.cap = def.cap;
      code.negates = def.negates;
      code.certain = def.certain;
      code.retracts = def.retracts;
      code.cites = def.cites;
      code.voice = def.voice;
      code.design = def.design;
      code.states = def.states;
      if (code.retracts) set.retracting |= 1ULL << index->second;
    }
  }
  if (grammar.productions.contains("clause-start")) {
    set.clause_start = add_pattern(grammar, lexicon, {"clause-start", {}}, diagnostics);
  }
  return set;
}

void mark_sentence(Matcher& matcher, const Program& program, const ScopeSet& set, Marks& marks,
                   std::vector<ScopeUse>& uses) {
  mark_clauses(matcher, program, set, marks);
  for (std::uint32_t scope = 0; scope < set.scopes.size(); ++scope) {
    if (set.scopes[scope].kind == ScopeKind::wording) continue;
    mark_scope(matcher, program, set, scope, marks, uses);
  }
}

void mark_wording(Matcher& matcher, const Program& program, const ScopeSet& set, Marks& marks,
                  std::vector<ScopeUse>& uses) {
  for (std::uint32_t scope = 0; scope < set.scopes.size(); ++scope) {
    if (set.scopes[scope].kind != ScopeKind::wording) continue;
    mark_scope(matcher, program, set, scope, marks, uses);
  }
}

std::uint32_t clause_begin(const Subject& subject, std::uint32_t token) {
  while (token > subject.first && subject.marks->clause_start[token] == 0) --token;
  return token;
}

std::uint32_t clause_end(const Subject& subject, std::uint32_t token) {
  ++token;
  while (token < subject.last && subject.marks->clause_start[token] == 0) ++token;
  return token;
}

}  // namespace caveat
