#include "cli/only_changed.hpp"

#include <filesystem>
#include <map>
#include <mutex>
#include <system_error>
#include <utility>

#include "cli/checkout.hpp"
#include "cli/files.hpp"
#include "lint/touched.hpp"

namespace caveat {

struct ChangedTexts {
  Checkout checkout;
  std::map<std::string, FileChange> by_path;  ///< in the repository
  std::mutex reading;
};

namespace {

const FileChange* change_of(const ChangedTexts& texts, const std::string& path) {
  std::string outside;
  const auto inside = path_in(texts.checkout, path, outside);
  const auto change = inside ? texts.by_path.find(*inside) : texts.by_path.end();
  return change == texts.by_path.end() ? nullptr : &change->second;
}

std::optional<std::string> old_bytes(ChangedTexts& texts, const FileChange& change,
                                     const Settings& settings, std::string& complaint) {
  const std::lock_guard lock(texts.reading);
  return read_blob(*texts.checkout.repository, change.old_id, settings.max_file_size, complaint);
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

}  // namespace

void ChangedTextsDeleter::operator()(ChangedTexts* texts) const {
  delete texts;
}

ChangedTextsPtr find_changed_texts(const Settings& settings, std::string& complaint) {
  const Comparison comparison = since(settings.only_changed, complaint);
  if (!complaint.empty()) return nullptr;
  auto checkout = open_checkout(settings.operands, complaint);
  if (!checkout) return nullptr;
  auto changes = changes_in(*checkout, comparison, complaint);
  if (!changes) return nullptr;
  ChangedTextsPtr texts(new ChangedTexts{std::move(*checkout), {}, {}});
  for (FileChange& change : *changes)
    if (!change.new_path.empty()) texts->by_path.emplace(change.new_path, std::move(change));
  return texts;
}

std::vector<std::string> only_changed(const ChangedTexts& texts,
                                      const std::vector<std::string>& paths, bool all,
                                      std::vector<std::string>& complaints) {
  std::vector<std::string> changed;
  for (const std::string& path : paths) {
    std::error_code unknown;
    std::string complaint;
    const bool told_later = path == "-" || !std::filesystem::exists(path, unknown);
    const auto inside = path_in(texts.checkout, path, complaint);
    if (told_later || (inside && texts.by_path.contains(*inside)))
      changed.push_back(path);
    else if (!inside)
      complaints.push_back(complaint);
  }
  if (!all) return changed;
  for (const auto& [path, change] : texts.by_path)
    if (is_text(path)) changed.push_back(path_from_here(texts.checkout, path));
  return changed;
}

Findings lint_changed(ChangedTexts& texts, const Input& input, const FilePlan& plan, Desk& desk,
                      std::string& complaint) {
  const auto options = [&](const Input& text) { return options_of(plan, *text.format); };
  const RuleSet& rules = *plan.rules;
  const FileChange* change = change_of(texts, input.source.path);
  if (change == nullptr || change->old_path.empty())
    return findings_of(input.source, rules, desk, options(input));
  auto bytes = old_bytes(texts, *change, plan.settings, complaint);
  if (!bytes) return findings_of(input.source, rules, desk, options(input));
  const auto lines = changed_lines(*bytes, input.source.bytes);
  const Input old = make_input(change->old_path, std::move(*bytes), plan.settings);
  const auto before = findings_of(old.source, rules, desk, options(old));
  return touched_by(lines, input.source, read(input.source, rules, desk, options(input)), before);
}

}  // namespace caveat
