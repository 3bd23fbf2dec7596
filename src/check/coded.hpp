// The rules that are code: what checks report and no pack defines one by one. Their ids,
// categories, worst severities and meanings stand here once, for the checks that report them, the
// comments that silence them and the pages that explain them. Rejected: ids where they are
// reported, which left three lists that only tests held together.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "check/checks.hpp"

namespace caveat {

struct CodedRule {
  std::string_view id;  ///< whole, or the last part where each pack has its own: "kratom/efficacy"
  Severity severity;    ///< the worst it reports
  std::string_view category;
  std::string_view meaning;
};

namespace coded {

inline constexpr CodedRule efficacy = {
    "efficacy", Severity::error, "efficacy",
    "a claim is worded more strongly than the evidence of this table carries"};
inline constexpr CodedRule underclaim = {
    "underclaim", Severity::warning, "underclaim",
    "an effect that the evidence of this table establishes is hedged or denied"};
inline constexpr CodedRule unfounded_harm = {
    "unfounded-harm", Severity::error, "fact",
    "a harm is stated where the evidence of this table finds none"};
inline constexpr CodedRule denied_harm = {"denied-harm", Severity::error, "safety",
                                          "a harm is denied that the evidence of this table finds"};
inline constexpr CodedRule misspelt_name = {"misspelt-name", Severity::error, "term",
                                            "a name of this table is written wrongly"};

inline constexpr CodedRule efficacy_without_evidence = {
    "core/efficacy-without-evidence", Severity::warning, "efficacy",
    "a benefit is claimed for an unproven remedy, and no pack has evidence for it"};
inline constexpr CodedRule disease_claim = {
    "core/disease-claim", Severity::error, "disease",
    "with --profile=marketing or --jurisdiction: a supplement or food is said to treat a "
    "disease, however hedged"};
inline constexpr CodedRule stated_certainty = {
    "core/stated-certainty", Severity::note, "efficacy",
    "a sentence names the certainty of its evidence, and its wording does not fit that"};
inline constexpr CodedRule hedged_here_flat_there = {
    "core/hedged-here-flat-there", Severity::warning, "consistency",
    "one benefit is stated as certain in one place, and hedged or denied in another"};
inline constexpr CodedRule title_stronger_than_body = {
    "core/title-stronger-than-body", Severity::warning, "consistency",
    "the title, or what search engines show, claims more than the text does"};
inline constexpr CodedRule two_active_compounds = {
    "core/two-active-compounds", Severity::warning, "consistency",
    "two different things are called the main compound of one remedy"};

/// Reported of every pack that has evidence.
inline constexpr std::array of_evidence = {efficacy, underclaim, unfounded_harm, denied_harm};

/// Reported of no pack's table.
inline constexpr std::array of_documents = {efficacy_without_evidence, disease_claim,
                                            stated_certainty,          hedged_here_flat_there,
                                            title_stronger_than_body,  two_active_compounds};

}  // namespace coded

/// "kratom/efficacy".
inline std::string id_in(const std::string& pack, const CodedRule& rule) {
  return pack + "/" + std::string(rule.id);
}

/// Whether `id` is this rule in some pack.
inline bool is_coded(std::string_view id, const CodedRule& rule) {
  return id.substr(id.find('/') + 1) == rule.id;
}

}  // namespace caveat
