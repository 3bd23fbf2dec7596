#include <catch2/catch.hpp>

#include "grammar/workbench.hpp"

using namespace caveat;

namespace {

struct Row {
  const char* pack;
  const char* lines;
};

}  // namespace

TEST_CASE("a mistake in a production is told with its words and a suggestion") {
  const Row rows[] = {
      {"[productions]\na = '''intervntion'''\n[[concept]]\nid = 'mint'\nclass = "
       "'intervention'\nterms = ['mint']",
       "pack/unknown-name \"intervntion\": no loaded pack has a production, concept, class, tag or "
       "scope 'intervntion'; did you mean \"intervention\"?\n"},
      {"[productions]\na = \"'x' ( 'y'\"", "pack/malformed-pattern \"'y'\": expected ')'\n"},
      {"[productions]\na = \"( 'x'? )*\"",
       "pack/empty-loop \"( 'x'? )*\": what is repeated here can match nothing, so it would repeat "
       "forever\n"},
      {"[productions]\na = \"( !'x' )+\"",
       "pack/empty-loop \"( !'x' )+\": what is repeated here can match nothing, so it would repeat "
       "forever\n"},
      {"[productions]\na = \"a 'x'\"",
       "pack/left-recursion \"a 'x'\": production 'a' can call itself before it has taken a "
       "token\n"},
      {"[productions]\na = \"'x'? a\"",
       "pack/left-recursion \"'x'? a\": production 'a' can call itself before it has taken a "
       "token\n"},
      {"[productions]\na = \"!a 'x'\"",
       "pack/left-recursion \"!a 'x'\": production 'a' can call itself before it has taken a "
       "token\n"},
  };
  for (const auto& row : rows) {
    INFO(row.pack);
    auto lines = mistakes(make_workbench(row.pack, "'x'"));
    if (std::string(row.lines).find("malformed") != std::string::npos) {
      CHECK(lines.starts_with("pack/malformed-pattern"));
      CHECK(lines.ends_with("expected ')'\n"));
    } else {
      CHECK(lines == row.lines);
    }
  }
}

TEST_CASE("two productions that call each other at once are both told") {
  const auto bench = make_workbench("[productions]\na = \"b 'x'\"\nb = \"a / 'y'\"", "a");
  CHECK(bench.diagnostics.size() == 2);
  CHECK(first_match(bench, "y x") == "-");
}

TEST_CASE("a production may call itself after it has taken a token") {
  const auto bench = make_workbench("[productions]\na = \"'x' a / 'y'\"", "a");
  CHECK(bench.diagnostics.empty());
  CHECK(first_match(bench, "x x x y") == "x x x y");
}
