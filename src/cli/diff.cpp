// caveat diff: two versions of texts in, what happened to their claims out.
#include <fmt/format.h>

#include <deque>
#include <filesystem>
#include <system_error>

#include "cli/checkout.hpp"
#include "cli/commands.hpp"
#include "cli/diff_page.hpp"
#include "cli/files.hpp"
#include "cli/input.hpp"
#include "cli/packs.hpp"
#include "cli/rule_infos.hpp"
#include "lint/change_report.hpp"
#include "pack/suggest.hpp"

namespace fs = std::filesystem;

namespace caveat {

namespace {

using Strings = std::vector<std::string>;

/// What one run prints.
struct Differ {
  const Settings& settings;
  const RuleSet& rules;
  Output& output;
  DeskPtr desk = make_desk();
  std::deque<Source> sources = {};  ///< of the reports
  std::vector<FileReport> reports = {};
  ChangeCounts changes = {};
  bool trouble = false;
};

void refuse(Differ& differ, const std::string& complaint) {
  complain(complaint);
  differ.trouble = true;
}

bool is_there(const std::string& path) {
  std::error_code unknown;
  return fs::exists(fs::symlink_status(path, unknown));
}

bool is_file(const std::string& path) {
  std::error_code unknown;
  return path == "-" || (fs::exists(path, unknown) && !fs::is_directory(path, unknown));
}

bool names_two_files(const Settings& settings) {
  const auto& operands = settings.operands;
  return operands.size() == 2 && !settings.dashes_at && !settings.staged && is_file(operands[0]) &&
         is_file(operands[1]);
}

// --- One file

void count_changes(Differ& differ, const std::vector<ClaimChange>& changes) {
  ++differ.changes.files;
  if (!changes.empty()) ++differ.changes.files_with_any;
  for (const ClaimChange& change : changes) ++differ.changes.of_kind[change.kind];
}

/// Kept to the end: some formats say of one file what depends on the others.
void keep_report(Differ& differ, const EditedText& text) {
  differ.sources.push_back(*text.after);
  FileReport report;
  report.source = &differ.sources.back();
  for (const ClaimChange& change : text.changes)
    report.diagnostics.push_back(diagnostic_of(change, text.old_account));
  differ.reports.push_back(std::move(report));
}

void print_page(Differ& differ, const EditedText& text) {
  std::string page;
  append_changes(text, differ.settings.output_style.color, page);
  print(differ.output, page + '\n');
}

/// A file that is gone is told at the places that it had.
void diff_texts(Differ& differ, const Input& before, const Input& after, std::string title,
                bool gone = false) {
  const auto& settings = differ.settings;
  const auto account = [&](const Input& input) {
    return account_of(input.source, differ.rules, *differ.desk,
                      lint_options(settings, input.format));
  };
  const Input& shown = gone ? before : after;
  EditedText text{std::move(title), &shown.source, account(before), account(after), {}};
  text.changes = compare(text.old_account, text.new_account);
  if (gone) {
    for (ClaimChange& change : text.changes)
      if (change.old_sentence) change.place = text.old_account.sentences[*change.old_sentence].span;
  }
  count_changes(differ, text.changes);
  keep_report(differ, text);
  if (settings.diff_page && !text.changes.empty()) print_page(differ, text);
}

void diff_two_files(Differ& differ) {
  const auto& operands = differ.settings.operands;
  std::string complaint;
  const auto before = read_input(operands[0], differ.settings, complaint);
  if (!before) return refuse(differ, complaint);
  const auto after = read_input(operands[1], differ.settings, complaint);
  if (!after) return refuse(differ, complaint);
  diff_texts(differ, *before, *after,
             fmt::format("{}, was {}", after->source.path, before->source.path));
}

// --- A repository

/// Bytes of one side under the name that it has from here; an empty text where there is none.
std::optional<Input> read_side(const Differ& differ, const Checkout& checkout,
                               const std::string& path, const std::string& id,
                               std::string& complaint) {
  if (path.empty()) return make_input("", "", differ.settings);
  const std::string shown = path_from_here(checkout, path);
  if (id.empty()) return read_input(shown == "-" ? "./-" : shown, differ.settings, complaint);
  auto bytes = read_blob(*checkout.repository, id, differ.settings.max_file_size, complaint);
  if (!bytes) {
    complaint = fmt::format("'{}': {}", shown, complaint);
    return std::nullopt;
  }
  return make_input(shown, std::move(*bytes), differ.settings);
}

std::string title_of(const Checkout& checkout, const FileChange& change) {
  if (change.new_path.empty()) return path_from_here(checkout, change.old_path) + ", removed";
  const std::string title = path_from_here(checkout, change.new_path);
  if (change.old_path.empty()) return title + ", new";
  if (change.old_path == change.new_path) return title;
  return title + ", was " + path_from_here(checkout, change.old_path);
}

void diff_change(Differ& differ, const Checkout& checkout, const FileChange& change) {
  std::string complaint;
  const auto before = read_side(differ, checkout, change.old_path, change.old_id, complaint);
  if (!before) return refuse(differ, complaint);
  const auto after = read_side(differ, checkout, change.new_path, change.new_id, complaint);
  if (!after) return refuse(differ, complaint);
  diff_texts(differ, *before, *after, title_of(checkout, change), change.new_path.empty());
}

/// What the operands mean: revisions first, then paths, as with git.
struct Plan {
  Comparison comparison;
  Strings paths;  ///< as they were typed
};

bool is_range(const Checkout& checkout, const std::string& operand) {
  const auto comparison = comparison_of(operand);
  return is_revision(*checkout.repository, comparison.from) &&
         (comparison.to.empty() || is_revision(*checkout.repository, comparison.to));
}

std::string no_such(const Checkout& checkout, const std::string& operand) {
  return fmt::format("no revision or file '{}'{}", operand,
                     did_you_mean(operand, revision_names(*checkout.repository)));
}

/// How many of the operands are revisions; all of those before "--" must be.
std::size_t count_revisions(const Checkout& checkout, const Settings& settings,
                            std::string& complaint) {
  const auto& operands = settings.operands;
  const std::size_t end = settings.dashes_at.value_or(operands.size());
  std::size_t count = 0;
  for (; count < end; ++count) {
    const bool range = settings.dashes_at || is_range(checkout, operands[count]);
    const bool file = !settings.dashes_at && is_there(operands[count]);
    if (range && file)
      complaint = fmt::format("'{}' is a revision and a file; '--' stands between the two",
                              operands[count]);
    if (!range && !file && operands[count].find("..") == std::string::npos)
      complaint = no_such(checkout, operands[count]);
    if (file || !complaint.empty()) break;
  }
  if (count > 2) complaint = "two revisions at most, files stand after '--'";
  return count;
}

Comparison asked_for(const Settings& settings, std::size_t revisions, std::string& complaint) {
  const auto& operands = settings.operands;
  Comparison comparison = comparison_of(revisions > 0 ? operands[0] : "HEAD");
  const bool ranges = comparison.with == Comparison::With::revision;
  if (revisions == 2) {
    if (ranges || operands[1].find("..") != std::string::npos)
      complaint = "one range, or two revisions";
    comparison.with = Comparison::With::revision;
    comparison.to = operands[1];
  }
  if (!settings.staged) return comparison;
  if (ranges || revisions > 1) complaint = "'--staged' takes one revision at most";
  comparison.with = Comparison::With::index;
  return comparison;
}

Plan plan_of(const Checkout& checkout, const Settings& settings, std::string& complaint) {
  Plan plan;
  const std::size_t revisions = count_revisions(checkout, settings, complaint);
  if (!complaint.empty()) return plan;
  plan.comparison = asked_for(settings, revisions, complaint);
  for (std::size_t at = revisions; at < settings.operands.size() && complaint.empty(); ++at) {
    plan.paths.push_back(settings.operands[at]);
    if (auto path = path_in(checkout, plan.paths.back(), complaint))
      plan.comparison.paths.push_back(std::move(*path));
  }
  return plan;
}

/// A path that neither is there nor was is a slip of the pen, and no clean result.
void look_for_paths(Differ& differ, const Plan& plan, const std::vector<FileChange>& changes) {
  for (std::size_t at = 0; at < plan.paths.size(); ++at) {
    const std::string& inside = plan.comparison.paths[at];
    const auto touches = [&](const FileChange& change) {
      return change.new_path.starts_with(inside) || change.old_path.starts_with(inside);
    };
    if (!is_there(plan.paths[at]) && std::ranges::none_of(changes, touches))
      refuse(differ, fmt::format("no file '{}', then or now", plan.paths[at]));
  }
}

/// A file that is named is compared whatever its name.
bool is_wanted(const Plan& plan, const FileChange& change) {
  const std::string& path = change.new_path.empty() ? change.old_path : change.new_path;
  return is_text(path) ||
         std::ranges::find(plan.comparison.paths, path) != plan.comparison.paths.end();
}

void diff_repository(Differ& differ) {
  const auto& settings = differ.settings;
  std::string complaint;
  const auto from = static_cast<std::ptrdiff_t>(settings.dashes_at.value_or(0));
  Strings places(settings.operands.begin() + from, settings.operands.end());
  std::erase_if(places, [&](const auto& path) { return !settings.dashes_at && !is_there(path); });
  const auto checkout = open_checkout(places, complaint);
  if (!checkout) return refuse(differ, complaint);
  const Plan plan = plan_of(*checkout, settings, complaint);
  if (!complaint.empty()) return refuse(differ, complaint);
  const auto changes = changes_in(*checkout, plan.comparison, complaint);
  if (!changes) return refuse(differ, complaint);
  look_for_paths(differ, plan, *changes);
  for (const FileChange& change : *changes)
    if (is_wanted(plan, change)) diff_change(differ, *checkout, change);
}

bool reaches(const Counts& counts, std::optional<Severity> threshold) {
  if (!threshold) return false;
  if (counts.errors > 0) return true;
  if (counts.warnings > 0) return *threshold <= Severity::warning;
  return counts.notes > 0 && *threshold == Severity::note;
}

void print_reports(const Differ& differ, const PackSet& packs) {
  const std::vector<RuleInfo> rules = rule_infos(packs);
  ReportStyle style = differ.settings.output_style;
  style.rules = rules;
  style.root = differ.settings.root;
  style.folder = differ.settings.folder;
  std::string text;
  report(differ.settings.reporter, differ.reports, style, text);
  print(differ.output, text);
}

/// The page tells its summary itself; nothing is summed up of what could not be compared.
void close_run(const Differ& differ, const PackSet& packs) {
  const bool told = !differ.trouble || differ.changes.files > 0;
  const std::string summary = told ? summary_of(differ.changes) + '\n' : "";
  if (differ.settings.diff_page) return print(differ.output, summary);
  print_reports(differ, packs);
  if (told && !differ.settings.quiet) print_error("caveat: " + summary);
}

/// With packs only where a format lists rules: reading them takes half a second.
LoadedPacks load(const Settings& settings) {
  if (settings.reporter.needs.rules) return load_in_force(settings);
  LoadedRules loaded = load_rules(settings);
  return {{}, std::move(loaded.rules), loaded.exit};
}

}  // namespace

Exit run_diff(const Settings& settings, Output& output) {
  const LoadedPacks loaded = load(settings);
  Differ differ{settings, *loaded.rules, output};
  names_two_files(settings) ? diff_two_files(differ) : diff_repository(differ);
  close_run(differ, loaded.packs);
  const Exit found =
      reaches(count(differ.reports), settings.fail_on) ? Exit::findings : Exit::clean;
  return worse(worse(found, loaded.exit), differ.trouble ? Exit::trouble : Exit::clean);
}

}  // namespace caveat
