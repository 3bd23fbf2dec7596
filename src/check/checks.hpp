// The checks, compiled from all packs in force. Each kind is a plain struct of what it looks for
// and what it says; the file of the same name runs it. Strings are copied out of the packs, so
// that no check needs them afterwards.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "claim/forms.hpp"
#include "diagnostic/diagnostic.hpp"
#include "grammar/compile.hpp"
#include "grammar/cue.hpp"
#include "grammar/frame.hpp"
#include "grammar/program.hpp"
#include "grammar/scope.hpp"
#include "lexicon/near.hpp"
#include "pack/pack.hpp"

namespace caveat {

/// What a finding says besides its words.
struct Wording {
  std::string rule;  ///< "pack/id"
  std::string category;
  Severity severity = Severity::warning;
  std::string url;
  std::vector<std::string> notes;  ///< why the reader may believe it: source
};

/// A message with {slots}: each piece is text, then a slot (no_id: none).
struct Template {
  struct Piece {
    std::string text;
    std::uint32_t slot = no_id;
  };
  std::vector<Piece> pieces;
};

struct RuleCode {
  Wording wording;
  PatternId match = 0;
  std::optional<PatternId> unless;
  std::optional<PatternId> after;  ///< in the sentence before, of the same block
  std::vector<SymbolId> topics;    ///< all must be; empty: any document
  Template message;
  std::optional<Template> fix;
  Jurisdiction jurisdiction = Jurisdiction::everywhere;
};

struct EvidenceCode {
  SymbolId intervention = 0;
  SymbolId outcome = 0;
  SymbolId population = no_id;  ///< no_id: people at large
  std::string outcome_name;     ///< first term of the concept; empty for a class or tag
  Certainty certainty = Certainty::very_low;
  Effect effect = Effect::unknown;
  Strength carries = Strength::none;
  std::string pack;
  std::string url;
  std::vector<std::string> notes;
  bool verified = true;
};

/// The first model sentence that says a thing, by Says; empty where no pack has one.
using ModelSentences = std::array<std::string, says_count>;

struct TermCode {
  Wording wording;
  std::string correct;
};

struct CaveatCode {
  Wording wording;
  std::string message;
  std::vector<SymbolId> topics;  ///< all must be; never empty; the finding stands at the first
  SymbolId subject = no_id;      ///< what the text must be mainly about, or tell how to use
  bool advice = false;           ///< nothing is asked of a report of research
  std::optional<PatternId> mentions;
  PatternId require = 0;
  std::optional<PatternId> unless;
  std::optional<PatternId> near;
  CaveatScope scope = CaveatScope::document;
  Jurisdiction jurisdiction = Jurisdiction::everywhere;
};

/// What a law forbids to claim of a supplement or food.
struct ProvisionCode {
  Jurisdiction jurisdiction = Jurisdiction::everywhere;
  Forbids forbids = Forbids::disease;
  std::string article;
  std::string title;
  std::string url;
};

/// The production "main-compound" of some pack, which binds what the text calls the main compound
/// of a remedy.
struct CompoundCode {
  PatternId match = 0;
  std::uint32_t slot = no_id;
};

/// The productions "study-told", "reader-told" and "use-told": sentences that tell how a study
/// went, such as speak to the reader, and such as say how to take what they name.
struct ToneCode {
  PatternId study = 0;
  PatternId reader = 0;
  PatternId use = 0;
};

struct Checks {
  ScopeSet scopes;
  CueSet cues;
  std::vector<FrameCode> frames;
  Forms forms;
  ModelSentences sentences;
  std::vector<EvidenceCode> evidence;
  std::unordered_map<SymbolId, std::vector<std::uint32_t>> evidence_on;  ///< by intervention
  std::vector<RuleCode> rules;
  std::vector<CaveatCode> caveats;
  std::vector<ProvisionCode> provisions;
  std::optional<CompoundCode> main_compound;
  std::optional<ToneCode> tone;
  std::vector<TermCode> terms;
  std::unordered_map<SymbolId, std::uint32_t> wrong_names;  ///< symbol of a wrong form -> term
  NearIndex near;
  std::vector<bool> name_words;  ///< by WordId: a word of a near name of several words
};

/// A model sentence about these two; empty where no pack has one.
std::string sentence_saying(const ModelSentences& sentences, Says says,
                            const std::string& intervention, const std::string& outcome);

/// Compiles everything of `packs` that looks at text. What does not compile is left out, with a
/// diagnostic.
Checks compile_checks(const PackSet& packs, GrammarBuilder& grammar, LexiconBuilder& lexicon,
                      std::vector<PackDiagnostic>& diagnostics);

}  // namespace caveat
