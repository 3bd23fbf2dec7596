// The entries of the packs in force under the ids that reports print, for `explain` and `rules`.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pack/pack.hpp"

namespace caveat {

/// A rule, a fact or a caveat. Points into the PackSet.
struct Entry {
  std::string id;  ///< "kratom/dependence"
  std::string_view kind;
  std::string_view category;
  Severity severity = Severity::warning;  ///< as reported: unverified entries speak no louder
  const Review* review = nullptr;
  Origin origin;
  const RuleDef* rule = nullptr;  ///< either this or
  const CaveatDef* caveat = nullptr;
};

std::vector<Entry> entries_of(const PackSet& packs);

struct Category {
  std::string_view name;
  std::string_view meaning;
};

std::span<const Category> categories();
const Category* category_named(std::string_view name);

/// "rules/topics/kratom.toml:12".
std::string place_in_pack(const PackSet& packs, const Origin& origin);

}  // namespace caveat
