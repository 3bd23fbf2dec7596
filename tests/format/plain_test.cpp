// How plain text is cut into blocks. Each row is a text and its dump, a block a line.
#include <catch2/catch.hpp>

#include "format/dump.hpp"
#include "format/format.hpp"

namespace {

struct Row {
  const char* text;
  const char* printed;
};

std::string blocks_of(std::string_view text) {
  const caveat::Source source = caveat::make_source("page.txt", std::string(text));
  caveat::Blocks blocks;
  caveat::read_plain(source, blocks);
  return dump(blocks);
}

template <std::size_t count>
void check_blocks(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(blocks_of(row.text) == row.printed);
  }
}

/// A sentence of so many words, to make long lines.
std::string long_line(int words) {
  std::string text = "Valerian";
  for (int i = 1; i < words; ++i) text += " root";
  return text + ".";
}

}  // namespace

TEST_CASE("blank lines part paragraphs, whatever white space they hold") {
  const Row rows[] = {
      {"Sleep matters.\n\nSo does rest.",
       "paragraph [Sleep matters.]\nparagraph [So does rest.]\n"},
      {"Sleep matters.\r\n \t\r\nSo does rest.\r\n",
       "paragraph [Sleep matters.]\nparagraph [So does rest.]\n"},
      {"Sleep matters.\n\u00A0\nSo does rest.",
       "paragraph [Sleep matters.]\nparagraph [So does rest.]\n"},
      {"\uFEFFSleep matters.", "paragraph [Sleep matters.]\n"},
      {"  \u00A0Sleep matters.\u00A0 ", "paragraph [Sleep matters.]\n"},
      {"", ""},
      {"\n \n\uFEFF\n", ""},
  };
  check_blocks(rows);
}

TEST_CASE("long lines are paragraphs of their own, bare lines between them are headings") {
  const std::string text = long_line(60) + "\n" + long_line(50) + "\n" +
                           "- Understanding How Valerian Works: A Look at Sleep, Stress and Mood\n"
                           "- What the Trials Say\n" +
                           "Understanding How Valerian Works: A Look at Sleep, Stress and Mood\n" +
                           long_line(40) + "\nWhat the Trials Say\u00A0\n" + long_line(70) + "\n" +
                           long_line(30) + "\n";
  CHECK(blocks_of(text) ==
        "paragraph [" + long_line(60) + "]\nparagraph [" + long_line(50) + "]\n" +
            "item [Understanding How Valerian Works: A Look at Sleep, Stress and Mood]\n"
            "item [What the Trials Say]\n"
            "heading 2 [Understanding How Valerian Works: A Look at Sleep, Stress and Mood]\n"
            "paragraph [" +
            long_line(40) + "]\nheading 2 [What the Trials Say]\nparagraph [" + long_line(70) +
            "]\nparagraph [" + long_line(30) + "]\n");
}

