// JUnit's XML: a suite for each file with findings, a case for each finding. A run without any has
// one case that passes, since servers take a report without cases for one that got lost. A note
// fails no case: it is told in the output of the suite.
#include <fmt/format.h>

#include <algorithm>

#include "report/formats.hpp"
#include "report/place.hpp"
#include "report/platform.hpp"
#include "report/xml_text.hpp"

namespace caveat {

namespace {

bool is_note(const Diagnostic& diagnostic) {
  return diagnostic.severity == Severity::note;
}

std::string line_of(const Diagnostic& diagnostic, const Ruler& ruler, std::string_view path) {
  const LinePlace place = place_on(ruler, within(ruler.source, diagnostic.span).begin);
  return fmt::format("{}:{}:{}: {}: {}", path, place.line, place.column,
                     name_of(diagnostic.severity), full_message(diagnostic));
}

void append_case(const Diagnostic& diagnostic, const Ruler& ruler, std::string_view path,
                 std::string& out) {
  // Jenkins' schema has no place of a case: its text has.
  out += fmt::format("<testcase name=\"caveat.{}\" classname=\"{}\">", xml_text(diagnostic.rule),
                     xml_text(path));
  if (!is_note(diagnostic))
    out += fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>",
                       name_of(diagnostic.severity), xml_text(diagnostic.message),
                       xml_text(line_of(diagnostic, ruler, path)));
  else
    out += fmt::format("<system-out>{}</system-out>", xml_text(line_of(diagnostic, ruler, path)));
  out += "</testcase>\n";
}

}  // namespace

void junit_open(const ReportStyle&, std::string& out) {
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"caveat\">\n";
}

void junit_file(const FileReport& file, const ReportStyle& style, std::string& out) {
  const Ruler ruler = make_ruler(*file.source, style.column_unit);
  const auto path = path_from_root(style, file.source->path);
  const auto notes = std::ranges::count_if(file.diagnostics, is_note);
  out += fmt::format("<testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n",
                     xml_text(path), file.diagnostics.size(),
                     static_cast<std::ptrdiff_t>(file.diagnostics.size()) - notes);
  for (const Diagnostic& diagnostic : file.diagnostics) append_case(diagnostic, ruler, path, out);
  out += "</testsuite>\n";
}

void junit_close(const Counts& counts, std::string& out) {
  if (counts.files_with_any == 0)
    out +=
        "<testsuite name=\"caveat\" tests=\"1\" failures=\"0\" errors=\"0\">\n"
        "<testcase name=\"caveat\" classname=\"caveat\"/>\n</testsuite>\n";
  out += "</testsuites>\n";
}

}  // namespace caveat
