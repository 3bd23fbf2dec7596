// What `caveat test --strict` asks of a pack besides its examples. One file for each question.
#pragma once

#include <string>
#include <vector>

#include "lint/rule_set.hpp"

namespace caveat {

/// A trial that failed, at the place of `text` in its pack.
Trial failed(std::string name, const Text& text, const char* rule, std::string message);

/// Each flag in other dress: denied and asked it must go free, in bold it must not.
void prove_variants(const RuleDef& def, const std::string& rule, const RuleSet& rules, Desk& desk,
                    std::vector<Trial>& trials);

/// Each part of a pattern left out: some example must notice.
void prove_mutants(const RuleDef& def, const std::string& rule, const RuleSet& rules, Desk& desk,
                   std::vector<Trial>& trials);

/// Each row of evidence: what it carries goes free, what it does not is found.
void prove_evidence(const PackSet& packs, const Pack& pack, const RuleSet& rules, Desk& desk,
                    std::vector<Trial>& trials);

/// Rules that say nothing which another rule does not say in the same words.
void prove_shadows(const Pack& pack, const RuleSet& rules, Desk& desk, std::vector<Trial>& trials);

/// Entries past their `review-by`.
void prove_dates(const Pack& pack, const std::string& today, std::vector<Trial>& trials);

}  // namespace caveat
