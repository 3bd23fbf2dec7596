// What packs make of concepts of those that they extend. TOML has no `terms += […]`, so the two
// keys terms-add and terms-remove stand for it.
#pragma once

#include <vector>

#include "pack/check_names.hpp"
#include "pack/pack.hpp"
#include "pack/problem.hpp"

namespace caveat {

/// Changes the terms where they are defined, pack by pack in the order of `set`.
void change_concepts(PackSet& set, const std::vector<AllRead>& all_read, Problems& problems);

/// Reports that `name`, which the pack `owner` defines, is not open to changes by `pack`.
void report_not_extended(const Pack& pack, const Text& name, const std::string& owner,
                         Problems& problems);

bool extends(const Pack& pack, std::string_view other);

}  // namespace caveat
