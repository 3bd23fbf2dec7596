#include "pack/drop_unusable.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace caveat {
namespace {

/// The places of names that must not be used: defined twice, unknown, closing a circle, or too far
/// up.
class Refused {
 public:
  explicit Refused(const Problems& problems) {
    for (const auto& [source, diagnostic] : problems)
      if (diagnostic.rule == "pack/duplicate-id" || diagnostic.rule == "pack/unknown-concept" ||
          diagnostic.rule == "pack/broader-cycle" || diagnostic.rule == "pack/broader-chain")
        places_.emplace(source, diagnostic.span.begin);
  }

  bool operator()(const Text& name) const {
    const auto place = places_.lower_bound({name.origin.source, name.origin.span.begin});
    return place != places_.end() && place->first == name.origin.source &&
           place->second < std::max(name.origin.span.end, name.origin.span.begin + 1);
  }

 private:
  std::set<std::pair<std::uint32_t, std::uint32_t>> places_;
};

bool is_empty(const Text& text) {
  return text.value.find_first_not_of(" \t\r\n") == std::string::npos;
}

void drop_from(Pack& pack, const Refused& refused) {
  std::erase_if(pack.productions,
                [&](const auto& def) { return is_empty(def.name) || refused(def.name); });
  std::erase_if(pack.scopes, [&](const ScopeDef& def) {
    return is_empty(def.id) || is_empty(def.cue) || refused(def.id);
  });
  std::erase_if(pack.frames, [&](const FrameDef& def) {
    return is_empty(def.id) || is_empty(def.cue) || refused(def.id);
  });
  std::erase_if(pack.concepts, [&](const ConceptDef& def) {
    return is_empty(def.id) || is_empty(def.of_class) || def.terms.empty() || refused(def.id);
  });
  for (ConceptDef& def : pack.concepts) std::erase_if(def.broader, refused);
  for (auto* forms : {&pack.claims, &pack.statements}) {
    std::erase_if(*forms, [&](const ClaimDef& def) {
      return is_empty(def.id) || is_empty(def.match) || refused(def.id);
    });
  }
  std::erase_if(pack.evidence, [&](const EvidenceDef& def) {
    return is_empty(def.intervention) || is_empty(def.outcome) || refused(def.intervention) ||
           refused(def.outcome) || refused(def.population);
  });
  std::erase_if(pack.terms,
                [&](const TermDef& def) { return is_empty(def.correct) || refused(def.correct); });
  std::erase_if(pack.rules, [&](const RuleDef& def) {
    return is_empty(def.id) || def.category.empty() || is_empty(def.match) ||
           is_empty(def.message) || refused(def.id) || refused(def.when);
  });
  std::erase_if(pack.caveats, [&](const CaveatDef& def) {
    return is_empty(def.id) || is_empty(def.when) || is_empty(def.require) || def.message.empty() ||
           (def.scope == CaveatScope::near && is_empty(def.near)) || refused(def.id) ||
           refused(def.when);
  });
}

}  // namespace

void drop_unusable(PackSet& set, const Problems& problems) {
  const Refused refused(problems);
  for (Pack& pack : set.packs) drop_from(pack, refused);
}

}  // namespace caveat
