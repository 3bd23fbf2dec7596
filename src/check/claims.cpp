// What the text claims, weighed against the evidence table.
#include <algorithm>

#include "check/check.hpp"
#include "check/finding.hpp"
#include "claim/claim.hpp"

namespace caveat {
namespace {

/// 0: the very concept; 1: a broader one; 2: a class or tag; no_id: it means something else.
std::uint32_t distance(const Work& work, std::uint32_t token, SymbolId symbol) {
  std::uint32_t rank = 0;
  for (const auto& tag : tags_at(work.document.tagging, token)) {
    if (tag.symbol == symbol) return symbol >= work.lexicon.concepts ? 2 : std::min(rank, 1U);
    ++rank;
  }
  return no_id;
}

/// The evidence that speaks most closely of this intervention and the outcome at a token.
const EvidenceCode* closest_evidence(const Work& work, std::uint32_t intervention,
                                     std::uint32_t outcome) {
  const EvidenceCode* closest = nullptr;
  auto best = no_id;
  for (const auto& row : work.checks.evidence) {
    const auto a = distance(work, intervention, row.intervention);
    const auto b = distance(work, outcome, row.outcome);
    if (a == no_id || b == no_id || a + b >= best) continue;
    best = a + b;
    closest = &row;
  }
  return closest;
}

/// Evidence of no effect, or of harm, speaks against every benefit.
bool speaks_against(const EvidenceCode& row) {
  return row.effect == Effect::none || row.effect == Effect::harm;
}

/// The strongest benefit that may be worded, however certain the evidence against it.
Strength carried_by(const EvidenceCode& row) {
  return speaks_against(row) ? Strength::none : row.carries;
}

/// The evidence on the outcome that carries least: of "pain and cancer" the weaker one is claimed
/// as strongly as the other.
const EvidenceCode* find_evidence(const Work& work, const Claim& claim) {
  const EvidenceCode* least = nullptr;
  for (auto token = claim.outcome.begin; token < claim.outcome.end; ++token) {
    const auto* row = closest_evidence(work, claim.intervention, token);
    if (row == nullptr) continue;
    if (least == nullptr || carried_by(*row) < carried_by(*least)) least = row;
    // Words inside a longer name mean nothing of their own.
    token = longest(work.document.tagging, token, row->outcome) - 1;
  }
  return least;
}

const char* worded(Strength strength) {
  switch (strength) {
    case Strength::absolute:
      return "is promised";
    case Strength::direct:
      return "is stated as certain";
    case Strength::probable:
      return "is stated as likely";
    case Strength::possible:
      return "is held out as possible";
    default:
      return "is stated as a link";
  }
}

/// "cures depression", at most so many bytes of it, cut at a token.
std::string quoted(const Document& document, std::uint32_t begin, std::uint32_t end) {
  while (end > begin + 1 && size(shown_by(document, begin, end)) > 70) --end;
  return '"' + words_of(document, begin, end) + '"';
}

std::string name_at(const Work& work, std::uint32_t token) {
  const auto end = std::max(
      longest(work.document.tagging, token, work.checks.forms.names.intervention), token + 1);
  return words_of(work.document, token, end);
}

std::string fitting(const std::string& intervention, const std::string& outcome,
                    const EvidenceCode& row) {
  if (row.effect == Effect::none) return intervention + " has not been found to affect " + outcome;
  if (row.effect == Effect::harm) return intervention + " can make " + outcome + " worse";
  switch (row.carries) {
    case Strength::none:
      return "it is very uncertain whether " + intervention + " affects " + outcome;
    case Strength::association:
    case Strength::possible:
      return intervention + " may help with " + outcome;
    case Strength::probable:
      return intervention + " probably helps with " + outcome;
    default:
      return intervention + " helps with " + outcome;
  }
}

Severity severity_of(Strength strength, const EvidenceCode& row) {
  const bool low = row.certainty <= Certainty::low;
  const bool high = row.certainty == Certainty::high;
  const bool bad = (strength == Strength::absolute && !high) ||
                   (strength == Strength::direct && low) ||
                   (speaks_against(row) && row.certainty >= Certainty::moderate);
  return bad && row.verified ? Severity::error : Severity::warning;
}

/// `says` follows the quoted words of the claim.
void report(Work& work, const Claim& claim, const Wording& wording, const std::string& says) {
  const auto span = place_of(work.document, claim.begin, claim.end);
  const auto words = quoted(work.document, claim.begin, claim.end);
  work.diagnostics.push_back(finding(wording, span, words + " " + says));
}

/// "evidence for kratom on depression is very low"
std::string known(const Work& work, const Claim& claim, const EvidenceCode& row) {
  return "evidence for " + name_at(work, claim.intervention) + " on " + row.outcome_name + " is " +
         name_of(row.certainty);
}

void report_overstated(Work& work, const Claim& claim, const EvidenceCode& row) {
  Wording wording{row.pack + "/efficacy", "efficacy", severity_of(claim.strength, row), row.url,
                  row.notes};
  const auto fit = fitting(name_at(work, claim.intervention), row.outcome_name, row);
  wording.notes.insert(wording.notes.begin(), "wording that fits: \"" + fit + "\"");
  auto says = std::string(worded(claim.strength)) + "; " + known(work, claim, row);
  if (row.effect == Effect::none) says += " and finds no effect";
  if (row.effect == Effect::harm) says += " and finds harm";
  report(work, claim, wording, says);
}

void report_understated(Work& work, const Claim& claim, const EvidenceCode& row) {
  const Wording wording{row.pack + "/underclaim", "underclaim", Severity::warning, row.url,
                        row.notes};
  const std::string how = claim.negative ? "is denied; " : "is hedged; ";
  report(work, claim, wording, how + known(work, claim, row));
}

/// Nothing on file for a remedy that is known to be unproven is a finding; for any other
/// intervention it is only a gap in the packs.
void report_unknown(Work& work, const Claim& claim) {
  const auto unproven = work.checks.forms.names.unproven;
  if (unproven == no_id || longest(work.document.tagging, claim.intervention, unproven) == 0)
    return;
  const Wording wording{"core/efficacy-without-evidence", "efficacy", Severity::warning, "", {}};
  report(work, claim, wording,
         "is claimed for " + name_at(work, claim.intervention) + ", with no evidence on file");
}

bool understates(const Claim& claim, const EvidenceCode& row) {
  const bool established = row.effect == Effect::benefit && row.certainty == Certainty::high;
  return established && !claim.certain && (claim.negative || claim.strength == Strength::possible);
}

void weigh(Work& work, const Claim& claim) {
  if (claim.intervention == no_id) return;
  const auto* row = find_evidence(work, claim);
  if (row != nullptr && understates(claim, *row)) return report_understated(work, claim, *row);
  if (claim.negative || claim.certain || claim.strength == Strength::none) return;
  if (row == nullptr) {
    if (claim.strength >= Strength::possible) report_unknown(work, claim);
  } else if (claim.strength > carried_by(*row)) {
    report_overstated(work, claim, *row);
  }
}

}  // namespace

void check_claims(Work& work) {
  if (!work.due.claims) return;
  const auto& checks = work.checks;
  const ClaimReader reader{checks.forms,  checks.scopes, work.program, work.lexicon,
                           work.document, work.matcher,  work.sentence};
  std::vector<Claim> claims;
  read_claims(reader, checks.forms.claims, claims);
  for (const auto& claim : claims) weigh(work, claim);
}

}  // namespace caveat
