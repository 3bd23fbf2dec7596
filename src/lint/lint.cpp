#include "lint/lint.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "format/format.hpp"
#include "lint/choices.hpp"
#include "lint/identity.hpp"
#include "lint/rule_set.hpp"
#include "lint/suppress.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

/// A file that is no text at all would otherwise tell a line for every few bytes of it.
constexpr std::size_t most_invalid = 20;

void report_invalid_utf8(const Source& source, std::vector<Diagnostic>& diagnostics) {
  const auto spans = invalid_utf8(source.bytes);
  for (std::size_t at = 0; at < std::min(spans.size(), most_invalid); ++at) {
    const bool last = at + 1 == most_invalid && spans.size() > most_invalid;
    Diagnostic diagnostic;
    diagnostic.span = spans[at];
    diagnostic.severity = Severity::error;
    diagnostic.rule = "input/invalid-utf8";
    diagnostic.category = "input";
    diagnostic.message = "not UTF-8 at byte " + std::to_string(spans[at].begin);
    if (last)
      diagnostic.message += " and in " + std::to_string(spans.size() - at - 1) + " places more";
    diagnostic.message += "; the rest is linted";
    diagnostics.push_back(std::move(diagnostic));
  }
}

void sort_by_place(std::vector<Diagnostic>& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const auto& a, const auto& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end;
  });
}

bool praises(const Diagnostic& diagnostic) {
  const auto& category = diagnostic.category;
  return category == "efficacy" || category == "mechanism" || category == "underclaim";
}

bool tells_law(const Checks& checks, const Diagnostic& diagnostic) {
  return std::ranges::any_of(checks.rules, [&](const RuleCode& code) {
    return code.jurisdiction != Jurisdiction::everywhere && code.wording.rule == diagnostic.rule;
  });
}

/// What a law says of a benefit is another matter than what its evidence does.
bool tell_the_same(const Checks& checks, const Diagnostic& a, const Diagnostic& b) {
  if (a.rule == b.rule && a.message == b.message) return true;
  return praises(a) && praises(b) && overlaps(a.span, b.span) && !tells_law(checks, a) &&
         !tells_law(checks, b);
}

/// Several forms and rules may read one benefit in the same words ("its ability to relieve pain" is
/// also an active clause): a reader is told once a sentence, and what the other one adds is a note.
/// The gravest stays, or else the first, which is the one that names its evidence.
void join_repeats(const Checks& checks, std::vector<Diagnostic>& diagnostics, std::size_t from) {
  for (auto at = from; at < diagnostics.size(); ++at) {
    for (auto other = diagnostics.size() - 1; other > at; --other) {
      auto& kept = diagnostics[at];
      auto& joined = diagnostics[other];
      if (!tell_the_same(checks, kept, joined)) continue;
      if (joined.severity > kept.severity) std::swap(kept, joined);
      if (joined.category != kept.category) kept.notes.push_back({joined.message, joined.span});
      diagnostics.erase(diagnostics.begin() + static_cast<std::ptrdiff_t>(other));
    }
  }
}

/// Which findings are of one sentence: [begin, end) for each that has any.
using Groups = std::vector<std::pair<std::size_t, std::size_t>>;

/// What becomes of a finding.
enum class Fate : std::uint8_t { told, silenced, off };

/// A comment silences what would be told without it, and not what is off anyway.
std::vector<Fate> fates_of(std::size_t count, const std::vector<bool>& silenced,
                           const std::vector<bool>& off) {
  std::vector<Fate> fates(count, Fate::told);
  for (std::size_t at = 0; at < count; ++at) {
    if (!silenced.empty() && silenced[at]) fates[at] = Fate::silenced;
    if (!off.empty() && off[at]) fates[at] = Fate::off;
  }
  return fates;
}

struct Sorted {
  const Checks& checks;
  std::vector<Diagnostic> found;
  std::vector<Fate> fates;
  Groups groups;
  Repeats repeats;
};

