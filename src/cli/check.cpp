// caveat check: files in, findings out.
#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/lint_files.hpp"
#include "cli/packs.hpp"
#include "cli/page.hpp"

namespace caveat {

namespace {

/// Always the same form, so that a script can read it.
std::string summary(const LintedFiles& linted) {
  const Counts& counts = linted.counts;
  std::string line = fmt::format("caveat: {}, {}, {} in {} of {}", counted(counts.errors, "error"),
                                 counted(counts.warnings, "warning"), counted(counts.notes, "note"),
                                 counts.files_with_any, counted(counts.files, "file"));
  if (linted.unread > 0) line += fmt::format(" ({} not read)", linted.unread);
  return line + "\n";
}

/// ".txt .text .md", of all formats.
std::string text_endings() {
  std::string endings;
  for (const Format& format : formats())
    endings += fmt::format("{}{}", endings.empty() ? "" : " ", fmt::join(format.endings, " "));
  return endings;
}

bool reaches(const Counts& counts, std::optional<Severity> threshold) {
  if (!threshold) return false;
  if (counts.errors > 0) return true;
  if (counts.warnings > 0) return *threshold <= Severity::warning;
  return counts.notes > 0 && *threshold == Severity::note;
}

}  // namespace

Exit run_check(const Settings& settings, Output& output) {
  const LoadedRules loaded = load_rules(settings);
  std::vector<std::string> complaints;
  const auto paths = list_files(settings.operands, is_text, complaints);
  if (paths.empty() && complaints.empty() && !settings.allow_empty)
    complaints.push_back("no file to lint: a folder is searched for " + text_endings());
  for (const std::string& complaint : complaints) complain(complaint);

  const LintedFiles linted = lint_files(paths, settings, *loaded.rules, output);
  if (!settings.quiet) print_error(summary(linted));

  const bool trouble = !complaints.empty() || linted.unread > 0;
  const Exit found = reaches(linted.counts, settings.fail_on) ? Exit::findings : Exit::clean;
  return worse(worse(found, loaded.exit), trouble ? Exit::trouble : Exit::clean);
}

}  // namespace caveat
