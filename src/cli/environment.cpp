#include "cli/environment.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <system_error>
#include <thread>

namespace fs = std::filesystem;

namespace caveat {

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// Today, or the day of SOURCE_DATE_EPOCH, which makes a run repeatable.
std::string iso_date() {
  const std::string epoch = variable("SOURCE_DATE_EPOCH");
  const std::time_t seconds =
      epoch.empty() ? std::time(nullptr) : static_cast<std::time_t>(std::atoll(epoch.c_str()));
  std::tm day{};
  gmtime_r(&seconds, &day);
  char text[16] = {};
  const auto size = std::strftime(text, sizeof text, "%Y-%m-%d", &day);
  return std::string(text, size);
}

/// The nearest folder that holds ".git", a folder or (in a linked work tree) a file.
std::string work_tree_of(const fs::path& folder) {
  std::error_code unknown;
  for (fs::path at = folder; !at.empty(); at = at.parent_path()) {
    if (fs::exists(at / ".git", unknown)) return at.string();
    if (at == at.root_path()) break;
  }
  return folder.string();
}

}  // namespace

Environment read_environment() {
  Environment environment;
  environment.output_is_terminal = isatty(STDOUT_FILENO) == 1;
  environment.error_is_terminal = isatty(STDERR_FILENO) == 1;
  environment.term = variable("TERM");
  environment.ci = variable("CI");
  environment.pre_commit = variable("PRE_COMMIT");
  environment.no_color = variable("NO_COLOR");
  environment.clicolor_force = variable("CLICOLOR_FORCE");
  environment.force_color = variable("FORCE_COLOR");
  environment.today = iso_date();
  std::error_code gone;
  environment.folder = fs::current_path(gone).string();
  environment.root = work_tree_of(environment.folder);
  environment.now = std::time(nullptr);
  environment.cores = std::max(1U, std::thread::hardware_concurrency());
  return environment;
}

void guard_standard_streams() {
  std::signal(SIGPIPE, SIG_IGN);
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor)
    if (fcntl(descriptor, F_GETFD) == -1)
      (void)open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

}  // namespace caveat
