// A ruler and the place that text/source.hpp counts from the start of the line say the same.
#include "report/place.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace caveat;

namespace {

/// Characters of every length, line ends of every kind, and bytes that are no character.
const std::vector<std::string> pieces = {"a",           "\t",
                                         " ",           "\n",
                                         "\r\n",        "\r",
                                         "é",           "e\xCC\x81",
                                         "鬱",          "👩🏽‍⚕️",
                                         "שלום",        "\xFF",
                                         "\xE9\xAC",    "\xF0\x9F\x98",
                                         "\x80",        "\xEF\xBB\xBF",
                                         "\xED\xA0\x80"};

std::string random_text(std::mt19937& random, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += pieces[random() % pieces.size()];
  return text;
}

std::uint32_t column_in(const Place& place, ColumnUnit unit) {
  switch (unit) {
    case ColumnUnit::code_point:
      return place.code_point;
    case ColumnUnit::utf16:
      return place.utf16;
    case ColumnUnit::byte:
    case ColumnUnit::display:
      break;
  }
  return place.column;
}

/// The first offset at which the two differ; the size of the file plus one if they never do.
std::uint32_t first_difference(const Source& source, ColumnUnit unit, std::uint32_t step) {
  const Ruler ruler = make_ruler(source, unit);
  const auto size = static_cast<std::uint32_t>(source.bytes.size());
  for (std::uint32_t offset = 0; offset <= size; offset += step) {
    const LinePlace measured = place_on(ruler, offset);
    const Place counted = place_of(source, offset);
    if (measured.line != counted.line || measured.column != column_in(counted, unit)) return offset;
  }
  return size + 1;
}

}  // namespace

TEST_CASE("a column is the same however it is found, whatever the bytes and the unit") {
  std::mt19937 random(1943);  // NOLINT: a fixed seed is the point
  for (int round = 0; round < 60; ++round) {
    const Source source = make_source("x", random_text(random, random() % 1500));
    const auto past_the_end = static_cast<std::uint32_t>(source.bytes.size()) + 1;
    for (const ColumnUnit unit : {ColumnUnit::byte, ColumnUnit::code_point, ColumnUnit::utf16}) {
      CAPTURE(round, static_cast<int>(unit));
      CHECK(first_difference(source, unit, 1) == past_the_end);
    }
  }
}

TEST_CASE("on a line of a hundred thousand characters a column is found from a place nearby") {
  std::string line;
  while (line.size() < 100'000) line += "é鬱😀a";
  const Source source = make_source("x", line);
  const Ruler ruler = make_ruler(source, ColumnUnit::utf16);
  CHECK(ruler.ticks.size() > 90);
  CHECK(first_difference(source, ColumnUnit::utf16, 997) == source.bytes.size() + 1);
}

TEST_CASE("a display column is the cell of a terminal, whatever stands before it in the line") {
  const std::vector<std::pair<std::string, std::uint32_t>> table = {
      {"", 1},
      {"It ", 4},
      {"\t", 9},
      {"a\t", 9},
      {"1234567\t", 9},
      {"12345678\t", 17},
      {"a\tb\t", 17},
      {"caf\u00E9 ", 6},
      {"cafe\u0301 ", 6},
      {"鬱病 ", 6},
      {"鬱\t", 9},
      {"鬱病は鬱\t", 17},
      {"😀 ", 4},
      {"\uFEFFIt ", 4},
      {"\xFF ", 3},
      {"a longer line before\t\n\t", 9},
      {"a line with CRLF\r\nIt ", 4},
      {std::string(3000, 'a') + "\t", 3009},
      {std::string(3000, 'a') + "\n" + std::string(3000, 'b') + "鬱\t", 3009},
  };
  for (const auto& [before, column] : table) {
    const Source source = make_source("x", before + "cures colds");
    const auto offset = static_cast<std::uint32_t>(before.size());
    CAPTURE(before);
    CHECK(place_on(make_ruler(source, ColumnUnit::display), offset).column == column);
  }
}

TEST_CASE("a display column is found from a place nearby as it is from the start of the line") {
  std::mt19937 random(1971);  // NOLINT: a fixed seed is the point
  for (int round = 0; round < 30; ++round) {
    const Source source = make_source("x", random_text(random, 2000));
    const Ruler ruler = make_ruler(source, ColumnUnit::display);
    const Ruler from_the_start{source, ColumnUnit::display, {Tick{}}};
    for (std::uint32_t at = 0; at <= source.bytes.size(); at += 7)
      REQUIRE(place_on(ruler, at).column == place_on(from_the_start, at).column);
  }
}
