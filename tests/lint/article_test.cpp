// The article that a report shows: its blocks as they read, rows of its tables, claims weighed.
#include "lint/article.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "lint/lint_text.hpp"

using namespace caveat;

namespace {

const char* const kinds[] = {"p", "h", "li", "td", "th", "caption", "alt", "description"};

/// `kind: text` a line for each block; a row starts with "/".
std::string blocks_of(const char* format, std::string text) {
  static const Compiled empty = load_pack("");
  const Source source = make_source("a", std::move(text));
  LintOptions options;
  options.format = format_named(format);
  const Article article = article_of(source, *empty.rules, *empty.desk, options);
  std::string lines;
  for (const TextBlock& block : article.blocks)
    lines += std::string(block.opens_row ? "/" : "") + (block.quote ? "> " : "") +
             kinds[static_cast<std::size_t>(block.kind)] +
             (block.level > 0 ? std::to_string(block.level) : "") + ": " +
             article.passage.text.substr(block.shown.begin, size(block.shown)) + "\n";
  return lines;
}

/// `intervention -> outcome: strength, carried, voice` a line for each claim.
std::string claims_of(std::string_view text) {
  static const Compiled shipped = load_shipped();
  const Source source = make_source("a", std::string(text));
  std::string lines;
  for (const ClaimMark& claim : article_of(source, *shipped.rules, *shipped.desk).claims)
    lines += words_at(source, claim.span) + " " + claim.intervention + " -> " + claim.outcome +
             ": " + std::to_string(claim.strength) + (claim.negative ? " denied" : "") +
             (claim.evidence ? ", carries " + std::to_string(claim.evidence->carries) : "") +
             (claim.voice.empty() ? "" : ", " + std::string(claim.voice)) + "\n";
  return lines;
}

}  // namespace

TEST_CASE("an article has the blocks that a reader sees") {
  CHECK(blocks_of("markdown", "# Tea\n\nIt is *hot*.\n\n- one\n- two\n\n> said\n") ==
        "h1: Tea\np: It is hot.\nli: one\nli: two\n> p: said\n");
}

TEST_CASE("cells stand in their rows") {
  CHECK(blocks_of("markdown", "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n") ==
        "/th: a\nth: b\n/td: 1\ntd: 2\n/td: 3\ntd: 4\n");
  CHECK(blocks_of("html", "<table><tr><th>a<th>b<tr><td>1<td>2<tr><td>3<td>4</table><p>x</p>") ==
        "/th: a\nth: b\n/td: 1\ntd: 2\n/td: 3\ntd: 4\np: x\n");
  CHECK(blocks_of("html", "<table><tr><td>1<td>2\n<tr><td>3<td>4</table>") ==
        "/td: 1\ntd: 2\n/td: 3\ntd: 4\n");
  CHECK(blocks_of("html", "<dl><dt>tea<dd>a herb<dt>rum<dd>a drink</dl>") ==
        "/th: tea\ntd: a herb\n/th: rum\ntd: a drink\n");
}

TEST_CASE("an article's claims come with what the evidence carries, and whose they are") {
  CHECK(claims_of("Kratom relieves chronic pain.\n\nSome users say that kratom lifts mood.") ==
        "«relieves chronic pain» Kratom -> chronic pain: 4, carries 0\n"
        "«lifts mood» kratom -> mood: 0, carries 0, people\n");
}
