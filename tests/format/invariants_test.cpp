// What holds of the blocks of any file in any format, tried on markup soup, random bytes, and real
// pages broken off at every byte: no stage after the readers asks whether a place is inside the
// file or splits a character.
#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "format/format.hpp"
#include "format/line.hpp"
#include "format/weave.hpp"
#include "prose/language_fixture.hpp"
#include "text/utf8.hpp"

namespace {

using namespace caveat;
using caveat::test::Markup;

constexpr int soups =
#ifdef __SANITIZE_ADDRESS__
    6'000;
#else
    30'000;
#endif

/// Whether a character starts at each byte, and the end.
std::vector<bool> character_starts(std::string_view text) {
  std::vector<bool> starts(text.size() + 1, false);
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) starts[at] = true;
  starts[text.size()] = true;
  return starts;
}

struct Seen {
  const Source& source;
  const Blocks& blocks;
  std::vector<bool> file_starts = character_starts(source.bytes);

  std::string_view shown() const { return blocks.passage.text; }
  std::uint32_t end_of_run(std::size_t run) const {
    const auto& runs = blocks.passage.runs;
    return run + 1 < runs.size() ? runs[run + 1].shown : static_cast<std::uint32_t>(shown().size());
  }
};

bool is_in_file(const Seen& seen, Span span) {
  return span.begin <= span.end && span.end <= seen.source.bytes.size();
}

char blank(char c) {
  return c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
}

std::string wrong_run(const Seen& seen, std::size_t index) {
  const Run& run = seen.blocks.passage.runs[index];
  const Span shown{run.shown, seen.end_of_run(index)};
  if (empty(shown)) return "a run shows nothing";
  if (!is_in_file(seen, run.source)) return "a run is outside the file";
  if (!seen.file_starts[run.source.begin] || !seen.file_starts[run.source.end]) {
    return "a run splits a character of the file";
  }
  if (size(shown) != size(run.source)) return "";
  const auto copy = seen.shown().substr(shown.begin, size(shown));
  // One character may stand for as many bytes, and white space for white space.
  const bool same = std::ranges::equal(copy, slice(seen.source, run.source), {}, blank, blank);
  const bool stands_for = size(shown) <= 4 && decode(copy, 0).length == size(shown);
  return same || stands_for ? "" : "a run is no copy of the file";
}

std::string wrong_runs(const Seen& seen) {
  const auto& runs = seen.blocks.passage.runs;
  for (std::size_t index = 0; index < runs.size(); ++index) {
    if (index > 0 && runs[index].shown <= runs[index - 1].shown) return "runs are out of order";
    const auto wrong = wrong_run(seen, index);
    if (!wrong.empty()) return wrong;
  }
  if (!seen.shown().empty() && (runs.empty() || runs[0].shown != 0)) return "text without a run";
  return "";
}

/// Inside a block the places of the runs go forward.
std::string wrong_order(const Seen& seen, const Block& block) {
  const auto& runs = seen.blocks.passage.runs;
  std::uint32_t end = 0;
  for (std::size_t index = 0; index < runs.size(); ++index) {
    if (seen.end_of_run(index) <= block.shown.begin || runs[index].shown >= block.shown.end) {
      continue;
    }
    if (runs[index].source.begin < end) return "places inside a block go back";
    end = runs[index].source.end;
  }
  return "";
}

std::string wrong_block(const Seen& seen, std::uint32_t index) {
  const Block& block = seen.blocks.blocks[index];
  if (empty(block.shown) || block.shown.end > seen.shown().size()) return "a block shows nothing";
  if (trim(seen.shown(), block.shown) != block.shown) return "a block is not trimmed";
  if (index > 0 && block.shown.begin < seen.blocks.blocks[index - 1].shown.end) {
    return "blocks overlap";
  }
  if ((block.kind == BlockKind::heading) != (block.level > 0) || block.level > 6) {
    return "a level is wrong";
  }
  if (block.header == no_block) return wrong_order(seen, block);
  if (block.kind != BlockKind::cell) return "a header of what is no cell";
  if (block.header >= seen.blocks.blocks.size()) return "a header is no block";
  if (seen.blocks.blocks[block.header].kind != BlockKind::head) return "a header is no head";
  return wrong_order(seen, block);
}

std::string wrong_blocks(const Seen& seen) {
  for (std::uint32_t index = 0; index < seen.blocks.blocks.size(); ++index) {
    const auto wrong = wrong_block(seen, index);
    if (!wrong.empty()) return wrong;
  }
  return "";
}

/// A quotation mark that a tag stands for has no bytes; every other token has.
bool may_be_nowhere(std::string_view token) {
  return token == "“" || token == "”" || token == "‘" || token == "’";
}

