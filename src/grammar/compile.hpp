// Patterns to a Program. Names are resolved here, so this is where "unknown name", left recursion
// and loops that never end are found and told with their place in the pack.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "grammar/notation.hpp"
#include "grammar/program.hpp"
#include "lexicon/build.hpp"
#include "pack/pack.hpp"

namespace caveat {

struct GrammarBuilder {
  Program program;
  std::unordered_map<std::string, std::uint32_t> productions;
  std::unordered_map<std::string, std::uint32_t> scopes;
  std::vector<Origin> origins;     ///< of each node
  std::vector<std::string> names;  ///< every name a pattern may use, for "did you mean"
  std::unordered_map<std::string, std::uint32_t> slots;
};

/// Declares the names of `packs` and compiles their productions. Scopes are numbered in order of
/// packs; 64 at most.
GrammarBuilder start_grammar(std::span<const Pack> packs, LexiconBuilder& lexicon,
                             std::vector<PackDiagnostic>& diagnostics);

/// Compiles one pattern. Empty when it is malformed; each mistake is a diagnostic.
std::optional<PatternId> add_pattern(GrammarBuilder& builder, LexiconBuilder& lexicon,
                                     const Text& text, std::vector<PackDiagnostic>& diagnostics);

/// The slots that a pattern can bind, productions included.
std::vector<std::string> slots_of(const GrammarBuilder& builder, PatternId pattern);

/// Checks and finishes all productions and patterns. A production that recurses to its left, or a
/// loop over nothing, is reported and made to match nothing.
Program finish_grammar(GrammarBuilder& builder, std::vector<PackDiagnostic>& diagnostics);

}  // namespace caveat
