// What each sentence of a document says, as places in its file: for the inventory of claims and for
// pipes. The strength of a sentence is that of its strongest claim or statement.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "claim/claim.hpp"
#include "grammar/cue.hpp"
#include "pack/jurisdiction.hpp"
#include "text/span.hpp"

namespace caveat {

/// A hedge or negation and what it governs, its cue included.
struct CueReading {
  Span cue;
  Span scope;
};

/// Of several outcomes that the text lists, each is a claim.
struct ClaimReading {
  std::string form;
  Span span;
  std::optional<Span> intervention;  ///< may stand in another sentence
  std::optional<Span> effect;
  std::optional<Span> outcome;
  std::optional<Span> comparator;
  std::optional<Span> population;
  std::optional<Span> attribution;  ///< the words that give it to `voice`
  std::optional<Span> citation;     ///< a source in the sentence, from its first to its last word
  Voice voice = Voice::author;
  Design design = Design::unsaid;
  std::optional<Certainty> states;  ///< the certainty that the sentence names
  Strength strength = Strength::none;
  bool negative = false;
  bool harm = false;
  Kinds kinds = 0;         ///< what a law may forbid in it
  bool statement = false;  ///< of anything about anything, as ordinary prose makes them

  /// While the document is on the desk: what was placed above, for whoever asks what it means.
  std::uint32_t intervention_token = no_id;
  Capture outcome_tokens;
};

struct SentenceReading {
  Span span;
  Strength strength = Strength::none;
  bool negative = false;  ///< of the strongest claim
  std::vector<ClaimReading> claims;
  std::vector<CueReading> hedges;
  std::vector<CueReading> negations;
};

/// Where what a cue governs ends: marks at its end belong to it only where a bracket closes in it.
std::uint32_t scope_end(const Document& document, const CueUse& use);

/// The sentence under the reader.
SentenceReading read_sentence(const ClaimReader& reader, const CueSet& cues);

}  // namespace caveat
