#include "claim/dump.hpp"

#include <string_view>

namespace caveat {
namespace {

std::string words_of(const Source& source, const ClaimReading& claim) {
  return '"' + std::string(slice(source, claim.effect.value_or(claim.span))) + '"';
}

std::string head_of(const ClaimReading& claim) {
  return claim.form + " " + name_of(claim.strength) + (claim.negative ? " negative" : " positive");
}

std::string line_of(const Source& source, const ClaimReading& claim) {
  return head_of(claim) + " " + words_of(source, claim) + "\n";
}

std::string part_of(const Source& source, const std::optional<Span>& part) {
  return part ? std::string(slice(source, *part)) : "-";
}

/// ", name: words", or nothing for a part that the claim does not have.
std::string beside(const Source& source, std::string_view name, const std::optional<Span>& part) {
  return part ? ", " + std::string(name) + ": " + part_of(source, part) : "";
}

std::string parts_of(const Source& source, const ClaimReading& claim) {
  auto parts = beside(source, "comparator", claim.comparator);
  parts += beside(source, "population", claim.population);
  if (claim.voice != Voice::author) parts += std::string(", voice: ") + name_of(claim.voice);
  parts += beside(source, "citation", claim.citation);
  if (claim.design != Design::unsaid) parts += std::string(", design: ") + name_of(claim.design);
  if (claim.harm) parts += ", harm";
  return parts;
}

std::string claim_line(const Source& source, const ClaimReading& claim) {
  const auto who = part_of(source, claim.intervention);
  const auto what = part_of(source, claim.effect) + " | " + part_of(source, claim.outcome);
  return head_of(claim) + " " + who + " | " + what + parts_of(source, claim) + "\n";
}

}  // namespace

std::string dump(const Source& source, const SentenceReading& sentence) {
  std::string lines;
  for (const auto& claim : sentence.claims) {
    if (claim.statement) lines += line_of(source, claim);
  }
  return lines;
}

std::string dump_claims(const Source& source, const SentenceReading& sentence) {
  std::string lines;
  for (const auto& claim : sentence.claims) {
    if (!claim.statement) lines += claim_line(source, claim);
  }
  return lines;
}

}  // namespace caveat
