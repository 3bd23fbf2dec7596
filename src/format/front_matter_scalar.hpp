// The five ways in which YAML writes a string, decoded as libyaml does, with the place of every
// byte. Private to front_matter*.cpp.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/passage.hpp"
#include "text/span.hpp"

namespace caveat {

enum class ScalarStyle : std::uint8_t { plain, single_quoted, double_quoted, literal, folded };

struct Scalar {
  ScalarStyle style = ScalarStyle::plain;
  Span whole;                ///< quotes, or the line with "|" or ">", included
  std::uint32_t indent = 0;  ///< columns before the keys of the mapping that it is a value of
};

/// The line with "|" or ">" and its line end; empty for other styles.
Span scalar_header(std::string_view text, const Scalar& scalar);

/// `text` is the text of `from` after tamed().
void append_scalar(Passage& passage, const Scalar& scalar, std::string_view text,
                   const PassageView& from);

}  // namespace caveat
