// The image: what was written is what is read, byte for byte, and whatever else it is given it
// refuses. That caveat finds the same with it and without is in cli/image_test.cpp.
#include "image/image.hpp"

#include <catch2/catch.hpp>
#include <cstring>
#include <random>
#include <string>

#include "image/fields.hpp"
#include "lint/lint_text.hpp"

using namespace caveat;

namespace {

/// Something of every table that a pack may have.
constexpr std::string_view every_table = R"toml(
[language]
abbreviations = ["dr.", "et al."]
units = ["mg"]
[productions]
clause-start = "',' | ';'"
main-compound = "compound:intervention 'is the main compound'"
[[concept]]
id = "leaf"
class = "intervention"
terms = ["leaf", "green leaf"]
[[concept]]
id = "pain"
class = "condition"
terms = ["pain"]
[[concept]]
id = "ease"
class = "effect"
strength = "direct"
inflect = "verb"
terms = ["ease"]
[[scope]]
id = "hedge"
cue = "'may'"
cap = "possible"
[[claim]]
id = "eases"
match = "intervention:intervention effect:effect outcome:condition"
flags = ["The leaf eases pain."]
allows = ["The leaf is green."]
)toml";

std::string small_image() {
  return image_of(*load_pack(every_table).rules);
}

bool is_refused(std::string_view bytes) {
  std::string mistake;
  return read_image(bytes, mistake) == nullptr && !mistake.empty();
}

std::string why(std::string_view bytes) {
  std::string mistake;
  read_image(bytes, mistake);
  return mistake;
}

using Random = std::mt19937;

void flip_one(std::string& bytes, std::size_t from, Random& random) {
  const auto at = std::uniform_int_distribution<std::size_t>(from, bytes.size() - 1)(random);
  const auto bit = std::uniform_int_distribution<unsigned>(0, 7)(random);
  bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << bit));
}

}  // namespace

TEST_CASE("the image in the binary is what the packs in the binary compile to") {
  const auto shipped = load_shipped();
  CHECK(!embedded_image().empty());
  CHECK((image_of(*shipped.rules) == embedded_image()));
}

TEST_CASE("what was read is written again as the same bytes") {
  const std::string small = small_image();
  for (const auto bytes : {std::string_view(small), embedded_image()}) {
    std::string mistake;
    const auto rules = read_image(bytes, mistake);
    CHECK(mistake == "");
    REQUIRE(rules);
    CHECK((image_of(*rules) == bytes));
  }
}

TEST_CASE("rules that were read find what the rules that were written find") {
  auto written = load_pack(every_table);
  auto read = load_pack("");
  std::string mistake;
  read.rules = read_image(image_of(*written.rules), mistake);
  REQUIRE(read.rules);
  const char* text = "The leaf may ease pain. Green leaf eases pain, it seems.";
  CHECK(lint_whole(read, text) == lint_whole(written, text));
}

TEST_CASE("a broken image says what is wrong with it") {
  const auto image = std::string(embedded_image());
  CHECK(why("") == "it is empty");
  CHECK(why("caveat image") == "it has no header");
  CHECK(why("x" + image) == "it has no header");
  CHECK(why(image + "x").ends_with(" bytes of " + std::to_string(image.size() - 40)));
  CHECK(why(image.substr(0, 40)).starts_with("it has 0 bytes of "));
  auto other = image;
  other[16] ^= 1;
  CHECK(why(other) == "it was made for another layout");
  other = image;
  other.back() ^= 1;
  CHECK(why(other) == "its checksum is wrong");
}

TEST_CASE("every image cut short is refused") {
  const auto image = small_image();
  for (std::size_t size = 0; size < 200; ++size) CHECK(is_refused(image.substr(0, size)));
  for (std::size_t size = 200; size < image.size(); size += 1 + image.size() / 500)
    CHECK(is_refused(image.substr(0, size)));
}

TEST_CASE("every image with a bit flipped is refused") {
  Random random(1);
  const auto image = small_image();
  for (int flip = 0; flip < 2000; ++flip) {
    auto broken = image;
    flip_one(broken, 0, random);
    CHECK(is_refused(broken));
  }
  for (int flip = 0; flip < 20; ++flip) {
    auto broken = std::string(embedded_image());
    flip_one(broken, 0, random);
    CHECK(is_refused(broken));
  }
}

// A checksum that fits can be had by trying; then the sizes of strings and tables are all that
// stands between a broken image and the memory behind it.
TEST_CASE("reading stays inside the image and within its size where no checksum helps") {
  Random random(2);
  Writer writer;
  auto loaded = load_pack(every_table);
  RuleSet rules = *loaded.rules;
  pass(writer, rules);
  std::size_t broken = 0;
  for (int flip = 0; flip < 2000; ++flip) {
    auto bytes = writer.bytes;
    flip_one(bytes, 0, random);
    if (flip % 4 == 0) bytes.resize(bytes.size() - 1 - random() % (bytes.size() - 1));
    Reader reader{bytes};
    RuleSet read;
    pass(reader, read);
    broken += reader.broken || !reader.bytes.empty() ? 1 : 0;
  }
  CHECK(broken >= 500);
}

TEST_CASE("hash tables are written in the order of their keys") {
  std::unordered_map<std::uint32_t, std::uint32_t> up;
  std::unordered_map<std::uint32_t, std::uint32_t> down(500);
  for (std::uint32_t key = 0; key < 100; ++key) up[key] = key, down[99 - key] = 99 - key;
  Writer first;
  Writer second;
  pass(first, up);
  pass(second, down);
  CHECK((first.bytes == second.bytes));
}

TEST_CASE("other types are another layout") {
  const auto layout_of = [](auto value) {
    Layout layout;
    pass(layout, value);
    return layout.hash;
  };
  CHECK(layout_of(std::uint32_t{}) != layout_of(std::uint64_t{}));
  CHECK(layout_of(std::uint8_t{}) != layout_of(Strength{}));
  CHECK(layout_of(std::vector<std::string>{}) != layout_of(std::vector<std::uint32_t>{}));
  CHECK(layout_of(Node{}) != layout_of(RankedSymbol{}));
  CHECK(layout_of(std::vector<Node>{}) == layout_of(std::vector<Node>(3)));
}
