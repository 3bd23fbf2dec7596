// The HTML report: one page that needs nothing else, for people who edit texts and not code.
#include "report/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "report/formats.hpp"
#include "report/platform.hpp"
#include "report/xml_text.hpp"

namespace caveat {

namespace {

using RuleNumbers = std::map<std::string, std::size_t, std::less<>>;

constexpr std::string_view first_line = "<!DOCTYPE html><!-- a report of caveat -->\n";

void append_head(std::string& out) {
  out += fmt::format(
      "{}<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<title>caveat report</title>\n<style>{}</style>\n</head>\n<body>\n",
      first_line, page_style().hash, page_script().hash, page_style().text);
}

std::string number_of(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

void append_severities(const Counts& counts, std::string& out) {
  const std::array<std::pair<std::string_view, std::size_t>, 3> rows = {
      {{"error", counts.errors}, {"warning", counts.warnings}, {"note", counts.notes}}};
  out += "<div class=\"severities\" role=\"group\" aria-label=\"Severity\">\n";
  for (const auto& [name, count] : rows)
    out += fmt::format(
        "<button type=\"button\" class=\"sev {0}\" data-sev=\"{0}\" "
        "aria-pressed=\"true\"><b>{1}</b> {2}</button>\n",
        name, count, number_of(count, name).substr(std::to_string(count).size() + 1));
  out += "</div>\n";
}

void append_choice(std::string_view name, std::string_view all,
                   const std::map<std::string, std::size_t, std::less<>>& values,
                   std::string& out) {
  out += fmt::format("<select id=\"{}\" aria-label=\"{}\"><option value=\"\">{}</option>", name,
                     name, all);
  for (const auto& [value, count] : values)
    out += fmt::format("<option value=\"{0}\">{0} ({1})</option>", xml_text(value), count);
  out += "</select>\n";
}

void append_filters(std::span<const FileReport> files, std::string& out) {
  std::map<std::string, std::size_t, std::less<>> categories;
  std::map<std::string, std::size_t, std::less<>> rules;
  for (const FileReport& file : files)
    for (const Diagnostic& finding : file.diagnostics) {
      ++categories[finding.category];
      ++rules[finding.rule];
    }
  out += "<div class=\"filters needs-script\" role=\"search\">\n";
  append_severities(count(files), out);
  append_choice("category", "all categories", categories, out);
  append_choice("rule", "all rules", rules, out);
  out +=
      "<input id=\"words\" type=\"search\" placeholder=\"Filter…  /\" aria-label=\"Filter by "
      "words\" autocomplete=\"off\" spellcheck=\"false\">\n"
      "<output id=\"count\" aria-live=\"polite\"></output>\n</div>\n";
}

void append_bar(std::span<const FileReport> files, std::string& out) {
  const Counts counts = count(files);
  out += "<header class=\"bar\">\n<h1>caveat <span>report</span></h1>\n";
  out += fmt::format("<p class=\"sum\">{}, {}, {} in {}</p>\n", number_of(counts.errors, "error"),
                     number_of(counts.warnings, "warning"), number_of(counts.notes, "note"),
                     number_of(counts.files, "file"));
  append_filters(files, out);
  out +=
      "<div class=\"tools needs-script\">\n"
      "<button type=\"button\" id=\"previous\" title=\"previous finding (p)\" "
      "aria-label=\"Previous finding\">↑</button>\n"
      "<button type=\"button\" id=\"next\" title=\"next finding (n)\" "
      "aria-label=\"Next finding\">↓</button>\n"
      "<button type=\"button\" id=\"theme\" title=\"light or dark (d)\" "
      "aria-label=\"Light or dark\">◐</button>\n"
      "<button type=\"button\" id=\"ask\" title=\"keys (?)\" aria-label=\"Keys\">?</button>\n"
      "</div>\n</header>\n";
}

void append_files(std::span<const PageFile> files, std::string& out) {
  if (files.size() < 2) return;
  out += "<nav class=\"files\" aria-label=\"Files\">\n<h2>Files</h2>\n<ul>\n";
  for (const PageFile& file : files) {
    const Counts counts = count(std::span(&file.report, 1));
    out += fmt::format("<li><a href=\"#file{}\"><span class=\"name\">{}</span>", file.number,
                       xml_text(file.path));
    const std::array<std::pair<std::string_view, std::size_t>, 3> rows = {
        {{"error", counts.errors}, {"warning", counts.warnings}, {"note", counts.notes}}};
    for (const auto& [name, number] : rows)
      if (number > 0)
        out += fmt::format(" <span class=\"sev {}\" title=\"{}\">{}</span>", name,
                           number_of(number, name), number);
    out += "</a></li>\n";
  }
  out += "</ul>\n</nav>\n";
}

void append_legend(std::string& out) {
  out += "<p class=\"legend\"><span class=\"label\">Claims by wording</span>";
  for (std::size_t step = 1; step < told_strengths.size(); ++step)
    out += fmt::format(" <span class=\"m s{}\">{}</span>", step, told_strengths[step]);
  out += "</p>\n";
}

void append_file(const PageFile& file, std::string& out) {
  const FileMarks marks = marks_of(file.report);
  out += fmt::format(
      "<section class=\"file\" id=\"file{}\">\n<h2 class=\"path\">{}</h2>\n"
      "<div class=\"text\" lang=\"en\">\n",
      file.number, xml_text(file.path));
  const Shown shown = append_text(file, marks, out);
  out += "</div>\n";
  append_claims(file, marks, shown, out);
  append_cards(file, marks, shown, out);
  out += "</section>\n";
}

void append_panel(std::string& out) {
  out +=
      "<aside class=\"panel needs-script\" id=\"panel\" aria-label=\"The finding\" "
      "aria-live=\"polite\">\n<p class=\"empty\">Choose a marked passage, or press <kbd>n</kbd>."
      "</p>\n</aside>\n";
}

void append_keys(std::string& out) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> keys = {
      {{"n j", "next finding"},
       {"p k", "previous finding"},
       {"t", "table of claims"},
       {"/", "filter"},
       {"d", "light or dark"},
       {"c", "copy the wording that fits"},
       {"Esc", "close, clear the filter"}}};
  out += "<dialog id=\"keys\" aria-label=\"Keys\">\n<h2>Keys</h2>\n<dl>\n";
  for (const auto& [key, does] : keys)
    out += fmt::format("<dt><kbd>{}</kbd></dt><dd>{}</dd>\n", key, does);
  out += "</dl>\n<button type=\"button\" id=\"close\">Close</button>\n</dialog>\n";
}

/// Rules that found something and have more to say than their message.
std::vector<const RuleInfo*> told_rules(std::span<const FileReport> files,
                                        const ReportStyle& style) {
  std::set<std::string_view> found;
  for (const FileReport& file : files)
    for (const Diagnostic& finding : file.diagnostics) found.insert(finding.rule);
  std::vector<const RuleInfo*> told;
  for (const RuleInfo& rule : style.rules)
    if (!rule.help.empty() && found.contains(rule.id)) told.push_back(&rule);
  return told;
}

/// Its source is told by the link below.
std::string_view help_of(const RuleInfo& rule) {
  return std::string_view(rule.help).substr(0, rule.help.find("\n\nSource: "));
}

void append_rules(std::span<const RuleInfo* const> rules, std::string& out) {
  if (rules.empty()) return;
  out += "<section class=\"rules\" id=\"rules\">\n<h2>Rules</h2>\n";
  for (std::size_t i = 0; i < rules.size(); ++i) {
    out += fmt::format(
        "<article id=\"k{}\" tabindex=\"-1\"><h3><code>{}</code></h3>"
        "<p class=\"help\">{}</p>",
        i, xml_text(rules[i]->id), xml_text(help_of(*rules[i])));
    if (!rules[i]->url.empty()) out += "<p>" + link_to(rules[i]->url, rules[i]->url) + "</p>";
    out += "</article>\n";
  }
  out += "</section>\n";
}

std::vector<PageFile> number_files(std::span<const FileReport> files, const ReportStyle& style,
                                   const RuleNumbers& rules) {
  std::vector<PageFile> numbered;
  std::size_t finding = 0;
  std::size_t claim = 0;
  for (const FileReport& file : files) {
    numbered.push_back({file, path_from_root(style, file.source->path),
                        make_ruler(*file.source, style.column_unit), numbered.size(), finding,
                        claim, rules});
    finding += file.diagnostics.size();
    if (file.article) claim += file.article->claims.size();
  }
  return numbered;
}

}  // namespace

bool is_html_report(std::string_view bytes) {
  return bytes.starts_with(first_line);
}

void html_whole(std::span<const FileReport> files, const ReportStyle& style, std::string& out) {
  const auto rules = told_rules(files, style);
  RuleNumbers numbers;
  for (std::size_t i = 0; i < rules.size(); ++i) numbers.emplace(rules[i]->id, i);
  const auto numbered = number_files(files, style, numbers);
  append_head(out);
  append_bar(files, out);
  out += numbered.size() > 1 ? "<div class=\"columns many\">\n" : "<div class=\"columns\">\n";
  append_files(numbered, out);
  out += "<main>\n";
  append_legend(out);
  if (files.empty()) out += "<p class=\"clean\">Nothing found.</p>\n";
  for (const PageFile& file : numbered) append_file(file, out);
  append_rules(rules, out);
  out += "</main>\n";
  append_panel(out);
  out += "</div>\n";
  append_keys(out);
  out += fmt::format("<script>{}</script>\n</body>\n</html>\n", page_script().text);
}

}  // namespace caveat
