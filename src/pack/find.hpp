// Entries of packs by their name.
#pragma once

#include <string_view>

#include "pack/pack.hpp"

namespace caveat {

/// Null for a class or tag, which has no words of its own.
const ConceptDef* concept_named(const PackSet& set, std::string_view id);

}  // namespace caveat