/// The findings of one fate, moved out, the repeats of a sentence joined. Joined after that, since
/// a silenced finding must not take another one with it.
std::vector<Diagnostic> take_out(Sorted& sorted, Fate fate) {
  std::vector<Diagnostic> taken;
  std::size_t at = 0;
  const auto take = [&](std::size_t end) {
    for (; at < end; ++at)
      if (sorted.fates[at] == fate) taken.push_back(std::move(sorted.found[at]));
  };
  for (const auto& [begin, end] : sorted.groups) {
    take(begin);
    const auto from = taken.size();
    take(end);
    if (sorted.repeats == Repeats::join) join_repeats(sorted.checks, taken, from);
  }
  take(sorted.found.size());
  return taken;
}

/// Only a sentence that grades its own evidence needs to know how strongly it is worded.
void check_certainty(const RuleSet& rules, Desk& desk, Work& work) {
  if (!states_certainty(rules.checks, desk.scope_uses)) return;
  mark_wording(rules, desk);
  check_stated(work);
}

}  // namespace

bool is_silent(const RuleSet& rules, const Document& document, std::uint32_t sentence) {
  return any_silent(rules.checks.frames, frames_of(document.framing, sentence));
}

ClaimReader reader_of(const RuleSet& rules, Desk& desk, std::uint32_t sentence) {
  return {rules.checks.forms, rules.checks.scopes, rules.program,   rules.lexicon,
          desk.document,      desk.matcher,        desk.scope_uses, sentence};
}

void read_document(const Source& source, const Format& format, const RuleSet& rules, Desk& desk) {
  auto& document = desk.document;
  format.read(source, document.blocks);
  read_prose(document.blocks, rules.language, document.prose);
  tag(document.blocks.passage.text, document.prose, rules.lexicon, document.tagging);
  document.marks.clause_start.assign(document.prose.tokens.size(), 0);
  document.marks.scopes.assign(document.prose.tokens.size(), 0);
  frame_sentences(frame_view(document), desk.matcher, rules.program, rules.lexicon,
                  rules.checks.frames, document.framing);
  count_topics(rules.lexicon, rules.checks.frames, document);
}

void open_sentence(const RuleSet& rules, Desk& desk, std::uint32_t sentence) {
  begin_sentence(desk.matcher, rules.program, rules.lexicon,
                 subject_of(frame_view(desk.document), sentence));
}

void mark_sentence(const RuleSet& rules, Desk& desk, std::uint32_t sentence) {
  const auto& subject = desk.matcher.subject;
  const auto governing = frames_of(desk.document.framing, sentence);
  const auto inherited = scopes_of(rules.checks.frames, governing);
  auto& scopes = desk.document.marks.scopes;
  std::fill(scopes.begin() + subject.first, scopes.begin() + subject.last, inherited);
  desk.scope_uses.clear();
  mark_sentence(desk.matcher, rules.program, rules.checks.scopes, desk.document.marks,
                desk.scope_uses);
}

void mark_wording(const RuleSet& rules, Desk& desk) {
  mark_wording(desk.matcher, rules.program, rules.checks.scopes, desk.document.marks,
               desk.scope_uses);
}

std::vector<Diagnostic> lint(const Source& source, const RuleSet& rules, Desk& desk,
                             const LintOptions& options) {
  return findings_of(source, rules, desk, options).diagnostics;
}

std::vector<Diagnostic> lint(const Source& source, const RuleSet& rules, Desk& desk,
                             const LintOptions& options, Repeats repeats) {
  return findings_of(source, rules, desk, options, repeats).diagnostics;
}

Findings findings_of(const Source& source, const RuleSet& rules, Desk& desk,
                     const LintOptions& options) {
  return findings_of(source, rules, desk, options, Repeats::join);
}

