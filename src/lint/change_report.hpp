// Changes of claims as diagnostics, so that every output format can tell them. Rules
// "change/claim-strengthened" and so on, category "change"; what was said before is a note.
#pragma once

#include <string>
#include <vector>

#include "lint/claim_change.hpp"

namespace caveat {

/// "kratom on pain", in the words of the text; "pain" where no remedy is named.
std::string subject_of(const ClaimChange& change);

/// "possible -> direct", "claimed -> denied".
std::string course_of(const ClaimChange& change);

/// "evidence is very low and carries no claim"; empty where no pack has any, or it does not matter
/// since nothing is promised.
std::string evidence_of(const ClaimChange& change);

Diagnostic diagnostic_of(const ClaimChange& change, const Account& before);

}  // namespace caveat
