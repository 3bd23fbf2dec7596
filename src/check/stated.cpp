// A certainty that the sentence itself names, against its own wording: "moderate-certainty evidence
// shows that it probably reduces" fits, and needs no evidence on file (Santesso 2020).
#include <algorithm>

#include "check/check.hpp"
#include "check/finding.hpp"

namespace caveat {
namespace {

Strength said(const Claim& claim) {
  return std::min(claim.strength, claim.worded);
}

/// "Low to moderate" and sentences that grade two outcomes leave open which is meant.
bool is_ambiguous(const Work& work) {
  std::optional<Certainty> first;
  for (const ScopeUse& use : work.uses) {
    const auto& states = work.checks.scopes.scopes[use.scope].states;
    if (states && first && *states != *first) return true;
    if (states) first = states;
  }
  return false;
}

void report(Work& work, const Claim& claim, const char* category, Severity severity,
            const std::string& says) {
  const auto span = place_of(work.document, claim.begin, claim.end);
  Wording wording = wording_of(coded::stated_certainty, severity);
  wording.category = category;
  wording.url = "https://doi.org/10.1016/j.jclinepi.2019.10.014";
  wording.notes = {"source: Santesso et al., GRADE guidelines 26 (2020)"};
  const auto words = '"' + words_of(work.document, claim.begin, claim.end) + '"';
  work.diagnostics.push_back(finding(wording, span, words + " " + says));
}

/// Whoever names the grade in front of a plain result has told the reader how sure it is, and most
/// honest reviews do: that is style, which only those who write for clinicians are held to. "Cures"
/// fits no grade.
bool is_style(Profile profile, Strength strength) {
  return profile != Profile::clinical && strength < Strength::absolute;
}

/// One step too strong is a matter of style even there.
Severity severity_of(Profile profile, Strength strength, Strength carried) {
  const bool far = static_cast<int>(strength) - static_cast<int>(carried) > 1;
  return far && profile == Profile::clinical ? Severity::warning : Severity::note;
}

void weigh(Work& work, const Claim& claim) {
  const auto carried = carried_by(*claim.states);
  const auto strength = said(claim);
  const std::string rated = std::string("the sentence itself rates its evidence as ") +
                            name_of(*claim.states) + ", which carries ";
  if (strength > carried && strength >= Strength::probable) {
    if (is_style(work.profile, strength)) return;
    report(work, claim, "efficacy", severity_of(work.profile, strength, carried),
           "is worded as " + std::string(name_of(strength)) + "; " + rated + name_of(carried));
  } else if (strength == Strength::possible && *claim.states == Certainty::high) {
    report(work, claim, "underclaim", Severity::note, "is hedged; " + rated + name_of(carried));
  }
}

}  // namespace

bool states_certainty(const Checks& checks, std::span<const ScopeUse> uses) {
  return std::ranges::any_of(uses, [&](const ScopeUse& use) {
    return checks.scopes.scopes[use.scope].states.has_value();
  });
}

void check_stated(Work& work) {
  if (is_ambiguous(work)) return;
  const ClaimReader reader = reader_of(work);
  std::vector<Claim> statements;
  read_claims(reader, work.checks.forms.statements, statements);
  const auto rank = [](const Claim& claim) {
    return claim.states && !claim.certain ? static_cast<int>(said(claim)) : -1;
  };
  const auto strongest = std::ranges::max_element(statements, {}, rank);
  if (strongest != statements.end() && rank(*strongest) >= 0) weigh(work, *strongest);
}

}  // namespace caveat
