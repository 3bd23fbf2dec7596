// The last step of a load: no later stage meets an entry that cannot work, or a name that means
// two things or none.
#pragma once

#include "pack/pack.hpp"
#include "pack/problem.hpp"

namespace caveat {

/// Removes entries that lack what makes them work, the second of two with one name, and what
/// refers to unknown concepts or in a circle. `problems` has a report on each of them.
void drop_unusable(PackSet& set, const Problems& problems);

}  // namespace caveat
