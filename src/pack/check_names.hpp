// The names of all packs against each other: what is defined twice, what means two things, what is
// referred to and not there. Everything that one table alone can tell is checked by its reader.
#pragma once

#include <string>
#include <vector>

#include "pack/pack.hpp"
#include "pack/problem.hpp"

namespace caveat {

/// Whether all that a pack may refer to has been read. When it has not, a name that is nowhere to
/// be found is no mistake of this pack's.
enum class AllRead : bool { no, yes };

/// `all_read` has one element for each pack. The packs are in the order of `requires`: of two
/// uses of a name the mistake is the later one.
void check_names(const PackSet& set, const std::vector<AllRead>& all_read, Problems& problems);

/// "a" -> "b" -> "a"
std::string cycle_text(const std::vector<std::string>& names);

/// A note on the earlier of two places that exclude each other.
Note note_on(const PackSet& set, Origin earlier, Origin here, const std::string& what);

}  // namespace caveat
