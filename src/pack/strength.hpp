// The two scales of the one idea: how strongly a claim is worded, how certain its evidence is, and
// what certainty carries what wording; and who says so, of what kind of study. Source of the
// mapping: Santesso et al., GRADE guidelines 26, J Clin Epidemiol 2020;119:126-135.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace caveat {

/// The ladder; the value is the level.
enum class Strength : std::uint8_t { none, association, possible, probable, direct, absolute };

enum class Certainty : std::uint8_t { very_low, low, moderate, high };

/// Who speaks, where it is not the author: "studies suggest", "users report", "experts agree",
/// "sellers promise", "traditionally held", "it is believed".
enum class Voice : std::uint8_t { author, research, people, experts, sellers, tradition, unnamed };

/// What kind of study a sentence says that it speaks of.
enum class Design : std::uint8_t { unsaid, trial, observational, cases, animal, laboratory };

const char* name_of(Voice voice);          ///< "research"
const char* name_of(Design design);        ///< "observational"
const char* name_of(Strength strength);    ///< "possible"
const char* name_of(Certainty certainty);  ///< "very low"
std::optional<Strength> strength_named(std::string_view name);
std::optional<Certainty> certainty_named(std::string_view name);  ///< "very-low"

/// The strongest wording that evidence of this certainty carries.
Strength carried_by(Certainty certainty);

}  // namespace caveat