TEST_CASE("a bare line before everything else is the title") {
  const Row rows[] = {
      {"Valerian for Sleep\n\nHow It Works\n\nIt binds to a receptor.",
       "heading 1 [Valerian for Sleep]\nheading 2 [How It Works]\n"
       "paragraph [It binds to a receptor.]\n"},
      {"It binds to a receptor.\n\nWhat is valerian? \n\nA root.",
       "paragraph [It binds to a receptor.]\nheading 2 [What is valerian?]\nparagraph [A root.]\n"},
      {"Valerian for Sleep", "heading 1 [Valerian for Sleep]\n"},
      {"Is valerian safe?", "paragraph [Is valerian safe?]\n"},
      {"It is a root.\n\nComments are closed",
       "paragraph [It is a root.]\n"
       "paragraph [Comments are closed]\n"},
      {"Title: Valerian and Sleep\nIt is a root.",
       "heading 1 [Title: Valerian and Sleep]\nparagraph [It is a root.]\n"},
      {"It is a root.\n\nSide effects:\n\n- nausea",
       "paragraph [It is a root.]\nheading 2 [Side effects:]\nitem [nausea]\n"},
      {"It is a root.\n\nPeople who take the root have told us about these effects:\n- nausea",
       "paragraph [It is a root.]\n"
       "paragraph [People who take the root have told us about these effects:]\nitem [nausea]\n"},
      {"it lacks a capital\n\nIt is a root.",
       "paragraph [it lacks a capital]\nparagraph [It is a root.]\n"},
      {"From https://example.org/Tea\n\nIt is a root.",
       "paragraph [From https://example.org/Tea]\nparagraph [It is a root.]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("marked headings have the level of their marks") {
  const Row rows[] = {
      {"# Valerian\n## Risks ##\nIt is a root.\n### For children\nAsk first.",
       "heading 1 [Valerian]\nheading 2 [Risks]\nparagraph [It is a root.]\n"
       "heading 3 [For children]\nparagraph [Ask first.]\n"},
      {"## Risks\n\nLiver\n\nIt is rare.",
       "heading 2 [Risks]\nheading 3 [Liver]\nparagraph [It is rare.]\n"},
      {"Valerian\n========\nIt is a root.\n\nRisks\n-----\nFew are known.",
       "heading 1 [Valerian]\nparagraph [It is a root.]\nheading 2 [Risks]\n"
       "paragraph [Few are known.]\n"},
      {"== Risks ==\nFew are known.", "heading 2 [Risks]\nparagraph [Few are known.]\n"},
      {"#hashtag tea is popular.", "paragraph [#hashtag tea is popular.]\n"},
      {"It is a root.\n---\nAsk first.", "paragraph [It is a root.]\nparagraph [Ask first.]\n"},
      {"It is a root.\n\n* * *\n\nAsk first.",
       "paragraph [It is a root.]\nparagraph [Ask first.]\n"},
      {"##\nIt is a root.", "paragraph [It is a root.]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("list items are known by their bullets and numbers") {
  const Row rows[] = {
      {"- nausea\n- dry mouth", "item [nausea]\nitem [dry mouth]\n"},
      {"* nausea\n+ dry mouth\n\u2022 low mood\n\u2022low mood\n\u2013 fever",
       "item [nausea]\nitem [dry mouth]\nitem [low mood]\nitem [low mood]\nitem [fever]\n"},
      {"1. rest\n2) drink\n(3) eat\na) sleep\niv) walk",
       "item [rest]\nitem [drink]\nitem [eat]\nitem [sleep]\nitem [walk]\n"},
      {"- nausea, above all with\n  the first dose\n- fever",
       "item [nausea, above all with][the first dose]\nitem [fever]\n"},
      {"\u2022\nnausea\n\u2022\nfever", "item [nausea]\nitem [fever]\n"},
      {"-5 is a number.", "paragraph [-5 is a number.]\n"},
      {"1.5 g is a dose.", "paragraph [1.5 g is a dose.]\n"},
      {"A. Smith wrote it.", "paragraph [A. Smith wrote it.]\n"},
      {"- nausea\nAsk a physician.", "item [nausea]\nparagraph [Ask a physician.]\n"},
      {"Effects: \u2022 nausea \u2022 fever",
       "heading 2 [Effects:]\nitem [nausea]\nitem [fever]\n"},
      {"We saw:   - nausea   - dry mouth - at night",
       "heading 2 [We saw:]\nitem [nausea]\n"
       "item [dry mouth - at night]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("many bare lines together are a list, but for a label and a line over text") {
  const Row rows[] = {
      {"It may cause:\nNausea\nDry mouth\nSlurred speech",
       "heading 2 [It may cause:]\nitem [Nausea]\nitem [Dry mouth]\nitem [Slurred speech]\n"},
      {"It is a root.\n\nNausea\nDry mouth\nRisks\nFew are known to us.",
       "paragraph [It is a root.]\nitem [Nausea]\nitem [Dry mouth]\nheading 2 [Risks]\n"
       "paragraph [Few are known to us.]\n"},
      {"nausea\nvomiting\ndry mouth",
       "paragraph [nausea]\nparagraph [vomiting]\n"
       "paragraph [dry mouth]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("hard-wrapped lines make one paragraph with a piece a line") {
  const Row rows[] = {
      {"Valerian is a plant whose root has been used for sleep since antiquity, but\n"
       "trials of it were small. In most of them people knew what they took, and a\n"
       "few weeks of use tell nothing about years.\n"
       "Who should not take it\n"
       "Anybody who drives at night or works with machines should leave it alone, and\n"
       "so should children.",
       "paragraph [Valerian is a plant whose root has been used for sleep since antiquity, but]"
       "[trials of it were small. In most of them people knew what they took, and a]"
       "[few weeks of use tell nothing about years.]\n"
       "heading 2 [Who should not take it]\n"
       "paragraph [Anybody who drives at night or works with machines should leave it alone, and]"
       "[so should children.]\n"},
      {"The largest of all the trials of this root was done by a group of people in\r\n"
       "Norway, who gave it, without telling them what it was, to more than\r\n"
       "400 adults with bad sleep.",
       "paragraph [The largest of all the trials of this root was done by a group of people in]"
       "[Norway, who gave it, without telling them what it was, to more than]"
       "[400 adults with bad sleep.]\n"},
      {"The group that took the root fell asleep sooner, but only by some minutes, in\n"
       "2012. Later trials of the same root in other countries could not repeat this, and\n"
       "- as so often - they were small.",
       "paragraph [The group that took the root fell asleep sooner, but only by some minutes, in]"
       "[2012. Later trials of the same root in other countries could not repeat this, and]\n"
       "item [as so often - they were small.]\n"},
      {"A Guide to the Root That Promises Sleep to All Who Cannot Find It\n"
       "Valerian is a plant whose root has been used for sleep since old times.",
       "heading 1 [A Guide to the Root That Promises Sleep to All Who Cannot Find It]\n"
       "paragraph [Valerian is a plant whose root has been used for sleep since old times.]\n"},
      {"Valerian may make you tired.\nDo not drive.\nDo not drink.",
       "paragraph [Valerian may make you tired.]\nparagraph [Do not drive.]\n"
       "paragraph [Do not drink.]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("bytes that are not UTF-8 are text like any other") {
  CHECK(blocks_of("caf\xE9 helps.\n\n\xFF\xFE") ==
        "paragraph [caf\xE9 helps.]\nparagraph [\xFF\xFE]\n");
}

TEST_CASE("plain text is in the table of formats") {
  const auto formats = caveat::formats();
  const auto plain = std::find_if(formats.begin(), formats.end(),
                                  [](const auto& format) { return format.name == "plain"; });
  REQUIRE(plain != formats.end());
  CHECK(plain->read == caveat::read_plain);
}
