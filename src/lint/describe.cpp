// caveat parse: what every stage made of a text, one line a fact, for authors of packs.
#include <algorithm>

#include "lint/rule_set.hpp"

namespace caveat {
namespace {

std::string tokens_line(const Document& document, const Sentence& sentence) {
  std::string line = "tokens  ";
  for (auto token = sentence.first; token < sentence.last; ++token) {
    const bool boundary = token > sentence.first && document.marks.clause_start[token] != 0;
    line += (boundary ? " | [" : " [") + words_of(document, token, token + 1) + "]";
  }
  return line + "\n";
}

/// A concept phrase with all that it means; literals of patterns are left out.
std::string concept_lines(const RuleSet& rules, const Document& document, std::uint32_t token) {
  std::string lines;
  std::uint32_t end = 0;
  for (const auto& tag : tags_at(document.tagging, token)) {
    const auto& name = rules.lexicon.symbols[tag.symbol].name;
    if (name.front() == '\'' || name.front() == '"') continue;
    if (tag.end != end || tag.symbol < rules.lexicon.concepts) {
      if (!lines.empty()) lines += "\n";
      lines += "concept  " + words_of(document, token, tag.end) + ":";
    }
    lines += " " + name;
    end = tag.end;
  }
  return lines.empty() ? lines : lines + "\n";
}

std::string scope_lines(const RuleSet& rules, const Desk& desk) {
  std::string lines;
  for (const auto& use : desk.scope_uses) {
    lines += "scope    " + rules.checks.scopes.scopes[use.scope].id + ": \"" +
             words_of(desk.document, use.cue_begin, use.cue_end) + "\" governs ";
    const bool none = use.begin == use.end;
    lines += none ? "nothing\n" : "\"" + words_of(desk.document, use.begin, use.end) + "\"\n";
  }
  return lines;
}

std::string frame_lines(const RuleSet& rules, const Desk& desk, std::uint32_t sentence) {
  std::string lines;
  const auto governing = frames_of(desk.document.framing, sentence);
  for (std::size_t frame = 0; frame < rules.checks.frames.size(); ++frame) {
    if ((governing >> frame & 1U) == 0) continue;
    lines += "frame    " + rules.checks.frames[frame].id + ": governs the sentence\n";
  }
  return lines;
}

std::string match_line(const RuleSet& rules, const Document& document, std::string_view kind,
                       std::string_view id, const Match& match) {
  std::string line = std::string(kind) + std::string(id) + ":";
  if (match.captures.empty()) line += " \"" + words_of(document, match.begin, match.end) + "\"";
  for (const auto& capture : match.captures) {
    if (capture.end == capture.begin) continue;
    line += " " + rules.program.slot_names[capture.slot] + "=\"" +
            words_of(document, capture.begin, capture.end) + "\"";
  }
  return line + "\n";
}

std::string match_lines(const RuleSet& rules, Desk& desk, PatternId pattern, std::string_view kind,
                        std::string_view id) {
  std::string lines;
  if (!may_match(desk.matcher, rules.program.patterns[pattern])) return lines;
  const auto& subject = desk.matcher.subject;
  for (auto token = subject.first; token < subject.last; ++token) {
    const auto match = match_at(desk.matcher, rules.program, pattern, token);
    if (!match || match->end == match->begin) continue;
    lines += match_line(rules, desk.document, kind, id, *match);
    token = match->end - 1;
  }
  return lines;
}

std::string describe_sentence(const RuleSet& rules, Desk& desk, std::uint32_t index) {
  const auto& document = desk.document;
  open_sentence(rules, desk, index);
  mark_sentence(rules, desk, index);
  mark_wording(rules, desk);
  const auto& sentence = document.prose.sentences[index];
  auto lines = tokens_line(document, sentence);
  for (auto token = sentence.first; token < sentence.last; ++token) {
    lines += concept_lines(rules, document, token);
  }
  lines += frame_lines(rules, desk, index);
  lines += scope_lines(rules, desk);
  for (const auto& claim : rules.checks.forms.claims) {
    lines += match_lines(rules, desk, claim.match, "claim    ", claim.id);
  }
  for (const auto& rule : rules.checks.rules) {
    lines += match_lines(rules, desk, rule.match, "rule     ", rule.wording.rule);
  }
  return lines;
}

}  // namespace

std::string describe(const Source& source, const RuleSet& rules, Desk& desk,
                     const LintOptions& options) {
  read_document(source, *options.format, rules, desk);
  std::string text;
  for (std::uint32_t at = 0; at < desk.document.prose.sentences.size(); ++at) {
    text += describe_sentence(rules, desk, at);
  }
  return text;
}

}  // namespace caveat
