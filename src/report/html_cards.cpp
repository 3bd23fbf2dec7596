// A card for each finding: what is wrong, why the reader may believe it, and what to write instead.
#include <fmt/format.h>

#include <algorithm>

#include "report/html.hpp"
#include "report/xml_text.hpp"

namespace caveat {

namespace {

struct Card {
  const PageFile& file;
  const Diagnostic& finding;
  std::uint32_t index = 0;  ///< of the finding in its file
  std::size_t number = 0;   ///< on the page
};

std::string place_told(const Card& card, Span span) {
  const LinePlace place = place_on(card.file.ruler, within(card.file.ruler.source, span).begin);
  return fmt::format("{}:{}", place.line, place.column);
}

/// A link to where it stands in the text, if it is shown there.
std::string place_link(const Card& card, Span span, bool shown, const std::string& anchor) {
  const std::string told = place_told(card, span);
  if (!shown) return fmt::format("<span class=\"place\">{}</span>", told);
  return fmt::format("<a class=\"place\" href=\"#{}\">{}</a>", anchor, told);
}

void append_row(std::string_view term, std::string_view kind, std::string_view inner,
                std::string& out) {
  out += fmt::format("<dt>{}</dt><dd class=\"{}\">{}</dd>\n", term, kind, inner);
}

/// Without the quotes around it.
std::string_view suggested(std::string_view note) {
  note.remove_prefix(wording_note.size());
  if (note.size() >= 2 && note.front() == '"' && note.back() == '"')
    note = note.substr(1, note.size() - 2);
  return note;
}

void append_note(const Card& card, std::size_t index, bool shown, std::string& out) {
  const Note& note = card.finding.notes[index];
  const std::string_view message = note.message;
  if (note.span) {
    const auto anchor = fmt::format("n{}-{}", card.number, index);
    append_row("See also", "related",
               xml_text(message) + ' ' + place_link(card, *note.span, shown, anchor), out);
  } else if (message.starts_with(wording_note)) {
    append_row("Wording that fits", "wording",
               "<q class=\"copy\">" + xml_text(suggested(message)) + "</q>", out);
  } else if (message.starts_with(source_note)) {
    append_row("Source", "source", link_to(card.finding.url, message.substr(source_note.size())),
               out);
  } else {
    const bool evidence = is_on_evidence(card.finding);
    append_row(evidence ? "Evidence" : "Note", "evidence", xml_text(message), out);
  }
}

std::string edit_told(const Card& card, const Edit& edit) {
  const auto old = slice(card.file.ruler.source, within(card.file.ruler.source, edit.span));
  std::string told;
  if (!old.empty()) told += "<del>" + xml_text(old) + "</del> ";
  if (!edit.text.empty()) told += "<ins class=\"copy\">" + xml_text(edit.text) + "</ins>";
  return told;
}

void append_fix(const Card& card, const Fix& fix, std::string& out) {
  std::string inner;
  for (const Edit& edit : fix.edits) inner += edit_told(card, edit) + ' ';
  if (fix.edits.empty()) inner = xml_text(fix.description);
  const bool safe = fix.safety == FixSafety::safe;
  append_row(safe ? "Safe fix" : "Suggested change", "fix", inner, out);
}

/// Worded so strongly, and what is carried: a step for each strength.
std::string ladder(const ClaimMark& claim) {
  const std::size_t carries = claim.evidence ? claim.evidence->carries : 0;
  std::string steps = "<ol class=\"ladder\" aria-hidden=\"true\">";
  for (std::size_t step = 1; step < told_strengths.size(); ++step)
    steps +=
        fmt::format("<li class=\"s{}{}{}\">{}</li>", step, step == claim.strength ? " said" : "",
                    step <= carries ? " carried" : "", told_strengths[step]);
  steps += fmt::format("</ol><p class=\"carries\">worded as {}", told_strengths[claim.strength]);
  if (claim.evidence)
    steps += fmt::format("; the evidence carries {}",
                         carries == 0 ? "no claim" : told_strengths[carries]);
  return steps + "</p>";
}

std::string claim_told(const PageFile& file, std::uint32_t index) {
  const ClaimMark& claim = file.report.article->claims[index];
  std::string told =
      fmt::format("<a href=\"#r{}\">{}", file.first_claim + index, xml_text(claim.intervention));
  if (!claim.outcome.empty()) told += " → " + xml_text(claim.outcome);
  told += "</a>";
  if (!claim.evidence) return told + " <span class=\"grade none\">no evidence on file</span>";
  told += fmt::format(" <span class=\"grade g{}\">certainty {}</span>", claim.evidence->certainty,
                      told_certainties[claim.evidence->certainty]);
  if (!claim.evidence->finds.empty())
    told += fmt::format(" <span class=\"finds\">finds {}</span>", claim.evidence->finds);
  return told;
}

void append_claim_rows(const Card& card, const FileMarks& marks, std::string& out) {
  for (const auto claim : claims_under(marks, card.index, card.finding.span))
    append_row("Claim", "claim",
               claim_told(card.file, claim) + ladder(card.file.report.article->claims[claim]), out);
}

bool has_source_note(const Diagnostic& finding) {
  return std::ranges::any_of(finding.notes,
                             [](auto& note) { return note.message.starts_with(source_note); });
}

/// The rule, as a link to what is said of it, if anything is.
std::string rule_told(const Card& card) {
  const std::string& rule = card.finding.rule;
  const auto told = card.file.rules.find(rule);
  const std::string name = "<code>" + xml_text(rule) + "</code>";
  if (told == card.file.rules.end()) return name;
  return fmt::format("<a class=\"rule\" href=\"#k{}\">{}</a>", told->second, name);
}

void append_card(const Card& card, const FileMarks& marks, const Shown& shown, std::string& out) {
  const Diagnostic& finding = card.finding;
  const char* severity = name_of(finding.severity);
  out += fmt::format(
      "<article class=\"card {0}\" id=\"f{1}\" tabindex=\"-1\" data-sev=\"{0}\" "
      "data-cat=\"{2}\" data-rule=\"{3}\">\n",
      severity, card.number, xml_text(finding.category), xml_text(finding.rule));
  const bool placed = shown.findings[card.index] != 0;
  out += fmt::format("<header><span class=\"sev {0}\">{0}</span> {1} {2}</header>\n", severity,
                     place_link(card, finding.span, placed, fmt::format("m{}", card.number)),
                     rule_told(card));
  out += "<p class=\"message\">" + xml_text(finding.message) + "</p>\n<dl>\n";
  if (is_on_evidence(finding)) append_claim_rows(card, marks, out);
  for (std::size_t n = 0; n < finding.notes.size(); ++n)
    append_note(card, n, shown.notes[card.index][n] != 0, out);
  for (const Fix& fix : finding.fixes) append_fix(card, fix, out);
  if (!finding.url.empty() && !has_source_note(finding))
    append_row("Source", "source", link_to(finding.url, finding.url), out);
  out += "</dl>\n</article>\n";
}

}  // namespace

std::string link_to(std::string_view url, std::string_view words) {
  if (!url.starts_with("https://") && !url.starts_with("http://")) return xml_text(words);
  return fmt::format(
      "<a class=\"out\" href=\"{}\" rel=\"noopener noreferrer\" target=\"_blank\">{}</a>",
      xml_text(url), xml_text(words));
}

void append_cards(const PageFile& file, const FileMarks& marks, const Shown& shown,
                  std::string& out) {
  const auto& findings = file.report.diagnostics;
  if (findings.empty()) return;
  out += "<section class=\"cards\" aria-label=\"Findings\">\n<h3>Findings</h3>\n";
  for (std::uint32_t i = 0; i < findings.size(); ++i)
    append_card({file, findings[i], i, file.first_finding + i}, marks, shown, out);
  out += "</section>\n";
}

}  // namespace caveat
