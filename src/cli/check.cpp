// caveat check: files in, findings out.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include "cli/baseline_file.hpp"
#include "cli/commands.hpp"
#include "cli/fix_file.hpp"
#include "cli/lint_files.hpp"
#include "cli/packs.hpp"
#include "cli/page.hpp"
#include "cli/plan.hpp"
#include "cli/rule_infos.hpp"
#include "cli/temporary.hpp"

namespace caveat {

namespace {

/// Always the same form, so that a script can read it.
std::string summary(const LintedFiles& linted, Fixing fixing) {
  const Counts& counts = linted.counts;
  std::string line = "caveat: ";
  if (fixing == Fixing::write) line += fmt::format("{} fixed; ", linted.fixed);
  if (fixing == Fixing::diff) line += fmt::format("{} to fix; ", linted.fixed);
  line += fmt::format("{}, {}, {} in {} of {}", counted(counts.errors, "error"),
                      counted(counts.warnings, "warning"), counted(counts.notes, "note"),
                      counts.files_with_any, counted(counts.files, "file"));
  std::string_view before = " (";
  const auto add = [&](std::size_t number, std::string_view what) {
    if (number == 0) return;
    line += fmt::format("{}{} {}", std::exchange(before, ", "), number, what);
  };
  if (fixing == Fixing::none) add(linted.fixable, "fixable");
  add(counts.suppressed, "suppressed");
  add(linted.baselined, "baselined");
  add(linted.unread, "not read");
  add(linted.unwritten, "not fixed");
  add(linted.left_out, "left out");
  return line + (before == ", " ? ")\n" : "\n");
}

/// ".txt .text .md", of all formats.
std::string text_endings() {
  std::string endings;
  for (const Format& format : formats())
    endings += fmt::format("{}{}", endings.empty() ? "" : " ", fmt::join(format.endings, " "));
  return endings;
}

bool lists_rules(const Settings& settings) {
  return settings.reporter.needs.rules || std::ranges::any_of(settings.outputs, [](auto& file) {
           return file.reporter.needs.rules;
         });
}

/// With packs only where a format lists rules: reading them takes half a second.
LoadedPacks load(const Settings& settings) {
  return lists_rules(settings) ? load_in_force(settings) : load_rules_alone(settings);
}

/// Of all packs that were loaded for some file.
std::vector<RuleInfo> rule_infos_of(const Plans& plans) {
  std::vector<RuleInfo> infos;
  for (const auto& loaded : plans.loaded)
    std::ranges::move(rule_infos(loaded->packs), std::back_inserter(infos));
  std::ranges::stable_sort(infos, {}, &RuleInfo::id);
  const auto repeated = std::ranges::unique(infos, {}, &RuleInfo::id);
  infos.erase(repeated.begin(), repeated.end());
  return infos;
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

/// Where standard output is for patches or a fixed text.
constexpr Reporter no_report = {.name = "none",
                                .open = [](const ReportStyle&, std::string&) {},
                                .file = [](const FileReport&, const ReportStyle&, std::string&) {},
                                .close = [](const Counts&, std::string&) {}};

std::vector<ReportTarget> targets_of(const Settings& settings, const Styles& styles, Output& output,
                                     std::span<Output> files) {
  const bool reports = prints_report(settings);
  std::vector<ReportTarget> targets = {
      {reports ? settings.reporter : no_report, styles.output, output}};
  for (std::size_t i = 0; i < files.size(); ++i)
    targets.push_back({settings.outputs[i].reporter, styles.file, files[i]});
  return targets;
}

Exit finish_all(std::span<Output> files) {
  Exit exit = Exit::clean;
  for (Output& file : files) exit = worse(exit, finish(file));
  return exit;
}

/// As one baseline calls the files for which it holds.
std::vector<std::string> names_in(const std::string& baseline, const Plans& plans,
                                  std::span<const std::string> paths) {
  std::vector<std::string> names;
  for (const std::string& path : paths) {
    const Settings& settings = plan_of(plans, path).settings;
    if (settings.baseline == baseline) names.push_back(name_in_baseline(settings, path));
  }
  std::ranges::sort(names);
  return names;
}

/// A new one starts empty; one that is there must be a baseline, even to be written anew.
Exit load_baseline(const Settings& settings, Baseline& baseline) {
  std::error_code unknown;
  if (settings.write_baseline && !std::filesystem::exists(settings.baseline, unknown))
    return Exit::clean;
  std::string complaint;
  auto read = read_baseline(settings, complaint);
  if (read)
    baseline = std::move(*read);
  else
    complain(complaint);
  return read ? Exit::clean : Exit::trouble;
}

/// Those of all files; to write none is a mistake.
Exit load_baselines(const Plans& plans, RunBaselines& baselines) {
  Exit exit = Exit::clean;
  for (const auto& plan : plans.plans) {
    const Settings& settings = plan->settings;
    if (settings.baseline.empty() && settings.write_baseline && exit == Exit::clean) {
      complain(
          "--write-baseline needs --baseline=FILE, the file to write, or `baseline` in "
          ".caveat.toml");
      exit = Exit::trouble;
    }
    if (settings.baseline.empty() || baselines.contains(settings.baseline)) continue;
    exit = worse(exit, load_baseline(settings, baselines[settings.baseline].known));
  }
  return exit;
}

/// What no longer stands in the texts should not stand in the baseline: it would hide the next one.
void tell_stale(const Settings& settings, const RunBaseline& baseline,
                std::span<const std::string> names) {
  const auto stale = stale_of(baseline.known, baseline.used, names);
  if (stale.empty() || settings.quiet) return;
  constexpr std::size_t most = 10;
  complain(fmt::format("{} of '{}' not there any more; --write-baseline drops them:",
                       counted(stale.size(), "finding"), settings.baseline));
  for (const BaselineEntry& entry : std::span(stale).first(std::min(most, stale.size())))
    complain(fmt::format("  {}: {} \"{}\"", entry.file, entry.rule, entry.words));
}

Exit note_findings(const Settings& settings, RunBaseline& baseline,
                   std::span<const std::string> names) {
  std::string complaint;
  const auto entries = baseline.found.size();
  if (!write_baseline(settings, baseline.known, std::move(baseline.found), names, complaint)) {
    complain(complaint);
    return Exit::trouble;
  }
  if (!settings.quiet)
    complain(fmt::format("{} of {} noted in '{}'", counted(entries, "finding"),
                         counted(baseline.files, "file"), settings.baseline));
  return Exit::clean;
}

/// After the run: writes the baselines, or tells what of them is not there any more.
Exit settle(RunBaselines& baselines, const Plans& plans, std::span<const std::string> paths,
            bool writes) {
  Exit exit = Exit::clean;
  for (auto& [path, baseline] : baselines) {
    const auto of_this = [&](const auto& plan) { return plan->settings.baseline == path; };
    const Settings& settings = (*std::ranges::find_if(plans.plans, of_this))->settings;
    const auto names = names_in(path, plans, paths);
    if (writes)
      exit = worse(exit, note_findings(settings, baseline, names));
    else
      tell_stale(settings, baseline, names);
  }
  return exit;
}

}  // namespace

Exit run_check(const Settings& settings, Output& output) {
  Projects projects{settings};
  Selection selection{projects};
  std::vector<std::string> complaints;
  auto [paths, left_out] = select_files(selection, complaints);
  ChangedTextsPtr changed;
  if (!settings.only_changed.empty() || !settings.diff_base.empty()) {
    std::string complaint;
    changed = find_changed_texts(settings, complaint);
    if (!changed) {
      complain(complaint);
      return Exit::trouble;
    }
    paths = only_changed(*changed, paths, settings.operands.empty(), complaints);
  }
  if (paths.empty() && complaints.empty() && left_out == 0 && !settings.allow_empty && !changed)
    complaints.push_back("no file to lint: a folder is searched for " + text_endings() +
                         ", see 'caveat config FILE'");
  for (const std::string& complaint : complaints) complain(complaint);

  if (settings.fixing == Fixing::write)
    for (const std::string& told : left_behind(paths, settings.now)) complain(told);

  const Plans plans = plan_files(paths, selection, load);
  const std::vector<RuleInfo> rules = rule_infos_of(plans);
  const Styles styles = styles_of(settings, rules);
  std::vector<Output> files = open_files(settings);
  const auto targets = targets_of(settings, styles, output, files);
  RunBaselines baselines;
  const Exit noted = load_baselines(plans, baselines);
  LintedFiles linted = lint_files(paths, {settings, plans, baselines, changed.get()}, targets);
  linted.left_out += left_out;
  flush(output);  // before the summary, where one pipe takes both
  Exit written = worse(noted, finish_all(files));
  const bool notes = settings.write_baseline && noted == Exit::clean;
  written = worse(written, settle(baselines, plans, paths, notes));
  if (!settings.quiet) print_error(summary(linted, settings.fixing));

  const bool trouble = !complaints.empty() || linted.unread > 0 || linted.unwritten > 0;
  const bool fails = !settings.write_baseline && linted.failed;
  const Exit found = fails ? Exit::findings : Exit::clean;
  const Exit read = trouble ? Exit::trouble : Exit::clean;
  return worse(worse(found, plans.exit), worse(read, written));
}

}  // namespace caveat
