// The story: one document and one rule set in, all diagnostics out. lint.cpp is the table of
// contents of caveat. Nothing here prints, exits, or reads the clock or the environment.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "check/profile.hpp"
#include "claim/reading.hpp"
#include "diagnostic/diagnostic.hpp"
#include "format/format.hpp"
#include "pack/pack.hpp"
#include "text/source.hpp"

namespace caveat {

/// All packs in force, compiled: language, lexicon, programs, checks. Immutable; any number of
/// threads may lint with it.
struct RuleSet;
struct RuleSetDeleter {
  void operator()(const RuleSet* rules) const;
};
using RuleSetPtr = std::unique_ptr<const RuleSet, RuleSetDeleter>;

/// Never null. Entries that do not compile are left out, each with a diagnostic.
RuleSetPtr compile_rules(const PackSet& packs, std::vector<PackDiagnostic>& diagnostics);

/// Buffers reused from document to document; one a thread.
struct Desk;
struct DeskDeleter {
  void operator()(Desk* desk) const;
};
using DeskPtr = std::unique_ptr<Desk, DeskDeleter>;
DeskPtr make_desk();

struct Choices;

struct LintOptions {
  const Format* format = format_named("plain");  ///< never null
  bool require_reason = false;                   ///< a suppression must say why
  Profile profile = Profile::editorial;
  Jurisdictions jurisdictions = 0;   ///< whose packs of law speak; the profile adds its own
  const Choices* choices = nullptr;  ///< of the project, see choices.hpp; not owned
};

/// All diagnostics of one document, in order of place. Invalid UTF-8 is a diagnostic of the rule
/// "input/invalid-utf8" (category "input", severity error); the rest is still linted.
std::vector<Diagnostic> lint(const Source& source, const RuleSet& rules, Desk& desk,
                             const LintOptions& options = {});

/// And what the same document would be told but for comments in it, likewise in order: repeats are
/// joined among both, so that as many findings come back as comments are taken out.
struct Findings {
  std::vector<Diagnostic> diagnostics;
  std::vector<Diagnostic> suppressed;
};
Findings findings_of(const Source& source, const RuleSet& rules, Desk& desk,
                     const LintOptions& options = {});

/// One thing that a pack shows of itself, tried. A failure is a diagnostic at its place in the
/// pack.
struct Trial {
  std::string name;  ///< "kratom/dependence flags: the sentence"
  std::optional<PackDiagnostic> failure;
};

struct ProofOptions {
  bool strict = false;  ///< variants, mutants, evidence, shadows and dates besides the examples
  std::string today;    ///< ISO date, for `review-by`; empty: nothing is stale
};

/// The flags and allows of every rule, claim, fact and caveat of pack `pack` (index into
/// PackSet::packs), run, and what `options` asks for besides.
std::vector<Trial> prove_pack(const PackSet& packs, std::size_t pack, const RuleSet& rules,
                              Desk& desk, const ProofOptions& options = {});

/// The findings and what each sentence says, in order, of one document.
struct Reading {
  std::vector<Diagnostic> diagnostics;
  std::vector<Diagnostic> suppressed;
  std::vector<SentenceReading> sentences;
};
Reading read(const Source& source, const RuleSet& rules, Desk& desk,
             const LintOptions& options = {});

}  // namespace caveat
