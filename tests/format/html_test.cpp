// What a reader of a page sees. Each row is HTML and its dump, a block a line; or its places, the
// bytes of the file that each block stands for.
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "format/dump.hpp"
#include "format/format.hpp"
#include "format/html.hpp"
#include "format/write.hpp"

namespace {

using namespace caveat;

struct Row {
  std::string html;
  std::string printed;
};

struct Page {
  Source source;
  Blocks blocks;
};

Page read(std::string html) {
  Page page{make_source("page.html", std::move(html)), {}};
  read_html(page.source, page.blocks);
  return page;
}

Page read_fragment(std::string html, const HtmlFrame& frame) {
  Page page{make_source("page.md", std::move(html)), {}};
  Run run;
  append_html(view(page.source, run), frame, page.blocks);
  return page;
}

template <std::size_t count>
void check_blocks(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(dump(read(row.html).blocks) == row.printed);
  }
}

template <std::size_t count>
void check_places(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.html);
    const Page page = read(row.html);
    CHECK(dump_places(page.source, page.blocks) == row.printed);
  }
}

template <std::size_t count>
void check_fragments(const HtmlFrame& frame, const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(dump(read_fragment(row.html, frame).blocks) == row.printed);
  }
}

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

/// The bytes that the first of these words stands for.
std::string place_of(const Page& page, std::string_view words) {
  const auto at = page.blocks.passage.text.find(words);
  if (at == std::string::npos) return "not shown";
  const Span shown{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
  return std::string(slice(page.source, to_source(view(page.blocks.passage), shown)));
}

std::string directives_of(const Page& page) {
  std::string printed;
  for (const Directive& directive : page.blocks.directives) {
    printed.append(slice(page.source, directive.whole)).append(" says ");
    printed.append(slice(page.source, directive.words)).append("\n");
  }
  return printed;
}

}  // namespace

