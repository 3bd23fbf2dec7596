// Old findings that a project has taken note of, so that only new ones are told. An entry is about
// a rule and a sentence (Diagnostic::identity), in a file, so many times: no line number, so that
// edits elsewhere, reflow and other headings disturb nothing. Turned down: a count for each rule
// and file (as ESLint's), which tells all of them when one is added.
//
// A renamed file is known by what it says: one that the baseline does not know takes over the
// entries of a file that is gone if it has half of its findings. Turned down: letting an entry hold
// in any file, which would silence a missing caveat everywhere.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"

namespace caveat {

struct BaselineEntry {
  std::string file;  ///< from the folder of the baseline, with '/'
  std::string rule;
  std::uint64_t identity = 0;
  std::size_t count = 1;
  std::string words;  ///< in question, for who reads the baseline; not looked at

  auto operator<=>(const BaselineEntry&) const = default;
};

struct Baseline {
  std::vector<BaselineEntry> entries;  ///< sorted
  std::vector<std::string> gone;       ///< files that it names and that are not there, sorted
};

/// What one file used of a baseline: of the entries from `first` on so many each.
struct BaselineUse {
  std::size_t first = 0;
  std::vector<std::size_t> counts;
  std::size_t silenced = 0;  ///< findings
};

/// Takes out what the baseline has; `file` as in the entries.
BaselineUse drop_known(const Baseline& baseline, std::string_view file,
                       std::vector<Diagnostic>& diagnostics);

/// The entries that the findings of a file make.
std::vector<BaselineEntry> entries_of(std::string_view file, std::string_view bytes,
                                      std::span<const Diagnostic> diagnostics);

/// Entries with something left over, by what all files used together, one number each. Only files
/// that were looked at count (`linted`, sorted), and those that are gone.
std::vector<BaselineEntry> stale_of(const Baseline& baseline, const std::vector<std::size_t>& used,
                                    std::span<const std::string> linted);

}  // namespace caveat
