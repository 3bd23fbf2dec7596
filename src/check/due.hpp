// What of the checks a document can meet at all. Most pages name no remedy that any pack doubts,
// and most rules speak of one: asked once for a document, that spares its sentences the matcher,
// their clauses and their scopes.
#pragma once

#include <cstdint>
#include <vector>

#include "check/checks.hpp"
#include "claim/document.hpp"
#include "grammar/match.hpp"

namespace caveat {

/// Indices into the checks, in their order.
struct Due {
  std::vector<std::uint32_t> rules;    ///< whose topics are named at least once
  std::vector<std::uint32_t> caveats;  ///< whose topics the document is about
  bool claims = false;                 ///< it names an intervention with evidence, or a remedy
  bool compounds = false;              ///< it names a remedy whose main compound can be told
};

/// Clears and fills `due`; what tells the law of another jurisdiction than those `on` is not due.
void find_due(const Checks& checks, const Document& document, Jurisdictions on, Due& due);

/// Whether some of it can match in the matcher's sentence.
bool can_meet(const Due& due, const Checks& checks, const Program& program, const Matcher& matcher);

}  // namespace caveat