std::string wrong_tokens(const Seen& seen) {
  const auto prose = test::prose_of(seen.blocks);
  for (const auto& token : prose.tokens) {
    const auto words = seen.shown().substr(token.span.begin, size(token.span));
    const Span place = to_source(view(seen.blocks.passage), token.span);
    if (!is_in_file(seen, place)) return "a token is outside the file";
    if (empty(place) && !may_be_nowhere(words)) return "a token is nowhere";
    if (!seen.file_starts[place.begin] || !seen.file_starts[place.end]) return "a token is split";
  }
  return "";
}

std::string wrong_directives(const Seen& seen) {
  std::uint32_t end = 0;
  for (const auto& directive : seen.blocks.directives) {
    const bool inside = directive.whole.begin <= directive.words.begin &&
                        directive.words.end <= directive.whole.end;
    if (!is_in_file(seen, directive.whole) || !inside) return "a directive is outside the file";
    if (directive.whole.begin < end) return "directives are out of order";
    if (!slice(seen.source, directive.words).starts_with("caveat-")) return "no directive";
    end = directive.whole.end;
  }
  return "";
}

/// The first complaint about a file in a format, or an empty string.
std::string complaint(const Format& format, std::string_view bytes) {
  const auto source = make_source("file", std::string(bytes));
  Blocks blocks;
  format.read(source, blocks);
  const Seen seen{source, blocks};
  for (const auto wrong : {wrong_runs, wrong_blocks, wrong_tokens, wrong_directives}) {
    const auto text = wrong(seen);
    if (!text.empty()) return std::string(format.name) + ": " + text;
  }
  return "";
}

/// The same file with less of it, as long as it earns the same complaint.
std::string smallest(const Format& format, std::string bytes) {
  const auto wrong = complaint(format, bytes);
  for (auto step = bytes.size() / 2; step > 0; step /= 2) {
    for (std::size_t at = 0; at + step <= bytes.size();) {
      auto less = bytes;
      less.erase(at, step);
      if (complaint(format, less) == wrong)
        bytes = std::move(less);
      else
        at += step;
    }
  }
  return bytes;
}

std::string visible(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) {
    constexpr const char* digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n') {
      text += "\\n";
    } else if (byte < ' ' || byte >= 0x7F) {
      text += std::string("\\x") + digits[byte / 16] + digits[byte % 16];
    } else {
      text += c;
    }
  }
  return text;
}

/// Each complaint once, with the smallest file that earns it.
struct Complaints {
  std::vector<std::string> seen;
  std::string text;
  void look_at(const Format& format, std::string_view bytes) {
    const auto wrong = complaint(format, bytes);
    if (wrong.empty() || std::ranges::find(seen, wrong) != seen.end()) return;
    seen.push_back(wrong);
    text += wrong + ": " + visible(smallest(format, std::string(bytes))) + "\n";
  }
};

constexpr auto pieces =
    std::to_array<std::string_view>({"Kratom",
                                     "cures",
                                     " ",
                                     " ",
                                     " ",
                                     " ",
                                     "\n",
                                     "\n",
                                     "\n",
                                     "\n\n",
                                     "\r\n",
                                     "\r",
                                     "\t",
                                     "    ",
                                     "*",
                                     "**",
                                     "***",
                                     "_",
                                     "__",
                                     "~~",
                                     "`",
                                     "``",
                                     "```\n",
                                     "~~~\n",
                                     "> ",
                                     ">",
                                     "- ",
                                     "+ ",
                                     "* ",
                                     "1. ",
                                     "2) ",
                                     "# ",
                                     "## ",
                                     "=== \n",
                                     "---\n",
                                     "+++\n",
                                     "| ",
                                     "|",
                                     "|---|\n",
                                     "|:-:|\n",
                                     ": ",
                                     ":   ",
                                     "[",
                                     "]",
                                     "](",
                                     "](/x)",
                                     "(",
                                     ")",
                                     "![",
                                     "[^1]",
                                     "[^1]: ",
                                     "[a]: /b 'c'\n",
                                     "[a]",
                                     "\\",
                                     "\\*",
                                     "&amp;",
                                     "&shy;",
                                     "&#x2019;",
                                     "&#0;",
                                     "&#xD800;",
                                     "&nbsp",
                                     "&",
                                     "&notit;",
                                     "<b>",
                                     "</b>",
                                     "<p>",
                                     "</p>",
                                     "<div>",
                                     "</div>",
                                     "<br>",
                                     "<br/>",
                                     "<q>",
                                     "</q>",
                                     "<sup>2",
                                     "</sup>",
                                     "<sub>",
                                     "</sub>",
                                     "<del>",
                                     "</del>",
                                     "<code>",
                                     "</code>",
                                     "<pre>",
                                     "</pre>",
                                     "<script>",
                                     "</script>",
                                     "<style>",
                                     "</style>",
                                     "<title>",
                                     "</title>",
                                     "<table>",
                                     "</table>",
                                     "<tr>",
                                     "<td>",
                                     "</td>",
                                     "<th>",
                                     "<th scope=row>",
                                     "<caption>",
                                     "<ul>",
                                     "</ul>",
                                     "<li>",
                                     "<dl>",
                                     "<dt>",
                                     "<dd>",
                                     "<blockquote>",
                                     "</blockquote>",
                                     "<h1>",
                                     "</h1>",
                                     "<h2>",
                                     "<img alt='",
                                     "<img alt=\"tea\">",
                                     "'>",
                                     "<a href=x>",
                                     "<a title=\"tea &amp; milk\">",
                                     "</a>",
                                     "<!--",
                                     "-->",
                                     "<!-- caveat-disable x -->",
                                     "<meta name=description content=\"",
                                     "\">",
                                     "<svg>",
                                     "</svg>",
                                     "<template>",
                                     "</template>",
                                     "<textarea>",
                                     "<script type=\"application/ld+json\">{\"description\": \"",
                                     "\"}</script>",
                                     "title: tea\n",
                                     "description: >-\n",
                                     "<![CDATA[",
                                     "]]>",
                                     "<?php ?>",
                                     "{",
                                     "}",
                                     "{/* ",
                                     "*/}",
                                     "<Tip>",
                                     "</Tip>",
                                     "é",
                                     "\u00A0",
                                     "\u00AD",
                                     "\U0001F33F",
                                     "\xFF",
                                     "\xE2\x80"});

