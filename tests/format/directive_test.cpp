// Which comments speak to caveat and what they say. Each row is a line and `verb | rules | reason`.
#include "format/directive.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "format/dump.hpp"
#include "format/format.hpp"

using namespace caveat;

namespace {

struct Row {
  std::string text;
  std::string printed;
};

std::string printed(std::string_view bytes, const Directive& directive) {
  const auto words = [&](Span span) { return std::string(bytes.substr(span.begin, size(span))); };
  const auto order = read_directive(bytes, directive);
  std::string line = order.kind == DirectiveKind::unknown ? "?" : "";
  line += words(order.verb) + " |";
  for (const Span rule : order.rules) line += " " + words(rule);
  line += " |";
  return empty(order.reason) ? line : line + " " + words(order.reason);
}

/// What the comments of a line say, or that it is prose.
std::string read_line(std::string_view line) {
  std::vector<Directive> directives;
  const auto whole = Span{0, static_cast<std::uint32_t>(line.size())};
  if (!take_directive_line(line, whole, directives)) return directives.empty() ? "prose" : "both";
  std::string text;
  for (const auto& directive : directives) {
    if (!text.empty()) text += " && ";
    text += printed(line, directive);
  }
  return text;
}

template <std::size_t count>
void check_lines(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(read_line(row.text) == row.printed);
  }
}

Blocks blocks_of(const Source& source) {
  Blocks blocks;
  read_plain(source, blocks);
  return blocks;
}

}  // namespace

TEST_CASE("a comment names rules, parted by blanks or commas, and gives a reason") {
  const Row rows[] = {
      {"<!-- caveat-disable-next-line kratom/efficacy -- quoted from the trial -->",
       "caveat-disable-next-line | kratom/efficacy | quoted from the trial"},
      {"<!--caveat-disable testimonial-->", "caveat-disable | testimonial |"},
      {"<!-- caveat-disable kratom/*, testimonial,uncited\tfact -->",
       "caveat-disable | kratom/* testimonial uncited fact |"},
      {"<!-- caveat-enable kratom/* -->", "caveat-enable | kratom/* |"},
      {"<!-- caveat-disable-file fact -->", "caveat-disable-file | fact |"},
      {"<!--\u00A0caveat-disable\u00A0fact\u00A0-->", "caveat-disable | fact |"},
      {"  <!-- caveat-disable fact -->\t", "caveat-disable | fact |"},
      {"<!-- caveat-disable -->", "caveat-disable | |"},
      {"<!-- caveat-disable, fact -->", "caveat-disable | fact |"},
  };
  check_lines(rows);
}

TEST_CASE("a reason stands after two hyphens, or the dash that an editor makes of them") {
  const Row rows[] = {
      {"<!-- caveat-disable fact --reviewed by M.D. -->",
       "caveat-disable | fact | reviewed by M.D."},
      {"<!-- caveat-disable fact --- reviewed -->", "caveat-disable | fact | reviewed"},
      {"<!-- caveat-disable fact \u2014 reviewed -->", "caveat-disable | fact | reviewed"},
      {"<!-- caveat-disable fact \u2013reviewed -->", "caveat-disable | fact | reviewed"},
      {"<!-- caveat-disable fact -- first -- then -->", "caveat-disable | fact | first -- then"},
      {"<!-- caveat-disable fact -- -->", "caveat-disable | fact |"},
      {"<!-- caveat-disable fact ---->", "caveat-disable | fact |"},
      {"<!-- caveat-disable -- all is well -->", "caveat-disable | | all is well"},
      {"<!-- caveat-disable fact - reviewed -->", "caveat-disable | fact - reviewed |"},
  };
  check_lines(rows);
}

TEST_CASE("a comment that was meant for caveat is taken with its mistake") {
  const Row rows[] = {
      {"<!-- caveat-disabel fact -->", "?caveat-disabel | fact |"},
      {"<!-- caveat-disable: fact -->", "?caveat-disable: | fact |"},
      {"<!-- caveat- -->", "?caveat- | |"},
      {"<!-- caveat emptor -->", "prose"},
      {"<!-- disable fact -->", "prose"},
      {"<!---->", "prose"},
      {"<!-->", "prose"},
      {"<!--", "prose"},
      {"<!-- caveat-disable fact", "prose"},
      {"<!-- caveat-disable fact --", "prose"},
  };
  check_lines(rows);
}

