// The names under which checks report: what a comment may silence. Listed from the compiled checks,
// which are all that is at hand where a document is linted.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "check/checks.hpp"

namespace caveat {

struct RuleName {
  std::string id;        ///< "kratom/efficacy"
  std::string category;  ///< "efficacy"
  Jurisdiction jurisdiction = Jurisdiction::everywhere;

  auto operator<=>(const RuleName&) const = default;
};

/// Every rule that some check can report, once, in order of its id. Mistakes in packs, bytes that
/// are no text and suppressions are reported by no check.
std::vector<RuleName> rules_in_force(const Checks& checks);

/// Indices into Names::rules.
using RuleIndices = std::vector<std::uint32_t>;

/// What can be named, and the rules that each name stands for.
struct Names {
  std::vector<RuleName> rules;
  std::unordered_map<std::string, RuleIndices> rules_of;  ///< by id, category, and "kratom/*"
  std::vector<std::string> sorted;                        ///< the keys
};

Names names_of(std::vector<RuleName> rules);

}  // namespace caveat