TEST_CASE("a sentence that inline markup splits is one sentence") {
  const Row rows[] = {
      {"<p>Val<b>er</b>ian <strong>root</strong> <em>may <a href=/x>help</a></em>.</p>",
       "paragraph [Valerian root may help.]\n"},
      {"<p>It <span style=\"color:red\">is</span> <font color=red>a</font> <x-term>root</x-term>.",
       "paragraph [It is a root.]\n"},
      {"<p>Val<b\nclass=x title >er</b >ian <a  href=x>root</a\n>s",
       "paragraph [Valerian roots]\n"},
      {"<p>anti<wbr>depres<!-- not here -->sant", "paragraph [antidepressant]\n"},
      {"<p>It is a ro&shy;ot&nbsp;&mdash; no cure",
       "paragraph [It is a ro\u00ADot\u00A0\u2014 no cure]\n"},
      {"<p>Tea<i></p><p>and root</i></p>", "paragraph [Tea]\nparagraph [and root]\n"},
      {"<p><b>Tea<p>and root", "paragraph [Tea]\nparagraph [and root]\n"},
      {"<p>I take <button>Buy</button>it.", "paragraph [I take Buy it.]\n"},
      {"<p>a < b and 3<4 & c</p>", "paragraph [a < b and 3<4 & c]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("line ends and indents of the source are one line end") {
  const Row rows[] = {
      {"<p>\n  Valerian is\r\n  a root.\n</p>\n", "paragraph [Valerian is][a root.]\n"},
      {"<p>Valerian \n<b>\n is</b> \n a root", "paragraph [Valerian][is][a root]\n"},
      {"Valerian\n\n\n<!-- no -->\n\nis", "paragraph [Valerian][is]\n"},
      {"<p>Valerian<br>is<br />\na root", "paragraph [Valerian][is][a root]\n"},
      {"<p>Valerian<br><br>It is a root.<br>\n<br>Ask first.",
       "paragraph [Valerian]\nparagraph [It is a root.]\nparagraph [Ask first.]\n"},
      {"<li>Valerian<br><br>It is a root.", "item [Valerian]\nitem [It is a root.]\n"},
      {"\uFEFF<p>Valerian", "paragraph [Valerian]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("block elements end a block, whoever closes them") {
  const Row rows[] = {
      {"Tea<p>Root<div>Leaf</div>Bark",
       "paragraph [Tea]\nparagraph [Root]\nparagraph [Leaf]\n"
       "paragraph [Bark]\n"},
      {"<h1>Tea</h1><h3>For <i>sleep</i></h3><section><h2>Root</h2>Leaf</section>",
       "heading 1 [Tea]\nheading 3 [For sleep]\nheading 2 [Root]\nparagraph [Leaf]\n"},
      {"<p>Tea<hr>Root<pre>Kratom cures</pre>Leaf",
       "paragraph [Tea]\nparagraph [Root]\nparagraph [Leaf]\n"},
      {"<blockquote><p>Tea</p>Root<ul><li>Leaf</ul></blockquote>Bark",
       "quoted paragraph [Tea]\nquoted paragraph [Root]\nquoted item [Leaf]\nparagraph [Bark]\n"},
      {"<figure><img src=x alt=\"A leaf\"><figcaption>The <b>leaf</b></figcaption></figure>",
       "alt [A leaf]\ncaption [The leaf]\n"},
      {"<details><summary>Is it safe?</summary>Ask first.</details>",
       "paragraph [Is it safe?]\nparagraph [Ask first.]\n"},
      {"<![CDATA[Tea]]><p>Root", "paragraph [Root]\n"},
      {"<!doctype html><?xml version=1?><p/>Tea", "paragraph [Tea]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("an item ends where a list inside of it starts") {
  const Row rows[] = {
      {"<ul><li>Tea<li>Root</ul>", "item [Tea]\nitem [Root]\n"},
      {"<ol><li><p>Tea</p><p>It is hot.</p><ul><li>green</li></ul>or cold</li></ol>",
       "item [Tea]\nitem [It is hot.]\nitem [green]\nitem [or cold]\n"},
      {"<li><h3>Tea</h3>It is hot.", "heading 3 [Tea]\nitem [It is hot.]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("a cell of a table knows the head of its column") {
  const Row rows[] = {
      {"<table><tr><th>Myth<th>Fact<tr><td>It is safe.<td>It is <i>not</i>.</table>",
       "head [Myth]\nhead [Fact]\ncell of [Myth] [It is safe.]\ncell of [Fact] [It is not.]\n"},
      {"<table><caption>Doses</caption><thead><tr><td>Root<td>Leaf<tbody><tr><td>1 g<td>2 g"
       "<tr><td>3 g</table>",
       "caption [Doses]\nhead [Root]\nhead [Leaf]\ncell of [Root] [1 g]\ncell of [Leaf] [2 g]\n"
       "cell of [Root] [3 g]\n"},
      {"<table><tr><th>Myth<td>It is safe.<td>It cures.<tr><th scope=row>Fact<td>It is "
       "not.</table>",
       "head [Myth]\ncell of [Myth] [It is safe.]\ncell of [Myth] [It cures.]\nhead [Fact]\n"
       "cell of [Fact] [It is not.]\n"},
      {"<table><tr><th><th>Myth<tr><th>Root<td>It is safe.</table>",
       "head [Myth]\nhead [Root]\ncell of [Myth] [It is safe.]\n"},
      {"<table><tr><th colspan=2>Myth<th>Fact<tr><td>a<td>b<td>c</table>",
       "head [Myth]\nhead [Fact]\ncell of [Myth] [a]\ncell of [Myth] [b]\ncell of [Fact] [c]\n"},
      {"<table><tr><th>Root<th>Myth<tr><td rowspan=2>a<td>b<tr><td>c</table>",
       "head [Root]\nhead [Myth]\ncell of [Root] [a]\ncell of [Myth] [b]\ncell of [Myth] [c]\n"},
      {"<table><tr><th>Myth<tr><td><p>a</p><ul><li>b</ul><table><tr><td>c</table>d</table>",
       "head [Myth]\ncell of [Myth] [a]\ncell of [Myth] [b]\ncell [c]\ncell of [Myth] [d]\n"},
      {"<table><tr><td>a<td>b</table>", "cell [a]\ncell [b]\n"},
      {"<table>Stray<tr><td>a</table>", "paragraph [Stray]\ncell [a]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("what a definition list says knows its term") {
  const Row rows[] = {
      {"<dl><dt>Myth<dd>It is safe.<dd>It cures.<dt>Fact<dd>It is not.</dl>",
       "head [Myth]\ncell of [Myth] [It is safe.]\ncell of [Myth] [It cures.]\nhead [Fact]\n"
       "cell of [Fact] [It is not.]\n"},
      {"<dl><dd>Tea<dt>Myth<dd><dl><dt>Leaf<dd>a</dl>b</dl>",
       "cell [Tea]\nhead [Myth]\nhead [Leaf]\ncell of [Leaf] [a]\ncell of [Myth] [b]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("what no reader sees is not read") {
  const Row rows[] = {
      {"<style>p:after{content:'cures'}</style><script>document.write('<p>cures</p>')</script>Tea",
       "paragraph [Tea]\n"},
      {"<script><!-- <script>'</script>' --></script>Tea", "paragraph [Tea]\n"},
      {"<p hidden>a</p><p style='COLOR:red; display : none'>b</p><i aria-hidden=true>home</i>Tea",
       "paragraph [Tea]\n"},
      {"<p>Tea <i class=icon aria-hidden=\"true\">leaf</i>is hot", "paragraph [Tea is hot]\n"},
      {"<template>a</template><noscript>b</noscript><iframe>c</iframe><textarea>d</textarea>"
       "<select><option>e</select><video>f</video><svg><title>g</title><text>h</text></svg>",
       ""},
      {"<p>Tea <svg><path d=1 /></svg>is <canvas>x</canvas>hot", "paragraph [Tea is hot]\n"},
      {"<p>Run <code>rm <b>x</b></code> or <kbd>y</kbd>.", "paragraph [Run \uFFFC or \uFFFC.]\n"},
      {"<p><code>rm x</code></p>Tea", "paragraph [Tea]\n"},
      {"<pre><code>Kratom cures</code></pre>", ""},
      {"<p>It <del>cures</del> <s>heals</s> helps.", "paragraph [It helps.]\n"},
      {"<!-- <p>Kratom cures</p> --><!--[if IE]>Kratom cures<![endif]-->Tea", "paragraph [Tea]\n"},
      {"Tea <a title=\"cures", "paragraph [Tea]\n"},
      {"<svg><style>a{}</style><p>Tea", "paragraph [Tea]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("superscripts and quotations look as they do on the page") {
  const Row rows[] = {
      {"<p>It lifts mood<sup>12</sup>.", "paragraph [It lifts mood\u00B9\u00B2.]\n"},
      {"<p>It lifts mood<sup><a href=#1>[3]</a></sup>.", "paragraph [It lifts mood [\u00B3].]\n"},
      {"<p>Tea<sup>TM</sup>, 5<sup>th</sup>, H<sub>2</sub>O", "paragraph [Tea TM, 5th, H2O]\n"},
      {"<p>She says <q>it <b>helps</b></q>.", "paragraph [She says \u201Cit helps\u201D.]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("the titles and descriptions of a page are read as search engines show them") {
  const Row rows[] = {
      {"<head><title>Tea &amp; <b>sleep</b></title>"
       "<meta name=Description content=\"It is &quot;safe&quot;.\n It is.\">"
       "<meta property='og:title' content='Tea'><meta property=og:description content=Hot>"
       "<meta name=twitter:title content=Green><meta name=twitter:description content=Cold>"
       "<meta name=keywords content=cures><meta name=description></head><body><p>Root",
       "heading 1 [Tea & <b>sleep</b>]\ndescription [It is \"safe\".][It is.]\nheading 1 [Tea]\n"
       "description [Hot]\nheading 1 [Green]\ndescription [Cold]\nparagraph [Root]\n"},
      {"<title>Tea</titl></title >Root", "heading 1 [Tea</titl>]\nparagraph [Root]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("what is shown for an image or on top of something is a block after the one at hand") {
  const Row rows[] = {
      {"<p>Tea <img src=x alt='A &lt;leaf&gt;'>is <a href=x title=\"More tea\">hot</a>.</p>Root",
       "paragraph [Tea is hot.]\nalt [A <leaf>]\nalt [More tea]\nparagraph [Root]\n"},
      {"<blockquote><img alt=\"\"><img alt=Leaf></blockquote>", "quoted alt [Leaf]\n"},
      {"<p><abbr title='selective serotonin reuptake inhibitor'>SSRI</abbr>s",
       "paragraph [SSRIs]\nalt [selective serotonin reuptake inhibitor]\n"},
      {"<a href='?a=1&copy=2' title='a&copy=2 &copy;'>Tea</a>",
       "paragraph [Tea]\nalt [a&copy=2 \u00A9]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("every block stands in the bytes that it was read from") {
  const Row rows[] = {
      {"<p>Val<b>er</b>ian <i>root</i></p>", "[Val<b>er</b>ian <i>root]\n"},
      {"<p>It&rsquo;s a&nbsp;root&#33;</p>", "[It&rsquo;s a&nbsp;root&#33;]\n"},
      {"<p>&lt;It&gt;<br>is", "[&lt;It&gt;<br>is]\n"},
      {"<title>Tea &amp;</title><meta content=' It is. ' name=description>",
       "[Tea &amp;]\n[It is.]\n"},
      {"<a title='x &gt; y'>Tea</a>", "[Tea]\n[x &gt; y]\n"},
      {"a\xFF"
       "b<b>\xE2\x80</b>",
       "[a\xFF"
       "b<b>\xE2\x80]\n"},
      {"<table>Stray<td>a</table>", "[Stray]\n[a]\n"},
      {"<p>&nlE;", "[&nlE;]\n"},
  };
  check_places(rows);
}

TEST_CASE("words that markup splits stand where their letters do") {
  const Page page =
      read("<p>Val<b>er</b>ian\r\n\t roots<sup>12</sup> <code>x</code> &amp; te&shy;a");
  CHECK(place_of(page, "Valerian") == "Val<b>er</b>ian");
  CHECK(place_of(page, "erian\nroots") == "er</b>ian\r\n\t roots");
  CHECK(place_of(page, "\u00B2") == "2");
  CHECK(place_of(page, "\uFFFC") == "<code>x</code>");
  CHECK(place_of(page, "&") == "&amp;");
  CHECK(place_of(page, "te\u00ADa") == "te&shy;a");
}

TEST_CASE("comments that speak to caveat are found wherever they stand") {
  CHECK(directives_of(
            read("<!-- caveat-disable a/b -- why --><html><body><p>Tea<!--caveat-enable"
                 " a/b--></p></body></html><!-- tea --><!-- caveat-disable-file c/d -->")) ==
        "<!-- caveat-disable a/b -- why --> says caveat-disable a/b -- why\n"
        "<!--caveat-enable a/b--> says caveat-enable a/b\n"
        "<!-- caveat-disable-file c/d --> says caveat-disable-file c/d\n");
  CHECK(directives_of(read("<script><!-- caveat-disable a/b --></script><!--><!-- ")) == "");
}

TEST_CASE("a fragment goes on in the frame of what it stands in") {
  const Row rows[] = {
      {"Tea<p>Root", "quoted item [Tea]\nquoted item [Root]\n"},
      {"<h2>Tea</h2><blockquote>Root", "quoted heading 2 [Tea]\nquoted item [Root]\n"},
      {"<tr><th>Tea<th>Root<tr><td>a<td>b",
       "quoted head [Tea]\nquoted head [Root]\n"
       "quoted cell of [Tea] [a]\nquoted cell of [Root] [b]\n"},
      {"</div></template>Tea<body>", "quoted item [Tea]\n"},
      {"<div><svg><path></div>Tea", "quoted item [Tea]\n"},
      {"<meta charset=utf-8><td>Tea", "quoted cell [Tea]\n"},
      {"", ""},
  };
  check_fragments({BlockKind::list_item, true}, rows);
}

TEST_CASE("a fragment in pieces of a file keeps its places") {
  const Source source =
      make_source("page.md", "> <p>Val<b>er\n> </b>ian<!-- caveat-x -->\n> &amp;");
  Run run;
  const PassageView file = view(source, run);
  Passage html;
  append(html, file, {2, 14});
  append(html, file, {16, 41});
  append(html, file, {43, 48});
  Blocks blocks;
  append_html(view(html), {}, blocks);
  CHECK(dump(blocks) == "paragraph [Valer][ian][&]\n");
  CHECK(dump_places(source, blocks) == "[Val<b>er\n> </b>ian<!-- caveat-x -->\n> &amp;]\n");
  REQUIRE(blocks.directives.size() == 1);
  CHECK(slice(source, blocks.directives[0].words) == "caveat-x");
}

TEST_CASE("depth, unclosed tags and attributes cost nothing and lose no word") {
  const std::size_t many = 20'000;
  for (const auto* tag : {"<div>",
                          "<b>",
                          "<a title=x>",
                          "<p>",
                          "<s><p>",
                          "<table>",
                          "<table><td>",
                          "<li>",
                          "<ul><li>",
                          "<blockquote>",
                          "<svg>",
                          "<template>",
                          "<select>",
                          "<form>",
                          "<x-y>",
                          "<math><mi>",
                          "<b><div></b>",
                          "<div><table></div>",
                          "</div>",
                          "</p>",
                          "<!--",
                          "<",
                          "&",
                          "<body a=1>",
                          "<frameset>"}) {
    CAPTURE(tag);
    const Page page = read("<p>Tea</p>" + repeated(tag, many));
    CHECK(page.blocks.blocks.at(0).shown == Span{0, 3});
  }
  CHECK(dump(read("<p " + repeated("a=1 ", many) + ">Tea").blocks) == "paragraph [Tea]\n");
  CHECK(dump(read(repeated("<div>", 1'000) + "Val<b>er</b>ian").blocks) ==
        "paragraph [Valerian]\n");
  CHECK(dump(read(repeated("<div>", 1'000) + "Tea" + repeated("</div>", 1'000) + "Root").blocks) ==
        "paragraph [Tea]\nparagraph [Root]\n");
  CHECK(read(repeated("<p>Tea", many)).blocks.blocks.size() == many);
  CHECK(read(repeated("<p><b><font>Tea", many)).blocks.blocks.size() == many);
}
