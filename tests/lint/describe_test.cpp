// What is told of a computation is the computation: the last step of each claim is the claim.
#include "lint/describe.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "lint/lint_text.hpp"

using namespace caveat;

namespace {

/// A sentence a line, with most of what weighs a claim: modals, negations, voices, designs,
/// sources, certainties, lists, questions, frames.
constexpr const char* page =
    "# Kratom for pain\n\n"
    "Kratom relieves pain. Kratom may relieve pain and anxiety in older adults.\n\n"
    "Studies suggest that kratom does not relieve pain in mice (Smith et al., 2019).\n\n"
    "Low-certainty evidence shows that kratom probably eases pain, but users say that it cures "
    "depression. Does it lift mood? It cannot fail to lift mood.\n\n"
    "## Myths\n\n- Kratom cures cancer.\n- It may be associated with a longer life.\n";

std::string ends_in(const ClaimFact& claim) {
  const bool none = claim.weights.empty();
  const auto strength = none ? claim.bare : claim.weights.back().strength;
  const bool negative = !none && claim.weights.back().negative;
  return name_of(strength) + std::string(negative ? " negative" : " positive");
}

std::string told(const ClaimFact& claim) {
  return name_of(claim.strength) + std::string(claim.negative ? " negative" : " positive");
}

}  // namespace

TEST_CASE("the steps of a computation end at what the claim is") {
  const auto shipped = load_shipped();
  const auto source = make_source("page.md", page);
  LintOptions options;
  options.format = format_named("markdown");
  std::size_t claims = 0;
  std::size_t steps = 0;
  for (const auto& sentence : describe(source, *shipped.rules, *shipped.desk, options)) {
    for (const auto& claim : sentence.claims) {
      CAPTURE(sentence.text, claim.form);
      CHECK(ends_in(claim) == told(claim));
      CHECK_FALSE(claim.matched.empty());
      ++claims;
      steps += claim.weights.size();
    }
  }
  CHECK(claims > 10);
  CHECK(steps > 10);
}

TEST_CASE("what is told of a document agrees with what is read in it") {
  const auto shipped = load_shipped();
  const auto source = make_source("page.md", page);
  LintOptions options;
  options.format = format_named("markdown");
  const auto sentences = describe(source, *shipped.rules, *shipped.desk, options);
  const auto reading = read(source, *shipped.rules, *shipped.desk, options);
  REQUIRE(sentences.size() == reading.sentences.size());
  for (std::size_t at = 0; at < sentences.size(); ++at) {
    CAPTURE(sentences[at].text);
    CHECK(sentences[at].strength == reading.sentences[at].strength);
    CHECK(sentences[at].negative == reading.sentences[at].negative);
    const auto& cues = reading.sentences[at];
    CHECK(sentences[at].cues.size() == cues.hedges.size() + cues.negations.size());
  }
}

TEST_CASE("the text of a sentence is what a reader sees, and each token has its place in it") {
  const auto shipped = load_shipped();
  const auto source =
      make_source("page.html", "<p>Krat<b>om</b>\n   re&shy;lieves <i>pain</i>,\tthey say.</p>");
  LintOptions options;
  options.format = format_named("html");
  const auto sentences = describe(source, *shipped.rules, *shipped.desk, options);
  REQUIRE(sentences.size() == 1);
  const auto& sentence = sentences.front();
  CHECK(sentence.text == "Kratom relieves pain, they say.");
  std::string tokens;
  for (const Span token : sentence.tokens)
    tokens += sentence.text.substr(token.begin, size(token)) + "|";
  CHECK(tokens == "Kratom|relieves|pain|,|they|say|.|");
}
