// One document through all stages, with the packs that ship: bytes that are no text, the ways in
// which the same words are written, hostile sizes, order, and findings told once.
#include "lint/lint.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "lint/describe.hpp"
#include "lint/lint_text.hpp"

using namespace caveat;

namespace {

const Compiled& shipped() {
  static const Compiled compiled = load_shipped();
  return compiled;
}

std::string findings(std::string_view text) {
  return lint_text(shipped(), text);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (std::size_t at = 0; at < times; ++at) text += part;
  return text;
}

/// How many findings a text has, without printing them: it may be large.
std::size_t count(std::string text) {
  const auto source = make_source("text", std::move(text));
  return lint(source, *shipped().rules, *shipped().desk).size();
}

bool is_sorted_by_place(const std::vector<Diagnostic>& diagnostics) {
  return std::ranges::is_sorted(diagnostics, [](const auto& a, const auto& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end < b.span.end;
  });
}

std::string words_at(const SentenceFacts& sentence, Span span) {
  return sentence.text.substr(span.begin, size(span));
}

std::string tokens_of(const SentenceFacts& sentence) {
  std::string line = "tokens  ";
  for (std::uint32_t at = 0; at < sentence.tokens.size(); ++at) {
    const bool opens = std::ranges::count(sentence.clauses, at) > 0;
    line += (opens ? " | [" : " [") + words_at(sentence, sentence.tokens[at]) + "]";
  }
  return line + "\n";
}

/// A line for each of the facts that these tests look at.
std::string facts_of(const std::vector<SentenceFacts>& sentences) {
  std::string lines;
  for (const SentenceFacts& sentence : sentences) {
    const auto words = [&](Span span) { return words_at(sentence, span); };
    lines += tokens_of(sentence);
    for (const PhraseFact& phrase : sentence.phrases) {
      lines += "concept  " + words(phrase.words) + ":";
      for (const std::string& name : phrase.means) lines += " " + name;
      lines += "\n";
    }
    for (const ScopeFact& fact : sentence.scopes)
      lines += "scope    " + fact.scope.id + ": \"" + words(fact.cue) + "\" governs \"" +
               words(fact.governs) + "\"\n";
    for (const ClaimFact& claim : sentence.claims) {
      lines += "claim    " + claim.form + ":";
      for (const PartFact& part : claim.parts)
        lines +=
            (&part == &claim.parts.front() ? " " : ", ") + part.name + " \"" + part.words + "\"";
      lines += "\n";
    }
    for (const MatchFact& rule : sentence.rules)
      lines += "rule     " + rule.id + ": \"" + words(rule.words) + "\"\n";
  }
  return lines;
}

constexpr const char* page =
    "Kratom and You\n\n"
    "Many of those who have tried it say that kratom cures\n"
    "depression. It's believed to lift mood, and \"it doesn't harm anybody\".\n\n"
    "- Kratom relieves chronic pain.\n"
    "- It is completely safe.\n";

}  // namespace

TEST_CASE("an empty document has nothing to say") {
  CHECK(findings("") == "");
  CHECK(findings(" \n\t\r\n\n") == "");
  CHECK(findings("\xEF\xBB\xBF") == "");
  CHECK(describe(make_source("text", ""), *shipped().rules, *shipped().desk).empty());
}

TEST_CASE("bytes that are no UTF-8 are told with their offset, and the rest is linted") {
  const auto whole = lint_whole(shipped(), "It is \xFF\xFE here.\n\nKratom cures depression. \xC3");
  CAPTURE(whole);
  CHECK(whole.find(
            "error input/invalid-utf8 «\xFF\xFE» not UTF-8 at byte 6; the rest is linted\n") == 0);
  CHECK(whole.find("error input/invalid-utf8 «\xC3» not UTF-8 at byte 41; the rest is linted\n") !=
        std::string::npos);
  CHECK(whole.find("error kratom/efficacy «cures depression»") != std::string::npos);
}

TEST_CASE("a file that is no text is told in twenty lines") {
  std::string bytes;
  for (int at = 0; at < 5000; ++at) bytes += "\xFF ";
  const auto lines = findings(bytes);
  CHECK(std::count(lines.begin(), lines.end(), '\n') == 20);
}

TEST_CASE("an invalid byte inside a word hides no other word") {
  CHECK(findings("Kratom cures \xFF depression.").find("input/invalid-utf8 «\xFF»") !=
        std::string::npos);
  CHECK(findings("Nice\xFF. Kratom cures pain.").find("kratom/efficacy «cures pain»") !=
        std::string::npos);
}

TEST_CASE("line ends, byte order mark, wide blanks and curly quotes change nothing") {
  const auto plain = findings(page);
  REQUIRE(plain.find("kratom/efficacy «cures\ndepression»") != std::string::npos);
  CHECK(replaced(findings(replaced(page, "\n", "\r\n")), "\r\n", "\n") == plain);
  CHECK(findings(std::string("\xEF\xBB\xBF") + page) == plain);
  CHECK(replaced(findings(replaced(page, " ", "\u00A0")), "\u00A0", " ") ==
        replaced(plain, "\u00A0", " "));
  auto curly = replaced(replaced(page, "'", "’"), " \"", " “");
  curly = replaced(curly, "\"", "”");
  CHECK(replaced(replaced(replaced(findings(curly), "’", "'"), "“", "\""), "”", "\"") == plain);
}

