// Checkstyle's XML, which Jenkins and many other servers read. Columns are in the unit that is
// asked for, bytes by default: the format names none.
#include <fmt/format.h>

#include "report/formats.hpp"
#include "report/place.hpp"
#include "report/platform.hpp"
#include "report/xml_text.hpp"

namespace caveat {

namespace {

const char* severity_of(Severity severity) {
  return severity == Severity::note ? "info" : name_of(severity);
}

}  // namespace

void checkstyle_open(const ReportStyle&, std::string& out) {
  out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"8.0\">\n";
}

void checkstyle_file(const FileReport& file, const ReportStyle& style, std::string& out) {
  const Ruler ruler = make_ruler(*file.source, style.column_unit);
  out += fmt::format("<file name=\"{}\">\n", xml_text(path_from_root(style, file.source->path)));
  for (const Diagnostic& diagnostic : file.diagnostics) {
    const LinePlace place = place_on(ruler, within(*file.source, diagnostic.span).begin);
    out += fmt::format(
        "<error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"caveat.{}\"/>\n",
        place.line, place.column, severity_of(diagnostic.severity),
        xml_text(full_message(diagnostic)), xml_text(diagnostic.rule));
  }
  out += "</file>\n";
}

void checkstyle_close(const Counts&, std::string& out) {
  out += "</checkstyle>\n";
}

}  // namespace caveat
