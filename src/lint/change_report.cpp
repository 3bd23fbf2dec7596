#include "lint/change_report.hpp"

#include "diagnostic/quoted.hpp"

namespace caveat {
namespace {

/// "direct", "denied".
std::string standing_of(const std::optional<ToldClaim>& claim) {
  if (!claim) return "";
  return claim->negative ? "denied" : name_of(claim->strength);
}

std::string carried(const ToldEvidence& evidence) {
  if (evidence.effect == Effect::none) return " and finds no effect";
  if (evidence.effect == Effect::harm) return " and finds harm";
  if (evidence.carries == Strength::none) return " and carries no claim";
  return " and carries " + quoted(name_of(evidence.carries));
}

/// What happened, before the subject.
std::string opening_of(const ClaimChange& change) {
  const auto before = standing_of(change.before);
  const auto after = standing_of(change.after);
  switch (change.kind) {
    case ChangeKind::claim_added:
      return change.after->negative ? "new denial" : "new claim, " + quoted(after);
    case ChangeKind::claim_removed:
      return change.before->negative ? "denial removed" : "claim removed, was " + quoted(before);
    case ChangeKind::claim_turned:
      return change.after->negative ? "denied now, was " + quoted(before)
                                    : "claimed now as " + quoted(after) + ", was denied";
    case ChangeKind::claim_strengthened:
      return "strengthened from " + quoted(before) + " to " + quoted(after);
    case ChangeKind::claim_weakened:
      return "weakened from " + quoted(before) + " to " + quoted(after);
    case ChangeKind::citation_removed:
      return "lost its citation";
    case ChangeKind::citation_added:
      return "has a citation now";
    default:
      return "";
  }
}

std::string message_of(const ClaimChange& change) {
  if (change.kind == ChangeKind::caveat_removed)
    return "caveat removed, " + change.caveat + ": " + change.message;
  if (change.kind == ChangeKind::caveat_added) return "caveat added, " + change.caveat;
  const auto evidence = evidence_of(change);
  return opening_of(change) + ": " + subject_of(change) + (evidence.empty() ? "" : "; " + evidence);
}

}  // namespace

std::string subject_of(const ClaimChange& change) {
  const ToldClaim& claim = change.after ? *change.after : *change.before;
  const bool both = !claim.intervention.empty() && !claim.outcome.empty();
  return claim.intervention + (both ? " on " : "") + claim.outcome + (claim.harm ? ", a harm" : "");
}

std::string course_of(const ClaimChange& change) {
  if (!change.before || !change.after)
    return standing_of(change.before ? change.before : change.after);
  const auto before = standing_of(change.before);
  const auto after = standing_of(change.after);
  return before == after ? after : before + " -> " + after;
}

std::string evidence_of(const ClaimChange& change) {
  if (!change.after || change.after->negative || !change.after->evidence) return "";
  if (change.after->strength == Strength::none) return "";
  const ToldEvidence& evidence = *change.after->evidence;
  return std::string("evidence is ") + name_of(evidence.certainty) + carried(evidence);
}

Diagnostic diagnostic_of(const ClaimChange& change, const Account& before) {
  Diagnostic diagnostic;
  diagnostic.span = change.place;
  diagnostic.severity = change.severity;
  diagnostic.rule = std::string("change/") + name_of(change.kind);
  diagnostic.category = "change";
  diagnostic.message = message_of(change);
  if (change.old_sentence)
    diagnostic.notes.push_back({"was: " + quoted(before.sentences[*change.old_sentence].text), {}});
  for (const auto& remark : change.remarks) diagnostic.notes.push_back({remark, {}});
  return diagnostic;
}

}  // namespace caveat
