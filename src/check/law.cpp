#include "check/law.hpp"

#include <algorithm>

#include "check/finding.hpp"

namespace caveat {
namespace {

constexpr Kinds grave = static_cast<Kinds>(bit_of(Forbids::disease) | bit_of(Forbids::medicinal));

/// Of treating a disease, or else of lowering its risk; what else is forbidden, packs have rules
/// for.
Kinds weighed_kinds(const ClaimReader& reader, const Claim& claim) {
  Kinds kinds = 0;
  for (const auto& outcome : outcomes_of(reader, claim))
    kinds = static_cast<Kinds>(kinds | kinds_of(reader, claim, outcome));
  return kinds & ((kinds & grave) != 0 ? grave : bit_of(Forbids::risk_reduction));
}

/// What is sold as food may name no disease, whatever the modal (21 CFR 101.93(g)); a hedge is no
/// harbour there, nor is somebody else's voice.
bool names_disease(const Work& work, const Claim& claim) {
  const auto& names = work.checks.forms.names;
  const bool sold = is_remedy(work, claim.intervention);
  if (!sold || claim.negative || claim.certain || claim.bare == Strength::none) return false;
  const auto& tagging = work.document.tagging;
  for (auto token = claim.outcome.begin; token < claim.outcome.end; ++token) {
    if (means(tagging, token, names.condition) && !means(tagging, token, names.deficiency))
      return true;
  }
  return false;
}

/// "21 CFR 101.93(g)(2)(i); CAP Code 12.11"
std::string articles_of(const Provisions& broken) {
  std::string articles;
  for (const auto* provision : broken) articles += "; " + provision->article;
  return articles.empty() ? "21 CFR 101.93(g)(2)(i)" : articles.substr(2);
}

/// Where nothing is broken, the profile alone forbids it.
Wording wording_of(const Provisions& broken, Severity severity) {
  Wording wording = wording_of(coded::disease_claim, severity);
  wording.url =
      broken.empty() ? "https://www.ecfr.gov/current/title-21/section-101.93" : broken.front()->url;
  if (broken.empty()) wording.notes = {"source: 21 CFR 101.93(g)"};
  for (const auto* provision : broken)
    wording.notes.push_back("source: " + provision->article + ", " + provision->title);
  return wording;
}

}  // namespace

Provisions provisions_on(const Checks& checks, Jurisdictions on, Kinds kinds) {
  Provisions broken;
  for (const auto& provision : checks.provisions) {
    const bool asked = is_on(on, provision.jurisdiction);
    if (asked && (kinds & bit_of(provision.forbids)) != 0) broken.push_back(&provision);
  }
  std::ranges::stable_sort(broken, {}, &ProvisionCode::jurisdiction);
  return broken;
}

std::optional<Diagnostic> breach_of_law(const Work& work, const ClaimReader& reader,
                                        const Claim& claim) {
  const bool sells = work.profile == Profile::marketing;
  if (!sells && work.jurisdictions == 0) return std::nullopt;
  const auto kinds = weighed_kinds(reader, claim);
  const auto broken = provisions_on(work.checks, work.jurisdictions, kinds);
  const bool treats =
      (sells && names_disease(work, claim)) || (!broken.empty() && (kinds & grave) != 0);
  if (!treats && broken.empty()) return std::nullopt;
  const std::string aim = treats ? "treat" : "lower the risk of";
  const std::string rule = treats ? ", which marketing of a supplement or food may not make: "
                                  : ", which marketing may make only where it is authorised: ";
  return finding(wording_of(broken, treats ? Severity::error : Severity::warning),
                 place_of(work.document, claim.begin, claim.end),
                 words_shown(work.document, claim.begin, claim.end) + " is a claim to " + aim +
                     " a disease with " + name_at(work, claim.intervention) + rule +
                     articles_of(broken));
}

}  // namespace caveat
