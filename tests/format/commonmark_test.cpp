// The examples of the CommonMark specification, as Debian's golang-github-yuin-goldmark-dev holds
// them: what is shown must be the words of the HTML that the specification gives, in its order.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "format/entity.hpp"
#include "format/format.hpp"
#include "text/category.hpp"

namespace {

using namespace caveat;

struct Example {
  int number = 0;
  std::string markdown;
  std::string html;
};

/// Examples whose words differ for a reason.
struct Exception {
  int number;
  const char* why;
};

constexpr std::array<Exception, 5> exceptions = {{
    {148, "a <pre> of HTML holds a paragraph of Markdown, which is shown"},
    {167, "a <del> of HTML around a paragraph of Markdown does not strike it"},
    {171, "md4c 0.4.8 does not know that <textarea> goes on past blank lines"},
    {625, "a comment may hold two hyphens, as later versions of CommonMark have it"},
    {626, "the same"},
}};

std::vector<Example> examples() {
  std::ifstream in(CAVEAT_COMMONMARK_SPEC);
  std::vector<Example> all;
  for (const auto& it : nlohmann::json::parse(in)) {
    all.push_back({it["example"], it["markdown"], it["html"]});
  }
  return all;
}

// --- The words of a page

bool parts_words(std::string_view tag) {
  constexpr std::array<std::string_view, 19> names = {
      "blockquote", "br", "div", "h1",    "h2",    "h3", "h4",       "h5", "h6", "hr",
      "li",         "ol", "p",   "table", "tbody", "td", "textarea", "tr", "ul"};
  tag.remove_prefix(tag.starts_with("</") ? 2 : 1);
  const auto name = tag.substr(0, tag.find_first_of(" \n\t/>"));
  return std::ranges::find(names, name) != names.end();
}

/// Past the element that starts at `at`, if its content is not shown as text.
std::size_t after_element(std::string_view html, std::size_t at) {
  constexpr std::array<std::string_view, 6> names = {"pre",      "script", "style",
                                                     "textarea", "code",   "del"};
  for (const std::string_view name : names) {
    if (!html.substr(at + 1).starts_with(name)) continue;
    const auto end = html.find("</" + std::string(name) + ">", at);
    return std::min(html.find('>', end), html.size() - 1) + 1;
  }
  return at;
}

/// Past a comment, tag, or whatever starts with "<".
std::size_t after_tag(std::string_view html, std::size_t at) {
  const auto rest = html.substr(at);
  if (rest.starts_with("<!--")) return at + std::min(rest.find("-->"), rest.size() - 3) + 3;
  if (rest.starts_with("<![CDATA[")) return at + rest.find("]]>") + 3;
  char quote = '\0';
  for (; at < html.size() && (html[at] != '>' || quote != '\0'); ++at) {
    if (html[at] != '"' && html[at] != '\'') continue;
    if (quote == '\0') {
      quote = html[at];
    } else if (quote == html[at]) {
      quote = '\0';
    }
  }
  return std::min(at + 1, html.size());
}

std::string strip(std::string_view html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    std::string shown;
    if (html[at] == '<') {
      const bool code = html.substr(at).starts_with("<code>");
      const std::size_t past = after_element(html, at);
      const std::size_t next = past > at ? past : after_tag(html, at);
      if (code) text += "\uFFFC";
      if (parts_words(html.substr(at, next - at))) text += ' ';
      at = next;
    } else if (html[at] == '&') {
      at += std::max(read_entity(html, at, EntityRules::text, shown), 1U);
      text += shown;
    } else {
      text += html[at++];
    }
  }
  return text;
}

std::string words_of(std::string_view text) {
  std::string words;
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = glyph_at(text, at);
    if (glyph.category != Category::space) {
      words += text.substr(at, glyph.point.length);
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
    at += glyph.point.length;
  }
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

Blocks blocks_of(const Example& example) {
  const Source source = make_source("page.md", example.markdown);
  Blocks blocks;
  read_markdown(source, blocks);
  return blocks;
}

/// What is shown but for images and titles, which the HTML has in attributes.
std::string shown_words(const Blocks& blocks) {
  std::string text;
  for (const Block& block : blocks.blocks) {
    if (block.kind == BlockKind::alt) continue;
    text.append(blocks.passage.text, block.shown.begin, size(block.shown)).append(" ");
  }
  return words_of(text);
}

/// Where a character starts, and the end.
bool starts_character(std::string_view text, std::size_t at) {
  for (std::size_t begin = at < 3 ? 0 : at - 3; begin < at; ++begin) {
    const CodePoint point = decode(text, begin);
    if (point.valid && begin + point.length > at) return false;
  }
  return at <= text.size();
}

/// The first stretch that stands outside the file, cuts a character, or is not what the file holds.
std::string wrong_place(std::string_view bytes, const Blocks& blocks) {
  const Passage& passage = blocks.passage;
  for (std::size_t i = 0; i < passage.runs.size(); ++i) {
    const Run& run = passage.runs[i];
    const bool last = i + 1 == passage.runs.size();
    const auto end = last ? passage.text.size() : passage.runs[i + 1].shown;
    const auto shown = std::string_view(passage.text).substr(run.shown, end - run.shown);
    const bool inside = run.source.begin <= run.source.end && run.source.end <= bytes.size();
    if (!inside || !starts_character(bytes, run.source.begin) ||
        !starts_character(bytes, run.source.end)) {
      return std::string(shown);
    }
    const auto source = bytes.substr(run.source.begin, size(run.source));
    if (source.size() == shown.size() && source != shown) return std::string(shown);
  }
  return "";
}

}  // namespace

TEST_CASE("the examples of CommonMark show the words of their HTML", "[markdown]") {
  const auto all = examples();
  CHECK(all.size() > 600);
  for (const Example& example : all) {
    const auto* exception = std::ranges::find(exceptions, example.number, &Exception::number);
    const std::string shown = shown_words(blocks_of(example));
    const std::string expected = words_of(strip(example.html));
    CAPTURE(example.number, example.markdown, example.html);
    if (exception == exceptions.end()) {
      CHECK(shown == expected);
    } else {
      INFO("no longer an exception: " << exception->why);
      CHECK(shown != expected);
    }
  }
}

TEST_CASE("the examples of CommonMark have places inside the file", "[markdown]") {
  for (const Example& example : examples()) {
    const Blocks blocks = blocks_of(example);
    CAPTURE(example.number, example.markdown);
    CHECK(wrong_place(example.markdown, blocks) == "");
  }
}
