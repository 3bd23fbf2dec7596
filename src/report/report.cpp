// The table of formats, and the one way in which pieces become a report.
#include "report/report.hpp"

#include <algorithm>
#include <array>

#include "report/formats.hpp"

namespace caveat {

namespace {

void nothing_to_open(const ReportStyle&, std::string&) {}
void nothing_to_close(const Counts&, std::string&) {}

constexpr Reporter gcc = {
    .name = "gcc", .open = nothing_to_open, .file = gcc_file, .close = nothing_to_close};
constexpr Reporter json = {
    .name = "json", .open = json_open, .file = json_file, .close = json_close, .between = ",\n"};
constexpr std::array table = {gcc, json};

std::size_t& of_severity(Counts& counts, Severity severity) {
  switch (severity) {
    case Severity::note:
      return counts.notes;
    case Severity::warning:
      return counts.warnings;
    case Severity::error:
      break;
  }
  return counts.errors;
}

}  // namespace

std::span<const Reporter> reporters() {
  return table;
}

const Reporter* reporter_named(std::string_view name) {
  const auto found = std::ranges::find(table, name, &Reporter::name);
  return found == table.end() ? nullptr : &*found;
}

void report(const Reporter& reporter, std::span<const FileReport> files, const ReportStyle& style,
            std::string& out) {
  if (reporter.whole != nullptr) return reporter.whole(files, style, out);
  std::string_view between;
  reporter.open(style, out);
  for (const FileReport& file : files) {
    if (file.diagnostics.empty()) continue;
    out += between;
    reporter.file(file, style, out);
    between = reporter.between;
  }
  reporter.close(count(files), out);
}

void report_gcc(std::span<const FileReport> files, const ReportStyle& style, std::string& out) {
  report(gcc, files, style, out);
}

Counts count(std::span<const FileReport> files) {
  Counts counts;
  counts.files = files.size();
  for (const FileReport& file : files) {
    if (!file.diagnostics.empty()) ++counts.files_with_any;
    for (const Diagnostic& diagnostic : file.diagnostics)
      ++of_severity(counts, diagnostic.severity);
  }
  return counts;
}

Counts& operator+=(Counts& sum, const Counts& more) {
  sum.errors += more.errors;
  sum.warnings += more.warnings;
  sum.notes += more.notes;
  sum.files += more.files;
  sum.files_with_any += more.files_with_any;
  return sum;
}

}  // namespace caveat
