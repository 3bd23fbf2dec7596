#include "cli/pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "cli/counts.hpp"
#include "cli/markdown.hpp"

namespace fs = std::filesystem;

namespace caveat {

namespace {

bool is_of_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

Labels labels_of(const PackSet& packs) {
  Labels labels;
  for (const Pack& pack : packs.packs)
    for (const ConceptDef& def : pack.concepts)
      if (!def.terms.empty()) labels.emplace(def.id.value, def.terms.front().value);
  return labels;
}

std::string pack_path(const Pack& pack) {
  return page_path(pack.name.value + "/README");
}

void append_packs(const PackSet& packs, std::string& page) {
  std::map<std::string, const Pack*> by_name;
  for (const Pack& pack : packs.packs) by_name.emplace(pack.name.value, &pack);
  page +=
      "| pack | about | evidence | facts | rules | caveats | concepts |\n"
      "|---|---|--:|--:|--:|--:|--:|\n";
  for (const PackCounts& counts : counts_of(packs, "")) {
    const auto pack = by_name.find(counts.pack);
    if (pack == by_name.end()) continue;
    page +=
        fmt::format("| [{}](<{}>) | {} | {} | {} | {} | {} | {} |\n", markdown_of(counts.pack),
                    pack_path(*pack->second), markdown_of(pack->second->description),
                    counts.evidence, counts.facts, counts.rules, counts.caveats, counts.concepts);
  }
}

void append_category(const Category& category, const std::vector<Entry>& entries,
                     std::string& page) {
  std::vector<std::string> ids;
  for (const Entry& entry : entries)
    if (entry.category == category.name) ids.push_back(entry.id);
  std::ranges::sort(ids);
  page += fmt::format("\n### {}\n\n{}\n\n", category.name, category.meaning);
  for (const std::string& id : ids)
    page += fmt::format("- [{}](<{}>)\n", markdown_of(id), page_path(id));
}

std::string index_page(const PackSet& packs, const std::vector<Entry>& entries) {
  std::string page =
      "# What caveat knows\n\nWritten by `caveat rules --pages` from the packs; do not edit.\n\n";
  append_packs(packs, page);
  page += "\n## By category\n";
  for (const Category& category : categories()) append_category(category, entries, page);
  return page;
}

/// The first of two pages with one path stays.
void add(std::set<std::string>& paths, PackPage page, std::vector<PackPage>& pages) {
  if (paths.insert(page.path).second) pages.push_back(std::move(page));
}

std::vector<Entry> entries_of_pack(const std::vector<Entry>& entries, const Pack& pack) {
  std::vector<Entry> own;
  for (const Entry& entry : entries)
    if (entry.pack == &pack) own.push_back(entry);
  return own;
}

}  // namespace

std::string page_path(std::string_view id) {
  std::string path = id.starts_with('/') ? "_" : "";
  for (const char c : id) {
    path += is_of_name(c) || c == '/' ? c : '_';
  }
  return path + ".md";
}

std::string message_of(const Entry& entry) {
  std::string_view text = entry.meaning;
  if (entry.rule != nullptr) text = entry.rule->message.value;
  if (entry.caveat != nullptr) text = entry.caveat->message;
  std::string says;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text[at] == '{' ? text.find('}', at) : text.npos;
    const std::string_view slot = text.substr(at, end == text.npos ? 0 : end - at);
    const bool is_slot = slot.size() > 1 && std::ranges::all_of(slot.substr(1), is_of_name);
    says += is_slot ? "“…”" : std::string(1, text[at]);
    at = is_slot ? end + 1 : at + 1;
  }
  return says;
}

std::string review_sentence(const Review& review) {
  std::string text = review.reviewed.empty() ? "" : "Reviewed on " + markdown_of(review.reviewed);
  if (!review.verified)
    text = "Unverified: nobody has compared this entry with its source yet, so it warns at most";
  if (!review.review_by.empty())
    text += (text.empty() ? "To" : "; to") +
            (" be looked at again by " + markdown_of(review.review_by));
  return text.empty() ? text : text + '.';
}

std::vector<PackPage> pages_of(const PackSet& packs) {
  const std::vector<Entry> entries = entries_of(packs);
  const Labels labels = labels_of(packs);
  std::set<std::string> paths;
  std::vector<PackPage> pages;
  add(paths, {"README.md", index_page(packs, entries)}, pages);
  for (const Pack& pack : packs.packs)
    add(paths, {pack_path(pack), topic_page(pack, entries_of_pack(entries, pack), labels)}, pages);
  for (const Entry& entry : entries)
    add(paths, {page_path(entry.id), rule_page(entry, labels)}, pages);
  return pages;
}

std::string write_page(const std::string& folder, const PackPage& page) {
  const fs::path path = fs::path(folder) / page.path;
  std::error_code trouble;
  fs::create_directories(path.parent_path(), trouble);
  if (trouble)
    return fmt::format("cannot make the folder of '{}': {}", path.string(), trouble.message());
  std::ofstream file(path, std::ios::binary | std::ios::trunc);
  file << page.text;
  file.close();
  return file ? "" : fmt::format("cannot write '{}'", path.string());
}

}  // namespace caveat
