#include "cli/lint_files.hpp"

#include <fmt/format.h>

#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

#include "cli/input.hpp"

namespace caveat {

namespace {

/// What is left of a file once it is linted.
struct Piece {
  std::string text;
  Counts counts;
  std::string complaint;  ///< empty if the file was read
  bool ready = false;
};

struct Job {
  std::span<const std::string> paths;
  const Settings& settings;
  const RuleSet& rules;
  Output& output;
};

/// Shared by the threads; everything is guarded by `mutex`. Pieces wait in a ring: the file at
/// index i has the slot i % size, and none is taken before its slot is free.
struct Queue {
  std::mutex mutex;
  std::condition_variable moved;
  std::vector<Piece> ring;
  std::size_t next = 0;  ///< the file to take next
  std::size_t due = 0;   ///< the file to print next
  std::string_view between;
  LintedFiles linted;
};

Piece lint_one(const std::string& path, const Job& job, Desk& desk) {
  const Settings& settings = job.settings;
  Piece piece;
  const auto input = read_input(path, settings, piece.complaint);
  if (!input) return piece;
  const LintOptions options = {input->format, settings.require_reason, settings.profile};
  const FileReport file{&input->source, lint(input->source, job.rules, desk, options)};
  piece.counts = count(std::span(&file, 1));
  if (!file.diagnostics.empty()) settings.reporter.file(file, settings.output_style, piece.text);
  return piece;
}

/// Running out of memory on one file is trouble with that file, not the end of the run.
Piece lint_safely(const std::string& path, const Job& job, DeskPtr& desk) {
  try {
    return lint_one(path, job, *desk);
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
  if (job.output.failure != 0 || queue.next == job.paths.size()) return std::nullopt;
  return queue.next++;
}

void print_piece(Queue& queue, const Piece& piece, const Job& job) {
  if (!piece.text.empty()) {
    print(job.output, queue.between);
    print(job.output, piece.text);
    queue.between = job.settings.reporter.between;
  }
  queue.linted.counts += piece.counts;
  if (piece.complaint.empty()) return;
  ++queue.linted.unread;
  complain(piece.complaint);
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
  while (const auto index = take(queue, job))
    hand_in(queue, *index, lint_safely(job.paths[*index], job, desk), job);
}

/// This thread works too, so fewer threads than asked for is slower and nothing else.
void work_together(Queue& queue, const Job& job) {
  std::vector<std::jthread> others;
  const std::size_t wanted = std::min<std::size_t>(job.settings.jobs, job.paths.size());
  try {
    while (others.size() + 1 < wanted) others.emplace_back([&] { work(queue, job); });
  } catch (const std::system_error&) {
  }
  work(queue, job);
}

}  // namespace

LintedFiles lint_files(std::span<const std::string> paths, const Settings& settings,
                       const RuleSet& rules, Output& output) {
  const Job job{paths, settings, rules, output};
  constexpr std::size_t pieces_a_job = 8;
  Queue queue;
  queue.ring.resize(pieces_a_job * settings.jobs);
  std::string edge;
  settings.reporter.open(settings.output_style, edge);
  print(output, edge);
  work_together(queue, job);
  edge.clear();
  settings.reporter.close(queue.linted.counts, edge);
  print(output, edge);
  return queue.linted;
}

}  // namespace caveat
