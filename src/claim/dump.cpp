#include "claim/dump.hpp"

#include <string_view>

namespace caveat {
namespace {

std::string words_of(const Source& source, const ClaimReading& claim) {
  return '"' + std::string(slice(source, claim.effect.value_or(claim.span))) + '"';
}

std::string line_of(const Source& source, const ClaimReading& claim) {
  std::string line = claim.statement ? "" : "claim ";
  line += claim.form + " " + std::string(name_of(claim.strength));
  line += claim.negative ? " negative " : " positive ";
  return line + words_of(source, claim) + "\n";
}

}  // namespace

std::string dump(const Source& source, const SentenceReading& sentence) {
  std::string lines;
  for (const auto& claim : sentence.claims) lines += line_of(source, claim);
  return lines;
}

}  // namespace caveat
