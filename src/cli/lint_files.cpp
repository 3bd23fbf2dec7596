#include "cli/lint_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

#include "cli/baseline_file.hpp"
#include "cli/fix_file.hpp"
#include "cli/input.hpp"
#include "cli/inside.hpp"
#include "cli/interrupts.hpp"
#include "cli/progress.hpp"
#include "lint/article.hpp"

namespace caveat {

namespace {

/// A file whose findings wait for the end of the run; the report points to the source.
struct Kept {
  std::unique_ptr<const Source> source;
  FileReport report;
};

/// What is left of a file once it is linted.
struct Piece {
  std::vector<std::string> texts;  ///< for each target
  std::optional<Kept> kept;
  RunBaseline* baseline = nullptr;  ///< null: none holds for the file
  BaselineUse use;
  std::vector<BaselineEntry> found;  ///< for a baseline that is written
  Counts counts;
  std::string printed;    ///< a patch, or standard input as it is fixed
  std::string complaint;  ///< empty if the file was read and, if need be, written
  std::size_t fixed = 0;
  std::size_t fixable = 0;
  bool read = false;
  bool left_out = false;
  bool failed = false;
  bool stale = false;  ///< it changed between reading and writing
  bool ready = false;
};

bool reaches(const Counts& counts, std::optional<Severity> threshold) {
  if (!threshold) return false;
  if (counts.errors > 0) return true;
  if (counts.warnings > 0) return *threshold <= Severity::warning;
  return counts.notes > 0 && *threshold == Severity::note;
}

struct Job {
  std::span<const std::string> paths;
  const LintRun& run;
  std::span<const ReportTarget> targets;
  Fixer* fixer = nullptr;        ///< null if nothing is fixed
  Progress* progress = nullptr;  ///< null if none is shown
};

/// Shared by the threads; everything is guarded by `mutex`. Pieces wait in a ring: the file at
/// index i has the slot i % size, and none is taken before its slot is free.
struct Queue {
  std::mutex mutex;
  std::condition_variable moved;
  std::vector<Piece> ring;
  std::size_t next = 0;                   ///< the file to take next
  std::size_t due = 0;                    ///< the file to print next
  std::vector<std::string_view> between;  ///< for each target
  std::vector<Kept> kept;
  LintedFiles linted;
};

bool is_whole(const ReportTarget& target) {
  return target.reporter.whole != nullptr;
}

bool needs_article(const ReportTarget& target) {
  return target.reporter.needs.article;
}

bool is_lost(const ReportTarget& target) {
  return target.output.failure != 0;
}

std::vector<std::string> texts_of(const FileReport& file, const Job& job) {
  std::vector<std::string> texts(job.targets.size());
  for (std::size_t i = 0; i < texts.size(); ++i)
    if (!file.diagnostics.empty() && !is_whole(job.targets[i]))
      job.targets[i].reporter.file(file, job.targets[i].style, texts[i]);
  return texts;
}

bool says_anything(const FileReport& file) {
  return !file.diagnostics.empty() || (file.article && !file.article->claims.empty());
}

Kept kept_of(Source source, FileReport report) {
  Kept kept{std::make_unique<const Source>(std::move(source)), std::move(report)};
  kept.report.source = kept.source.get();
  return kept;
}

/// Takes note of the findings for a new baseline, or takes out those that the old one has.
void note_or_drop(FileReport& file, const FilePlan& plan, const Job& job, Piece& piece) {
  if (plan.settings.baseline.empty()) return;
  piece.baseline = &job.run.baselines.at(plan.settings.baseline);
  const std::string name = name_in_baseline(plan.settings, file.source->path);
  if (plan.settings.write_baseline)
    piece.found = entries_of(name, file.source->bytes, file.diagnostics);
  else
    piece.use = drop_known(piece.baseline->known, name, file.diagnostics);
}

void add_use(Piece& piece, LintedFiles& linted) {
  const BaselineUse& use = piece.use;
  linted.baselined += use.silenced;
  if (piece.baseline == nullptr) return;
  ++piece.baseline->files;
  for (std::size_t i = 0; i < use.counts.size(); ++i)
    piece.baseline->used[use.first + i] += use.counts[i];
  std::ranges::move(piece.found, std::back_inserter(piece.baseline->found));
}

Findings findings_in(const Input& input, const FilePlan& plan, const Job& job, Desk& desk,
                     std::string& complaint) {
  if (job.run.changed != nullptr)
    return lint_changed(*job.run.changed, input, plan, desk, complaint);
  return findings_of(input.source, *plan.rules, desk, options_of(plan, *input.format));
}

std::optional<Input> read_one(const std::string& path, const FilePlan& plan,
                              std::string& complaint) {
  const bool writes = plan.settings.fixing == Fixing::write && path != "-";
  if (writes) complaint = never_fixed(path);
  return complaint.empty() ? read_input(path, plan.settings, complaint) : std::nullopt;
}

/// What is left to report once what can be fixed is.
void fix_one(const std::string& path, Input& input, const FilePlan& plan, const Job& job,
             Desk& desk, FileReport& file, Piece& piece) {
  const auto found_in = [&](const Source& text) {
    return lint(text, *plan.rules, desk, options_of(plan, *input.format));
  };
  FixedFile fixed =
      fix_file(path, input.source, file.diagnostics, plan.settings, *job.fixer, found_in);
  piece.printed = std::move(fixed.text);
  piece.complaint = std::move(fixed.complaint);
  piece.fixed = fixed.fixed;
  piece.stale = fixed.stale;
  if (!fixed.written) return;
  input.source = std::move(fixed.written->source);
  file.diagnostics = std::move(fixed.written->left);
}

std::size_t number_of_fixable(const FileReport& file) {
  const auto is_safe = [](const Fix& fix) { return fix.safety == FixSafety::safe; };
  return static_cast<std::size_t>(std::ranges::count_if(
      file.diagnostics, [&](auto& found) { return std::ranges::any_of(found.fixes, is_safe); }));
}

Piece lint_one(const std::string& path, const Job& job, Desk& desk) {
  const FilePlan& plan = plan_of(job.run.plans, path);
  Piece piece;
  auto input = read_one(path, plan, piece.complaint);
  piece.read = input.has_value();
  piece.left_out = plan.left_out || (input && is_html_report(input->source.bytes));
  if (input && piece.left_out && job.fixer != nullptr && path == "-")
    piece.printed = input->source.bytes;  // who pipes a text through gets it back
  if (!input || piece.left_out) return piece;
  FileReport file;
  file.source = &input->source;
  Findings found = findings_in(*input, plan, job, desk, piece.complaint);
  file.diagnostics = std::move(found.diagnostics);
  file.suppressed = found.suppressed.size();
  if (job.fixer != nullptr) fix_one(path, *input, plan, job, desk, file, piece);
  note_or_drop(file, plan, job, piece);
  if (std::ranges::any_of(job.targets, needs_article))
    file.article = article_of(input->source, *plan.rules, desk, options_of(plan, *input->format));
  piece.counts = count(std::span(&file, 1));
  piece.fixable = number_of_fixable(file);
  piece.failed = reaches(piece.counts, plan.settings.fail_on);
  piece.texts = texts_of(file, job);
  if (says_anything(file) && std::ranges::any_of(job.targets, is_whole))
    piece.kept = kept_of(std::move(input->source), std::move(file));
  return piece;
}

/// Running out of memory on one file is trouble with that file, not the end of the run.
Piece lint_safely(const std::string& path, const Job& job, DeskPtr& desk) {
  constexpr int most_tries = 5;  // somebody else saves it, or another caveat fixes it
  try {
    Piece piece = lint_one(path, job, *desk);
    for (int tries = 1; piece.stale && tries < most_tries; ++tries)
      piece = lint_one(path, job, *desk);
    return piece;
  } catch (const std::exception& error) {
    desk = make_desk();  // its buffers may be half filled
    Piece piece;
    piece.complaint = fmt::format("cannot lint '{}': {}", path, error.what());
    return piece;
  }
}

std::optional<std::size_t> take(Queue& queue, const Job& job) {
  std::unique_lock lock(queue.mutex);
  queue.moved.wait(lock, [&] { return queue.next < queue.due + queue.ring.size(); });
  if (std::ranges::all_of(job.targets, is_lost) || queue.next == job.paths.size())
    return std::nullopt;
  return queue.next++;
}

bool prints(const Piece& piece) {
  const auto is_empty = [](const std::string& text) { return text.empty(); };
  return !piece.printed.empty() || !piece.complaint.empty() ||
         !std::ranges::all_of(piece.texts, is_empty);
}

/// Where a line shows how far the run is, what is printed does not wait in a buffer: it would come
/// out behind that line.
void settle(const Job& job, const Piece& piece) {
  if (job.progress == nullptr) return;
  const bool reports = !piece.texts.empty() && !piece.texts.front().empty();
  const std::string& last = reports ? piece.texts.front() : piece.printed;
  if (!last.empty() && job.run.settings.output_is_terminal)
    job.progress->inside_line = last.back() != '\n';
  flush(job.targets[0].output);
}

void print_texts(Queue& queue, Piece& piece, const Job& job) {
  if (!prints(piece)) return;
  const Hush hush(job.progress);
  print(job.targets[0].output, piece.printed);
  for (std::size_t i = 0; i < piece.texts.size(); ++i) {
    if (piece.texts[i].empty()) continue;
    print(job.targets[i].output, queue.between[i]);
    print(job.targets[i].output, piece.texts[i]);
    queue.between[i] = job.targets[i].reporter.between;
  }
  settle(job, piece);
  if (piece.complaint.empty()) return;
  flush(job.targets[0].output);  // where one pipe takes both, no line ends up inside another
  complain(piece.complaint);
}

void print_piece(Queue& queue, Piece& piece, const Job& job) {
  print_texts(queue, piece, job);
  if (piece.kept) queue.kept.push_back(std::move(*piece.kept));
  queue.linted.counts += piece.counts;
  add_use(piece, queue.linted);
  queue.linted.left_out += piece.left_out ? 1 : 0;
  queue.linted.failed |= piece.failed;
  queue.linted.fixed += piece.fixed;
  queue.linted.fixable += piece.fixable;
  if (piece.complaint.empty()) return;
  ++(piece.read && job.fixer != nullptr ? queue.linted.unwritten : queue.linted.unread);
}

/// Whoever finishes the file that is due prints it, and all that waited for it.
void hand_in(Queue& queue, std::size_t index, Piece piece, const Job& job) {
  const std::lock_guard lock(queue.mutex);
  const auto slot = [&](std::size_t i) -> Piece& { return queue.ring[i % queue.ring.size()]; };
  piece.ready = true;
  slot(index) = std::move(piece);
  for (; slot(queue.due).ready; ++queue.due) {
    print_piece(queue, slot(queue.due), job);
    slot(queue.due) = {};
  }
  queue.moved.notify_all();
}

void work(Queue& queue, const Job& job) {
  DeskPtr desk = make_desk();
  while (const auto index = take(queue, job)) {
    hand_in(queue, *index, lint_safely(job.paths[*index], job, desk), job);
    if (job.progress != nullptr) ++job.progress->done;
  }
}

/// This thread works too, so fewer threads than asked for is slower and nothing else.
void work_together(Queue& queue, const Job& job) {
  std::vector<std::jthread> others;
  const std::size_t wanted = std::min<std::size_t>(job.run.settings.jobs, job.paths.size());
  try {
    while (others.size() + 1 < wanted) others.emplace_back([&] { work(queue, job); });
  } catch (const std::system_error&) {
  }
  work(queue, job);
}

void open_reports(std::span<const ReportTarget> targets) {
  for (const ReportTarget& target : targets) {
    std::string edge;
    if (!is_whole(target)) target.reporter.open(target.style, edge);
    print(target.output, edge);
  }
}

/// They still point into the sources of `kept`.
std::vector<FileReport> with_findings_first(std::vector<Kept>& kept) {
  std::vector<FileReport> files;
  for (Kept& one : kept) files.push_back(std::move(one.report));
  std::ranges::stable_partition(files, [](auto& file) { return !file.diagnostics.empty(); });
  return files;
}

/// Files that were kept for their claims alone are for those who show articles.
void close_reports(const Queue& queue, std::span<const FileReport> files, const Job& job) {
  const auto found =
      files.first(std::min(files.size(), queue.linted.counts.files_with_any));  // or none kept
  for (const ReportTarget& target : job.targets) {
    std::string edge;
    if (is_whole(target))
      target.reporter.whole(needs_article(target) ? files : found, target.style, edge);
    else
      target.reporter.close(queue.linted.counts, edge);
    print(target.output, edge);
  }
}

/// How far the run is, where that is shown; and who wakes at signals, if that is nobody else.
struct Watch {
  std::unique_ptr<Interrupts> interrupts;
  std::unique_ptr<Progress> progress;  ///< ends first
};

/// A machine that has no thread left for it shows nothing.
Watch watch(const Settings& settings, std::size_t files, Fixer* fixer) {
  Watch watch;
  if (!settings.progress || files < 2) return watch;
  try {
    if (fixer == nullptr) watch.interrupts = std::make_unique<Interrupts>();
    watch.progress =
        std::make_unique<Progress>(files, fixer == nullptr ? *watch.interrupts : fixer->interrupts);
  } catch (const std::system_error&) {
  }
  return watch;
}

}  // namespace

LintedFiles lint_files(std::span<const std::string> paths, const LintRun& run,
                       std::span<const ReportTarget> targets) {
  std::optional<Fixer> fixer;
  if (run.settings.fixing != Fixing::none) fixer.emplace(roots_of(run.settings.operands));
  Job job{paths, run, targets, fixer ? &*fixer : nullptr};
  constexpr std::size_t pieces_a_job = 8;
  Queue queue;
  queue.ring.resize(pieces_a_job * run.settings.jobs);
  queue.between.resize(targets.size());
  for (auto& [path, baseline] : run.baselines) baseline.used.resize(baseline.known.entries.size());
  open_reports(targets);
  {
    const Watch shown = watch(run.settings, paths.size(), job.fixer);
    job.progress = shown.progress.get();
    work_together(queue, job);
    job.progress = nullptr;
  }
  close_reports(queue, with_findings_first(queue.kept), job);
  return std::move(queue.linted);
}

}  // namespace caveat
