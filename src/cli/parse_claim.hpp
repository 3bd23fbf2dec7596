// How caveat parse tells a claim: from its bare words step by step to its strength, then what is
// known of it.
//   claim    active: mint / ease / cough
//              direct       "ease" by itself (concept ease)
//              possible     "may": at most possible (scope possible)
//              = possible   positive
#pragma once

#include <string>

#include "cli/styled.hpp"
#include "lint/describe.hpp"

namespace caveat {

/// The name of a strength, in a colour between dim and red.
Piece strong(Strength strength);

/// "at most possible, negates": what a scope does to a claim.
Pieces says_of(const ScopeCode& scope);

void append_claim(const ClaimFact& claim, Color color, std::string& page);

}  // namespace caveat
