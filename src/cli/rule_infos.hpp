// What reports that list rules say of them, from the packs in force.
#pragma once

#include <vector>

#include "pack/pack.hpp"
#include "report/report.hpp"

namespace caveat {

/// Every id that can stand in a report, once, in order of id. Empty where no packs were read.
std::vector<RuleInfo> rule_infos(const PackSet& packs);

}  // namespace caveat
