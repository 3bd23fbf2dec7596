#include "cli/output.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include "report/report.hpp"

namespace caveat {

void print(Output& output, std::string_view bytes) {
  if (output.failure != 0 || bytes.empty()) return;
  errno = 0;
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size())
    output.failure = errno != 0 ? errno : EIO;
}

void flush(Output& output) {
  errno = 0;
  if (output.failure == 0 && std::fflush(stdout) != 0) output.failure = errno != 0 ? errno : EIO;
}

Exit finish(Output& output) {
  errno = 0;
  // A descriptor that was closed from the start is no loss if nothing was written to it.
  const bool lost = std::fflush(stdout) != 0 || std::fclose(stdout) != 0;
  if (output.failure == 0 && lost) output.failure = errno != 0 ? errno : EIO;
  if (output.failure == 0) return Exit::clean;
  complain("cannot write the output: " + std::generic_category().message(output.failure));
  return Exit::trouble;
}

void complain(std::string_view message) {
  print_error(fmt::format("caveat: {}\n", printable(message)));
}

void print_error(std::string_view bytes) {
  (void)std::fwrite(bytes.data(), 1, bytes.size(), stderr);
}

}  // namespace caveat
