// What the text claims, weighed against the evidence table.
#include <algorithm>

#include "check/check.hpp"
#include "check/evidence.hpp"
#include "check/finding.hpp"
#include "check/law.hpp"
#include "claim/claim.hpp"

namespace caveat {
namespace {

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

/// What the evidence lets one say of a benefit.
Says fitting(const EvidenceCode& row) {
  if (row.effect == Effect::none) return Says::no_effect;
  if (row.effect == Effect::harm) return Says::worsens;
  switch (row.carries) {
    case Strength::none:
    case Strength::association:
      return Says::uncertain;
    case Strength::possible:
      return Says::possible;
    case Strength::probable:
      return Says::probable;
    default:
      return Says::direct;
  }
}

Severity severity_of(Strength strength, const EvidenceCode& row) {
  const bool low = row.certainty <= Certainty::low;
  const bool high = row.certainty == Certainty::high;
  const bool bad = (strength == Strength::absolute && !high) ||
                   (strength == Strength::direct && low) ||
                   (speaks_against(row) && row.certainty >= Certainty::moderate &&
                    strength >= Strength::possible);
  return bad && row.verified ? Severity::error : Severity::warning;
}

/// `says` follows the quoted words of the claim.
void report(Work& work, const Claim& claim, const Wording& wording, const std::string& says) {
  const auto span = place_of(work.document, claim.begin, claim.end);
  const auto words = words_shown(work.document, claim.begin, claim.end);
  work.diagnostics.push_back(finding(wording, span, words + " " + says));
}

Wording wording_of(const EvidenceCode& row, const CodedRule& rule, Severity severity) {
  return {id_in(row.pack, rule), std::string(rule.category), severity, row.url, row.notes};
}

/// What a row speaks of; of all conditions together it speaks in the words of the text.
std::string outcome_of(const Work& work, const Capture& outcome, const EvidenceCode& row) {
  if (!row.outcome_name.empty()) return row.outcome_name;
  return words_of(work.document, outcome.begin, outcome.end);
}

/// "evidence for kratom on depression is very low"
std::string known(const Work& work, const Claim& claim, const EvidenceCode& row) {
  return "evidence for " + name_at(work, claim.intervention) + " on " +
         outcome_of(work, claim.outcome, row) + " is " + name_of(row.certainty);
}

/// What else the same words claim too strongly: "relieves pain and anxiety" is told once.
void add_others(const Work& work, const std::vector<Weighed>& others, const EvidenceCode& told,
                Strength strength, std::vector<std::string>& notes) {
  for (const Weighed& other : others) {
    const auto* row = other.row;
    if (row == nullptr || row == &told || strength <= carried_by(*row)) continue;
    const auto end = other.outcome.end;
    notes.push_back("and \"" + words_of(work.document, other.outcome.begin, end) +
                    "\": evidence on " + outcome_of(work, other.outcome, *row) + " is " +
                    name_of(row->certainty));
  }
}

/// The end of the name of what the claim is about.
std::uint32_t end_of_name(const Work& work, std::uint32_t token) {
  const auto intervention = work.checks.forms.names.intervention;
  return std::max(longest(work.document.tagging, token, intervention), token + 1);
}

/// "Turmeric cures arthritis": its three parts side by side, and one outcome. Only there do the
/// words that fit take the place of those that do not; elsewhere an author has to fit them in.
bool is_bare(const Work& work, const Claim& claim, const std::vector<Weighed>& weighed) {
  return weighed.size() == 1 && !is_empty(claim.effect) && !is_empty(claim.outcome) &&
         end_of_name(work, claim.intervention) == claim.effect.begin &&
         claim.effect.end == claim.outcome.begin && claim.outcome.end == claim.end;
}

/// What stands between the two in a model sentence about them; empty where they are not its ends.
std::string between(std::string text, std::string_view intervention, std::string_view outcome) {
  const std::size_t around = intervention.size() + outcome.size() + 2;
  if (text.size() <= around || !text.starts_with(intervention) || !text.ends_with(outcome))
    return "";
  return text.substr(intervention.size() + 1, text.size() - around);
}

/// The verb that fits in the place of the one that does not. Evidence that carries no benefit has
/// none.
void add_rewording(const Work& work, const Claim& claim, const EvidenceCode& row,
                   Diagnostic& diagnostic) {
  const Says says = fitting(row);
  if (says != Says::possible && says != Says::probable && says != Says::direct) return;
  const auto name = name_at(work, claim.intervention);
  const auto outcome = words_of(work.document, claim.outcome.begin, claim.outcome.end);
  const auto verb =
      between(sentence_saying(work.checks.sentences, says, name, outcome), name, outcome);
  auto edits = edits_of(work.document, claim.effect.begin, claim.effect.end, verb);
  if (verb.empty() || edits.empty()) return;
  diagnostic.fixes.push_back(
      {"replace with \"" + verb + "\"", FixSafety::unsafe, std::move(edits)});
}

void report_overstated(Work& work, const Claim& claim, const EvidenceCode& row,
                       const std::vector<Weighed>& weighed) {
  Wording wording = wording_of(row, coded::efficacy, severity_of(claim.strength, row));
  const auto fit =
      sentence_saying(work.checks.sentences, fitting(row), name_at(work, claim.intervention),
                      outcome_of(work, claim.outcome, row));
  if (!fit.empty())
    wording.notes.insert(wording.notes.begin(), std::string(wording_note) + '"' + fit + '"');
  add_others(work, weighed, row, claim.strength, wording.notes);
  auto says = std::string(worded(claim.strength)) + "; " + known(work, claim, row);
  if (row.effect == Effect::none) says += " and finds no effect";
  if (row.effect == Effect::harm) says += " and finds harm";
  report(work, claim, wording, says);
  if (is_bare(work, claim, weighed)) add_rewording(work, claim, row, work.diagnostics.back());
}

void report_understated(Work& work, const Claim& claim, const EvidenceCode& row) {
  const Wording wording = wording_of(row, coded::underclaim, Severity::warning);
  const std::string how = claim.negative ? "is denied; " : "is hedged; ";
  report(work, claim, wording, how + known(work, claim, row));
}

/// Nothing on file for a remedy that is known to be unproven is a finding, a lesser one where the
/// sentence shows its source; for any other intervention it is only a gap in the packs.
void report_unknown(Work& work, const Claim& claim) {
  const auto& names = work.checks.forms.names;
  const bool unproven = means(work.document.tagging, claim.intervention, names.unproven);
  const bool promised = claim.strength == Strength::absolute &&
                        means(work.document.tagging, claim.intervention, names.supplement);
  if (!unproven && !promised) return;
  const auto severity = is_empty(claim.citation) ? Severity::warning : Severity::note;
  const Wording wording = wording_of(coded::efficacy_without_evidence, severity);
  auto says = "is claimed for " + name_at(work, claim.intervention) + ", with no evidence on file";
  const bool watched = claim.design == Design::observational || claim.design == Design::cases;
  if (watched && claim.strength >= Strength::probable)
    says += "; a study that only watches carries \"is associated with\"";
  report(work, claim, wording, says);
}

/// Of high certainty only: of lesser benefits honest pages deny a use, a dose, a subgroup.
bool understates(const Claim& claim, const EvidenceCode& row) {
  const bool established = row.effect == Effect::benefit && row.certainty == Certainty::high;
  if (!established || claim.certain) return false;
  return claim.strength == Strength::possible || claim.negative;
}

/// The one to tell: an understated outcome, else the one whose evidence carries least.
const EvidenceCode* telling(const Claim& claim, const std::vector<Weighed>& weighed) {
  const EvidenceCode* least = nullptr;
  for (const Weighed& one : weighed) {
    if (one.row == nullptr) continue;
    if (understates(claim, *one.row)) return one.row;
    if (least == nullptr || carried_by(*one.row) < carried_by(*least)) least = one.row;
  }
  return least;
}

void weigh_benefit(Work& work, const Claim& claim, const std::vector<Weighed>& weighed) {
  const auto* row = telling(claim, weighed);
  if (row != nullptr && understates(claim, *row)) return report_understated(work, claim, *row);
  if (claim.negative || claim.certain || claim.strength == Strength::none) return;
  if (row == nullptr) {
    if (claim.strength >= Strength::possible && is_empty(claim.comparator))
      report_unknown(work, claim);
  } else if (claim.strength > carried_by(*row)) {
    report_overstated(work, claim, *row, weighed);
  }
}

/// A harm stated where the evidence finds none: "the vaccine causes autism". What helps may also
/// harm some, so against a benefit only a plain statement counts; and a row on all conditions
/// together speaks of cures.
bool unfounded(const Work& work, const Claim& claim, const EvidenceCode& row) {
  const bool of_a_class = row.outcome >= work.lexicon.concepts;
  if (of_a_class || claim.negative || claim.certain || row.certainty < Certainty::moderate)
    return false;
  if (row.effect == Effect::none) return claim.strength >= Strength::association;
  const bool helps = row.effect == Effect::benefit && row.certainty == Certainty::high;
  return helps && claim.strength >= Strength::direct;
}

/// A harm denied that the evidence finds; what causes cancers need not cause each of them.
bool denied_harm(const Work& work, const Claim& claim, const Weighed& one) {
  const EvidenceCode& row = *one.row;
  return row.effect == Effect::harm && row.certainty >= Certainty::moderate && claim.denied &&
         !claim.certain && !claim.disowned && is_about(work, row, one.outcome);
}

void report_harm(Work& work, const Claim& claim, const EvidenceCode& row, const CodedRule& rule,
                 const std::string& says) {
  const auto worst = row.certainty == Certainty::high ? Severity::error : Severity::warning;
  const auto severity = row.verified ? worst : Severity::warning;
  report(work, claim, wording_of(row, rule, severity), says);
}

void weigh_harm(Work& work, const Claim& claim, const std::vector<Weighed>& weighed) {
  for (const Weighed& one : weighed) {
    if (one.row == nullptr) continue;
    const auto evidence = known(work, claim, *one.row);
    if (unfounded(work, claim, *one.row)) {
      const bool none = one.row->effect == Effect::none;
      const std::string finds = none ? " and finds no effect" : " and finds a benefit";
      return report_harm(work, claim, *one.row, coded::unfounded_harm,
                         "is stated as a harm; " + evidence + finds);
    }
    if (denied_harm(work, claim, one))
      return report_harm(work, claim, *one.row, coded::denied_harm,
                         "is denied; " + evidence + " and finds harm");
  }
}

/// For the comparison over the document.
void keep(Work& work, std::uint32_t claim, const std::vector<Weighed>& weighed) {
  for (const Weighed& one : weighed) work.said.push_back({claim, one.outcome, one.row});
}

void weigh(Work& work, const ClaimReader& reader, std::uint32_t at) {
  const Claim& claim = work.claims[at];
  if (claim.intervention == no_id) return;
  const auto weighed = weigh_outcomes(work, reader, claim);
  if (claim.form->harm) return weigh_harm(work, claim, weighed);
  keep(work, at, weighed);
  if (auto breach = breach_of_law(work, reader, claim))
    return work.diagnostics.push_back(std::move(*breach));
  weigh_benefit(work, claim, weighed);
}

}  // namespace

bool is_remedy(const Work& work, std::uint32_t token) {
  const auto& names = work.checks.forms.names;
  const auto& tagging = work.document.tagging;
  return means(tagging, token, names.unproven) || means(tagging, token, names.supplement);
}

std::string name_at(const Work& work, std::uint32_t token) {
  return words_of(work.document, token, end_of_name(work, token));
}

std::string words_shown(const Document& document, std::uint32_t begin, std::uint32_t end) {
  while (end > begin + 1 && size(shown_by(document, begin, end)) > 70) --end;
  return '"' + words_of(document, begin, end) + '"';
}

ClaimReader reader_of(const Work& work) {
  return {work.checks.forms, work.checks.scopes, work.program, work.lexicon,
          work.document,     work.matcher,       work.uses,    work.sentence};
}

void check_claims(Work& work) {
  if (!work.due.claims) return;
  const ClaimReader reader = reader_of(work);
  auto at = static_cast<std::uint32_t>(work.claims.size());
  read_claims(reader, work.checks.forms.claims, work.claims);
  for (; at < work.claims.size(); ++at) weigh(work, reader, at);
}

}  // namespace caveat
