#include "grammar/notation.hpp"

#include <catch2/catch.hpp>

using namespace caveat;

namespace {

std::string parsed(const std::string& pattern) {
  NotationError error;
  const auto notation = parse_notation(pattern, error);
  if (notation) return dump(*notation);
  return "error at " + std::to_string(error.span.begin) + ": " + error.message;
}

std::string repeated(const std::string& text, int times) {
  std::string out;
  for (int at = 0; at < times; ++at) out += text;
  return out;
}

}  // namespace

TEST_CASE("a pattern reads as the PEG that its author wrote") {
  const std::pair<const char*, const char*> rows[] = {
      {"kratom", "(name kratom)"},
      {"'side effect'", "(words side effect)"},
      {"\"treat\"", "(lemmas treat)"},
      {".", "(any)"},
      {"a b c", "(sequence (name a) (name b) (name c))"},
      {"a / b / c", "(choice (name a) (name b) (name c))"},
      {"a b / c", "(choice (sequence (name a) (name b)) (name c))"},
      {"( a / b ) c", "(sequence (choice (name a) (name b)) (name c))"},
      {"a?", "(optional (name a))"},
      {"a* b+", "(sequence (star (name a)) (plus (name b)))"},
      {"!a b", "(sequence (absent (name a)) (name b))"},
      {"&a .", "(sequence (ahead (name a)) (any))"},
      {"!&a", "(absent (ahead (name a)))"},
      {"x:a", "(slot x (name a))"},
      {"x:( a b )?", "(slot x (optional (sequence (name a) (name b))))"},
      {"!x:a", "(absent (slot x (name a)))"},
      {"a .. b", "(sequence (name a) (gap 12 (name b)))"},
      {"a ..4 b", "(sequence (name a) (gap 4 (name b)))"},
      {"a..4b", "(sequence (name a) (gap 4 (name b)))"},
      {"a .. b c .. d",
       "(sequence (name a) (gap 12 (sequence (name b) (name c))) (gap 12 (name d)))"},
      {".. a", "(sequence (gap 12 (name a)))"},
      {". . a", "(sequence (any) (any) (name a))"},
      {"mu-opioid5", "(name mu-opioid5)"},
      {" a # a note\n b ", "(sequence (name a) (name b))"},
      {"\"it's\"", "(lemmas it's)"},
  };
  for (const auto& [pattern, tree] : rows) {
    INFO(pattern);
    CHECK(parsed(pattern) == tree);
  }
}

TEST_CASE("a malformed pattern says where and why") {
  const std::pair<const char*, const char*> rows[] = {
      {"", "error at 0: the pattern does not start with an expression"},
      {"'abc", "error at 4: no closing '"},
      {"\"abc", "error at 4: no closing \""},
      {"''", "error at 1: nothing between the quotes"},
      {"( a", "error at 3: expected ')'"},
      {"()", "error at 1: nothing between the parentheses"},
      {"a )", "error at 2: not part of a pattern"},
      {"a /", "error at 3: nothing after '/'"},
      {"a ..", "error at 4: nothing after the gap"},
      {"!", "error at 1: nothing to look for after the predicate"},
      {"a ? b", "(sequence (optional (name a)) (name b))"},
      {"Kratom", "error at 0: the pattern does not start with an expression"},
      {"a $ b", "error at 2: not part of a pattern"},
  };
  for (const auto& [pattern, message] : rows) {
    INFO(pattern);
    CHECK(parsed(pattern) == message);
  }
}

TEST_CASE("a pack cannot choose how deep the parser recurses") {
  CHECK(parsed(repeated("(", 100) + "a" + repeated(")", 100)) == "(name a)");
  CHECK(parsed(repeated("(", 101) + "a" + repeated(")", 101)) ==
        "error at 100: parentheses are nested more than 100 deep");
  CHECK(parsed(repeated("(", 1'000'000)).starts_with("error at 100:"));
  CHECK(parsed("'" + repeated("(", 1000) + "'").starts_with("(words"));
  CHECK(parsed("# it's a comment\n" + repeated("(", 1000)).starts_with("error at 117:"));
  CHECK(parsed(repeated("!", 1'000'000) + "a") ==
        "error at 10: more than 10 of ! & ? * + in a row");
  CHECK(parsed("a" + repeated(" ?#\n", 1'000'000)).starts_with("error at "));
}

TEST_CASE("a hundred thousand predicates, repeats or alternatives are only long") {
  CHECK_FALSE(parsed("a" + repeated(" a", 100'000)).starts_with("error"));
  CHECK_FALSE(parsed("a" + repeated(" / a", 100'000)).starts_with("error"));
}
