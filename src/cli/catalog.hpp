// The entries of the packs in force under the ids that reports print, for `explain` and `rules`.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.hpp"

namespace caveat {

enum class EntryKind : std::uint8_t { rule, fact, caveat, evidence, terms, built_in };

/// What can stand in the brackets of a report. A table of evidence and one of terms are an entry
/// each, under the id that the checks report. Points into the PackSet.
struct Entry {
  EntryKind kind = EntryKind::rule;
  std::string id;  ///< "kratom/dependence"
  std::string_view category;
  Severity severity = Severity::warning;  ///< the worst it reports; unverified: at most a warning
  bool disabled = false;                  ///< by an [[override]]
  std::optional<Origin> origin;           ///< nothing for built_in
  const Pack* pack = nullptr;             ///< null for built_in
  const RuleDef* rule = nullptr;          ///< of a rule or fact
  const CaveatDef* caveat = nullptr;      ///< of a caveat
  std::string_view meaning;               ///< of a table or built_in
};

std::vector<Entry> entries_of(const PackSet& packs);

const char* name_of(EntryKind kind);

/// Its severity, or "off".
const char* reported_as(const Entry& entry);

struct Category {
  std::string_view name;
  std::string_view meaning;
};

std::span<const Category> categories();
const Category* category_named(std::string_view name);

/// "rules/topics/kratom.toml:12".
std::string place_in_pack(const PackSet& packs, const Origin& origin);

}  // namespace caveat
