// What --fix, --fix-unsafe and --diff make of one file.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "cli/interrupts.hpp"
#include "cli/settings.hpp"
#include "fix/fix.hpp"

namespace caveat {

/// What all files share that may be written.
struct Fixer {
  explicit Fixer(std::vector<std::string> folders) : roots(std::move(folders)) {}

  std::vector<std::string> roots;  ///< see inside.hpp
  Interrupts interrupts;
};

struct FixedFile {
  std::optional<FixedSource> written;  ///< what is to be reported; nothing: the file as it was read
  std::string text;                    ///< to print: a patch, or standard input as it is fixed
  std::size_t fixed = 0;
  std::string complaint;  ///< why it was not written
  bool stale = false;     ///< because it changed meanwhile
};

/// `found` is what `lint` finds in the source.
FixedFile fix_file(const std::string& path, const Source& source, std::span<const Diagnostic> found,
                   const Settings& settings, Fixer& fixer, const Lint& lint);

/// Whether standard output is for the report, and not for patches or a text.
bool prints_report(const Settings& settings);

/// A complaint about what must not even be read to be fixed: a pipe would be empty afterwards, and
/// may never end.
std::string never_fixed(const std::string& path);

}  // namespace caveat
