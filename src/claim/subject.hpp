// Whom a claim speaks of. A form may name its intervention or stand a word for it ("it", "which",
// "this herb"), or leave it out ("…, easing pain"): then it is what the text spoke of last. Chosen:
// the subject comes first and is taken up again (centering: Grosz, Joshi, Weinstein 1995), so the
// first name of the nearest clause or sentence counts. Rejected: the nearest name, which is as
// often the object ("kratom rivals aspirin. It eases pain").
#pragma once

#include <cstdint>

#include "claim/claim.hpp"

namespace caveat {

/// The token of the name: in the form's own slot, else before token `before` of the sentence, else
/// in the sentences before, else what the document is about. no_id when nothing is.
std::uint32_t subject_of(const ClaimReader& reader, const Match& match, std::uint32_t before);

}  // namespace caveat
