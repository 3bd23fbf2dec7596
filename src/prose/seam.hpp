// Pages whose markup was lost run a heading into the sentence under it: "Don't Smoke Smoking
// injures vessels", "Side effects Nausea is common". No stop tells where it ends, and a claim read
// across it is nobody's. A seam is a capital before small words, where what stands before it, up to
// the start of the sentence, is a heading: a label of the language, or words in title case, of
// which the capital takes one up again or after which it opens a sentence as few names go on
// ("The", "You"). Rejected: every capital after title case, which cuts names ("South America
// obtains").
#pragma once

#include <cstdint>
#include <vector>

#include "prose/scan.hpp"
#include "prose/token.hpp"

namespace caveat {

/// The token of [first, last) that follows a heading without a stop, or `first` if none does.
std::uint32_t find_seam(const Scan& scan, const std::vector<Token>& tokens, std::uint32_t first,
                        std::uint32_t last);

}  // namespace caveat
