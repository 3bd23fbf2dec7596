#include "grammar/cue.hpp"

#include <algorithm>
#include <utility>

namespace caveat {
namespace {

/// No subject is longer, and no scope: bounds the cost of a hostile sentence that is all cues.
constexpr std::uint32_t most_before = 80;
constexpr std::uint32_t most_after = 160;

struct Finder {
  Matcher& matcher;
  const Program& program;
  const CueSet& set;
  std::vector<CueUse>& uses;
  std::uint32_t fronted_end = 0;  ///< past the comma; the first token where there is none
};

std::optional<PatternId> add_optional(GrammarBuilder& grammar, LexiconBuilder& lexicon,
                                      const Text& text, std::vector<PackDiagnostic>& diagnostics) {
  if (text.value.empty()) return std::nullopt;
  return add_pattern(grammar, lexicon, text, diagnostics);
}

/// The slot `cue` where the pattern bound it, else all of the match.
CueUse cue_of(const Finder& finder, std::uint32_t index, const Match& match) {
  const auto slot = finder.set.cue_slot;
  const auto* part = slot == no_id ? nullptr : capture_of(match, slot);
  if (part == nullptr || part->end <= part->begin) return {index, match.begin, match.end, 0, 0};
  return {index, part->begin, part->end, 0, 0};
}

char letter_at(const Subject& subject, std::uint32_t at) {
  const auto& token = subject.prose->tokens[at];
  return token.kind == TokenKind::punctuation ? subject.text[token.span.begin] : ' ';
}

/// A cue in brackets governs nothing outside them: the first bracket that closes unopened.
std::uint32_t closing(const Subject& subject, std::uint32_t from, std::uint32_t to) {
  std::uint32_t open = 0;
  for (auto at = from; at < to; ++at) {
    const auto letter = letter_at(subject, at);
    if (letter == '(' || letter == '[') ++open;
    if (letter != ')' && letter != ']') continue;
    if (open == 0) return at;
    --open;
  }
  return to;
}

/// The same to the left: past the last bracket that stays open.
std::uint32_t opening(const Subject& subject, std::uint32_t from, std::uint32_t to) {
  std::uint32_t closed = 0;
  for (auto at = to; at > from; --at) {
    const auto letter = letter_at(subject, at - 1);
    if (letter == ')' || letter == ']') ++closed;
    if (letter != '(' && letter != '[') continue;
    if (closed == 0) return at;
    --closed;
  }
  return from;
}

/// Where it ends: `until` is looked for behind all that the pattern took.
std::uint32_t end_of(Finder& finder, const CueUse& use, std::uint32_t match_end) {
  const auto& subject = finder.matcher.subject;
  const auto from = std::max(use.cue_end, match_end);
  auto last = std::min(subject.last, from + most_after);
  if (finder.fronted_end > from) last = std::min(last, finder.fronted_end - 1);
  last = std::max(closing(subject, use.cue_end, last), use.cue_end);
  const auto& until = finder.set.cues[use.cue].until;
  if (!until || from >= last) return last;
  const auto stop = find_match(finder.matcher, finder.program, *until, from, last);
  return stop ? stop->begin : last;
}

/// Where it begins: past the last `since`, which sees only what stands before the cue.
std::uint32_t begin_of(Finder& finder, const CueUse& use) {
  const auto& since = finder.set.cues[use.cue].since;
  if (!since) return use.cue_begin;
  auto& matcher = finder.matcher;
  auto begin = matcher.subject.first;
  if (finder.fronted_end <= use.cue_begin) begin = std::max(begin, finder.fronted_end);
  if (use.cue_begin - begin > most_before) begin = use.cue_begin - most_before;
  begin = opening(matcher.subject, begin, use.cue_begin);
  const auto last = std::exchange(matcher.subject.last, use.cue_begin);
  forget(matcher);
  for (auto token = begin; token < use.cue_begin; ++token) {
    const auto match = match_at(matcher, finder.program, *since, token);
    if (match) begin = std::max(begin, match->end);
  }
  matcher.subject.last = last;
  forget(matcher);
  return begin;
}

void find_uses(Finder& finder, std::uint32_t index) {
  const auto& code = finder.set.cues[index];
  if (!may_match(finder.matcher, finder.program.patterns[code.cue])) return;
  const auto& subject = finder.matcher.subject;
  for (auto token = subject.first; token < subject.last; ++token) {
    const auto match = match_at(finder.matcher, finder.program, code.cue, token);
    if (!match || match->end == match->begin) continue;
    auto use = cue_of(finder, index, *match);
    use.end = match->end;  // for now: where `until` is looked for
    finder.uses.push_back(use);
    token = std::max(token, use.cue_end - 1);
  }
}

/// Drops every cue that shares a token with one of an earlier scope.
void keep_first(const Subject& subject, std::vector<CueUse>& uses) {
  std::vector<bool> taken(subject.last - subject.first);
  std::erase_if(uses, [&](const CueUse& use) {
    const auto begin = taken.begin() + (use.cue_begin - subject.first);
    const auto end = taken.begin() + (use.cue_end - subject.first);
    if (std::find(begin, end, true) != end) return true;
    std::fill(begin, end, true);
    return false;
  });
}

std::uint32_t find_fronted(Matcher& matcher, const Program& program, const CueSet& set) {
  const auto first = matcher.subject.first;
  if (!set.fronted) return first;
  const auto match = match_at(matcher, program, *set.fronted, first);
  return match ? match->end : first;
}

}  // namespace

CueSet compile_cues(std::span<const Pack> packs, GrammarBuilder& grammar, LexiconBuilder& lexicon,
                    std::vector<PackDiagnostic>& diagnostics) {
  CueSet set;
  for (const auto& pack : packs) {
    for (const auto& def : pack.scopes) {
      if (!is_shown(def.kind)) continue;
      const auto cue = add_pattern(grammar, lexicon, def.cue, diagnostics);
      if (!cue) continue;
      set.cues.push_back({def.id.value, *cue,
                          add_optional(grammar, lexicon, def.since, diagnostics),
                          add_optional(grammar, lexicon, def.until, diagnostics), def.kind});
    }
  }
  if (grammar.productions.contains("fronted")) {
    set.fronted = add_pattern(grammar, lexicon, {"fronted", {}}, diagnostics);
  }
  return set;
}

void name_slots(const Program& program, CueSet& set) {
  set.cue_slot = slot_named(program, "cue");
}

void find_cues(Matcher& matcher, const Program& program, const CueSet& set,
               std::vector<CueUse>& uses) {
  for (std::uint32_t at = 0; at < set.cues.size(); ++at) {
    Finder finder{matcher, program, set, uses, 0};
    find_uses(finder, at);
  }
  keep_first(matcher.subject, uses);
  std::erase_if(uses,
                [&](const CueUse& use) { return set.cues[use.cue].kind == ScopeKind::pseudo; });
  Finder finder{matcher, program, set, uses, find_fronted(matcher, program, set)};
  for (auto& use : uses) {
    use.end = end_of(finder, use, use.end);
    use.begin = begin_of(finder, use);
  }
  std::ranges::stable_sort(uses, {}, &CueUse::cue_begin);
}

}  // namespace caveat
