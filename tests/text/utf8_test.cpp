#include "text/utf8.hpp"

#include <catch2/catch.hpp>

#include "text/category.hpp"

namespace {

using caveat::append_folded;
using caveat::Category;
using caveat::decode;
using caveat::Span;

std::string fold(std::string_view text) {
  std::string out;
  append_folded(text, out);
  return out;
}

/// "2-3 5-6": the runs of bytes that are not UTF-8.
std::string invalid(std::string_view text) {
  std::string out;
  for (const Span run : caveat::invalid_utf8(text)) {
    if (!out.empty()) out += ' ';
    out += std::to_string(run.begin) + "-" + std::to_string(run.end);
  }
  return out;
}

}  // namespace

TEST_CASE("characters of every length are decoded") {
  CHECK(decode("a", 0).value == U'a');
  CHECK(decode("µ", 0).value == U'\u00B5');
  CHECK(decode("x\u2019s", 1).value == U'\u2019');
  CHECK(decode("\U0001F600", 0).value == U'\U0001F600');
  CHECK(decode("\U0001F600", 0).length == 4);
  CHECK(decode("\U0010FFFF", 0).valid);
}

TEST_CASE("bytes that are not UTF-8 are found, run by run") {
  struct Row {
    std::string_view text;
    const char* runs;
  };
  const Row rows[] = {
      {"plain kratom tea, nothing else", ""},
      {"\u2019\u00E9\U0001F600", ""},
      {"caf\xE9 tea", "3-4"},
      {"a\xFF\xFE z\x80", "1-3 5-6"},
      {"\xC0\x80", "0-2"},          // overlong
      {"\xE0\x80\x80", "0-3"},      // overlong
      {"\xF0\x80\x80\x80", "0-4"},  // overlong
      {"\xED\xA0\x80", "0-3"},      // surrogate
      {"\xF4\x90\x80\x80", "0-4"},  // above U+10FFFF
      {"\xE2\x80", "0-2"},          // cut short
      {"\xE2\x80 long text after the broken quotation mark", "0-2"},
      {"\xEF\xBF\xBD", ""},  // U+FFFD itself
      {"", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(invalid(row.text) == row.runs);
  }
}

TEST_CASE("spellings that a reader takes for the same word fold to the same bytes") {
  CHECK(fold("Kratom") == "kratom");
  CHECK(fold("ST. JOHN\u2019S WORT") == "st. john's wort");
  CHECK(fold("John\u02BCs") == "john's");
  CHECK(fold("non\u2011opioid non\u2010opioid") == "non-opioid non-opioid");
  CHECK(fold("anti\u00ADdepressant") == "antidepressant");
  CHECK(fold("25 \u00B5G") == "25 \u03BCg");
  CHECK(fold("ÉCLAIR Ω") == "éclair ω");
  CHECK(fold("Tea\xFFTea") == "tea\xFFtea");
  CHECK(fold("") == "");
}

TEST_CASE("folding adds to what is there") {
  std::string out = "KEPT ";
  append_folded("Added", out);
  CHECK(out == "KEPT added");
}

TEST_CASE("a character is as wide as a terminal shows it") {
  CHECK(caveat::display_width('a') == 1);
  CHECK(caveat::display_width('\t') == 1);
  CHECK(caveat::display_width(U'é') == 1);
  CHECK(caveat::display_width(U'\u0301') == 0);
  CHECK(caveat::display_width(U'薬') == 2);
  CHECK(caveat::display_width(U'\U0001F600') == 2);
  CHECK(caveat::display_width(U'\u0085') == 1);
  CHECK(caveat::display_width(U'\uFFFD') == 1);
}

TEST_CASE("characters fall into the categories that words are made of") {
  struct Row {
    char32_t value;
    Category category;
  };
  const Row rows[] = {
      {U'a', Category::letter},         {U'Z', Category::letter},     {U'5', Category::digit},
      {U'-', Category::other},          {U' ', Category::space},      {U'\0', Category::space},
      {U'\u00A0', Category::space},     {U'\u2009', Category::space}, {U'\u200B', Category::space},
      {U'\uFEFF', Category::space},     {U'\u0085', Category::space}, {U'\u00AD', Category::joiner},
      {U'\u200D', Category::joiner},    {U'\u0301', Category::mark},  {U'μ', Category::letter},
      {U'薬', Category::letter},        {U'\u0663', Category::digit}, {U'\u2082', Category::letter},
      {U'\u00B2', Category::other},     {U'\u00BD', Category::other}, {U'\u2019', Category::other},
      {U'\U0001F600', Category::other},
  };
  for (const Row& row : rows) {
    CAPTURE(static_cast<std::uint32_t>(row.value));
    CHECK(caveat::category_of(row.value) == row.category);
  }
}

TEST_CASE("capitals are known in every script that has them") {
  CHECK(caveat::is_upper(U'K'));
  CHECK(caveat::is_upper(U'Ω'));
  CHECK(caveat::is_lower(U'μ'));
  CHECK_FALSE(caveat::is_upper(U'薬'));
  CHECK_FALSE(caveat::is_lower(U'薬'));
  CHECK_FALSE(caveat::is_upper(U'5'));
}
