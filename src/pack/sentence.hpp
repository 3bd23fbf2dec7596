// How a language says what evidence carries. Model sentences are offered as the wording that fits,
// and each row of evidence is proved with them.
#pragma once

#include <cstddef>
#include <cstdint>

#include "pack/entry.hpp"

namespace caveat {

/// What a model sentence of a language says of an intervention and an outcome: how strongly it
/// helps, that it does not, that it does harm.
enum class Says : std::uint8_t {
  uncertain,
  possible,
  probable,
  direct,
  absolute,
  denied,
  no_effect,  ///< "has not been found to affect"
  worsens,
  harm,
  harm_denied
};

inline constexpr std::size_t says_count = 10;

/// A sentence with {intervention} and {outcome}, without its stop: the wording that fits, and what
/// rows of evidence are proved with.
struct SentenceDef {
  Says says = Says::direct;
  Text text;
};

}  // namespace caveat
