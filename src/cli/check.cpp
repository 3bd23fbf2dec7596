// caveat check: files in, findings out.
#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/lint_files.hpp"
#include "cli/packs.hpp"
#include "cli/page.hpp"
#include "cli/rule_infos.hpp"

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

bool lists_rules(const Settings& settings) {
  return settings.reporter.needs.rules || std::ranges::any_of(settings.outputs, [](auto& file) {
           return file.reporter.needs.rules;
         });
}

/// With packs only where a format lists rules: reading them takes half a second.
LoadedPacks load(const Settings& settings) {
  if (lists_rules(settings)) return load_in_force(settings);
  LoadedRules loaded = load_rules(settings);
  return {{}, std::move(loaded.rules), loaded.exit};
}

/// How the reports of a run look: on standard output as the terminal wants it, in files plain.
struct Styles {
  ReportStyle output;
  ReportStyle file;
};

Styles styles_of(const Settings& settings, std::span<const RuleInfo> rules) {
  Styles styles{settings.output_style, {}};
  styles.output.rules = rules;
  styles.output.root = settings.root;
  styles.output.folder = settings.folder;
  styles.file = styles.output;
  styles.file.color = Color::off;
  styles.file.excerpt = Excerpt::off;
  styles.file.links = Links::off;
  return styles;
}

std::vector<Output> open_files(const Settings& settings) {
  std::vector<Output> files;
  for (const FileOutput& file : settings.outputs) files.push_back(open_output(file.path));
  return files;
}

std::vector<ReportTarget> targets_of(const Settings& settings, const Styles& styles, Output& output,
                                     std::span<Output> files) {
  std::vector<ReportTarget> targets = {{settings.reporter, styles.output, output}};
  for (std::size_t i = 0; i < files.size(); ++i)
    targets.push_back({settings.outputs[i].reporter, styles.file, files[i]});
  return targets;
}

Exit finish_all(std::span<Output> files) {
  Exit exit = Exit::clean;
  for (Output& file : files) exit = worse(exit, finish(file));
  return exit;
}

}  // namespace

Exit run_check(const Settings& settings, Output& output) {
  const LoadedPacks loaded = load(settings);
  std::vector<std::string> complaints;
  const auto paths = list_files(settings.operands, is_text, complaints);
  if (paths.empty() && complaints.empty() && !settings.allow_empty)
    complaints.push_back("no file to lint: a folder is searched for " + text_endings());
  for (const std::string& complaint : complaints) complain(complaint);

  const std::vector<RuleInfo> rules = rule_infos(loaded.packs);
  const Styles styles = styles_of(settings, rules);
  std::vector<Output> files = open_files(settings);
  const auto targets = targets_of(settings, styles, output, files);
  const LintedFiles linted = lint_files(paths, settings, *loaded.rules, targets);
  const Exit written = finish_all(files);
  if (!settings.quiet) print_error(summary(linted));

  const bool trouble = !complaints.empty() || linted.unread > 0;
  const Exit found = reaches(linted.counts, settings.fail_on) ? Exit::findings : Exit::clean;
  const Exit read = trouble ? Exit::trouble : Exit::clean;
  return worse(worse(found, loaded.exit), worse(read, written));
}

}  // namespace caveat
