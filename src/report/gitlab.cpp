// GitLab's Code Quality report. Of findings with one fingerprint GitLab shows one, and a finding
// whose fingerprint changes is new to it: so it is made of the rule, the path and what the finding
// is about, never of a line. It shows no check_name, hence the rule in the description.
#include <fmt/format.h>

#include "report/formats.hpp"
#include "report/json_text.hpp"
#include "report/place.hpp"
#include "report/platform.hpp"
#include "text/hash.hpp"

namespace caveat {

namespace {

const char* severity_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "major";
    case Severity::warning:
      return "minor";
    case Severity::note:
      break;
  }
  return "info";
}

std::string fingerprint_of(const Diagnostic& diagnostic, std::string_view path,
                           std::size_t occurrence) {
  const auto about =
      fmt::format("{}\n{}\n{:016x}\n{}", diagnostic.rule, path, diagnostic.identity, occurrence);
  return fmt::format("{:016x}{:016x}", fnv1a(about), fnv1a(about, fnv1a("caveat")));
}

Json issue_of(const Diagnostic& diagnostic, const Ruler& ruler, const std::string& path,
              std::size_t occurrence) {
  const Span span = within(ruler.source, diagnostic.span);
  const Json lines = {{"begin", place_on(ruler, span.begin).line},
                      {"end", place_on(ruler, span.end).line}};
  return {{"description", fmt::format("{}: {}", diagnostic.rule, diagnostic.message)},
          {"check_name", diagnostic.rule},
          {"fingerprint", fingerprint_of(diagnostic, path, occurrence)},
          {"severity", severity_of(diagnostic.severity)},
          {"location", {{"path", path}, {"lines", lines}}}};
}

}  // namespace

void gitlab_open(const ReportStyle&, std::string& out) {
  out += "[\n";
}

void gitlab_file(const FileReport& file, const ReportStyle& style, std::string& out) {
  const Ruler ruler = make_ruler(*file.source, ColumnUnit::byte);
  const auto path = path_from_root(style, file.source->path);
  const auto numbers = occurrences(file);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0) out += ",\n";
    out += written(issue_of(file.diagnostics[i], ruler, path, numbers[i]));
  }
}

void gitlab_close(const Counts&, std::string& out) {
  out += "\n]\n";
}

}  // namespace caveat
