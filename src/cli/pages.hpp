// The packs as pages of Markdown for readers: one for each id that a report can print, one for each
// pack, and an index. From the packs alone: no date of today, no place in a file, so that the same
// packs give the same bytes everywhere.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/catalog.hpp"
#include "pack/pack.hpp"

namespace caveat {

struct PackPage {
  std::string path;  ///< under the folder of all pages: "kratom/dependence.md"
  std::string text;
};

/// The index first, then packs, then rules; no path twice.
std::vector<PackPage> pages_of(const PackSet& packs);

/// What went wrong, or nothing.
std::string write_page(const std::string& folder, const PackPage& page);

/// "kratom/dependence.md" for "kratom/dependence", and nothing that leads out of a folder.
std::string page_path(std::string_view id);

/// How readers call a concept: its first term. Names without a term are shown as they are.
using Labels = std::map<std::string, std::string, std::less<>>;

std::string rule_page(const Entry& entry, const Labels& labels);
std::string topic_page(const Pack& pack, const std::vector<Entry>& entries, const Labels& labels);

/// Rows of evidence as a table; nothing for none.
std::string evidence_table(const std::vector<const EvidenceDef*>& rows, const Labels& labels);

/// "Compared with its source on 2026-11-22; to be looked at again by 2028-11-22."
std::string review_sentence(const Review& review);

/// What a report says of a text, with "…" for the words that it takes from there.
std::string message_of(const Entry& entry);

std::string label_of(const Labels& labels, const Text& name);

}  // namespace caveat
