#include "lint/account.hpp"

#include <algorithm>

#include "check/coded.hpp"
#include "check/evidence.hpp"
#include "check/same.hpp"
#include "lint/rule_set.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

bool is_part_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0 || c == '%';
}

/// Folded, without the marks between: "may, in part" is may, in, part.
std::vector<std::string> folded_words(std::string_view text) {
  std::string folded;
  append_folded(text, folded);
  std::vector<std::string> words(1);
  for (const char c : folded) {
    if (is_part_of_word(c))
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
  return line;
}

/// Bytes of the file as one line; markup inside them stays.
std::string line_of(const Source& source, const std::optional<Span>& part) {
  std::string line;
  for (const char c : part ? slice(source, *part) : std::string_view()) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank || (!line.empty() && line.back() != ' ')) line += blank ? ' ' : c;
  }
  return line;
}

std::vector<SymbolId> meanings_of(const RuleSet& rules, const Document& document,
                                  const Capture& outcome) {
  std::vector<SymbolId> meanings;
  for (auto token = outcome.begin; token < outcome.end; ++token) {
    const auto symbol = concept_at(document.tagging, rules.lexicon, token);
    if (symbol == no_id || rules.checks.forms.names.strength.contains(symbol)) continue;
    for (const Tag& tag : tags_at(document.tagging, token))
      if (tag.symbol < rules.lexicon.concepts) meanings.push_back(tag.symbol);
    break;
  }
  return meanings;
}

/// The cues that govern some of the claim.
std::vector<std::string> cues_over(const Source& source, const std::vector<CueReading>& cues,
                                   Span claim) {
  std::vector<std::string> words;
  for (const CueReading& cue : cues) {
    if (overlaps(cue.scope, claim) || overlaps(cue.cue, claim))
      words.push_back(joined(folded_words(slice(source, cue.cue))));
  }
  return words;
}

/// Whether a finding says that a benefit, or a harm, is not what the evidence carries.
bool is_overstatement(const Diagnostic& finding) {
  const auto& category = finding.category;
  return category == "efficacy" || category == "disease" || category == "mechanism" ||
         is_coded(finding.rule, coded::unfounded_harm) ||
         is_coded(finding.rule, coded::denied_harm);
}

/// By findings of the sentence, which are in order of place.
bool is_overstated(const std::vector<Diagnostic>& findings, Span sentence, Span claim) {
  auto at = std::ranges::lower_bound(findings, sentence.begin, {},
                                     [](const Diagnostic& finding) { return finding.span.begin; });
  for (; at != findings.end() && at->span.begin < claim.end; ++at) {
    const bool grave = at->severity > Severity::note && is_overstatement(*at);
    if (grave && overlaps(at->span, claim)) return true;
  }
  return false;
}

std::optional<ToldEvidence> evidence_on(const Work& work, const ClaimReading& claim) {
  if (claim.harm || claim.intervention_token == no_id) return std::nullopt;
  const auto* row = weigh_outcome(work, claim.intervention_token, claim.outcome_tokens);
  if (row == nullptr) return std::nullopt;
  return ToldEvidence{row->certainty, row->effect, carried_by(*row)};
}

/// What it takes to tell of the claims of one sentence.
struct Teller {
  const Source& source;
  const RuleSet& rules;
  const Work& work;
  Account& account;
};

void add_claim(const Teller& teller, const SentenceReading& sentence, const ClaimReading& claim) {
  const Document& document = teller.work.document;
  ToldClaim told;
  told.sentence = teller.work.sentence;
  told.span = claim.span;
  told.intervention = line_of(teller.source, claim.intervention);
  told.outcome = line_of(teller.source, claim.outcome);
  if (claim.intervention_token != no_id)
    told.remedy = concept_at(document.tagging, teller.rules.lexicon, claim.intervention_token);
  told.conditions = meanings_of(teller.rules, document, claim.outcome_tokens);
  told.strength = claim.strength;
  told.negative = claim.negative;
  told.harm = claim.harm;
  told.cited = claim.citation.has_value();
  told.attribution = line_of(teller.source, claim.attribution);
  told.hedges = cues_over(teller.source, sentence.hedges, claim.span);
  told.denials = cues_over(teller.source, sentence.negations, claim.span);
  told.evidence = evidence_on(teller.work, claim);
  told.overstated = is_overstated(teller.account.diagnostics, sentence.span, claim.span);
  teller.account.claims.push_back(std::move(told));
}

void add_sentence(const Teller& teller, const SentenceReading& sentence) {
  const auto& tokens = teller.work.document.prose.sentences[teller.work.sentence];
  auto text = words_of(teller.work.document, tokens.first, tokens.last);
  auto words = folded_words(text);
  teller.account.sentences.push_back({sentence.span, std::move(text), std::move(words)});
  for (const ClaimReading& claim : sentence.claims)
    if (!claim.statement) add_claim(teller, sentence, claim);
}

/// Whether its topic asks for it and, for one that stands near something, that is there.
bool is_due(const CaveatCode& caveat, const CaveatState::Seen& seen) {
  return (!caveat.mentions || seen.mentioned) &&
         (caveat.scope != CaveatScope::near || !seen.near.empty());
}

/// Must run before the sentences are read again: the desk still knows what the checks saw.
std::vector<ToldCaveat> caveats_of(const RuleSet& rules, const Desk& desk,
                                   const std::vector<Diagnostic>& reported) {
  std::vector<ToldCaveat> caveats;
  for (const auto at : desk.due.caveats) {
    const CaveatCode& caveat = rules.checks.caveats[at];
    const auto& seen = desk.caveats.seen[at];
    if (!is_due(caveat, seen)) continue;
    ToldCaveat told{caveat.wording.rule, caveat.message, {}, {}};
    if (!seen.required.empty()) told.sentence = seen.required.front();
    const auto missing = std::ranges::find(reported, told.rule, &Diagnostic::rule);
    if (missing != reported.end()) told.missing = *missing;
    caveats.push_back(std::move(told));
  }
  return caveats;
}

}  // namespace

Account account_of(const Source& source, const RuleSet& rules, Desk& desk,
                   const LintOptions& options) {
  Account account;
  account.diagnostics = lint(source, rules, desk, options);
  account.caveats = caveats_of(rules, desk, account.diagnostics);
  std::vector<Diagnostic> unused;
  Work work{
      rules.checks,          rules.program,   rules.lexicon,   desk.document,         desk.due,
      desk.matcher,          desk.scope_uses, options.profile, options.jurisdictions, desk.claims,
      desk.consistency.said, unused};
  const Teller teller{source, rules, work, account};
  for (; work.sentence < desk.document.prose.sentences.size(); ++work.sentence) {
    open_sentence(rules, desk, work.sentence);
    mark_sentence(rules, desk, work.sentence);
    mark_wording(rules, desk);
    add_sentence(teller, read_sentence(reader_of(rules, desk, work.sentence), rules.checks.cues));
  }
  return account;
}

}  // namespace caveat
