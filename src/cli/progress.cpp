#include "cli/progress.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>

#include "cli/output.hpp"

namespace caveat {

namespace {

constexpr auto before_first = std::chrono::seconds(1);
constexpr auto between_two = std::chrono::milliseconds(100);
/// Who holds the screen for longer waits for a reader, and has taken the line away before.
constexpr auto most_patience = std::chrono::milliseconds(200);

/// 0 if unknown.
std::size_t terminal_cells() {
  winsize size = {};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/// "caveat: [####      ] 40 of 100 files", on a terminal of so many cells; empty if there is no
/// room.
std::string progress_line(std::size_t done, std::size_t files, std::size_t cells) {
  constexpr std::size_t most_cells = 72;
  constexpr std::size_t least_bar = 10;
  const std::string before = "caveat: [";
  const std::string after = fmt::format("] {} of {} files", done, files);
  // The last cell stays free: writing it would put the cursor in the next line.
  const std::size_t room = std::min(std::max<std::size_t>(cells, 1) - 1, most_cells);
  if (room < before.size() + least_bar + after.size()) return "";
  const std::size_t bar = room - before.size() - after.size();
  const std::size_t filled = files == 0 ? 0 : bar * std::min(done, files) / files;
  return before + std::string(filled, '#') + std::string(bar - filled, ' ') + after;
}

/// The screen must be held.
void show(Progress& progress, std::string line) {
  if (line == progress.shown) return;
  print_error((progress.shown.empty() ? "" : "\r\x1B[K") + line);
  progress.shown = std::move(line);
}

void paint(Progress& progress) {
  const std::lock_guard lock(progress.screen);
  if (!progress.inside_line)
    show(progress, progress_line(progress.done, progress.files, terminal_cells()));
}

void keep_painting(const std::stop_token& stop, Progress& progress) {
  std::mutex idle;
  std::condition_variable_any stopped;
  std::unique_lock lock(idle);
  const auto wait = [&](auto time) {
    stopped.wait_for(lock, stop, time, [&] { return stop.stop_requested(); });
  };
  for (wait(before_first); !stop.stop_requested(); wait(between_two)) paint(progress);
}

/// The screen stays held, so that nothing is painted any more.
void end_now(Progress& progress) {
  if (progress.screen.try_lock_for(most_patience)) show(progress, "");
}

void at_the_end(Interrupts& interrupts, std::function<void()> what) {
  const std::lock_guard lock(interrupts.mutex);
  interrupts.at_the_end = std::move(what);
}

}  // namespace

Progress::Progress(std::size_t of_files, Interrupts& of) : files(of_files), interrupts(of) {
  at_the_end(interrupts, [this] { end_now(*this); });
  painter = std::jthread([this](const std::stop_token& stop) { keep_painting(stop, *this); });
}

Progress::~Progress() {
  painter.request_stop();
  painter.join();
  at_the_end(interrupts, nullptr);
  const std::lock_guard lock(screen);
  show(*this, "");
}

Hush::Hush(Progress* progress) {
  if (progress == nullptr) return;
  screen = std::unique_lock(progress->screen);
  show(*progress, "");
}

}  // namespace caveat
