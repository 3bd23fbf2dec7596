#include "lint/prove_strict.hpp"

namespace caveat {
namespace {

/// ISO dates compare as text.
void try_date(const Review& review, const std::string& name, const Text& at,
              const std::string& today, std::vector<Trial>& trials) {
  if (review.review_by.empty()) return;
  if (today.empty() || today <= review.review_by) return trials.push_back({name + " is fresh", {}});
  trials.push_back(failed(name + " is fresh", at, "pack/stale",
                          name + " was to be looked at again by " + review.review_by));
}

}  // namespace

void prove_dates(const Pack& pack, const std::string& today, std::vector<Trial>& trials) {
  const auto prefix = pack.name.value + "/";
  for (const auto& def : pack.rules)
    try_date(def.review, prefix + def.id.value, def.id, today, trials);
  for (const auto& def : pack.caveats)
    try_date(def.review, prefix + def.id.value, def.id, today, trials);
  for (const auto& def : pack.terms)
    try_date(def.review, prefix + def.correct.value, def.correct, today, trials);
  for (const auto& def : pack.evidence)
    try_date(def.review, prefix + "evidence " + def.intervention.value + ", " + def.outcome.value,
             def.intervention, today, trials);
}

}  // namespace caveat
