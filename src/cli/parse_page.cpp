#include "cli/parse_page.hpp"

#include <fmt/format.h>

#include "cli/marks.hpp"
#include "cli/parse_claim.hpp"
#include "cli/styled.hpp"
#include "diagnostic/quoted.hpp"

namespace caveat {

namespace {

constexpr std::size_t indent = 9;

struct Page {
  const SentenceFacts& sentence;
  Color color;
  std::string& out;
};

std::string words_at(const Page& page, Span span) {
  return page.sentence.text.substr(span.begin, size(span));
}

void append(const Page& page, std::string_view label, const Pieces& pieces) {
  append_styled({std::string(label)}, indent, pieces, page.color, page.out);
}

/// The scopes that weigh claims in one colour, those that are only shown in another.
void draw(const Page& page) {
  std::vector<Mark> marks;
  for (const ScopeFact& fact : page.sentence.scopes)
    marks.push_back({fact.scope.id, fact.cue, fact.governs, Ink::caret});
  for (const CueFact& fact : page.sentence.cues)
    marks.push_back({fact.negation ? "(negation)" : "(hedge)", fact.cue, fact.governs, Ink::note});
  append_marks(page.sentence.text, marks, page.color, page.out);
}

void append_tokens(const Page& page) {
  Pieces pieces;
  std::size_t clause = 0;
  const auto& clauses = page.sentence.clauses;
  for (std::size_t at = 0; at < page.sentence.tokens.size(); ++at) {
    const bool opens = clause < clauses.size() && clauses[clause] == at;
    if (opens) ++clause;
    if (opens) pieces.push_back({"| ", Ink::caret});
    pieces.push_back({'[' + words_at(page, page.sentence.tokens[at]) + "] "});
  }
  append(page, "tokens", pieces);
}

void append_phrases(const Page& page) {
  for (const PhraseFact& phrase : page.sentence.phrases)
    append(
        page, "concept",
        {{words_at(page, phrase.words) + ": "}, {fmt::format("{}", fmt::join(phrase.means, " "))}});
}

void append_frames(const Page& page) {
  for (const FrameFact& frame : page.sentence.frames) {
    std::string says = frame.id + ": governs the sentence";
    if (!frame.scopes.empty()) says += fmt::format(", scope {}", fmt::join(frame.scopes, ", "));
    if (frame.silent) says += ", nothing in it is the author's";
    append(page, "frame", {{says}});
  }
}

void append_scopes(const Page& page) {
  for (const ScopeFact& fact : page.sentence.scopes) {
    Pieces pieces = {{fact.scope.id + ": " + quoted(words_at(page, fact.cue)) + ": "}};
    for (const Piece& piece : says_of(fact.scope)) pieces.push_back(piece);
    if (empty(fact.governs)) pieces.push_back({", governs nothing"});
    append(page, "scope", pieces);
  }
  for (const CueFact& fact : page.sentence.cues)
    append(page, fact.negation ? "negation" : "hedge",
           {{fact.id + ": " + quoted(words_at(page, fact.cue))}});
}

/// What no rule excuses is listed without more; whether it is reported, findings say.
void append_matches(const Page& page, const char* label, const std::vector<MatchFact>& matches) {
  for (const MatchFact& match : matches) {
    std::string says = match.id + ":";
    if (match.slots.empty()) says += ' ' + quoted(words_at(page, match.words));
    for (const PartFact& slot : match.slots) says += ' ' + slot.name + '=' + quoted(slot.words);
    if (match.excused) says += " (excused by its unless)";
    append(page, label, {{says, match.excused ? Ink::faint : Ink::plain}});
  }
}

void append_findings(const Page& page) {
  for (const FindingFact& finding : page.sentence.findings) {
    const Ink ink = ink_of(finding.severity);
    append(page, "finding",
           {{std::string(name_of(finding.severity)) + ":", ink},
            {' ' + finding.message + " ["},
            {finding.rule, ink},
            {"]"}});
  }
}

void append_sum(const Page& page) {
  if (page.sentence.claims.empty()) return;
  const char* polarity = page.sentence.negative ? "negative" : "positive";
  append(page, "in all", {strong(page.sentence.strength), {", "}, {polarity}});
}

}  // namespace

void append_sentence(const SentenceFacts& sentence, Color color, std::string& page) {
  const Page view{sentence, color, page};
  draw(view);
  append_tokens(view);
  append_phrases(view);
  append_frames(view);
  append_scopes(view);
  for (const ClaimFact& claim : sentence.claims) append_claim(claim, color, page);
  append_matches(view, "excused", sentence.excused);
  append_matches(view, "rule", sentence.rules);
  append_findings(view);
  append_sum(view);
}

}  // namespace caveat
