// Whose law a pack tells, and what a provision of that law forbids to say of a supplement or food.
#pragma once

#include <cstdint>
#include <string>

#include "pack/entry.hpp"

namespace caveat {

/// `everywhere`: the pack tells no law and always speaks.
enum class Jurisdiction : std::uint8_t { everywhere, us, uk, eu, au };

/// Bits of those that were asked for.
using Jurisdictions = std::uint8_t;

constexpr Jurisdictions bit_of(Jurisdiction one) {
  return static_cast<Jurisdictions>(1U << static_cast<unsigned>(one));
}
constexpr Jurisdictions all_jurisdictions = 0xFF;

constexpr bool is_on(Jurisdictions asked, Jurisdiction one) {
  return one == Jurisdiction::everywhere || (asked & bit_of(one)) != 0;
}

/// What a claim is that a law may forbid.
enum class Forbids : std::uint8_t {
  disease,         ///< treats, cures or prevents a disease
  medicinal,       ///< treats or prevents any adverse condition, fatigue and a deficiency too
  risk_reduction,  ///< lowers the risk of a disease
  comparative,     ///< is set against a treatment
  safety,          ///< denies a harm
  weight_loss_rate,
  doctor_recommendation
};

/// Bits of what a claim is.
using Kinds = std::uint16_t;

constexpr Kinds bit_of(Forbids one) {
  return static_cast<Kinds>(1U << static_cast<unsigned>(one));
}

const char* name_of(Jurisdiction one);  ///< "us"
const char* name_of(Forbids forbids);   ///< "risk-reduction"

/// A provision of the law of its pack's jurisdiction.
struct ProvisionDef {
  Forbids forbids = Forbids::disease;
  Text article;  ///< as a lawyer cites it: "21 CFR 101.93(g)(2)(i)"
  std::string title;
  std::string url;
};

}  // namespace caveat
