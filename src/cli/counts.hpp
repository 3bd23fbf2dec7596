// How much the packs know, in numbers: each pack, and all of them together.
#pragma once

#include <string>
#include <vector>

#include "pack/pack.hpp"

namespace caveat {

struct PackCounts {
  std::string pack;
  std::size_t evidence = 0;
  std::size_t supported = 0;  ///< of the evidence: a benefit of high or moderate certainty
  std::size_t facts = 0;
  std::size_t rules = 0;
  std::size_t caveats = 0;
  std::size_t concepts = 0;
  std::size_t names = 0;       ///< searched for near misses, each spelling once
  std::size_t slips = 0;       ///< wrong names that are listed, each spelling once
  std::size_t unverified = 0;  ///< of evidence, facts, rules, caveats and terms
  std::size_t stale = 0;       ///< of these, past their `review-by`
};

/// One for each pack, by name, and one for all of them at the end: names that two packs share
/// count once there. `today` is an ISO date.
std::vector<PackCounts> counts_of(const PackSet& packs, const std::string& today);

std::string counts_table(const std::vector<PackCounts>& counts);
std::string counts_json(const std::vector<PackCounts>& counts);

/// Whether the day to look at it again is over.
bool is_stale(const Review& review, const std::string& today);

}  // namespace caveat
