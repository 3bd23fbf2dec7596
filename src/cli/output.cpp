#include "cli/output.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <system_error>

#include "report/report.hpp"

namespace caveat {

Output open_output(const std::string& path) {
  errno = 0;
  Output output{std::fopen(path.c_str(), "we"), fmt::format("'{}'", path)};
  if (output.stream == nullptr) output.failure = errno != 0 ? errno : EIO;
  return output;
}

void print(Output& output, std::string_view bytes) {
  if (output.failure != 0 || bytes.empty()) return;
  errno = 0;
  if (std::fwrite(bytes.data(), 1, bytes.size(), output.stream) != bytes.size())
    output.failure = errno != 0 ? errno : EIO;
}

void flush(Output& output) {
  errno = 0;
  if (output.failure == 0 && std::fflush(output.stream) != 0)
    output.failure = errno != 0 ? errno : EIO;
}

Exit finish(Output& output) {
  errno = 0;
  // A descriptor that was closed from the start is no loss if nothing was written to it.
  const bool lost = output.stream != nullptr &&
                    (std::fflush(output.stream) != 0 || std::fclose(output.stream) != 0);
  if (output.failure == 0 && lost) output.failure = errno != 0 ? errno : EIO;
  if (output.failure == 0) return Exit::clean;
  complain(fmt::format("cannot write {}: {}", output.name,
                       std::generic_category().message(output.failure)));
  return Exit::trouble;
}

void complain(std::string_view message) {
  print_error(fmt::format("caveat: {}\n", printable(message)));
}

void print_error(std::string_view bytes) {
  (void)std::fwrite(bytes.data(), 1, bytes.size(), stderr);
}

}  // namespace caveat
