// Workflow commands of GitHub Actions, which become remarks beside the lines of a pull request:
//   ::error file=a.md,line=3,endLine=3,col=15,endColumn=31,title=caveat: kratom/efficacy::message
// A step shows ten of each kind and drops the rest without a word, so the gravest come first and a
// last command tells how many were left. Columns are UTF-16, as GitHub's own pages count.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "report/formats.hpp"
#include "report/place.hpp"
#include "report/platform.hpp"

namespace caveat {

namespace {

constexpr std::size_t most_of_a_kind = 10;

struct Found {
  const FileReport* file = nullptr;
  const Diagnostic* diagnostic = nullptr;
};

const char* command_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::note:
      break;
  }
  return "notice";
}

/// The runner takes these back; any other control character is shown, not sent.
std::string escaped(std::string_view text, std::string_view marks) {
  std::string out;
  std::string plain;
  const auto flush = [&] { out += printable(std::exchange(plain, "")); };
  for (const char c : text) {
    if (marks.find(c) == std::string_view::npos) {
      plain += c;
      continue;
    }
    flush();
    out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  flush();
  return out;
}

std::string data_text(std::string_view text) {
  return escaped(text, "%\r\n");
}

std::string property_text(std::string_view text) {
  return escaped(text, "%\r\n:,");
}

/// Columns only within one line: the runner refuses others.
std::string place_text(const Ruler& ruler, Span span) {
  const LinePlace begin = place_on(ruler, span.begin);
  const LinePlace end = place_on(ruler, span.end);
  std::string text = fmt::format("line={},endLine={}", begin.line, end.line);
  if (begin.line == end.line)
    text += fmt::format(",col={},endColumn={}", begin.column, std::max(begin.column, end.column));
  return text;
}

void append_command(const Found& found, const ReportStyle& style, std::string& out) {
  const auto& [file, diagnostic] = found;
  const Ruler ruler = make_ruler(*file->source, ColumnUnit::utf16);
  out += fmt::format("::{} file={},{},title={}::{}\n", command_of(diagnostic->severity),
                     property_text(path_from_root(style, file->source->path)),
                     place_text(ruler, within(*file->source, diagnostic->span)),
                     property_text("caveat: " + diagnostic->rule),
                     data_text(full_message(*diagnostic)));
}

/// In the order of files and places.
std::vector<Found> all_of(std::span<const FileReport> files, Severity severity) {
  std::vector<Found> all;
  for (const FileReport& file : files)
    for (const Diagnostic& diagnostic : file.diagnostics)
      if (diagnostic.severity == severity) all.push_back({&file, &diagnostic});
  return all;
}

}  // namespace

void github_whole(std::span<const FileReport> files, const ReportStyle& style, std::string& out) {
  std::size_t left = 0;
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    const auto all = all_of(files, severity);
    // The last notice tells how many are left.
    const auto room = severity == Severity::note ? most_of_a_kind - 1 : most_of_a_kind;
    const auto shown = std::min(all.size(), room);
    for (const Found& found : std::span(all).first(shown)) append_command(found, style, out);
    left += all.size() - shown;
  }
  if (left > 0)
    out += fmt::format("::notice title=caveat::{} more: see the log, or a SARIF report\n", left);
}

}  // namespace caveat
