#include <algorithm>

#include "check/check.hpp"
#include "check/finding.hpp"

namespace caveat {
namespace {

bool found(Work& work, PatternId pattern, const std::optional<PatternId>& unless) {
  return may_match(work.matcher, work.program.patterns[pattern]) &&
         next_match(work.matcher, work.program, pattern, unless, work.matcher.subject.first);
}

void look_for(Work& work, const CaveatCode& caveat, CaveatState::Seen& seen) {
  const bool whole = caveat.scope == CaveatScope::document;
  if (!(whole && !seen.required.empty()) && found(work, caveat.require, caveat.unless)) {
    seen.required.push_back(work.sentence);
  }
  if (caveat.near && found(work, *caveat.near, std::nullopt)) seen.near.push_back(work.sentence);
  if (caveat.mentions && !seen.mentioned) {
    seen.mentioned = found(work, *caveat.mentions, std::nullopt);
  }
}

/// How the sentence speaks; whether it says how to use what it names.
bool hear(Work& work, Tones& tones) {
  const auto tone = tone_of(work.checks, work.document, work.sentence, work.program, work.matcher);
  add(tone, tones);
  return tone.use;
}

void report(const CaveatCode& caveat, const Document& document, std::uint32_t token,
            std::uint32_t end, std::vector<Diagnostic>& diagnostics) {
  const auto span = place_of(document, token, end);
  diagnostics.push_back(finding(caveat.wording, span, caveat.message));
}

void report_topic(const CaveatCode& caveat, const Document& document, std::uint32_t token,
                  std::vector<Diagnostic>& diagnostics) {
  const auto end = std::max(longest(document.tagging, token, caveat.topics.front()), token + 1);
  report(caveat, document, token, end, diagnostics);
}

bool within(const std::vector<std::uint32_t>& sentences, std::uint32_t from, std::uint32_t to) {
  const auto at = std::lower_bound(sentences.begin(), sentences.end(), from);
  return at != sentences.end() && *at < to;
}

/// The first mention of the topic in sentences [from, to), or no_id.
std::uint32_t mention_in(const CaveatCode& caveat, const Document& document, std::uint32_t from,
                         std::uint32_t to) {
  for (auto sentence = from; sentence < to; ++sentence) {
    const auto& tokens = document.prose.sentences[sentence];
    for (auto token = tokens.first; token < tokens.last; ++token) {
      if (means(document.tagging, token, caveat.topics.front())) return token;
    }
  }
  return no_id;
}

/// A section runs from one heading to the next.
void check_sections(const CaveatCode& caveat, const CaveatState::Seen& seen,
                    const Document& document, std::vector<Diagnostic>& diagnostics) {
  const auto count = static_cast<std::uint32_t>(document.prose.sentences.size());
  for (std::uint32_t from = 0; from < count;) {
    auto to = from + 1;
    while (to < count && !is_heading(document, to)) ++to;
    const auto mention = mention_in(caveat, document, from, to);
    if (mention != no_id && !within(seen.required, from, to)) {
      report_topic(caveat, document, mention, diagnostics);
    }
    from = to;
  }
}

void check_near(const CaveatCode& caveat, const CaveatState::Seen& seen, const Document& document,
                std::vector<Diagnostic>& diagnostics) {
  for (const auto sentence : seen.near) {
    if (within(seen.required, sentence < 3 ? 0 : sentence - 3, sentence + 4)) continue;
    const auto& tokens = document.prose.sentences[sentence];
    report(caveat, document, tokens.first, tokens.last, diagnostics);
  }
}

/// A text that names a thing in passing owes no word on it, unless it tells how to use it.
bool is_due(const CaveatCode& caveat, const CaveatState::Seen& seen, const Document& document,
            const Tones& tones) {
  if (caveat.mentions && !seen.mentioned) return false;
  if (caveat.advice && is_report(tones)) return false;
  return caveat.subject == no_id || seen.use_told || is_subject(document, caveat.subject);
}

}  // namespace

void start_caveats(const Checks& checks, CaveatState& state) {
  state.seen.assign(checks.caveats.size(), {});
  state.tones = {};
}

void look_for_caveats(Work& work, CaveatState& state) {
  if (work.due.caveats.empty()) return;
  const bool use_told = hear(work, state.tones);
  for (const auto at : work.due.caveats) {
    const auto& caveat = work.checks.caveats[at];
    auto& seen = state.seen[at];
    look_for(work, caveat, seen);
    if (use_told && caveat.subject != no_id && !seen.use_told)
      seen.use_told = names(work.document, work.sentence, caveat.subject);
  }
}

void check_caveats(const Checks& checks, const Document& document, const Due& due,
                   const CaveatState& state, std::vector<Diagnostic>& diagnostics) {
  for (const auto at : due.caveats) {
    const auto& caveat = checks.caveats[at];
    const auto& seen = state.seen[at];
    if (!is_due(caveat, seen, document, state.tones)) continue;
    if (caveat.scope == CaveatScope::section) {
      check_sections(caveat, seen, document, diagnostics);
    } else if (caveat.scope == CaveatScope::near) {
      check_near(caveat, seen, document, diagnostics);
    } else if (seen.required.empty()) {
      report_topic(caveat, document, document.topics.by_symbol[caveat.topics.front()].first,
                   diagnostics);
    }
  }
}

}  // namespace caveat