TEST_CASE("a line may hold several comments, but nothing besides") {
  const Row rows[] = {
      {"<!-- caveat-enable fact --> <!--caveat-disable term-->",
       "caveat-enable | fact | && caveat-disable | term |"},
      {"<!-- caveat-enable fact --> Kratom is a leaf.", "prose"},
      {"Kratom is a leaf. <!-- caveat-enable fact -->", "prose"},
      {"<!-- caveat-enable fact --> <!-- a note -->", "prose"},
      {"<!-- caveat-enable fact --> -->", "prose"},
      {"", "prose"},
      {" ", "prose"},
  };
  check_lines(rows);
}

TEST_CASE("a bare line is a comment if it starts with what caveat is told, and prose otherwise") {
  const Row rows[] = {
      {"caveat-disable kratom/efficacy -- reviewed", "caveat-disable | kratom/efficacy | reviewed"},
      {"  caveat-enable fact ", "caveat-enable | fact |"},
      {"\uFEFFcaveat-disable-file fact\r", "caveat-disable-file | fact |"},
      {"caveat-disable-next-line fact", "caveat-disable-next-line | fact |"},
      {"caveat-disable", "caveat-disable | |"},
      {"caveat-disabled texts are rare", "prose"},
      {"caveat-disabel fact", "prose"},
      {"caveat-emptor fact", "prose"},
      {"Caveat-disable fact", "prose"},
      {"See caveat-disable fact", "prose"},
      {"- caveat-disable fact", "prose"},
  };
  check_lines(rows);
}

TEST_CASE("comments with bytes that are no text are cut at white space all the same") {
  CHECK(read_line("<!-- caveat-disable f\xFF\xFE \xC3 -->") == "caveat-disable | f\xFF\xFE \xC3 |");
  CHECK(read_line(std::string("<!-- caveat-disable \0 fact -->", 30)) == "caveat-disable | fact |");
}

TEST_CASE("a comment of several lines is one comment") {
  const std::string_view bytes = "x <!-- caveat-disable\n  fact,\r\n  term\n -- so\n it is --> y";
  std::vector<Directive> directives;
  take_directive(bytes, {2, 55}, {6, 52}, directives);
  REQUIRE(directives.size() == 1);
  CHECK(directives.front().whole == Span{2, 55});
  CHECK(printed(bytes, directives.front()) == "caveat-disable | fact term | so\n it is");
  take_directive(bytes, {0, 1}, {0, 1}, directives);
  take_directive(bytes, {0, 0}, {0, 0}, directives);
  CHECK(directives.size() == 1);
}

TEST_CASE("comments of plain text are not shown, and the text goes on around them") {
  const auto source = make_source("text",
                                  "Valerian is a root. People who lie awake at night and who\n"
                                  "<!-- caveat-disable-next-line fact -->\n"
                                  "would rather not take pills have long made tea of it.\r\n"
                                  "\n"
                                  "caveat-disable term -- a name of old\r\n"
                                  "\n"
                                  "It smells.");
  const auto blocks = blocks_of(source);
  CHECK(dump(blocks) ==
        "paragraph [Valerian is a root. People who lie awake at night and who]"
        "[would rather not take pills have long made tea of it.]\n"
        "paragraph [It smells.]\n");
  REQUIRE(blocks.directives.size() == 2);
  CHECK(slice(source, blocks.directives[0].whole) == "<!-- caveat-disable-next-line fact -->");
  CHECK(slice(source, blocks.directives[0].words) == "caveat-disable-next-line fact");
  CHECK(slice(source, blocks.directives[1].whole) == "caveat-disable term -- a name of old");
}

TEST_CASE("a line of a hundred thousand comments and one of a million names are read") {
  std::string comments;
  for (int at = 0; at < 100'000; ++at) comments += "<!-- caveat-disable fact -->";
  std::vector<Directive> directives;
  const auto whole = [](const std::string& line) {
    return Span{0, static_cast<std::uint32_t>(line.size())};
  };
  CHECK(take_directive_line(comments, whole(comments), directives));
  CHECK(directives.size() == 100'000);
  CHECK_FALSE(take_directive_line(comments + "x", whole(comments + "x"), directives));
  CHECK(directives.size() == 100'000);
  std::string names = "caveat-disable";
  for (int at = 0; at < 1'000'000; ++at) names += " a";
  directives.clear();
  REQUIRE(take_directive_line(names, whole(names), directives));
  CHECK(read_directive(names, directives.front()).rules.size() == 1'000'000);
}
