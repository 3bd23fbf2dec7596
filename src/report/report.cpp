// The table of formats, and the one way in which pieces become a report.
#include "report/report.hpp"

#include <algorithm>
#include <array>

#include "report/formats.hpp"

namespace caveat {

namespace {

void nothing_to_open(const ReportStyle&, std::string&) {}
void nothing_to_close(const Counts&, std::string&) {}

/// A format that is made file by file.
constexpr Reporter by_file(std::string_view name, decltype(Reporter::open) open,
                           decltype(Reporter::file) file, decltype(Reporter::close) close,
                           std::string_view between = "") {
  return {.name = name, .open = open, .file = file, .close = close, .between = between};
}

/// A format that needs nothing around its files.
constexpr Reporter in_lines(std::string_view name, decltype(Reporter::file) file) {
  return by_file(name, nothing_to_open, file, nothing_to_close);
}

constexpr Reporter gcc = in_lines("gcc", gcc_file);
constexpr std::array table = {
    gcc,
    by_file("json", json_open, json_file, json_close, ",\n"),
    in_lines("jsonl", jsonl_file),
    Reporter{.name = "sarif", .whole = sarif_whole, .needs = {.rules = true}},
    Reporter{.name = "github", .whole = github_whole},
    by_file("gitlab", gitlab_open, gitlab_file, gitlab_close, ",\n"),
    by_file("checkstyle", checkstyle_open, checkstyle_file, checkstyle_close),
    by_file("junit", junit_open, junit_file, junit_close),
    by_file("rdjson", rdjson_open, rdjson_file, rdjson_close, ",\n"),
    in_lines("rdjsonl", rdjsonl_file),
    Reporter{.name = "html", .whole = html_whole, .needs = {.rules = true, .article = true}},
};

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
    counts.suppressed += file.suppressed;
  }
  return counts;
}

Counts& operator+=(Counts& sum, const Counts& more) {
  sum.errors += more.errors;
  sum.warnings += more.warnings;
  sum.notes += more.notes;
  sum.files += more.files;
  sum.files_with_any += more.files_with_any;
  sum.suppressed += more.suppressed;
  return sum;
}

}  // namespace caveat
