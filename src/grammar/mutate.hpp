// Patterns with one part left out, to learn whether some example of a rule notices. A part that can
// go without anybody noticing is either not proved or not needed (DeMillo, Lipton, Sayward 1978).
// Productions are not mutated: many patterns share them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "grammar/program.hpp"

namespace caveat {

/// What may be left out: one of a sequence that must match, a predicate, a shape of an `unless`.
struct Part {
  std::vector<std::uint32_t> nodes;
  std::string words;  ///< for a message, as far as nodes can be printed
};

/// Those of a pattern itself, not of the productions that it calls.
std::vector<Part> conjuncts_of(const Program& program, const Lexicon& lexicon, PatternId pattern);

/// The alternatives of a pattern that is one choice, else the pattern as its only one. Plain words
/// are one part together: a list is no shape.
std::vector<Part> alternatives_of(const Program& program, const Lexicon& lexicon,
                                  PatternId pattern);

/// Makes a part match always, and nothing.
void leave_out(Program& program, const Part& part, PatternId pattern);

/// Makes a part match never.
void forbid(Program& program, const Part& part, PatternId pattern);

}  // namespace caveat
