// What the authors of packs wrote, as plain structs: no TOML type is visible, nothing is resolved
// yet. Names, patterns and sentences keep their place in the file, so that every later stage can
// point at them. Compiling packs (lexicon, grammar, check) reads this and never the TOML, so that
// a pack compiled ahead of time can take its place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "pack/entry.hpp"
#include "pack/jurisdiction.hpp"
#include "pack/sentence.hpp"
#include "pack/strength.hpp"
#include "text/source.hpp"

namespace caveat {

/// Which words of a term take endings. `noun`: the last one its plural; `verb`: the first one all
/// forms of a verb; `none`: as written.
enum class Inflect : std::uint8_t { none, noun, verb };

struct ConceptDef {
  Text id;
  Text of_class;
  std::vector<Text> tags;
  std::vector<Text> broader;  ///< ids: 'depressive-symptoms' has the broader 'depression'
  std::vector<Text> terms;
  Inflect inflect = Inflect::noun;
  Strength strength = Strength::none;  ///< of an effect: how strong the bare word is
  bool has_strength = false;
  bool near = false;  ///< its terms are names: unknown words close to one are misspellings
};

/// `terms-add` and `terms-remove`: what a pack makes of a concept of one that it extends.
struct ConceptChange {
  Text id;
  std::vector<Text> add;
  std::vector<Text> remove;
};

/// What a pack makes of a rule of one that it extends.
struct OverrideDef {
  Text rule;  ///< "kratom/efficacy"
  std::optional<Severity> severity;
  bool disable = false;
};

/// name = 'pattern' of a [productions] table.
struct ProductionDef {
  Text name;
  Text pattern;
};

/// How far a cue reaches: to the end or start of its clause or sentence, or all of it.
enum class Reach : std::uint8_t {
  clause_after,
  clause_before,
  clause,
  sentence_after,
  sentence_before,
  sentence
};

/// What a scope weighs: claims, or one of wording statements and nothing else. One that is shown
/// weighs nothing and has no name in patterns: what a linguist calls the scope of a word and what a
/// claim must fear of it differ.
enum class ScopeKind : std::uint8_t {
  other,
  wording,
  speculation,  ///< shown, like all from here on
  negation,
  pseudo  ///< looks like a cue and is none: "not only"
};

constexpr bool is_shown(ScopeKind kind) {
  return kind >= ScopeKind::speculation;
}

/// A hedge, negation, question, attribution…: a cue, and the tokens that it governs.
struct ScopeDef {
  Text id;
  Text cue;
  Text until;  ///< pattern that ends the reach early; empty value: none
  Text since;  ///< pattern after whose last match before the cue it begins; empty value: none
  Reach reach = Reach::clause_after;
  ScopeKind kind = ScopeKind::other;
  std::uint32_t within = 0;           ///< at most so many tokens; 0: no limit
  Strength cap = Strength::absolute;  ///< a claim inside is at most this strong
  bool has_cap = false;
  bool negates = false;   ///< turns the polarity of a claim inside
  bool certain = false;   ///< states its uncertainty outright: such a claim always fits
  bool retracts = false;  ///< takes back all that it governs: no rule looks there
  bool cites = false;     ///< its cue is a source that a reader can look up
  Voice voice = Voice::author;
  Design design = Design::unsaid;
  std::optional<Certainty> states;  ///< its cue names this certainty: "low-certainty evidence"
};

/// Which sentences a frame governs.
enum class FrameOver : std::uint8_t {
  text,       ///< all that stand under its cue
  items,      ///< of these the headings and the first sentences of list items
  quotation,  ///< the block quotation in which the cue stands, or that follows it
  before      ///< the sentence before its cue: "… That is a myth."
};

/// What a heading, the head of a column, a label or a quotation makes of the sentences under it.
struct FrameDef {
  Text id;
  Text cue;
  Text until;  ///< pattern that frees what follows; empty value: none
  Text scope;  ///< the scope that governs the sentences; empty value: none
  FrameOver over = FrameOver::text;
  bool silent = false;  ///< they are not the author's: no claim or rule is looked for
};

/// A form in which a text claims that an intervention does something to an outcome. Binds the
/// slots `intervention`, `effect`, `outcome`; without `strength` it is that of the effect, or
/// direct.
struct ClaimDef {
  Text id;
  Text match;
  Text unless;
  Strength strength = Strength::direct;
  bool has_strength = false;
  bool harm = false;         ///< what is claimed is a harm, and no benefit
  std::vector<Text> flags;   ///< sentences in which the claim is found
  std::vector<Text> allows;  ///< sentences in which it is not
};

enum class Effect : std::uint8_t { unknown, benefit, none, harm };

struct EvidenceDef {
  Text intervention;
  Text outcome;
  Text population;  ///< concept, class or tag of those it holds for; empty value: people at large
  Certainty certainty = Certainty::very_low;
  Effect effect = Effect::unknown;
  Strength carries = Strength::none;  ///< the strongest wording that fits
  Citation source;
  Review review;
  std::string note;
  Origin origin;
};

/// A name, its wrong forms, and whether unknown words close to it are misspellings of it.
struct TermDef {
  Text correct;
  std::vector<Text> wrong;
  std::vector<Text> known;  ///< real words close to it that are no misspelling
  bool near = false;
  std::string message;
  Citation source;
  Review review;
};

/// A pattern that reports: [[rule]] and, with the category "fact", [[fact]].
struct RuleDef {
  Text id;
  std::string category;
  Severity severity = Severity::warning;
  Text match;
  Text unless;
  Text after;  ///< pattern that the sentence before must hold; or empty
  Text when;   ///< see condition.hpp; or empty
  Text message;
  std::string why;
  std::string harm;
  Text fix;                 ///< replacement for the slot `wrong` (or the whole match), or empty
  std::vector<Text> keeps;  ///< variants of its flags that it flags too: "asked", "myth"
  Citation source;
  Review review;
  std::vector<Text> flags;
  std::vector<Text> allows;
};

enum class CaveatScope : std::uint8_t { document, section, near };

/// What a text on a topic must say.
struct CaveatDef {
  Text id;
  Text when;      ///< see condition.hpp
  Text mentions;  ///< pattern that the document must also hold; empty value: none
  Text require;   ///< pattern
  Text unless;    ///< a match of `require` that also meets this does not count
  Text near;      ///< with scope near: what the caveat must stand within 3 sentences of
  CaveatScope scope = CaveatScope::document;
  Severity severity = Severity::warning;
  std::string message;
  std::string why;
  Citation source;
  Review review;
  std::vector<Text> flags;   ///< texts that lack it
  std::vector<Text> allows;  ///< texts that have it
};

/// Facts of a language that the tokeniser and the inflection need.
struct LanguageDef {
  std::vector<Text> abbreviations, starters, openers, labels, units, whole;
  /// Endings in order of trial: a word that ends in `first` takes each of `second` instead.
  std::vector<std::pair<std::string, std::vector<std::string>>> verb_endings;
  std::vector<std::pair<std::string, std::vector<std::string>>> noun_endings;
  std::vector<std::vector<std::string>> irregular;  ///< rows of a base form and its others: be, is
};

struct Pack {
  Text name;
  std::string version;
  std::string language;
  std::string description;
  std::vector<Text> requires_;
  std::vector<Text> extends;  ///< required too, and open to the changes and overrides of this one
  std::vector<ConceptChange> changes;
  std::vector<OverrideDef> overrides;
  Jurisdiction jurisdiction = Jurisdiction::everywhere;
  LanguageDef words;
  std::vector<ProductionDef> productions;
  std::vector<ScopeDef> scopes;
  std::vector<FrameDef> frames;
  std::vector<ConceptDef> concepts;
  std::vector<ClaimDef> claims;
  std::vector<ClaimDef> statements;  ///< of anything about anything
  std::vector<SentenceDef> sentences;
  std::vector<EvidenceDef> evidence;
  std::vector<TermDef> terms;
  std::vector<RuleDef> rules;  ///< [[rule]] and [[fact]]
  std::vector<CaveatDef> caveats;
  std::vector<ProvisionDef> provisions;
};

/// A diagnostic about one of PackSet::sources.
struct PackDiagnostic {
  std::uint32_t source = 0;
  Diagnostic diagnostic;
};

/// All packs in force, in the order of `requires`, and the files they came from.
struct PackSet {
  std::vector<Source> sources;
  std::vector<Pack> packs;
};

}  // namespace caveat