TEST_CASE("findings come in the order of the text") {
  const auto source =
      make_source("text", std::string("\xFF ") + page + "\nKratum is not addictive. \xFE");
  const auto found = lint(source, *shipped().rules, *shipped().desk);
  CHECK(found.size() > 8);
  CHECK(is_sorted_by_place(found));
  CHECK(std::ranges::all_of(found, [&](const auto& diagnostic) {
    return diagnostic.span.begin < diagnostic.span.end &&
           diagnostic.span.end <= source.bytes.size() && !diagnostic.message.empty() &&
           diagnostic.message.find('\n') == std::string::npos;
  }));
}

TEST_CASE("a desk keeps nothing from one document to the next") {
  const auto fresh = load_shipped();
  const std::string other = "Depression\n\nKratom. Mint. Kratom? It eases pain.";
  const auto first = lint_text(fresh, page);
  const auto second = lint_text(fresh, other);
  CHECK(lint_text(fresh, page) == first);
  CHECK(lint_text(fresh, "") == "");
  CHECK(lint_text(fresh, page) == first);
  CHECK(lint_text(load_shipped(), other) == second);
}

TEST_CASE("a line of five megabytes without a blank is linted") {
  CHECK(count(std::string(5'000'000, 'a')) == 0);
  CHECK(count(repeated("kratom", 800'000)) == 0);
  CHECK(count(repeated("\u00FC", 2'500'000)) == 0);
  CHECK(count(repeated("-", 5'000'000)) == 0);
}

TEST_CASE("two hundred thousand sentences are linted") {
  CHECK(count(repeated("The cat sat. ", 200'000)) == 0);
  CHECK(count(repeated("It is harmless. ", 50'000)) == 0);
  CHECK(count(repeated("It is harmless.\n\n", 50'000)) == 0);
  CHECK(count("Kratom\n\n" + repeated("It is harmless. ", 50'000)) > 50'000);
}

TEST_CASE("a hundred thousand parentheses and quotes are linted") {
  CHECK(count(repeated("(", 100'000)) == 0);
  CHECK(count(repeated("( ", 100'000)) == 0);
  CHECK(count(repeated("()", 50'000)) == 0);
  CHECK(count("Kratom " + repeated("(", 100'000) + " cures " + repeated(")", 100'000)) == 0);
  CHECK(count(repeated("“", 100'000)) == 0);
  CHECK(count(repeated("kratom is ( ", 50'000)) > 0);
}

TEST_CASE("megabytes of other hostile shapes are linted") {
  CHECK(count(std::string(5'000'000, '\n')) == 0);
  CHECK(count(std::string(1'000'000, '\0')) == 0);
  CHECK(count(std::string(5'000'000, '\xFF')) == 1);
  CHECK(count(repeated("not ", 500'000)) == 0);
  CHECK(count(repeated("- x\n", 300'000)) == 0);
  CHECK(count(repeated("kratom may not ", 100'000)) > 0);
  CHECK(count(repeated("Kratom, kratom and kratom relieve pain, anxiety and depression, ",
                       20'000)) > 0);
}

TEST_CASE("a benefit that several rules read in the same words is told once") {
  const auto whole = lint_whole(
      shipped(), "Kratom Today\n\nKratom binds receptors; this interaction may relieve pain.");
  CAPTURE(whole);
  const auto told = whole.find("kratom/efficacy");
  CHECK(told != std::string::npos);
  CHECK(whole.find(" core/mechanism-to-benefit ") == std::string::npos);
  CHECK(whole.find("  note «this interaction may relieve pain»", told) != std::string::npos);
}

TEST_CASE("the same message twice in a sentence is one finding, in two sentences two") {
  CHECK(findings("Mint may possibly help and may possibly hurt.") ==
        "note core/stacked-hedge «may possibly»\n");
  CHECK(findings("Mint may possibly help. It may possibly hurt.") ==
        "note core/stacked-hedge «may possibly»\nnote core/stacked-hedge «may possibly»\n");
}

TEST_CASE("a description shows each stage of each sentence") {
  constexpr const char* herbs = R"(
[inflection]
noun = [["", ["s"]]]
verb = [["e", ["ed", "ing"]], ["", ["ed", "ing"]]]
[productions]
clause-start = "'but'"
[[scope]]
id = "possible"
cue = "'may'"
[[concept]]
id = "mint"
class = "intervention"
tags = ["herb"]
terms = ["mint"]
[[concept]]
id = "cough"
class = "condition"
broader = ["fever"]
terms = ["cough"]
[[concept]]
id = "fever"
class = "condition"
terms = ["high fever"]
[[concept]]
id = "ease"
class = "effect"
inflect = "verb"
terms = ["ease"]
[[claim]]
id = "active"
match = "intervention:intervention .. effect:effect outcome:condition"
flags = ["a", "b", "c"]
allows = ["a", "b", "c"]
[[rule]]
id = "bitter"
category = "fact"
match = "'bitter'"
message = "m"
why = "w"
source = { title = "s" }
flags = ["a", "b", "c"]
allows = ["a", "b", "c"]
)";
  const auto pack = load_pack(herbs);
  REQUIRE(pack_mistakes(pack) == "");
  const auto source =
      make_source("text", "Mint is bitter but may. High fever. Mint may ease cough.");
  CHECK(facts_of(describe(source, *pack.rules, *pack.desk)) ==
        R"(tokens   [Mint] [is] [bitter] | [but] [may] [.]
concept  Mint: mint intervention herb
scope    possible: "may" governs "."
rule     t/bitter: "bitter"
tokens   [High] [fever] [.]
concept  High fever: fever condition
tokens   [Mint] [may] [ease] [cough] [.]
concept  Mint: mint intervention herb
concept  ease: ease effect
concept  cough: cough condition
concept  cough: fever
scope    possible: "may" governs "ease cough."
claim    active: intervention "Mint", effect "ease", outcome "cough"
)");
}
