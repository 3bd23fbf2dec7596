// The two scales of the one idea: how strongly a claim is worded, how certain its evidence is, and
// what certainty carries what wording. Source of the mapping: Santesso et al., GRADE guidelines
// 26, J Clin Epidemiol 2020;119:126-135.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace caveat {

/// The ladder; the value is the level.
enum class Strength : std::uint8_t { none, association, possible, probable, direct, absolute };

enum class Certainty : std::uint8_t { very_low, low, moderate, high };

const char* name_of(Strength strength);    ///< "possible"
const char* name_of(Certainty certainty);  ///< "very low"
std::optional<Strength> strength_named(std::string_view name);
std::optional<Certainty> certainty_named(std::string_view name);  ///< "very-low"

/// The strongest wording that evidence of this certainty carries.
Strength carried_by(Certainty certainty);

}  // namespace caveat
