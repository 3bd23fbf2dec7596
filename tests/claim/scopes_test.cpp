// Sentences with a claim and what the scopes around it leave of it, in the manner of tree-sitter's
// corpus:
//
//   ==== a title
//   A sentence.
//   ---
//   strength polarity voice "words of the claim"
//
// Of several forms that read the same words the first counts.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "claim/corpus.hpp"
#include "lint/lint_text.hpp"

using namespace caveat;

namespace {

std::string line_of(const Source& source, const ClaimReading& claim) {
  return std::string(name_of(claim.strength)) + (claim.negative ? " negative " : " positive ") +
         name_of(claim.voice) + " \"" + std::string(slice(source, claim.span)) + "\"\n";
}

std::string claims_of(const Compiled& shipped, const std::string& text) {
  const auto source = make_source("text", text);
  std::string lines;
  std::vector<Span> told;
  for (const auto& sentence : read(source, *shipped.rules, *shipped.desk).sentences) {
    for (const auto& claim : sentence.claims) {
      const auto same = [&](Span span) { return overlaps(span, claim.span); };
      if (claim.statement || std::ranges::any_of(told, same)) continue;
      told.push_back(claim.span);
      lines += line_of(source, claim);
    }
  }
  return lines;
}

}  // namespace

TEST_CASE("what stands around a claim changes its strength, polarity and voice") {
  const auto shipped = load_shipped();
  std::size_t entries = 0;
  for (const auto& path : corpus_in("scopes")) {
    std::string expected;
    std::string found;
    for (const auto& entry : read_entries(path)) {
      const auto head = entry.title + "\n" + entry.sentence + "\n---\n";
      expected += head + entry.expected + "\n";
      found += head + claims_of(shipped, entry.sentence) + "\n";
      ++entries;
    }
    INFO(path.filename().string());
    CHECK(found == expected);
  }
  CHECK(entries >= 70);
}
