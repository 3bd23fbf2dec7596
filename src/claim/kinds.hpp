// What a claim is in the eyes of those who regulate what is sold: said of a supplement or food, and
// neither denied nor doubted, it may be more than its seller is free to say.
#pragma once

#include "claim/claim.hpp"
#include "pack/jurisdiction.hpp"

namespace caveat {

/// Of one listed outcome of a claim; 0 where it is of no supplement or food, or claims nothing that
/// a law looks at. Under the matcher stands the sentence of the claim.
Kinds kinds_of(const ClaimReader& reader, const Claim& claim, const Capture& outcome);

}  // namespace caveat
