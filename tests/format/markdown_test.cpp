// What Markdown shows: rows of text and the dump of their blocks; and where words stand that markup
// cuts in pieces.
#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "format/dump.hpp"
#include "format/format.hpp"

namespace {

using namespace caveat;

struct Row {
  const char* text;
  const char* printed;
};

struct Read {
  Source source;
  Blocks blocks;
};

Read read(std::string_view text) {
  Read it = {make_source("page.md", std::string(text)), {}};
  read_markdown(it.source, it.blocks);
  return it;
}

std::string blocks_of(std::string_view text) {
  return dump(read(text).blocks);
}

std::string places_of(std::string_view text) {
  const Read it = read(text);
  return dump_places(it.source, it.blocks);
}

/// The words of the comments to caveat, a line each.
std::string directives_of(std::string_view text) {
  const Read it = read(text);
  std::string all;
  for (const Directive& directive : it.blocks.directives) {
    all.append(slice(it.source, directive.words)).append("|");
    all.append(slice(it.source, directive.whole)).append("\n");
  }
  return all;
}

template <std::size_t count>
void check_blocks(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(blocks_of(row.text) == row.printed);
  }
}

template <std::size_t count>
void check_places(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(places_of(row.text) == row.printed);
  }
}

}  // namespace

TEST_CASE("inline markup cuts no word and no sentence", "[markdown]") {
  const Row rows[] = {
      {"Vale<b>ri</b>an **calms** *the* __mind__.", "paragraph [Valerian calms the mind.]\n"},
      {"Va*leri*an and **_tea_**", "paragraph [Valerian and tea]\n"},
      {"[Valerian](https://a.org/x_y) is [a root][1] and [tea][].\n\n[1]: /u\n[tea]: /t\n",
       "paragraph [Valerian is a root and tea.]\n"},
      {"See <https://a.org/_x_> and https://a.org/_x_/*y*, or www.a.org/_b_c_.",
       "paragraph [See https://a.org/_x_ and https://a.org/_x_/*y*, or www.a.org/_b_c_.]\n"},
      {"*https://a.org/x*, **http://b.org**.", "paragraph [https://a.org/x, http://b.org.]\n"},
      {"It calms\nand *helps\nto* sleep\\\nwell  \nat night",
       "paragraph [It calms][and helps][to sleep][well][at night]\n"},
      {"Tea<br>calms<br/>\nand helps<br><br>at night",
       "paragraph [Tea][calms][and helps]\nparagraph [at night]\n"},
      {"Take `2 g` of <kbd>tea</kbd>.", "paragraph [Take \uFFFC of \uFFFC.]\n"},
      {"It ~~cures~~ calms <del>all</del> of <s>it</s>.", "paragraph [It   calms   of  .]\n"},
      {"<code>it never ends", "paragraph [it never ends]\n"},
      {"mood<sup>12</sup>, 5<sup>th</sup>, tea<sup>TM</sup>, H<sub>2</sub>O",
       "paragraph [mood\u00B9\u00B2, 5th, tea TM, H2O]\n"},
      {"He said <q>rest</q>.", "paragraph [He said \u201Crest\u201D.]\n"},
      {"Tea<style>b {}</style> is <span class='a>b'>good</span>.", "paragraph [Tea is good.]\n"},
      {"One<p>two</p>three", "paragraph [One]\nparagraph [two]\nparagraph [three]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("a word stands where its first and last bytes stand", "[markdown]") {
  const Row rows[] = {
      {"**Vale**rian *calms*.", "[Vale**rian *calms*.]\n"},
      {"> Tea\n> calms.", "[Tea\n> calms.]\n"},
      {"- Tea\n  calms\\!\n", "[Tea\n  calms\\!]\n"},
      {"| a | b *c* |\n|---|---|\n| d\\|e | f |", "[a]\n[b *c]\n[d\\|e]\n[f]\n"},
      {"Tea&nbsp;calms &amp; &#104;elps&excl;", "[Tea&nbsp;calms &amp; &#104;elps&excl;]\n"},
      {"a `b` c", "[a `b` c]\n"},
      {"\xEF\xBB\xBF# Tea\r\n\r\nIt calms\r\nus.", "[Tea]\n[It calms\r\nus.]\n"},
      {"![Tea *pot*](u \"A \\\"big\\\"\npot\")", "[A \\\"big\\\"\npot]\n[Tea *pot]\n"},
      {"|-|\n", "[|-|]\n"},
      {"a|b\n-|-\n-|c\n", "[a]\n[b]\n[-]\n[c]\n"},
  };
  check_places(rows);
}

TEST_CASE("entities and escapes show characters, soft hyphens stay", "[markdown]") {
  const Row rows[] = {
      {"It&rsquo;s 5&#x2009;mg &amp; safe", "paragraph [It\u2019s 5\u2009mg & safe]\n"},
      {"depres&shy;sion depres\u00ADsion", "paragraph [depres\u00ADsion depres\u00ADsion]\n"},
      {"\\*not\\* \\&amp; &nothing; &acE;", "paragraph [*not* &amp; &nothing; \u223E\u0333]\n"},
      {"`&amp;` and [a](u 'b &amp; c')", "paragraph [\uFFFC and a]\nalt [b & c]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("headings have levels, quotations are known", "[markdown]") {
  const Row rows[] = {
      {"# Tea\n## *Risks* ##\nFew.\n\nDose\n---\n\nLow\n===",
       "heading 1 [Tea]\nheading 2 [Risks]\nparagraph [Few.]\nheading 2 [Dose]\nheading 1 [Low]\n"},
      {"> It calms\nme.\n>> You\n\nUs.",
       "quoted paragraph [It calms][me.]\nquoted paragraph [You]\nparagraph [Us.]\n"},
      {"> - it calms\n> # Tea\n", "quoted item [it calms]\nquoted heading 1 [Tea]\n"},
      {"<blockquote>\n\nIt *cured* me.\n\n</blockquote>\n\nUs.",
       "quoted paragraph [It cured me.]\nparagraph [Us.]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("each item of a list is a block, also its further paragraphs", "[markdown]") {
  const Row rows[] = {
      {"- nausea\n- dry\n  mouth\n\nRest.",
       "item [nausea]\nitem [dry][mouth]\nparagraph [Rest.]\n"},
      {"1. rest\n\n   and drink\n\n2. sleep", "item [rest]\nitem [and drink]\nitem [sleep]\n"},
      {"- one\n  - two\n    > three\n  - four\n- five",
       "item [one]\nitem [two]\nquoted paragraph [three]\nitem [four]\nitem [five]\n"},
      {"- [x] rest\n- [ ] drink", "item [rest]\nitem [drink]\n"},
      {"- # Tea\n- `a`\n-\n- ![Pot](u)", "heading 1 [Tea]\nitem [\uFFFC]\nalt [Pot]\n"},
      {"* * *\n- - a", "item [a]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("a cell knows the head of its column", "[markdown]") {
  const Row rows[] = {
      {"| Myth | Fact |\n|:--|--:|\n| It *cures* | It does not |\n| It is safe |\n",
       "head [Myth]\nhead [Fact]\ncell of [Myth] [It cures]\ncell of [Fact] [It does not]\n"
       "cell of [Myth] [It is safe]\n"},
      {"Myth|Fact\n-|-\na|`b|c`",
       "head [Myth]\nhead [Fact]\ncell of [Myth] [a]\n"
       "cell of [Fact] [\uFFFC]\n"},
      {"| | Fact |\n| - | - |\n| a | b |", "head [Fact]\ncell [a]\ncell of [Fact] [b]\n"},
      {"> |Myth|\n> |-|\n> |a<br><br>b|",
       "quoted head [Myth]\nquoted cell of [Myth] [a]\nquoted cell of [Myth] [b]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("definition lists, as PHP Markdown Extra and Pandoc write them", "[markdown]") {
  const Row rows[] = {
      {"Valerian\n: a root\n  for tea\n: a plant\n",
       "head [Valerian]\ncell of [Valerian] [a root][for tea]\ncell of [Valerian] [a plant]\n"},
      {"Valerian\n\n:   a root\n\n:   a plant\n\nRest.",
       "head [Valerian]\ncell of [Valerian] [a root]\ncell of [Valerian] [a plant]\n"
       "paragraph [Rest.]\n"},
      {": no term", "paragraph [: no term]\n"},
      {"# Tea\n\n: no term", "heading 1 [Tea]\nparagraph [: no term]\n"},
      {"at 5\n:30 we slept", "paragraph [at 5][:30 we slept]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("footnotes are shown where they are told, their marks as citations", "[markdown]") {
  const Row rows[] = {
      {"It calms[^1] us[^a_b].\n\n[^1]: Smith 2020\n[^a_b]: https://a.org\n",
       "paragraph [It calms[^1] us[^a_b].]\nparagraph [Smith 2020]\nparagraph [https://a.org]\n"},
      {"[see [^1] there](u)", "paragraph [see [^1] there]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("texts of images and titles are blocks after the one they stand in", "[markdown]") {
  const Row rows[] = {
      {"Tea ![pot of *tea*](p.png \"Hot\") is [good](u 'It calms').",
       "paragraph [Tea   is good.]\nalt [Hot]\nalt [pot of tea]\nalt [It calms]\n"},
      {"![a ![b](u) c](v)", "alt [a b c]\n"},
      {"[a][x] and [b][x]\n\n[x]: u (It calms)", "paragraph [a and b]\nalt [It calms]\n"},
      {"> Tea <img src=p alt='a pot'> is <a title=\"so\" href=u>good</a>",
       "quoted paragraph [Tea   is good]\nquoted alt [a pot]\nquoted alt [so]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("code, link targets and definitions are not shown", "[markdown]") {
  const Row rows[] = {
      {"```\nIt cures.\n```\n\n    It cures.\n\n~~~ md\nIt cures.", ""},
      {"[tea]: https://cures.org \"It cures\"\n", ""},
      {"[tea](https://cures.org/it_cures) calms", "paragraph [tea calms]\n"},
      {"<?php\n\necho '>';\n?>\n", ""},
  };
  check_blocks(rows);
}

TEST_CASE("HTML blocks show what their text shows", "[markdown]") {
  const Row rows[] = {
      {"<div>\nTea <b>cal</b>ms us.\n</div>", "paragraph [Tea calms us.]\n"},
      {"> - <div>\n>   Tea calms\n>   us.\n>   </div>", "quoted item [Tea calms][us.]\n"},
      {"<div class=\"note\">\n\nTea *calms*.\n\n</div>\n", "paragraph [Tea calms.]\n"},
      {"<details>\n<summary>Dose</summary>\n\n- 2 g\n\n</details>",
       "paragraph [Dose]\nitem [2 g]\n"},
  };
  check_blocks(rows);
  CHECK(places_of("> <div>\n> Tea\n> calms.\n> </div>") == "[Tea\n> calms.]\n");
}

TEST_CASE("elements that browsers do not show are not shown", "[markdown]") {
  const Row rows[] = {
      {"Tea <span hidden>cures</span> <b title='a hidden gem'>calms</b>.",
       "paragraph [Tea  calms.]\nalt [a hidden gem]\n"},
      {"<template><p>It cures.</p></template>\n\nTea", "paragraph [Tea]\n"},
      {"<div hidden>\n\nIt *cures*.\n\n<div>\n\nAll.\n\n</div>\n\nAll.\n\n</div>\n\nTea",
       "paragraph [Tea]\n"},
      {"a <span hidden>b\n\nc", "paragraph [a]\nparagraph [c]\n"},
      {"a <span style=\"color: red; display: none\">b</span> c", "paragraph [a  c]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("comments are offered as directives with their place in the file", "[markdown]") {
  const Row rows[] = {
      {"Tea <!-- caveat-disable a/b -- seen --> calms.",
       "caveat-disable a/b -- seen|<!-- caveat-disable a/b -- seen -->\n"},
      {"<!-- caveat-disable a/b -->\nTea", "caveat-disable a/b|<!-- caveat-disable a/b -->\n"},
      {"> <!-- caveat-disable\n> a/b -->\n> Tea",
       "caveat-disable\n> a/b|<!-- caveat-disable\n> a/b -->\n"},
      {"# Tea <!-- caveat-disable a/b -->\n\n- x <!--caveat-enable a/b-->",
       "caveat-disable a/b|<!-- caveat-disable a/b -->\ncaveat-enable a/b|<!--caveat-enable a/b-->"
       "\n"},
      {"`<!-- caveat-disable a/b -->` \\<!-- caveat-disable a/b -->", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(directives_of(row.text) == row.printed);
  }
  CHECK(blocks_of("Tea <!-- caveat-disable a/b -- seen --> calms.") == "paragraph [Tea  calms.]\n");
  CHECK(blocks_of("`<!--` opens\n\na|b\n---|---\n\n`-->`") ==
        "paragraph [\uFFFC opens]\nhead [a]\nhead [b]\nparagraph [\uFFFC]\n");
}

TEST_CASE("bytes that are no text stay what they are", "[markdown]") {
  const std::string nul("Tea\0calms [a\0b](u)", 18);
  CHECK(blocks_of(nul) == "paragraph [" + std::string("Tea\0calms a\0b", 13) + "]\n");
  CHECK(blocks_of("caf\xE9 *hel\xFFps*") == "paragraph [caf\xE9 hel\xFFps]\n");
  CHECK(blocks_of("\xCF**\x88**") == "paragraph [\xCF \x88]\n");
  CHECK(blocks_of("Tea\x02 \x03\x1A%") == "paragraph [Tea\x02 \x03\x1A%]\n");
  CHECK(blocks_of("") == "");
  CHECK(blocks_of("\xEF\xBB\xBF") == "");
  CHECK(blocks_of("one\rtwo") == "paragraph [one][two]\n");
}
