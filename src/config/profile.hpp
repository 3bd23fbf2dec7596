// For whom a text is written. A profile shifts what is asked of a text, never the facts.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace caveat {

/// `marketing`: a supplement may name no disease, however hedged (21 CFR 101.93, FTC 2022), and the
/// packs of the law of the United States speak.
/// `editorial`: strength against certainty. `clinical`: readers who know the remedy, so that a
/// missing caveat weighs one step less.
enum class Profile : std::uint8_t { marketing, editorial, clinical };

/// In the order of the enumeration.
inline constexpr std::array<std::string_view, 3> profile_names = {"marketing", "editorial",
                                                                  "clinical"};

}  // namespace caveat
