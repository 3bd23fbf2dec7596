#include <catch2/catch.hpp>

#include "pack/printed_pack.hpp"

using namespace caveat;

namespace {

// clang-format off

const Row rows[] = {
    {"a quote is not closed", R"(
[[term]]
correct = "kratom
near = true
)",
     R"(
x.toml:2:11: error: malformed TOML: the next token is not a valid string [pack/malformed-toml]
  {"}
)"},
    {"three quotes are not closed, and close in a later entry", R"(
[[rule]]
match = '''x
...

[[term]]
correct = '''kratom'''
)",
     R"(
x.toml:2:9: error: malformed TOML: the next token is not a valid multiline literal )"
       R"(string [pack/malformed-toml]
  {'}
)"},
    {"a comma is missing", R"(
[[term]]
correct = "kratom"
wrong = [
  'cratom'
  'kratum',
]
)",
     R"(
x.toml:5:3: error: malformed TOML: missing array separator `,` after a value: should be )"
       R"(`,` [pack/malformed-toml]
  {'}
  note: 3:9: {[} array starts here
)"},
    {"a bracket is missing before the next entry", R"(
[[term]]
correct = 'kratom'
wrong = ['cratom'

[[term]]
correct = 'kava'
)",
     R"(
x.toml:3:18: error: malformed TOML: missing array separator `,` after a value: should )"
       R"(be `,` [pack/malformed-toml]
  {}
  note: 3:9: {[} array starts here
)"},
    {"a bracket is missing in a header", R"(
[[term]
correct = 'kratom'
)",
     R"(
x.toml:1:1: error: malformed TOML: an invalid key appeared: is not a valid key )"
       R"([pack/malformed-toml]
  {[}
  note: bare keys  : non-empty strings composed only of [A-Za-z0-9_-].
  note: quoted keys: same as "basic strings" or 'literal strings'.
  note: dotted keys: sequence of bare or quoted keys joined with a dot.
)"},
    {"a key has no value", R"(
[[term]]
correct =
)",
     R"(
x.toml:2:10: error: malformed TOML: missing value after key-value separator '=': )"
       R"(expected value, but got nothing [pack/malformed-toml]
  {}
)"},
    {"a line has no key", R"(
[[term]]
kratom
)",
     R"(
x.toml:2:7: error: malformed TOML: missing key-value separator `=`: should be `=` )"
       R"([pack/malformed-toml]
  {}
)"},
    {"a key holds a space", R"(
[[term]]
the name = 'kratom'
)",
     R"(
x.toml:2:4: error: malformed TOML: invalid format for key: invalid character in key )"
       R"([pack/malformed-toml]
  { }
  note: Did you forget '.' to separate dotted-key?
  note: Allowed characters for bare key are [0-9a-zA-Z_-].
)"},
    {"a value has no quotes", R"(
[[term]]
correct = kratom
)",
     R"(
x.toml:2:11: error: malformed TOML: bad format: unknown value appeared [pack/malformed-toml]
  {k}
)"},
    {"a backslash stands in basic quotes", R"(
[[rule]]
match = "\w"
)",
     R"(
x.toml:2:9: error: malformed TOML: the next token is not a valid string [pack/malformed-toml]
  {"}
)"},
    {"an inline table runs over two lines", R"(
[[term]]
correct = 'x'
source = { title = 'A survey',
           year = 2024 }
)",
     R"(
x.toml:3:31: error: malformed TOML: an invalid key appeared: is not a valid key )"
       R"([pack/malformed-toml]
  {}
  note: an inline table { ... } stands on one line
)"},
    {"an inline table is elided", R"(
[[term]]
correct = 'x'
source = { … }
)",
     R"(
x.toml:3:12: error: malformed TOML: an invalid key appeared: is not a valid key )"
       R"([pack/malformed-toml]
  {…}
  note: bare keys  : non-empty strings composed only of [A-Za-z0-9_-].
  note: quoted keys: same as "basic strings" or 'literal strings'.
  note: dotted keys: sequence of bare or quoted keys joined with a dot.
)"},
    {"a month is 13", R"(
[[term]]
correct = 'x'
reviewed = 2026-13-01
)",
     R"(
x.toml:3:22: error: malformed TOML: invalid date: it does not conform RFC3339: month )"
       R"(should be 01-12, day should be 01-28,29,30,31, depending on month/year )"
       R"([pack/malformed-toml]
  {}
)"},
    {"a key stands twice", R"(
[[term]]
correct = 'x'
correct = 'y'
)",
     R"(
x.toml:3:11: error: malformed TOML: value ("correct") already exists: value defined )"
       R"(twice [pack/malformed-toml]
  {'y'}
  note: 2:11: {'x'} value already exists here
)"},
    {"a table stands twice, and both are read", R"(
[productions]
a = "'x'"

[productions]
B = "'y'"
)",
     R"(
x.toml:4:1: error: malformed TOML: table ("productions") already exists: table defined )"
       R"(twice [pack/malformed-toml]
  {[productions]}
  note: 1:1: {[productions]} table already exists here
x.toml:5:1: error: "B" cannot stand in a pattern; use a-z, 0-9 and hyphens, a letter )"
       R"(first [pack/bad-name]
  {B}
)"},
    {"two entries of a file are broken, and a third is wrong", R"(
[[term]]
correct = 'x

[[term]]
near = 1
correct = 'kratom'

[[term]]
correct = y
)",
     R"(
x.toml:2:11: error: malformed TOML: the next token is not a valid literal string )"
       R"([pack/malformed-toml]
  {'}
x.toml:5:8: error: "near" must be true or false, not an integer [pack/wrong-type]
  {1}
x.toml:9:11: error: malformed TOML: bad format: unknown value appeared [pack/malformed-toml]
  {y}
)"},
    {"brackets without end", R"(
[[term]]
wrong = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[
)",
     R"(
x.toml:4:61: error: more than 200 brackets or dots deep [pack/malformed-toml]
  {[}
)"},
};

// clang-format on

}  // namespace

TEST_CASE("malformed TOML is shown where it is malformed, in the words of toml11") {
  for (const Row& row : rows) {
    INFO(row.title);
    CHECK(mistakes(load_entry(row.toml)) == row.printed);
  }
}

TEST_CASE("a broken entry does not lose the others of its file") {
  const Loaded loaded = load_entry(R"(
[[term]]
correct = "kratom"

[[term]]
correct = "kava
[term.source]
title = "A survey"

[[term]]
correct = "valerian"
[term.source]
title = "Another survey"

[productions]
be = '"be"'
)",
                                   head);
  CHECK(mistakes(loaded) == R"(
x.toml:5:11: error: malformed TOML: the next token is not a valid string [pack/malformed-toml]
  {"}
)");
  CHECK(entries(loaded) ==
        "be <- \"be\"\n"
        "term kratom\n"
        "term valerian source=Another survey\n");
}

TEST_CASE("the key of a table has two hundred parts at most") {
  std::string key = "a";
  for (int i = 0; i < 100'000; ++i) key += ".a";
  const std::string printed = mistakes(load_entry('[' + key + "]\nx = 1\n"));
  CHECK(printed.find("x.toml:1:403: error: more than 200 brackets or dots deep") <= 1);
}
