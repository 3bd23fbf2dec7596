#include "cli/interrupts.hpp"

#include <array>

namespace caveat {

namespace {

/// Tells the watcher that the work is done.
constexpr int done = SIGUSR2;

/// What is ignored (nohup) stays ignored.
sigset_t watched() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : std::array{SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action = {};
    sigaction(signal, nullptr, &action);
    if (action.sa_handler != SIG_IGN) sigaddset(&set, signal);
  }
  sigaddset(&set, done);
  return set;
}

/// Ends the program by the signal that asked for it.
void end_by(int signal, Interrupts& interrupts) {
  std::unique_lock lock(interrupts.mutex);
  interrupts.ending = true;
  interrupts.moved.wait(lock, [&] { return interrupts.writing == 0; });
  if (interrupts.at_the_end) interrupts.at_the_end();
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal);
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  raise(signal);
}

void watch(const std::stop_token& stop, const sigset_t& set, Interrupts& interrupts) {
  while (!stop.stop_requested()) {
    int signal = 0;
    if (sigwait(&set, &signal) == 0 && signal != done) end_by(signal, interrupts);
  }
}

}  // namespace

Interrupts::Interrupts() {
  const sigset_t set = watched();
  pthread_sigmask(SIG_BLOCK, &set, &before);
  watcher = std::jthread([this, set](const std::stop_token& stop) { watch(stop, set, *this); });
}

Interrupts::~Interrupts() {
  watcher.request_stop();
  pthread_kill(watcher.native_handle(), done);
  watcher.join();
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}

Writing::Writing(Interrupts& of) : interrupts(of) {
  std::unique_lock lock(interrupts.mutex);
  interrupts.moved.wait(lock, [&] { return !interrupts.ending; });
  ++interrupts.writing;
}

Writing::~Writing() {
  const std::lock_guard lock(interrupts.mutex);
  --interrupts.writing;
  interrupts.moved.notify_all();
}

}  // namespace caveat
