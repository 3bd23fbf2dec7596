// Matches that count: those that no `unless` excuses.
#pragma once

#include <optional>

#include "grammar/match.hpp"
#include "grammar/program.hpp"

namespace caveat {

/// Whether `unless` matches in the clauses that the match touches. Scope names in it count only at
/// the tokens of the match: "not" elsewhere in the clause excuses nothing.
bool excused(Matcher& matcher, const Program& program, const std::optional<PatternId>& unless,
             const Match& match);

/// The first match of `pattern` from token `from` of the sentence that takes a token and that
/// `unless` does not excuse.
std::optional<Match> next_match(Matcher& matcher, const Program& program, PatternId pattern,
                                const std::optional<PatternId>& unless, std::uint32_t from);

}  // namespace caveat
