// Packs and the packs that they require.
#pragma once

#include <vector>

#include "pack/check_names.hpp"
#include "pack/pack.hpp"
#include "pack/problem.hpp"

namespace caveat {

/// Puts each pack after those it requires or extends, and `all_read` with it; otherwise packs keep
/// their order. A pack that requires one that is not there is not all_read.
void order_packs(PackSet& set, std::vector<AllRead>& all_read, Problems& problems);

}  // namespace caveat
