// What a match of a form says: who does what to what, how strongly, who says so, and whether it is
// denied. Tokens of the document; a claim owns nothing.
#pragma once

#include <cstdint>
#include <optional>
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
  std::span<const ScopeUse> uses;  ///< of the sentence, in the order of their scopes
  std::uint32_t sentence = 0;
};

/// Empty captures are parts that the claim does not have.
struct Claim {
  const ClaimCode* form = nullptr;
  std::uint32_t sentence = 0;
  std::uint32_t matched = 0;  ///< token at which the form matches
  std::uint32_t begin = 0;    ///< tokens of all that is asserted
  std::uint32_t end = 0;
  Capture effect;                      ///< what is asserted; the whole form where it has no verb
  Capture outcome;                     ///< all of it, where several are listed
  Capture comparator;                  ///< "placebo" of "than placebo"
  Capture population;                  ///< "older adults"
  Capture attribution;                 ///< the cue that gives it to another voice
  Capture citation;                    ///< the source that stands in the sentence
  std::uint32_t intervention = no_id;  ///< token of its name, here or carried
  Strength bare = Strength::direct;    ///< of the words of the effect alone, or none if not claimed
  Strength strength = Strength::direct;
  Strength worded = Strength::absolute;  ///< the most that the words around it let it say
  Voice voice = Voice::author;
  Design design = Design::unsaid;
  std::optional<Certainty> states;  ///< the certainty that the sentence itself names
  bool negative = false;
  bool denied = false;    ///< by a negation that stands with it
  bool certain = false;   ///< says itself that it is uncertain
  bool disowned = false;  ///< asked, supposed, quoted, refuted: told, and by nobody claimed here
};

constexpr bool is_empty(const Capture& part) {
  return part.begin >= part.end;
}

/// Appends every claim that one of `forms` reads in the sentence, in the order of the forms.
void read_claims(const ClaimReader& reader, std::span<const ClaimCode> forms,
                 std::vector<Claim>& claims);

/// The outcomes that a claim lists, "pain" and "anxiety" of "pain and anxiety": each is claimed as
/// strongly as the others. At least one. Under the matcher stands the sentence of the claim.
std::vector<Capture> outcomes_of(const ClaimReader& reader, const Claim& claim);

/// Where the strength of a claim starts: at that of its form, else of the strongest word of its
/// effect, else at direct.
struct Bare {
  Strength strength = Strength::direct;
  SymbolId effect = no_id;  ///< the concept that is so strong; no_id where no word says
  Capture words;            ///< that mean it
};
Bare bare_of(const ClaimReader& reader, const Claim& claim);

/// A scope that governs a claim, and what the claim is when that scope has had its say.
struct Weighing {
  std::uint32_t scope = 0;
  Capture cue;  ///< empty where a frame put the claim under the scope
  Strength strength = Strength::direct;
  bool negative = false;
};

/// How `strength` and `negative` of a claim came about, step by step.
std::vector<Weighing> weighings_of(const ClaimReader& reader, const Claim& claim);

}  // namespace caveat
