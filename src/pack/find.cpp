#include "pack/find.hpp"

#include <algorithm>

namespace caveat {

const ConceptDef* concept_named(const PackSet& set, std::string_view id) {
  for (const Pack& pack : set.packs) {
    const auto def = std::ranges::find_if(
        pack.concepts, [&](const ConceptDef& one) { return one.id.value == id; });
    if (def != pack.concepts.end() && !def->terms.empty()) return &*def;
  }
  return nullptr;
}

}  // namespace caveat
