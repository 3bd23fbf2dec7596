#include "lint/baseline.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace caveat {

namespace {

/// Indices [begin, end) into Baseline::entries.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Range entries_in(const Baseline& baseline, std::string_view file) {
  const auto found = std::ranges::equal_range(baseline.entries, file, {}, &BaselineEntry::file);
  const auto index = [&](auto at) {
    return static_cast<std::size_t>(at - baseline.entries.begin());
  };
  return {index(found.begin()), index(found.end())};
}

bool is_about(const BaselineEntry& entry, const Diagnostic& diagnostic) {
  return entry.identity == diagnostic.identity && entry.rule == diagnostic.rule;
}

/// The use of the entries in `range` that the findings make, and which of these are known.
BaselineUse use_of(const Baseline& baseline, Range range, std::span<const Diagnostic> diagnostics,
                   std::vector<bool>& known) {
  BaselineUse use{range.begin, std::vector<std::size_t>(range.end - range.begin), 0};
  known.assign(diagnostics.size(), false);
  for (std::size_t i = 0; i < diagnostics.size(); ++i) {
    for (std::size_t at = range.begin; at < range.end && !known[i]; ++at) {
      const auto& entry = baseline.entries[at];
      auto& used = use.counts[at - range.begin];
      if (!is_about(entry, diagnostics[i]) || used == entry.count) continue;
      known[i] = true;
      ++used;
      ++use.silenced;
    }
  }
  return use;
}

/// How much of the text that a file held is in the findings. Missing caveats tell nothing: many
/// texts lack the same.
std::size_t likeness(const Baseline& baseline, Range range,
                     std::span<const Diagnostic> diagnostics) {
  std::size_t alike = 0;
  for (auto at = range.begin; at < range.end; ++at)
    alike += static_cast<std::size_t>(std::ranges::any_of(diagnostics, [&](const auto& found) {
      return found.category != "caveat" && is_about(baseline.entries[at], found);
    }));
  return alike;
}

/// The entries of the file that this one was called before, or none.
Range renamed_from(const Baseline& baseline, std::span<const Diagnostic> diagnostics) {
  Range best;
  std::size_t most = 0;
  for (const std::string& file : baseline.gone) {
    const Range range = entries_in(baseline, file);
    const std::size_t alike = likeness(baseline, range, diagnostics);
    if (alike <= most || 2 * alike < std::min(range.end - range.begin, diagnostics.size()))
      continue;
    most = alike;
    best = range;
  }
  return best;
}

}  // namespace

BaselineUse drop_known(const Baseline& baseline, std::string_view file,
                       std::vector<Diagnostic>& diagnostics) {
  Range range = entries_in(baseline, file);
  if (range.begin == range.end) range = renamed_from(baseline, diagnostics);
  if (range.begin == range.end) return {};
  std::vector<bool> known;
  const BaselineUse use = use_of(baseline, range, diagnostics, known);
  std::size_t at = 0;
  std::erase_if(diagnostics, [&](const Diagnostic&) { return known[at++]; });
  return use;
}

std::vector<BaselineEntry> entries_of(std::string_view file, std::string_view bytes,
                                      std::span<const Diagnostic> diagnostics) {
  std::map<std::pair<std::string_view, std::uint64_t>, BaselineEntry> entries;
  for (const Diagnostic& found : diagnostics) {
    auto& entry = entries[{found.rule, found.identity}];
    if (!entry.rule.empty()) {
      ++entry.count;
      continue;
    }
    const auto words = bytes.substr(found.span.begin, size(found.span));
    entry = {std::string(file), found.rule, found.identity, 1, std::string(words)};
  }
  std::vector<BaselineEntry> sorted;
  for (auto& [key, entry] : entries) sorted.push_back(std::move(entry));
  return sorted;
}

std::vector<BaselineEntry> stale_of(const Baseline& baseline, const std::vector<std::size_t>& used,
                                    std::span<const std::string> linted) {
  std::vector<BaselineEntry> stale;
  for (std::size_t at = 0; at < baseline.entries.size(); ++at) {
    const auto& entry = baseline.entries[at];
    const bool judged = std::ranges::binary_search(linted, entry.file) ||
                        std::ranges::binary_search(baseline.gone, entry.file);
    const std::size_t left = entry.count - used[at];
    if (!judged || left == 0) continue;
    stale.push_back(entry);
    stale.back().count = left;
  }
  return stale;
}

}  // namespace caveat
