#include <catch2/catch.hpp>

#include "pack/printed_pack.hpp"

using namespace caveat;

namespace {

/// `line:column {covered}`, and the value where it differs from what is covered.
std::string where(const Loaded& loaded, const Text& text) {
  const Source& source = loaded.set.sources[text.origin.source];
  const std::string covered(slice(source, text.origin.span));
  return place(source, text.origin.span.begin) + " {" + covered + '}' +
         (covered == text.value ? "" : " = " + text.value);
}

std::string where(const Loaded& loaded, const std::vector<Text>& texts) {
  std::string out;
  for (const Text& text : texts) out += '\n' + where(loaded, text);
  return out;
}

struct StringForm {
  const char* title;
  const char* toml;
  const char* place;
};

const StringForm string_forms[] = {
    {"basic", "correct = \"kratom\"", "2:12 {kratom}"},
    {"literal", "correct='kra\"tom'", "2:10 {kra\"tom}"},
    {"with an escape", R"(correct = "kra\ttom")", "2:12 {kra\\ttom} = kra\ttom"},
    {"basic over lines, the first newline trimmed", "correct = \"\"\"\nkratom\n tea\"\"\"",
     "3:1 {kratom\n tea}"},
    {"basic over lines, from the first line on", "correct = \"\"\"kratom\n tea\"\"\"",
     "2:14 {kratom\n tea}"},
    {"literal over lines, the first newline trimmed", "correct = '''\n  kratom\n'''",
     "3:1 {  kratom\n}"},
    {"literal over lines, with CRLF", "correct = '''\r\nkratom\r\n'''", "3:1 {kratom\r\n}"},
    {"literal with a quote at its end", "correct = ''''kratom''''", "2:14 {'kratom'}"},
    {"basic with two quotes at its end", "correct = \"\"\"say \"\"kratom\"\"\"\"\"",
     "2:14 {say \"\"kratom\"\"}"},
    {"basic with an escaped line end", "correct = \"\"\"kra\\\n   tom\"\"\"",
     "2:14 {kra\\\n   tom} = kratom"},
    {"after wide characters", "message = \"…\"\n\"correct\" = \"naïve\"", "3:14 {naïve}"},
};

}  // namespace

TEST_CASE("the place of a string is what stands between its quotes") {
  for (const StringForm& form : string_forms) {
    INFO(form.title);
    const Loaded loaded = load_entry("[[term]]\n" + std::string(form.toml) + "\n", head);
    CHECK(mistakes(loaded) == "");
    REQUIRE(loaded.set.packs.at(0).terms.size() == 1);
    CHECK(where(loaded, loaded.set.packs[0].terms[0].correct) == form.place);
  }
}

TEST_CASE("each string of an array has its own place") {
  const Loaded loaded = load_entry(R"(
[[term]]
correct = "kratom"
wrong = [ "cratom", 'kratum',  # a comment, with "quotes"
  "kretom",

  '''kratem''', """
kratim""" ]
)",
                                   head);
  CHECK(where(loaded, loaded.set.packs.at(0).terms.at(0).wrong) == R"(
3:12 {cratom}
3:22 {kratum}
4:4 {kretom}
6:6 {kratem}
7:1 {kratim})");
}

TEST_CASE("the place of a production is its key, and that of its pattern is inside the quotes") {
  const Loaded loaded = load_entry(R"(
[productions]
be = '"be"'
  so-called='so'  # be = 'no'
"quoted" = "q"
'literal'	=	"l"
"esc\u0061pe" = "e"
booster = '''
  'completely' /
  'totally' '''
)",
                                   head);
  std::string places;
  for (const ProductionDef& def : loaded.set.packs.at(0).productions)
    places += '\n' + where(loaded, def.name) + "  <-  " + where(loaded, def.pattern);
  CHECK(places == R"(
2:1 {be}  <-  2:7 {"be"}
3:3 {so-called}  <-  3:14 {so}
4:2 {quoted}  <-  4:13 {q}
5:2 {literal}  <-  5:14 {l}
6:2 {esc\u0061pe} = escape  <-  6:18 {e}
7:1 {booster}  <-  8:1 {  'completely' /
  'totally' })");
}

TEST_CASE("a byte order mark and CRLF do not move a place") {
  const Loaded loaded =
      load({{"x.toml",
             "\xEF\xBB\xBF[pack]\r\nname = \"x\"\r\nversion = \"1\"\r\nlanguage = \"en\"\r\n"
             "description = \"d\"\r\n[[trem]]\r\n[[term]]\r\ncorect = 'kratom'\r\n"}});
  CHECK(mistakes(loaded) == R"(
x.toml:6:3: error: unknown table "trem"; did you mean "term"? [pack/unknown-table]
  {trem}
x.toml:7:1: error: [[term]] has no "correct" [pack/missing-key]
  {[[term]]}
x.toml:8:1: error: unknown key "corect" in [[term]]; did you mean "correct"? [pack/unknown-key]
  {corect}
  note: [[term]] takes correct, wrong, known, near, message, source, verified, reviewed, review-by
)");
}

TEST_CASE("a file without a newline at its end is read to its end") {
  const Loaded loaded = load_entry("[[term]]\ncorrect = 'kratom'", head);
  CHECK(mistakes(loaded) == "");
  CHECK(entries(loaded) == "term kratom\n");
}
