// The file of a baseline: JSON, an entry a line in order, so that version control shows what was
// taken note of and merges it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/settings.hpp"
#include "lint/baseline.hpp"

namespace caveat {

/// Nothing, and a complaint, if it cannot be read or is no baseline.
std::optional<Baseline> read_baseline(const Settings& settings, std::string& complaint);

/// The path of a linted file as the baseline calls it.
std::string name_in_baseline(const Settings& settings, const std::string& path);

/// Puts `entries` in the place of those of the files `linted` (sorted) and of files that are gone;
/// others stay. All or nothing: false, and a complaint, where it cannot be written.
bool write_baseline(const Settings& settings, const Baseline& before,
                    std::vector<BaselineEntry> entries, std::span<const std::string> linted,
                    std::string& complaint);

}  // namespace caveat
