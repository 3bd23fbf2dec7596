// Tokens and sentences as text, for tests, for people, and for `caveat parse`.
#pragma once

#include <string>
#include <string_view>

#include "prose/token.hpp"

namespace caveat {

const char* name_of(TokenKind kind);

/// One sentence a line: `[Kratom][helps][.]`.
std::string dump(std::string_view text, const Prose& prose);

/// One token a line, its kind first: `quantity [10 mg]`, `capital word [Kratom]`.
std::string dump_kinds(std::string_view text, const Prose& prose);

}  // namespace caveat
