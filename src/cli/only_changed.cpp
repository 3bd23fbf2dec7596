#include "cli/only_changed.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <mutex>
#include <system_error>
#include <utility>

#include "cli/checkout.hpp"
#include "cli/files.hpp"
#include "git/read_patch.hpp"
#include "lint/touched.hpp"

namespace caveat {

struct ChangedTexts {
  Checkout checkout;  ///< without a repository where a patch is all there is
  std::map<std::string, FileChange> by_path;  ///< in the repository
  std::map<std::string, FilePatch> patches;   ///< likewise; none with by_path
  std::mutex reading;
};

namespace {

constexpr std::uint64_t largest_patch = std::uint64_t{1} << 30;  ///< bytes

/// What a file held before; nothing: it is new, or nobody knows, and then with a complaint.
struct Before {
  std::string path;
  std::optional<std::string> bytes;
};

Before before_change(ChangedTexts& texts, const std::string& inside, const Settings& settings,
                     std::string& complaint) {
  const auto found = texts.by_path.find(inside);
  if (found == texts.by_path.end() || found->second.old_path.empty()) return {};
  const FileChange& change = found->second;
  const std::lock_guard lock(texts.reading);
  return {change.old_path,
          read_blob(*texts.checkout.repository, change.old_id, settings.max_file_size, complaint)};
}

Before before_patch_of(const ChangedTexts& texts, const std::string& inside, const Source& source,
                       std::string& complaint) {
  const auto found = texts.patches.find(inside);
  if (found == texts.patches.end() || found->second.old_path.empty() || found->second.binary)
    return {};
  Before before{found->second.old_path, before_patch(found->second, source.bytes)};
  if (!before.bytes)
    complaint = fmt::format(
        "'{}' is not what the patch of --diff-base makes of it; check out the commit that the "
        "patch "
        "leads to",
        source.path);
  return before;
}

bool has_change(const ChangedTexts& texts, const std::string& inside) {
  return texts.by_path.contains(inside) || texts.patches.contains(inside);
}

std::vector<std::string> texts_in(const ChangedTexts& texts) {
  std::vector<std::string> paths;
  const auto add = [&](const auto& changed) {
    for (const auto& [path, change] : changed)
      if (is_text(path)) paths.push_back(path_from_here(texts.checkout, path));
  };
  add(texts.by_path);
  add(texts.patches);
  return paths;
}

/// The other side is always the work tree, since that is what is linted.
Comparison since(const std::string& revision, std::string& complaint) {
  Comparison comparison = comparison_of(revision);
  const bool parted = comparison.merge_base && revision.ends_with("...");
  if (comparison.with == Comparison::With::revision && !parted)
    complaint = "--only-changed takes one revision, or 'REV...' for where HEAD parted from it";
  comparison.with = Comparison::With::work_tree;
  comparison.to.clear();
  return comparison;
}

/// Null, and a complaint, for what is no patch.
ChangedTextsPtr texts_of_patch(const Settings& settings, std::string& complaint) {
  const auto bytes = settings.diff_base == "-"
                         ? read_standard_input(largest_patch, complaint)
                         : read_file(settings.diff_base, largest_patch, complaint);
  if (!bytes) return nullptr;
  auto files = read_patch(*bytes, complaint);
  if (!files) {
    const std::string name = settings.diff_base == "-" ? "standard input" : settings.diff_base;
    complaint = fmt::format("cannot read the patch '{}': {}", name, complaint);
    return nullptr;
  }
  ChangedTextsPtr texts(new ChangedTexts{{nullptr, settings.root}, {}, {}, {}});
  for (FilePatch& file : *files)
    if (!file.new_path.empty()) texts->patches.emplace(file.new_path, std::move(file));
  return texts;
}

}  // namespace

void ChangedTextsDeleter::operator()(ChangedTexts* texts) const {
  delete texts;
}

ChangedTextsPtr find_changed_texts(const Settings& settings, std::string& complaint) {
  if (!settings.diff_base.empty()) return texts_of_patch(settings, complaint);
  const Comparison comparison = since(settings.only_changed, complaint);
  if (!complaint.empty()) return nullptr;
  auto checkout = open_checkout(settings.operands, complaint);
  if (!checkout) return nullptr;
  auto changes = changes_in(*checkout, comparison, complaint);
  if (!changes) return nullptr;
  ChangedTextsPtr texts(new ChangedTexts{std::move(*checkout), {}, {}, {}});
  for (FileChange& change : *changes)
    if (!change.new_path.empty()) texts->by_path.emplace(change.new_path, std::move(change));
  return texts;
}

std::vector<std::string> only_changed(const ChangedTexts& texts,
                                      const std::vector<std::string>& paths, bool all,
                                      std::vector<std::string>& complaints) {
  std::vector<std::string> changed;
  std::error_code unknown;
  for (const std::string& path : paths) {
    std::string complaint;
    const bool told_later = path == "-" || !std::filesystem::exists(path, unknown);
    const auto inside = path_in(texts.checkout, path, complaint);
    if (told_later || (inside && has_change(texts, *inside)))
      changed.push_back(path);
    else if (!inside)
      complaints.push_back(complaint);
  }
  const auto whole = texts_in(texts);
  if (all) changed.insert(changed.end(), whole.begin(), whole.end());
  if (all || texts.patches.empty()) return changed;
  for (const std::string& path : whole)
    if (!std::filesystem::exists(path, unknown))
      complaints.push_back(fmt::format("the patch changes '{}', which is not here", path));
  return changed;
}

Findings lint_changed(ChangedTexts& texts, const Input& input, const FilePlan& plan, Desk& desk,
                      std::string& complaint) {
  const auto options = [&](const Input& text) { return options_of(plan, *text.format); };
  const RuleSet& rules = *plan.rules;
  std::string outside;
  const std::string inside = path_in(texts.checkout, input.source.path, outside).value_or("");
  Before before = texts.patches.empty() ? before_change(texts, inside, plan.settings, complaint)
                                        : before_patch_of(texts, inside, input.source, complaint);
  if (!before.bytes) return findings_of(input.source, rules, desk, options(input));
  const auto lines = changed_lines(*before.bytes, input.source.bytes);
  const Input old = make_input(before.path, std::move(*before.bytes), plan.settings);
  const auto found = findings_of(old.source, rules, desk, options(old));
  return touched_by(lines, input.source, read(input.source, rules, desk, options(input)), found);
}

}  // namespace caveat
