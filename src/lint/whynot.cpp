#include "lint/whynot.hpp"

#include <algorithm>

#include "diagnostic/quoted.hpp"
#include "grammar/mutate.hpp"
#include "lint/rule_set.hpp"

namespace caveat {
namespace {

using Lines = std::vector<std::string>;

/// One question: a rule, a place, and all that answers it.
struct Question {
  const Source& source;
  const RuleSet& rules;
  Desk& desk;
  std::uint32_t line = 0;
  Lines& lines;
};

std::string words_of_match(const Question& question, const Match& match) {
  return quoted(
      words_of(question.desk.document, match.begin, std::max(match.end, match.begin + 1)));
}

bool touches(const Question& question, std::uint32_t sentence) {
  const auto& tokens = question.desk.document.prose.sentences[sentence];
  const auto span = place_of(question.desk.document, tokens.first, tokens.last);
  const auto first = line_number_at(question.source, span.begin);
  const auto last = line_number_at(question.source, span.end - 1);
  return first <= question.line && question.line <= last;
}

std::string name_of(const RuleSet& rules, SymbolId symbol) {
  return rules.lexicon.symbols[symbol].name;
}

/// Whether the text, or at least this block of it, is about all that `when` asks for.
bool on_topic(const Question& question, const RuleCode& rule, std::uint32_t sentence) {
  const auto& document = question.desk.document;
  for (const auto topic : rule.topics) {
    if (is_about(document, sentence, topic)) continue;
    const auto count = document.topics.by_symbol[topic].count;
    question.lines.push_back("stopped: the text is not about " +
                             quoted(name_of(question.rules, topic)) + ", which it names " +
                             std::to_string(count) + " times and not in this paragraph");
    return false;
  }
  return true;
}

/// The sets of words of which the sentence must hold one, and does not.
bool has_needed(const Question& question, PatternId pattern) {
  const auto& code = question.rules.program.patterns[pattern];
  if (may_match(question.desk.matcher, code)) return true;
  for (const auto& set : code.needs) {
    PatternCode one;
    one.needs = {set};
    if (may_match(question.desk.matcher, one)) continue;
    std::string words;
    for (std::size_t at = 0; at < std::min<std::size_t>(set.size(), 6); ++at)
      words += (at > 0 ? ", " : "") + name_of(question.rules, set[at]);
    if (set.size() > 6) words += ", …";
    question.lines.push_back("stopped: the sentence holds none of " + words);
  }
  return false;
}

/// How much of the pattern matches when its last parts are left out one by one.
void tell_progress(const Question& question, PatternId pattern) {
  auto program = question.rules.program;
  auto parts = conjuncts_of(program, question.rules.lexicon, pattern);
  auto& matcher = question.desk.matcher;
  const auto& subject = matcher.subject;
  while (!parts.empty()) {
    const auto part = parts.back();
    parts.pop_back();
    leave_out(program, part, pattern);
    forget(matcher);
    const auto match = find_match(matcher, program, pattern, subject.first, subject.last);
    if (!match || match->end == match->begin) continue;
    question.lines.push_back("got as far as " + words_of_match(question, *match));
    question.lines.push_back("stopped: then comes no " + part.words);
    return;
  }
  question.lines.push_back("stopped: not even the first part of its pattern is here");
}

/// Which alternative of `unless` excuses the match.
void tell_excuse(const Question& question, const RuleCode& rule, const Match& match) {
  question.lines.push_back("matched " + words_of_match(question, match));
  const auto& program = question.rules.program;
  for (const auto& part : alternatives_of(program, question.rules.lexicon, *rule.unless)) {
    auto without = program;
    forbid(without, part, *rule.unless);
    forget(question.desk.matcher);
    if (excused(question.desk.matcher, without, rule.unless, match)) continue;
    question.lines.push_back("stopped: excused by " + part.words);
    return;
  }
  question.lines.push_back("stopped: excused by several parts of its \"unless\"");
}

void ask_pattern(const Question& question, const RuleCode& rule) {
  auto& matcher = question.desk.matcher;
  const auto& program = question.rules.program;
  const auto& subject = matcher.subject;
  const auto match = find_match(matcher, program, rule.match, subject.first, subject.last);
  if (!match) return tell_progress(question, rule.match);
  if (excused(matcher, program, rule.unless, *match)) return tell_excuse(question, rule, *match);
  if (is_retracted(question.rules.checks.scopes, question.desk.document.marks, *match)) {
    question.lines.push_back("matched " + words_of_match(question, *match));
    question.lines.push_back("stopped: the sentence takes back what it says there");
    return;
  }
  question.lines.push_back("matched " + words_of_match(question, *match) + ": it speaks here");
}

bool tell_silent(const Question& question, std::uint32_t sentence) {
  if (!is_silent(question.rules, question.desk.document, sentence)) return false;
  question.lines.push_back("stopped: what stands over it is not the author's own text");
  return true;
}

void ask_rule(const Question& question, const RuleCode& rule, std::uint32_t sentence) {
  if (tell_silent(question, sentence) || !on_topic(question, rule, sentence)) return;
  if (has_needed(question, rule.match)) ask_pattern(question, rule);
}

/// A rule of an evidence table: what was claimed, and how the pack weighs it.
void ask_claims(const Question& question, std::uint32_t sentence) {
  if (tell_silent(question, sentence)) return;
  const auto& rules = question.rules;
  const auto& document = question.desk.document;
  std::vector<Claim> claims;
  read_claims(reader_of(rules, question.desk, sentence), rules.checks.forms.claims, claims);
  if (claims.empty()) question.lines.push_back("stopped: no form of a claim is here");
  for (const Claim& claim : claims) {
    const bool named = claim.intervention != no_id;
    std::string line = quoted(words_of(document, claim.begin, claim.end)) + " is claimed of ";
    line += named ? quoted(words_of(document, claim.intervention, claim.intervention + 1))
                  : std::string("nothing that is named");
    line += std::string(", as ") + name_of(claim.strength);
    if (claim.negative) line += ", denied";
    if (claim.certain) line += ", said to be uncertain";
    question.lines.push_back(line);
  }
}

/// Opens each sentence in turn.
template <typename Ask>
void ask_all(const Question& question, Ask ask) {
  for (std::uint32_t at = 0; at < question.desk.document.prose.sentences.size(); ++at) {
    open_sentence(question.rules, question.desk, at);
    mark_sentence(question.rules, question.desk, at);
    ask(at);
  }
}

bool on_topics(const Question& question, const CaveatCode& caveat) {
  const auto& document = question.desk.document;
  for (const auto topic : caveat.topics) {
    if (is_topic(document.topics, topic)) continue;
    question.lines.push_back("stopped: the text is not about " +
                             quoted(name_of(question.rules, topic)));
    return false;
  }
  return true;
}

/// Whether the text is of the kind that owes its readers the caveat.
bool owes(const Question& question, const CaveatCode& caveat) {
  const auto& document = question.desk.document;
  Tones tones;
  bool use_told = false;
  ask_all(question, [&](std::uint32_t at) {
    const auto tone =
        tone_of(question.rules.checks, document, at, question.rules.program, question.desk.matcher);
    add(tone, tones);
    use_told =
        use_told || (tone.use && caveat.subject != no_id && names(document, at, caveat.subject));
  });
  if (caveat.advice && is_report(tones)) {
    question.lines.emplace_back("stopped: the text reports research, and advises nobody");
  } else if (caveat.subject != no_id && !use_told && !is_subject(document, caveat.subject)) {
    question.lines.push_back("stopped: the text names " +
                             quoted(name_of(question.rules, caveat.subject)) +
                             " in passing, and does not say how to use it");
  } else {
    return true;
  }
  return false;
}

void ask_caveat(const Question& question, const CaveatCode& caveat) {
  const auto& document = question.desk.document;
  if (!on_topics(question, caveat) || !owes(question, caveat)) return;
  for (std::uint32_t at = 0; at < document.prose.sentences.size(); ++at) {
    open_sentence(question.rules, question.desk, at);
    mark_sentence(question.rules, question.desk, at);
    auto& matcher = question.desk.matcher;
    const auto match = next_match(matcher, question.rules.program, caveat.require, caveat.unless,
                                  matcher.subject.first);
    if (!match) continue;
    const auto span = place_of(document, match->begin, match->end);
    question.lines.push_back("stopped: line " +
                             std::to_string(line_number_at(question.source, span.begin)) +
                             " says it: " + words_of_match(question, *match));
    return;
  }
  question.lines.push_back("nothing in the text says it: the caveat is reported at its topic");
}

template <typename Ask>
void ask_sentences(const Question& question, Ask ask) {
  const auto& sentences = question.desk.document.prose.sentences;
  for (std::uint32_t at = 0; at < sentences.size(); ++at) {
    if (!touches(question, at)) continue;
    const auto shown = words_of(question.desk.document, sentences[at].first, sentences[at].last);
    question.lines.push_back("sentence: " + shown);
    open_sentence(question.rules, question.desk, at);
    mark_sentence(question.rules, question.desk, at);
    ask(at);
  }
  if (question.lines.empty()) question.lines.push_back("stopped: no sentence stands on that line");
}

bool spoke(const Source& source, const std::vector<Diagnostic>& found, std::string_view rule,
           std::uint32_t line) {
  return std::ranges::any_of(found, [&](const Diagnostic& one) {
    return one.rule == rule && line_number_at(source, one.span.begin) == line;
  });
}

}  // namespace

std::vector<std::string> why_not(const Source& source, const RuleSet& rules, Desk& desk,
                                 std::string_view rule, std::uint32_t line,
                                 const LintOptions& options) {
  const auto change = rules.overrides.find(std::string(rule));
  if (change != rules.overrides.end() && change->second.disabled)
    return {"stopped: an [[override]] disables " + std::string(rule)};
  if (spoke(source, lint(source, rules, desk, options), rule, line))
    return {std::string(rule) + " speaks here"};
  Lines lines;
  const Question question{source, rules, desk, line, lines};
  read_document(source, *options.format, rules, desk);
  const auto is_it = [&](const auto& code) { return code.wording.rule == rule; };
  const auto& checks = rules.checks;
  const auto code = std::ranges::find_if(checks.rules, is_it);
  const auto caveat = std::ranges::find_if(checks.caveats, is_it);
  if (caveat != checks.caveats.end()) {
    ask_caveat(question, *caveat);
  } else if (code != checks.rules.end()) {
    ask_sentences(question, [&](std::uint32_t at) { ask_rule(question, *code, at); });
  } else {
    ask_sentences(question, [&](std::uint32_t at) { ask_claims(question, at); });
  }
  return lines;
}

}  // namespace caveat
