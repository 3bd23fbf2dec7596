// Markdown that is made to be slow, to use much memory or to overflow the stack. No clock: these
// run in a blink, or forever. What is counted tells that past each limit marks are read as text.
#include <catch2/catch.hpp>
#include <functional>
#include <string>
#include <string_view>

#include "format/dump.hpp"
#include "format/format.hpp"

namespace {

using namespace caveat;

constexpr int deep = 100'000;

std::string times(std::string_view text, int count) {
  std::string all;
  all.reserve(text.size() * static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

Blocks read(const std::string& text, void (*reader)(const Source&, Blocks&) = read_markdown) {
  Blocks blocks;
  reader(make_source("page.md", text), blocks);
  return blocks;
}

struct Row {
  const char* name;
  std::string text;
  std::size_t blocks;
};

}  // namespace

TEST_CASE("nesting without end is read", "[markdown]") {
  const Row rows[] = {
      {"quotes", times("> ", deep) + "a", 1},
      {"quotes without blanks", times(">", deep) + "a", 1},
      {"lists on one line", times("- ", deep) + "a", 1},
      {"ordered lists on one line", times("1. ", deep) + "a", 1},
      {"lists by tabs", times("-\t", deep) + "a", 1},
      {"lists, then blank lines", times("- ", deep) + "a" + times("\n", deep) + "b", 2},
      {"brackets", "[x]: u\n\n" + times("[", deep) + "a" + times("]", deep), 1},
      {"links", times("[", deep) + "a" + times("](u)", deep), 1},
      {"images", times("![", deep) + "a" + times("](u)", deep), 2},
      {"emphasis", times("*a **a ", deep) + "b" + times(" a** a*", deep), 1},
      {"code tags", "x" + times("<code>", deep) + "a" + times("</code>", deep), 1},
      {"quote tags", times("<blockquote>\n\na\n\n", deep), deep},
      {"div tags", times("<div>\n\n", deep) + "a", 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(read(row.text).blocks.size() == row.blocks);
    CHECK_FALSE(read(row.text, read_mdx).blocks.empty());
  }
}

TEST_CASE("marks without their other half are text", "[markdown]") {
  const Row rows[] = {
      {"brackets that open", times("[a", deep), 1},
      {"brackets that close", times("a]", deep), 1},
      {"emphasis", times("_a ", deep), 1},
      {"emphasis of two kinds", times("*a_ ", deep), 1},
      {"titles", times("[a](b \"c ", deep), 1},
      {"escaped backticks", times("\\``", deep), 1},
      {"comments", times("a <!-- ", deep), 1},
      {"instructions", "x" + times("<?", deep), 1},
      {"character data", "x" + times("<![CDATA[", deep), 1},
      {"tags", times("a <b ", deep), 1},
      {"tags that never close", "x" + times("<kbd>", deep) + "a" + times("</del>", deep), 1},
      {"braces", times("a {", deep), 1},
      {"strings in braces", times("{`", deep), 1},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(read(row.text).blocks.size() == row.blocks);
    CHECK(read(row.text, read_mdx).blocks.size() == row.blocks);
  }
}

TEST_CASE("many of the same cost what one does", "[markdown]") {
  const Row rows[] = {
      {"links on lines of their own", times("[t](/u)\n", deep), 1},
      {"references on lines of their own", times("[a]\n", deep), 1},
      {"definitions", times("[a]: u\n", deep) + "\n" + times("[a] ", deep), 1},
      {"bare links", times("http://a.b ", deep), 1},
      {"bare links without blanks", times("_www.a", deep), 1},
      {"references to characters", times("&amp;", deep), 1},
      {"ampersands", times("&", deep), 1},
      {"tags with titles", times("x<a title=\"y\">", deep), deep + 1},
      {"hard breaks", times("a<br>", deep), 1},
      {"definition lists", "Term\n" + times(": a\n", deep), deep + 1},
      {"footnotes", times("[^1]: a\n", deep), deep},
      {"rows", "|a|b|\n|-|-|\n" + times("|c|d|\n", deep), 2 * deep + 2},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(read(row.text).blocks.size() == row.blocks);
  }
}

TEST_CASE("what multiplies a few bytes is no markup", "[markdown]") {
  const std::string title = "[a]: u \"" + times("t", deep) + "\"\n\n" + times("[a] ", deep);
  CHECK(read(title).blocks.size() == 2);  // the definition is text
  const std::string wide =
      times("x|", 20'000) + "\n" + times("-|", 20'000) + "\n" + times("x\n", 20'000);
  CHECK(read(wide).blocks.size() == 1);
  const std::string filled = times("x|", 100) + "\n" + times("-|", 100) + "\n" + times("x\n", deep);
  CHECK(read(filled).blocks.size() == 1);
}

TEST_CASE("what people write is below every limit", "[markdown]") {
  const std::string columns = times("|head", 60) + "|\n" + times("|---", 60) + "|\n" +
                              times(times("|cell", 60) + "|\n", 500);
  CHECK(read(columns).blocks.size() == 60 * 501);
  CHECK(dump(read(times("> ", 20) + "It calms.")) == "quoted paragraph [It calms.]\n");
  CHECK(dump(read(times("* ", 200) + "\n\nTea")) == "paragraph [Tea]\n");  // a line across
  std::string definitions = "[Tea][900] calms.\n\n";
  for (int i = 0; i < 1000; ++i) definitions += "[" + std::to_string(i) + "]: https://a.org\n";
  CHECK(dump(read(definitions)) == "paragraph [Tea calms.]\n");
}