Findings findings_of(const Source& source, const RuleSet& rules, Desk& desk,
                     const LintOptions& options, Repeats repeats) {
  std::vector<Diagnostic> diagnostics;
  auto& document = desk.document;

  // Bytes that are no text are told first and do not stop the rest.
  report_invalid_utf8(source, diagnostics);

  // File to blocks, sentences, meanings; what headings and labels make of them; what it is about.
  read_document(source, *options.format, rules, desk);

  // Which checks it can meet at all.
  const auto jurisdictions = in_force(options.profile, options.jurisdictions);
  find_due(rules.checks, document, jurisdictions, desk.due);

  // Names are looked at word by word, whatever the sentence says.
  check_terms(rules.checks, document, diagnostics);

  // Each sentence: where its clauses start and what governs what, then what it claims and says.
  Groups groups;
  start_caveats(rules.checks, desk.caveats);
  start_rules(rules.checks, desk.leads);
  start_consistency(desk.consistency);
  desk.claims.clear();
  Work work{rules.checks,  rules.program, rules.lexicon,         document,
            desk.due,      desk.matcher,  desk.scope_uses,       options.profile,
            jurisdictions, desk.claims,   desk.consistency.said, diagnostics};
  for (; work.sentence < document.prose.sentences.size(); ++work.sentence) {
    open_sentence(rules, desk, work.sentence);
    if (!can_meet(desk.due, rules.checks, rules.program, desk.matcher)) continue;
    mark_sentence(rules, desk, work.sentence);
    const auto from = diagnostics.size();
    if (!is_silent(rules, document, work.sentence)) {
      check_claims(work);
      check_rules(work, desk.leads);
      look_for_compounds(work, desk.consistency);
      check_certainty(rules, desk, work);
    }
    if (diagnostics.size() > from) groups.emplace_back(from, diagnostics.size());
    look_for_caveats(work, desk.caveats);
  }

  // Where it contradicts itself.
  check_consistency(work, desk.consistency);

  // What the whole text should have said.
  check_caveats(rules.checks, document, desk.due, desk.caveats, diagnostics);
  weigh_for(options.profile, diagnostics);

  // What the author answers for, and what no comment may silence.
  std::vector<Diagnostic> reports;
  const auto silenced =
      suppress(source, document.blocks, rules.checks, options, diagnostics, reports);
  std::vector<bool> off;
  if (repeats == Repeats::join) override_findings(rules.overrides, diagnostics, off);
  if (options.choices != nullptr) choose_findings(*options.choices, diagnostics, off);
  auto fates = fates_of(diagnostics.size(), silenced, off);
  Sorted sorted{rules.checks, std::move(diagnostics), std::move(fates), std::move(groups), repeats};
  Findings findings{take_out(sorted, Fate::told), take_out(sorted, Fate::silenced)};
  std::ranges::move(reports, std::back_inserter(findings.diagnostics));

  sort_by_place(findings.diagnostics);
  sort_by_place(findings.suppressed);
  identify(document, source, findings.diagnostics);
  return findings;
}

Reading read(const Source& source, const RuleSet& rules, Desk& desk, const LintOptions& options) {
  Findings findings = findings_of(source, rules, desk, options);
  Reading reading{std::move(findings.diagnostics), std::move(findings.suppressed), {}};
  const auto sentences = desk.document.prose.sentences.size();
  for (std::uint32_t at = 0; at < sentences; ++at) {
    open_sentence(rules, desk, at);
    mark_sentence(rules, desk, at);
    mark_wording(rules, desk);
    reading.sentences.push_back(read_sentence(reader_of(rules, desk, at), rules.checks.cues));
  }
  return reading;
}

DeskPtr make_desk() {
  return DeskPtr(new Desk);
}
void DeskDeleter::operator()(Desk* desk) const {
  delete desk;
}
void RuleSetDeleter::operator()(const RuleSet* rules) const {
  delete rules;
}

}  // namespace caveat
