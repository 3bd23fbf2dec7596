// Claims against certainty: a row for each claim of a file, a column for each certainty of its
// evidence, and in the cell how the wording stands to it.
#include <fmt/format.h>

#include "report/html.hpp"
#include "report/xml_text.hpp"

namespace caveat {

namespace {

constexpr std::size_t column_count = told_certainties.size() + 1;  // and: none on file

constexpr std::array<std::string_view, 4> fit_marks = {"·", "✓", "▲", "▼"};
constexpr std::array<std::string_view, 4> fit_words = {"open", "fits", "too strong", "too weak"};
constexpr std::array<std::string_view, 4> fit_classes = {"open", "fits", "over", "under"};

std::size_t column_of(const ClaimMark& claim) {
  return claim.evidence ? claim.evidence->certainty : told_certainties.size();
}

void append_head(std::string& out) {
  out +=
      "<table class=\"claims\">\n<thead><tr><th scope=\"col\">Claim</th>"
      "<th scope=\"col\">Worded as</th>";
  for (const auto certainty : told_certainties)
    out += fmt::format("<th scope=\"col\">{}</th>", certainty);
  out += "<th scope=\"col\">none on file</th></tr></thead>\n<tbody>\n";
}

std::string title_of(const ClaimMark& claim) {
  if (claim.outcome.starts_with(claim.intervention) && !claim.outcome.empty())
    return xml_text(claim.outcome);  // "Kratom works better than antidepressants"
  std::string title = xml_text(claim.intervention);
  if (!claim.outcome.empty()) title += " <span class=\"to\">→</span> " + xml_text(claim.outcome);
  return title.empty() ? "(no name)" : title;
}

/// Line ends in the words are blanks, and markup stays: these are the bytes of the file.
std::string words_of(const PageFile& file, const ClaimMark& claim) {
  std::string words(slice(file.ruler.source, within(file.ruler.source, claim.span)));
  constexpr std::size_t most = 120;
  if (words.size() > most) {
    std::size_t end = most;
    while (end > 0 && (words[end] & 0xC0) == 0x80) --end;
    words = words.substr(0, end) + "…";
  }
  for (char& c : words)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return xml_text(words);
}

std::string worded(const ClaimMark& claim) {
  std::string told = fmt::format("<span class=\"chip s{}\">{}{}</span>", claim.strength,
                                 claim.negative ? "denied, " : "", told_strengths[claim.strength]);
  if (!claim.voice.empty()) told += fmt::format(" <span class=\"voice\">{}</span>", claim.voice);
  return told;
}

std::string cell(Fit fit) {
  const auto index = static_cast<std::size_t>(fit);
  return fmt::format(
      "<td class=\"cell {}\"><span class=\"mark\" aria-hidden=\"true\">{}</span> "
      "<span class=\"fit\">{}</span></td>",
      fit_classes[index], fit_marks[index], fit_words[index]);
}

void append_claim(const PageFile& file, std::uint32_t index, Fit fit, bool shown,
                  std::string& out) {
  const ClaimMark& claim = file.report.article->claims[index];
  const auto number = file.first_claim + index;
  out += fmt::format("<tr id=\"r{}\" tabindex=\"-1\"><th scope=\"row\">", number);
  out += shown ? fmt::format("<a href=\"#c{}\">{}</a>", number, title_of(claim)) : title_of(claim);
  out += "<span class=\"words\">" + words_of(file, claim) + "</span></th><td>" + worded(claim) +
         "</td>";
  for (std::size_t column = 0; column < column_count; ++column)
    out += column == column_of(claim) ? cell(fit) : std::string("<td></td>");
  out += "</tr>\n";
}

}  // namespace

void append_claims(const PageFile& file, const FileMarks& marks, const Shown& shown,
                   std::string& out) {
  if (!file.report.article || file.report.article->claims.empty()) return;
  out +=
      "<section class=\"table\">\n<h3>Claims against the certainty of their evidence</h3>\n"
      "<div class=\"scroll\">\n";
  append_head(out);
  for (std::uint32_t i = 0; i < file.report.article->claims.size(); ++i)
    append_claim(file, i, marks.fits[i], shown.claims[i] != 0, out);
  out += "</tbody>\n</table>\n</div>\n</section>\n";
}

}  // namespace caveat
