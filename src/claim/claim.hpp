// What a match of a form says: who does what to what, how strongly, and whether it is denied.
// Tokens of the document; a claim owns nothing.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "claim/document.hpp"
#include "claim/forms.hpp"
#include "grammar/find.hpp"
#include "grammar/scope.hpp"

namespace caveat {

/// One sentence, under the matcher and marked, and all that is needed to read it.
struct ClaimReader {
  const Forms& forms;
  const ScopeSet& scopes;
  const Program& program;
  const Lexicon& lexicon;
  const Document& document;
  Matcher& matcher;
  std::uint32_t sentence = 0;
};

struct Claim {
  const ClaimCode* form = nullptr;
  std::uint32_t begin = 0;  ///< tokens of all that is asserted
  std::uint32_t end = 0;
  Capture effect;  ///< what is asserted; the whole form where it has no verb
  Capture outcome;
  std::uint32_t intervention = no_id;  ///< token of its name, here or carried
  Strength strength = Strength::direct;
  Strength worded = Strength::absolute;  ///< the most that the words around it let it say
  bool negative = false;
  bool certain = false;  ///< says itself that it is uncertain
};

/// Appends every claim that one of `forms` reads in the sentence, in the order of the forms.
void read_claims(const ClaimReader& reader, std::span<const ClaimCode> forms,
                 std::vector<Claim>& claims);

}  // namespace caveat
