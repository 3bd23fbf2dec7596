// A pack must not be able to make caveat slow. Steps are counted, not seconds: doubling the
// sentence may double the steps, whatever the pattern says.
#include <catch2/catch.hpp>

#include "grammar/workbench.hpp"

using namespace caveat;

namespace {

std::string times(const std::string& text, int count) {
  std::string out;
  for (int at = 0; at < count; ++at) out += text;
  return out;
}

/// Steps to look for the pattern at every token of a sentence of `length` words.
double steps(const Workbench& bench, int length) {
  MatchReading reading;
  read(bench, times("a ", length - 1) + "a", reading);
  const auto before = reading.matcher.steps;
  const auto& subject = reading.matcher.subject;
  for (auto token = subject.first; token <= subject.last; ++token) {
    (void)match_at(reading.matcher, bench.program, bench.pattern, token);
  }
  return static_cast<double>(reading.matcher.steps - before);
}

}  // namespace

TEST_CASE("matching is linear in the sentence whatever the pattern says") {
  const std::string gaps = times("( 'a' .. ", 20) + "'b'" + times(" )", 20);
  const std::string stars = times("( 'a' ", 30) + "'a'" + times(" )*", 30) + " 'b'";
  const std::string looks = "( &( .* 'b' / 'a' ) &( .* 'a' ) 'a' )* 'b'";
  const std::string loops = times("( &", 20) + "'a'* " + times(" 'a' )*", 20) + " 'b'";
  const std::pair<const char*, std::string> rows[] = {
      {"nested loops", stars},
      {"nested gaps", gaps},
      {"predicates in loops in predicates", loops},
      {"loops that look to the end from every token", looks},
      {"a loop from every token", ". * 'b'"},
      {"many gaps in a row", "'a'" + times(" .. 'a'", 50) + " .. 'b'"},
      {"one thousand alternatives", "( 'x'" + times(" / 'a' 'b'", 1000) + " )"},
      {"one thousand words", "( 'x'" + times(" / 'y'", 1000) + " ) 'b'"},
      {"deep parentheses", times("(", 100) + "'a'* 'b'" + times(")", 100)},
  };
  for (const auto& [title, pattern] : rows) {
    INFO(title);
    const auto bench = make_workbench("", pattern);
    REQUIRE(mistakes(bench).empty());
    const auto once = steps(bench, 100);
    CHECK(steps(bench, 200) < 2.6 * once + 100);
    CHECK(steps(bench, 400) < 5.2 * once + 100);
  }
}

TEST_CASE("recursion through productions ends, however long the chain") {
  std::string chain = "[productions]\np0 = \"'b'\"\n";
  for (int at = 1; at < 3000; ++at) {
    chain += "p" + std::to_string(at) + " = \"p" + std::to_string(at - 1) + "\"\n";
  }
  const auto bench = make_workbench(chain, "p2999");
  CHECK(first_match(bench, "a b") == "-");  // deeper than any honest pack: given up, not crashed
  const auto nested = make_workbench("[productions]\nn = \"'a' n 'b' / 'b'\"", "n");
  CHECK(first_match(nested, times("a ", 100) + times("b ", 100) + "b") ==
        times("a ", 100) + times("b ", 100) + "b");
}
