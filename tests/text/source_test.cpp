#include "text/source.hpp"

#include <catch2/catch.hpp>

namespace {

using caveat::make_source;
using caveat::Place;
using caveat::Source;

/// "2:4 4 4": line, column in bytes, in code points, in UTF-16 units.
std::string place(std::string_view text, std::uint32_t offset) {
  const Place at = place_of(make_source("page.md", std::string(text)), offset);
  return std::to_string(at.line) + ":" + std::to_string(at.column) + " " +
         std::to_string(at.code_point) + " " + std::to_string(at.utf16);
}

std::string line(std::string_view text, std::uint32_t number) {
  const Source source = make_source("page.md", std::string(text));
  return std::string(slice(source, line_span(source, number)));
}

}  // namespace

TEST_CASE("an offset has a line and three kinds of column") {
  struct Row {
    const char* text;
    std::uint32_t offset;
    const char* place;
  };
  const Row rows[] = {
      {"Kratom\nhelps", 0, "1:1 1 1"},  {"Kratom\nhelps", 6, "1:7 7 7"},
      {"Kratom\nhelps", 7, "2:1 1 1"},  {"Kratom\nhelps", 12, "2:6 6 6"},
      {"Kratom\nhelps", 99, "2:6 6 6"}, {"tea\n", 4, "2:1 1 1"},
      {"tea\r\nmug", 5, "2:1 1 1"},     {"tea\rmug", 4, "1:5 5 5"},
      {"\uFEFFtea", 3, "1:4 2 2"},      {"µ-opioid", 2, "1:3 2 2"},
      {"\U0001F600 tea", 4, "1:5 2 3"}, {"\U0001F600 tea", 2, "1:3 1 1"},
      {"\xFF\xFEtea", 2, "1:3 3 3"},    {"", 0, "1:1 1 1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text, row.offset);
    CHECK(place(row.text, row.offset) == row.place);
  }
}

TEST_CASE("a line is its bytes without the line end") {
  CHECK(line("tea\nmug\n", 1) == "tea");
  CHECK(line("tea\nmug\n", 2) == "mug");
  CHECK(line("tea\nmug\n", 3) == "");
  CHECK(line("tea\r\nmug\r\n", 1) == "tea");
  CHECK(line("tea\rmug\n", 1) == "tea\rmug");
  CHECK(line("tea\r", 1) == "tea\r");
  CHECK(line("\uFEFFtea", 1) == "\uFEFFtea");
  CHECK(line("\n\nmug", 2) == "");
  CHECK(line("tea", 7) == "");
  CHECK(line("tea", 0) == "");
}

TEST_CASE("a slice never leaves the file") {
  const Source source = make_source("page.md", "kratom");
  CHECK(slice(source, {0, 6}) == "kratom");
  CHECK(slice(source, {3, 99}) == "tom");
  CHECK(slice(source, {9, 12}) == "");
  CHECK(slice(source, {4, 2}) == "");
}
