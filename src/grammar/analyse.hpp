// What can be known of a program before any text: which nodes match nothing, which productions
// call themselves without taking a token, what a pattern needs and where it can begin.
#pragma once

#include <vector>

#include "grammar/program.hpp"

namespace caveat {

/// By node: whether it can succeed without taking a token.
std::vector<bool> nullable_nodes(const Program& program);

/// By production: whether it can reach itself at the token where it started.
std::vector<bool> left_recursive(const Program& program, const std::vector<bool>& nullable);

/// Fills needs and begins of every pattern. The program must be free of left recursion.
void find_needs(Program& program, const std::vector<bool>& nullable);

}  // namespace caveat