std::string soup(std::mt19937& random) {
  std::string text;
  for (auto left = random() % 30; left > 0; --left) text += pieces[random() % pieces.size()];
  return text;
}

std::string noise(std::mt19937& random) {
  std::string text(random() % 60, ' ');
  for (char& c : text) c = static_cast<char>(random() % 256);
  return text;
}

/// A page with every kind of block, in the markup.
std::string page_in(Markup markup, unsigned seed) {
  const auto source =
      make_source("page",
                  "Tea for Sleep\n\nWhat It Does\n\nSome people say that “the tea” helps them to\n"
                  "sleep. It isn't proven.\n\n- It tastes of earth.\n- It costs little.\n\n"
                  "Nobody has tried it on children, at 5 °C or ¹.\n\nWhat to Ask\n\nAsk first.\n");
  Blocks plain;
  read_plain(source, plain);
  std::mt19937 random(seed);
  return weave(plain, markup, 6, random).file;
}

const std::string front_matter =
    "---\ntitle: \"Tea \\u2013 for sleep\"\ndescription: >-\n  It isn't\n  proven.\nsummary: "
    "'It''s "
    "tea'\n---\n\n";
const std::string toml_matter =
    "+++\ntitle = \"Tea \\u2013 for sleep\"\ndescription = \"\"\"\nIt isn't \\\n  proven.\"\"\"\n"
    "+++\n\n";
const std::string page_head =
    "<!DOCTYPE html>\n<html><head><title>Tea &amp; sleep</title><meta name=description "
    "content='Is it &quot;safe&quot;?'>\n<script type=\"application/ld+json\">{\"@type\": "
    "\"Article\", \"headline\": \"Tea \\u2013 sleep\", \"description\": \"It isn\\u2019t "
    "proven.\"}</script></head>\n<body>";

}  // namespace

TEST_CASE("whatever a file holds, its blocks keep their promises") {
  std::mt19937 random(11);
  Complaints complaints;
  for (int at = 0; at < soups; ++at) {
    const auto text = at % 8 == 0 ? noise(random) : soup(random);
    for (const auto& format : formats()) complaints.look_at(format, text);
  }
  CHECK(complaints.text == "");
}

TEST_CASE("front matter and the heads of pages keep them too") {
  std::mt19937 random(12);
  Complaints complaints;
  const std::string_view heads[] = {front_matter, toml_matter, page_head};
  for (int at = 0; at < soups / 10; ++at) {
    std::string text(heads[at % 3]);
    text.insert(random() % text.size(), soup(random));
    for (const auto& format : formats()) complaints.look_at(format, text);
  }
  CHECK(complaints.text == "");
}

TEST_CASE("a page that breaks off anywhere keeps them") {
  Complaints complaints;
  for (const auto markup : {Markup::markdown, Markup::mdx, Markup::html}) {
    for (const auto& head : {front_matter, toml_matter, page_head}) {
      const auto page = head + page_in(markup, 5);
      for (std::size_t end = 0; end <= page.size(); ++end) {
        for (const auto& format : formats()) {
          complaints.look_at(format, std::string_view(page).substr(0, end));
        }
      }
    }
  }
  CHECK(complaints.text == "");
}
