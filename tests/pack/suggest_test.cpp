#include "pack/suggest.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <vector>

#include "pack/strength.hpp"

using namespace caveat;

namespace {

/// The definition, cell by cell.
std::uint32_t full_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::uint32_t>> d(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1));
  for (std::uint32_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::uint32_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      d[i][j] = std::min(
          {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  return d[a.size()][b.size()];
}

std::string random_word(std::mt19937& random, std::size_t longest) {
  std::string word(random() % (longest + 1), 'a');
  for (char& c : word) c = static_cast<char>('a' + random() % 3);
  return word;
}

struct Pair {
  const char* a;
  const char* b;
  std::uint32_t limit;
  std::uint32_t distance;
};

}  // namespace

TEST_CASE("a distance counts inserted, deleted, replaced and swapped bytes") {
  const Pair pairs[] = {
      {"", "", 0, 0},
      {"kratom", "kratom", 0, 0},
      {"kratom", "kratm", 2, 1},
      {"kratom", "krattom", 2, 1},
      {"kratom", "cratom", 2, 1},
      {"kratom", "kartom", 2, 1},
      {"", "abc", 3, 3},
      {"", "abc", 2, 3},
      {"abc", "xyz", 9, 3},
      {"ca", "abc", 3, 3},  // restricted: no edit inside a swapped pair
      {"mitragynine", "mitraphylline", 3, 4},
      {"mitragynine", "mitraphylline", 4, 4},
      {"7-hydroxymitragynine", "7-hydroxmitragynine", 2, 1},
      {"a", "b", 4294967295, 1},
  };
  for (const Pair& pair : pairs) {
    INFO(pair.a << " " << pair.b << " " << pair.limit);
    CHECK(edit_distance(pair.a, pair.b, pair.limit) == pair.distance);
    CHECK(edit_distance(pair.b, pair.a, pair.limit) == pair.distance);
  }
}

TEST_CASE("the band gives the distance of the whole matrix, up to its limit") {
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    const std::string a = random_word(random, 14), b = random_word(random, 14);
    const auto limit = static_cast<std::uint32_t>(random() % 16);
    const std::uint32_t expected = std::min(full_distance(a, b), limit + 1);
    if (edit_distance(a, b, limit) == expected) continue;
    INFO(a << " " << b << " " << limit);
    CHECK(edit_distance(a, b, limit) == expected);
  }
}

TEST_CASE("the nearest name is suggested, the first of equals, and none that is far") {
  const std::vector<std::string> names = {"depression", "expression", "pain", "main", "a"};
  CHECK(did_you_mean("depresion", names) == "; did you mean \"depression\"?");
  CHECK(did_you_mean("impression", names) == "; did you mean \"depression\"?");
  CHECK(did_you_mean("xpression", names) == "; did you mean \"expression\"?");
  CHECK(did_you_mean("gain", names) == "; did you mean \"pain\"?");
  CHECK(did_you_mean("mian", names) == "; did you mean \"main\"?");
  CHECK(did_you_mean("b", names) == "; did you mean \"a\"?");
  CHECK(did_you_mean("anxiety", names) == "");
  CHECK(did_you_mean("anything", {}) == "");
}

TEST_CASE("strengths and certainties have names, and certainty carries strength") {
  std::string ladder, scale;
  for (const Strength s : {Strength::none, Strength::association, Strength::possible,
                           Strength::probable, Strength::direct, Strength::absolute}) {
    ladder += std::string(name_of(s)) + ' ';
    CHECK(strength_named(name_of(s)) == s);
  }
  for (const Certainty c :
       {Certainty::very_low, Certainty::low, Certainty::moderate, Certainty::high})
    scale += std::string(name_of(c)) + ": " + name_of(carried_by(c)) + ", ";
  CHECK(ladder == "none association possible probable direct absolute ");
  CHECK(scale == "very low: none, low: possible, moderate: probable, high: direct, ");
  CHECK(certainty_named("very-low") == Certainty::very_low);
  CHECK(certainty_named("high") == Certainty::high);
  CHECK_FALSE(certainty_named("certain"));
  CHECK_FALSE(strength_named("Direct"));
}
