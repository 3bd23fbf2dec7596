// Which format a text is taken for when nothing but its bytes tells. A wrong guess at plain text is
// harmless; so the rows that look like markup and are none matter most.
#include <catch2/catch.hpp>
#include <string>

#include "format/format.hpp"

namespace {

template <std::size_t count>
void check_format(const char* name, const char* const (&texts)[count]) {
  for (const char* const text : texts) {
    CAPTURE(text);
    CHECK(caveat::sniff_format(text).name == name);
  }
}

}  // namespace

TEST_CASE("what begins as a web page does is HTML") {
  const char* const texts[] = {
      "<!DOCTYPE html>\n<html><body><p>Sleep matters.</p></body></html>",
      "<!doctype HTML>\n# Sleep\n",
      "<html lang=en>\n<title>Sleep</title>",
      "<HTML>",
      "\uFEFF\n  <!-- by hand -->\n<!DOCTYPE html>\n<title>Sleep</title>",
      "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\">",
      "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">",
      "<head><title>Sleep</title></head>",
      "<body class=\"page\">Sleep matters.",
  };
  check_format("html", texts);
}

TEST_CASE("what is made of block elements alone is HTML") {
  const char* const texts[] = {
      "<p>Sleep <b>matters</b>.</p>",
      "<p class=\"lead\">Sleep matters,\nand so\ndoes rest.</p>\n\n<p>p < 0.05</p>\n",
      "<div>\n  <h2>Sleep</h2>\n  <ul>\n    <li>Rest\n    <li>Dreams\n  </ul>\n</div>",
      "<!-- intro -->\n<h2>Sleep</h2>\n<p>It matters.<br>Much.</p>",
      "<table><tr><th>Myth<th>Fact</table>",
      "<blockquote>It cured me.</blockquote>",
      "<title>Sleep</title><p>It matters.</p>",
  };
  check_format("html", texts);
}

TEST_CASE("front matter, headings, links and emphasis make Markdown") {
  const char* const texts[] = {
      "---\ntitle: Sleep\n---\n\nIt matters.\n",
      "\uFEFF---\r\ntitle: Sleep\r\n---\r\nIt matters.\r\n",
      "+++\ntitle = \"Sleep\"\n+++\nIt matters.\n",
      "# Sleep\n\nIt matters.\n",
      "Sleep\n\n## Why it matters\n\nIt does.",
      "- **Nausea**: often\n- **Fever**: seldom\n",
      "Sleep *really* matters, and\nso does *rest*.",
      "See [the trial](https://example.org/trial) for more.",
      "![A leaf](leaf.png)",
      "See [the dose](#dose \"How much\").",
      "It is a root [1].\n\n[1]: https://example.org/root\n",
      "It is a root.[^1]\n\n[^1]: Reed 2020.\n",
      "| Myth | Fact |\n|------|:----:|\n| Safe | Not |\n",
      "Take\n\n```\n5 mg\n```\n",
      "> **It cured me**, he says.\n",
      "<!-- caveat-disable kratom/efficacy -- quoted -->\n# Kratom\n",
  };
  check_format("markdown", texts);
}

TEST_CASE("text with tags in it is Markdown, where tags are known and paragraphs stay") {
  const char* const texts[] = {
      "Sleep <b>matters</b>.\n\nSo does rest.",
      "Sleep matters.\n\n<h2>Rest</h2>\n\nSo does rest.",
      "<p align=\"center\"><img src=\"a.png\"></p>\n\nSleep matters.\n\nSo does rest.",
      "<p align=\"center\"><img src=\"a.png\"></p>\n\n# Sleep\n",
      "<p>Sleep matters.\n\n<p>So does rest.",
      "<details>\n<summary>Sleep</summary>\n\n**It** matters.\n</details>",
  };
  check_format("markdown", texts);
}

TEST_CASE("what only looks like markup is plain text") {
  const char* const texts[] = {
      "",
      "Sleep matters.\n\nSo does rest.\n",
      "#sleep #rest #1\nWe <3 sleep.",
      "It was faster (p < 0.05 and > 0.01), a<b>c.",
      "> Did you take it?\n> > Yes.\nFrom: A. Reed <reed@example.org>\nSee <https://example.org>.",
      "Safe* and natural*.\n\n* These statements have not been reviewed.\n** Results may vary.\n",
      "All natural**\n\n**Results may vary.",
      "5 * 3 * 2 = 30, 2*3*4 = 24 and x_1_2.",
      "SLEEP\n=====\n\nRest\n----\n\nIt matters.\n",
      "---\n\nSleep matters.\n\n---\n\nSo does rest.\n",
      "---\nSleep matters.\n",
      "1. Rest\n2. Dream\n\n- Tea\n- Milk\n\n* * *\n\n(a) Wake\n",
      "The `root' and the `leaf' of it.",
      "Reed [2] and others [3, 4] (2020) found it [sic] (twice).",
      "It is a root [2](Reed 2020), [sic](!).",
      "Total | 5\n------+---\nRest  | 3\n",
      "\tIndented text,\n\tas in a letter.\n",
      "<?xml version=\"1.0\"?>\n<feed><entry>Sleep</entry></feed>",
      "<!DOCTYPE article>\n<article-title>Sleep",
      "<dose> is what the label says, <name> who made it.",
      "<!-- caveat-disable kratom/efficacy -- quoted -->\nKratom cures.\n",
      "caf\xE9 \xFF\xFE \x01",
      "##",
      "<?",
      "*Note: results may vary.*",
  };
  check_format("plain", texts);
}

TEST_CASE("a text is sniffed by its first 64 KiB") {
  const std::string start(64 * 1024, 'a');
  CHECK(caveat::sniff_format(start + "\n# Sleep\n").name == "plain");
  CHECK(caveat::sniff_format("# Sleep\n" + start).name == "markdown");
}
