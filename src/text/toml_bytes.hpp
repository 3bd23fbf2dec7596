// Where things stand in the bytes of TOML that toml11 keeps no place for: keys, what is inside the
// quotes of a string, the tables of a file that does not parse. Not a parser: what is asked about
// has been read by toml11, or is only looked at to give toml11 a smaller piece.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/span.hpp"

namespace caveat {

/// Between the quotes of the string that is `all`; a newline right after """ or ''' is not part of
/// the string.
Span inside_quotes(std::string_view bytes, Span all);

/// The key in front of "= value", the last one of a dotted key.
Span key_before(std::string_view bytes, std::uint32_t value);

/// Key number `index` of "[[a.b.c]]" or of "a . 'b' . c".
Span key_within(std::string_view bytes, Span keys, std::uint32_t index);

/// Whether a line is `[name]` or `[[name]]`; not a row of an array, for nobody quotes the name of
/// a table, and not `[name.part]`, which belongs to the table before it.
bool is_table_header(std::string_view line);

/// toml11 reads nested brackets by recursion, and dotted keys in the square of their number; no
/// pack nests deeper than five.
inline constexpr std::uint32_t max_nested = 200;

/// The first bracket, or dot of a key, that is nested deeper, outside strings and comments.
std::optional<std::uint32_t> nested_too_deep(std::string_view bytes);

}  // namespace caveat
