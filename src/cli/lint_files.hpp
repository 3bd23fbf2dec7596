// Many files, several threads, one report in the order of the files. Each thread turns what it
// found into text and drops the file, so memory holds at most as many files as there are threads,
// and a bounded number of finished pieces that wait for their turn; unless a reporter makes its
// report of the whole run, for which the files with findings are kept.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "cli/only_changed.hpp"
#include "cli/output.hpp"
#include "cli/plan.hpp"
#include "cli/settings.hpp"
#include "lint/baseline.hpp"
#include "lint/lint.hpp"
#include "report/report.hpp"

namespace caveat {

/// Where one of the reports of a run goes.
struct ReportTarget {
  Reporter reporter;
  const ReportStyle& style;
  Output& output;
};

/// A file of old findings, and what a run makes of it.
struct RunBaseline {
  Baseline known;
  std::vector<std::size_t> used;     ///< of each entry
  std::vector<BaselineEntry> found;  ///< what it is to hold, if it is written
  std::size_t files = 0;             ///< that were linted
};

/// By path: each project may have its own.
using RunBaselines = std::map<std::string, RunBaseline>;

/// What one run goes by. Nothing is owned.
struct LintRun {
  const Settings& settings;  ///< of the command line
  const Plans& plans;
  RunBaselines& baselines;          ///< of all plans
  ChangedTexts* changed = nullptr;  ///< null: all findings count
};

struct LintedFiles {
  Counts counts;
  std::size_t fixed = 0;      ///< fixes that were written or, with --diff, printed
  std::size_t fixable = 0;    ///< findings with a safe fix
  std::size_t unread = 0;     ///< each said on standard error
  std::size_t unwritten = 0;  ///< each said there too
  std::size_t baselined = 0;  ///< findings that a baseline has
  std::size_t left_out = 0;   ///< as its project wants it
  bool failed = false;        ///< some file has findings that reach its --fail-on
};

/// Prints all reports; patches, and standard input as it is fixed, go where the first report goes.
/// What is fixed is reported as it then is. Stops early when no output can be written.
LintedFiles lint_files(std::span<const std::string> paths, const LintRun& run,
                       std::span<const ReportTarget> targets);

}  // namespace caveat
