// Character references. Each row is a text that starts with "&", and "what it shows|what is left",
// or "-" where the "&" is an ampersand.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "format/entity.hpp"
#include "format/entity_table.hpp"
#include "text/utf8.hpp"

namespace {

using caveat::EntityRules;

struct Row {
  std::string text;
  const char* printed;
};

std::string printed(std::string_view text, EntityRules rules) {
  std::string shown;
  const auto length = caveat::read_entity(text, 0, rules, shown);
  return length == 0 ? "-" : shown + "|" + std::string(text.substr(length));
}

template <std::size_t count>
void check_entities(EntityRules rules, const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(printed(row.text, rules) == row.printed);
  }
}

}  // namespace

TEST_CASE("an entity in the text of a page is the character a reader sees") {
  const Row rows[] = {
      {"&rsquo;s", "\u2019|s"},
      {"&nbsp;mg", "\u00A0|mg"},
      {"&shy;", "\u00AD|"},
      {"&amp;lt;", "&|lt;"},
      {"&amp", "&|"},
      {"&notit;", "\u00AC|it;"},
      {"&notin;", "\u2209|"},
      {"&NotEqualTilde;", "\u2242\u0338|"},
      {"&CounterClockwiseContourIntegral;", "\u2233|"},
      {"&copycat", "\u00A9|cat"},
      {"&frac12cup", "\u00BD|cup"},
      {"&hellip", "-"},
      {"&Amp;", "-"},
      {"& more", "-"},
      {"&", "-"},
      {"&;", "-"},
      {"&kratom;", "-"},
      {"&" + std::string(1000, 'a') + ";", "-"},
  };
  check_entities(EntityRules::text, rows);
}

TEST_CASE("a number in the text of a page is the character that browsers make of it") {
  const Row rows[] = {
      {"&#8217;s", "\u2019|s"},
      {"&#x2019;s", "\u2019|s"},
      {"&#X2019;s", "\u2019|s"},
      {"&#8217s", "\u2019|s"},
      {"&#x2019 s", "\u2019| s"},
      {"&#146;s", "\u2019|s"},
      {"&#x92;s", "\u2019|s"},
      {"&#128;", "\u20AC|"},
      {"&#129;", "\xC2\x81|"},
      {"&#159;", "\u0178|"},
      {"&#160;", "\u00A0|"},
      {"&#0;", "\uFFFD|"},
      {"&#xD800;", "\uFFFD|"},
      {"&#xDFFF;", "\uFFFD|"},
      {"&#x1F600;", "\U0001F600|"},
      {"&#x10FFFF;", "\U0010FFFF|"},
      {"&#x110000;", "\uFFFD|"},
      {"&#99999999999999999999;", "\uFFFD|"},
      {"&#;", "-"},
      {"&#x;", "-"},
      {"&#", "-"},
      {"&#xg;", "-"},
  };
  check_entities(EntityRules::text, rows);
}

TEST_CASE("the value of an attribute is mostly a link, where a name needs its semicolon") {
  const Row rows[] = {
      {"&copy=2", "-"},
      {"&copycat", "-"},
      {"&copy;=2", "\u00A9|=2"},
      {"&copy", "\u00A9|"},
      {"&copy 2024", "\u00A9| 2024"},
      {"&#169=2", "\u00A9|=2"},
  };
  check_entities(EntityRules::attribute, rows);
}

TEST_CASE("an entity in Markdown needs its semicolon and few digits") {
  const Row rows[] = {
      {"&copy;", "\u00A9|"}, {"&copy", "-"},       {"&#8217;", "\u2019|"},    {"&#8217 ", "-"},
      {"&#0;", "\uFFFD|"},   {"&#12345678;", "-"}, {"&#1234567;", "\uFFFD|"}, {"&#x1234567;", "-"},
      {"&#x22;", "\"|"},     {"&#X22;", "\"|"},
  };
  check_entities(EntityRules::markdown, rows);
}

TEST_CASE("all names of HTML are in the table, in order") {
  const auto table = caveat::named_entities();
  const auto bare = std::ranges::count_if(table, &caveat::NamedEntity::bare);
  CHECK(table.size() == 2125);
  CHECK(table.size() + static_cast<std::size_t>(bare) == 2231);
  CHECK(std::ranges::is_sorted(table, {}, &caveat::NamedEntity::name));
  for (const auto& entity : table) {
    const std::string text = "&" + std::string(entity.name) + ";";
    std::string shown;
    CAPTURE(text);
    CHECK(caveat::read_entity(text, 0, EntityRules::markdown, shown) == text.size());
    CHECK(caveat::decode(shown, 0).value == entity.first);
    CHECK((entity.name.size() <= 6 || !entity.bare));
  }
}
