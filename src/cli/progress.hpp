// How far a long run is: one line at the bottom of a terminal, on standard error. Whoever prints
// takes it away first, so no byte of a report ever stands in the same line with it, and what
// arrives on standard output is the same with and without. Rejected: to paint it between two files
// by the thread that prints, which would stand still for as long as one file takes.
#pragma once

#include <atomic>
#include <cstddef>
#include <mutex>
#include <string>
#include <thread>

#include "cli/interrupts.hpp"

namespace caveat {

/// Shown from a second after its start to its end, also where that is a signal. `interrupts` are
/// those of the run and outlive it.
struct Progress {
  Progress(std::size_t of_files, Interrupts& of);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();

  const std::size_t files;
  Interrupts& interrupts;
  std::atomic<std::size_t> done = 0;
  std::timed_mutex screen;   ///< held by who writes to the terminal
  std::string shown;         ///< empty: nothing; guarded by `screen`, as the next
  bool inside_line = false;  ///< the cursor stands behind a report that has not ended its line
  std::jthread painter;
};

/// Held while something else is printed: the line is gone, and stays away. A null pointer is a run
/// without one.
struct Hush {
  explicit Hush(Progress* progress);

  std::unique_lock<std::timed_mutex> screen;
};

}  // namespace caveat
