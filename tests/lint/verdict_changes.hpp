// What can be done to a claim, and what that makes of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lint/verdict_claims.hpp"

namespace caveat::verdict {

/// What words around a claim leave of it.
struct Stance {
  Strength cap = Strength::absolute;
  bool denied = false;
  bool certain = false;  ///< says itself that it is uncertain
};

enum class Kind { plain, negated, asked, quoted, hedged, attributed, reported, unchanged };

/// `words` is a sentence with holes, see the .cpp.
struct Change {
  Kind kind;
  Stance stance;
  const char* words;
};

const char* name_of(Kind kind);

extern const std::vector<Change> changes;

/// The changed text, with its marks; nothing where the claim has no part that a hole asks for.
std::optional<std::string> change(const Saying& claim, const Change& change);

/// `severity rule` of what the table of DESIGN says of such a claim; "-": nothing.
std::string verdict_on(const Saying& claim, const Stance& stance);

}  // namespace caveat::verdict
