// SIGINT, SIGTERM and SIGHUP while files are written or a line shows how far the run is: they wait
// until no file is half written, at most a moment, and then end the program as they always do,
// without temporary files behind.
// Rejected: a handler that unlinks, which needs names in global memory.
#pragma once

#include <signal.h>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace caveat {

/// From its start to its end; the threads that write must be started in between, by the thread
/// that started it.
struct Interrupts {
  Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;
  ~Interrupts();

  std::mutex mutex;
  std::condition_variable moved;
  unsigned writing = 0;                        ///< threads that hold a Writing
  bool ending = false;                         ///< nobody starts to write any more
  std::function<void()> at_the_end = nullptr;  ///< for the terminal, if anything; must not wait
  sigset_t before = {};                        ///< what this thread had blocked
  std::jthread watcher;
};

/// Held while a file is written.
struct Writing {
  explicit Writing(Interrupts& of);
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;
  ~Writing();

  Interrupts& interrupts;
};

}  // namespace caveat
