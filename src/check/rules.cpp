#include <algorithm>

#include "check/check.hpp"
#include "check/finding.hpp"

namespace caveat {
namespace {

std::string filled(const Template& text, const Document& document, const Match& match) {
  std::string out;
  for (const auto& piece : text.pieces) {
    out += piece.text;
    const auto* capture = piece.slot == no_id ? nullptr : capture_of(match, piece.slot);
    if (capture != nullptr && capture->end > capture->begin) {
      out += words_of(document, capture->begin, capture->end);
    }
  }
  return out;
}

/// The slot's tokens if the pattern bound it, else all of the match.
Capture part_of(const Match& match, std::uint32_t slot) {
  const auto* capture = slot == no_id ? nullptr : capture_of(match, slot);
  const bool bound = capture != nullptr && capture->end > capture->begin;
  return bound ? *capture : Capture{slot, match.begin, match.end};
}

bool on_topic(const Work& work, const RuleCode& rule) {
  return std::ranges::all_of(
      rule.topics, [&](SymbolId topic) { return is_about(work.document, work.sentence, topic); });
}

void add_fix(const Document& document, const Capture& wrong, const std::string& text,
             Diagnostic& diagnostic) {
  auto edits = edits_of(document, wrong.begin, wrong.end, text);
  if (edits.empty()) return;
  diagnostic.fixes.push_back(
      {"replace with \"" + text + "\"", FixSafety::unsafe, std::move(edits)});
}

void report(Work& work, const RuleCode& rule, const Match& match) {
  const auto& names = work.checks.forms.names;
  const auto here = part_of(match, names.here_slot);
  auto diagnostic = finding(rule.wording, place_of(work.document, here.begin, here.end),
                            filled(rule.message, work.document, match));
  if (rule.fix)
    add_fix(work.document, part_of(match, names.wrong_slot),
            filled(*rule.fix, work.document, match), diagnostic);
  work.diagnostics.push_back(std::move(diagnostic));
}

void check_rule(Work& work, const RuleCode& rule) {
  auto match =
      next_match(work.matcher, work.program, rule.match, rule.unless, work.matcher.subject.first);
  if (!match || !on_topic(work, rule)) return;
  for (; match;
       match = next_match(work.matcher, work.program, rule.match, rule.unless, match->end)) {
    if (!is_retracted(work.checks.scopes, work.document.marks, *match)) report(work, rule, *match);
  }
}

bool may(const Work& work, PatternId pattern) {
  return may_match(work.matcher, work.program.patterns[pattern]);
}

/// Whether the sentence before, in the same block, met what the rule speaks after.
bool is_led(const Work& work, std::uint32_t met) {
  const auto& sentences = work.document.prose.sentences;
  return met != no_id && met + 1 == work.sentence &&
         sentences[met].block == sentences[work.sentence].block;
}

bool leads_to(Work& work, const RuleCode& rule) {
  const auto first = work.matcher.subject.first;
  return may(work, *rule.after) &&
         next_match(work.matcher, work.program, *rule.after, rule.unless, first);
}

}  // namespace

void start_rules(const Checks& checks, LeadState& leads) {
  leads.met.assign(checks.rules.size(), no_id);
}

void check_rules(Work& work, LeadState& leads) {
  for (const auto at : work.due.rules) {
    const auto& rule = work.checks.rules[at];
    const bool due = !rule.after || is_led(work, leads.met[at]);
    if (due && may(work, rule.match)) check_rule(work, rule);
    if (rule.after && leads_to(work, rule)) leads.met[at] = work.sentence;
  }
}

}  // namespace caveat
