// Where bytes leave caveat. A report that did not arrive must never look like a clean one, so every
// write is checked and the first failure is kept until the end.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

namespace caveat {

/// Exit status; the greater dominates.
enum class Exit : int { clean = 0, findings = 1, trouble = 2 };

constexpr Exit worse(Exit a, Exit b) {
  return a < b ? b : a;
}

/// Standard output, or a file that was opened.
struct Output {
  std::FILE* stream = stdout;
  std::string name = "the output";  ///< for complaints
  int failure = 0;                  ///< errno of the first failure
};

/// A file for a report, emptied. What cannot be opened fails like what cannot be written.
Output open_output(const std::string& path);

void print(Output& output, std::string_view bytes);

/// What was printed reaches whoever reads it now.
void flush(Output& output);

/// Flushes and closes; trouble, said on standard error, if anything was lost on the way.
Exit finish(Output& output);

/// "caveat: message" on standard error, made printable.
void complain(std::string_view message);

/// As they are, on standard error.
void print_error(std::string_view bytes);

}  // namespace caveat
