// The compiled packs and the desk, in full; callers of lint.hpp see neither.
#pragma once

#include "check/check.hpp"
#include "check/checks.hpp"
#include "claim/document.hpp"
#include "format/format.hpp"
#include "grammar/match.hpp"
#include "grammar/program.hpp"
#include "grammar/scope.hpp"
#include "lexicon/lexicon.hpp"
#include "lint/lint.hpp"
#include "lint/override.hpp"
#include "prose/prose.hpp"

namespace caveat {

struct RuleSet {
  Language language;
  Lexicon lexicon;
  Program program;
  Checks checks;
  Overrides overrides;
};

struct Desk {
  Document document;
  Due due;
  Matcher matcher;
  CaveatState caveats;
  LeadState leads;
  ConsistencyState consistency;
  std::vector<Claim> claims;         ///< of the document so far
  std::vector<ScopeUse> scope_uses;  ///< of the sentence under the matcher
};

/// The stages before the checks: blocks, sentences, meanings, frames, topics.
void read_document(const Source& source, const Format& format, const RuleSet& rules, Desk& desk);

/// Puts one sentence under the matcher.
void open_sentence(const RuleSet& rules, Desk& desk, std::uint32_t sentence);
/// Marks the clauses and scopes of the sentence under the matcher, and those that its frames put it
/// under: patterns need them.
void mark_sentence(const RuleSet& rules, Desk& desk, std::uint32_t sentence);

/// Whether what stands over the sentence makes it somebody else's.
bool is_silent(const RuleSet& rules, const Document& document, std::uint32_t sentence);

/// To read the claims of the sentence, which must be open and marked.
ClaimReader reader_of(const RuleSet& rules, Desk& desk, std::uint32_t sentence);

/// And the scopes that weigh statements, which checks do without.
void mark_wording(const RuleSet& rules, Desk& desk);

/// Whether a benefit that several forms and rules read in the same words is told once or by each.
enum class Repeats : bool { join, keep };
std::vector<Diagnostic> lint(const Source& source, const RuleSet& rules, Desk& desk,
                             const LintOptions& options, Repeats repeats);
Findings findings_of(const Source& source, const RuleSet& rules, Desk& desk,
                     const LintOptions& options, Repeats repeats);

/// Whether the form of a claim `id` occurs in a text, whatever its evidence.
bool finds_claim(const Source& source, const RuleSet& rules, Desk& desk, std::string_view id);

}  // namespace caveat
