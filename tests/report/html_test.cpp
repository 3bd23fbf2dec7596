// The HTML report before parsers that are not ours: gumbo for its elements, Chromium for its use.
#include <gumbo.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "report/sample.hpp"

using namespace caveat;
using namespace caveat_test;

namespace {

/// Texts made to become elements, attributes, scripts, commands or another reading order.
const std::vector<std::string> pieces = {"<script>alert(1)</script>",
                                         "</script>",
                                         "</style>",
                                         "</p></div>",
                                         "<img src=x onerror=alert(1)>",
                                         "\" onclick=\"alert(1)",
                                         "' onmouseover='alert(1)",
                                         "]]>",
                                         "<!--",
                                         "-->",
                                         "&lt;b&gt;",
                                         "&#60;",
                                         "&",
                                         "javascript:alert(1)",
                                         "{}",
                                         "{0}",
                                         "%s",
                                         "\xE2\x80\xAE",
                                         "\xE2\x80\xA8",
                                         "\xFF",
                                         "\x1B[2J",
                                         "\x7F",
                                         "\n",
                                         "\t",
                                         "\r",
                                         " ",
                                         "ﬁ",
                                         "😀",
                                         "`",
                                         "=",
                                         "/"};

std::string hostile(std::mt19937& random) {
  std::string text = "x";
  for (auto left = 1 + random() % 6; left > 0; --left) text += pieces[random() % pieces.size()];
  return text + "y";
}

/// What is not ours on a page: the words around the finding, and all that is told of them.
struct Words {
  std::string before, after, path, message, note, replacement, url, name, rule, help;
};

Words all_of(const std::string& word) {
  return {word, word, word, word, word, word, word, word, word, word};
}

Words hostile_words(std::mt19937& random) {
  Words words;
  for (auto* word : {&words.before, &words.after, &words.path, &words.message, &words.note,
                     &words.replacement, &words.url, &words.name, &words.rule, &words.help})
    *word = hostile(random);
  return words;
}

/// The whole text as one paragraph that claims something.
Article one_paragraph(const Source& source, Span claim, const std::string& name) {
  Article article;
  const auto length = static_cast<std::uint32_t>(source.bytes.size());
  article.passage = {source.bytes, {{0, {0, length}}}};
  article.blocks = {{TextKind::paragraph, 0, false, false, {0, length}}};
  article.claims = {{claim, name, name, 4, false, "research", ClaimEvidence{0, 1, "benefit"}}};
  return article;
}

std::string page_of(const Words& words) {
  const Source source = make_source(words.path, words.before + "cures" + words.after);
  const auto begin = static_cast<std::uint32_t>(words.before.size());
  Diagnostic finding;
  finding.span = {begin, begin + 5};
  finding.severity = Severity::error;
  finding.rule = words.rule;
  finding.category = "efficacy";
  finding.message = words.message;
  finding.notes = {{"source: " + words.note, {}},
                   {"wording that fits: \"" + words.note + '"', {}},
                   {words.note, {}},
                   {words.note, finding.span}};
  finding.fixes = {{words.note, FixSafety::safe, {{finding.span, words.replacement}}}};
  finding.url = words.url;
  const std::vector<RuleInfo> rules = {
      {words.rule, "efficacy", words.message, words.help, words.url, Severity::error}};
  FileReport file{&source, {finding}, 0, one_paragraph(source, finding.span, words.name)};
  std::string out;
  report(*reporter_named("html"), std::span(&file, 1), {.rules = rules}, out);
  return out;
}

/// A page as gumbo reads it: the names of its elements and attributes, as they nest.
struct Read {
  std::string skeleton;
  std::vector<std::string> links;
  std::string article;  ///< the text of the element of class "text"
};

std::string text_below(const GumboNode& node) {
  if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE) return node.v.text.text;
  std::string text;
  if (node.type != GUMBO_NODE_ELEMENT) return text;
  for (unsigned i = 0; i < node.v.element.children.length; ++i)
    text += text_below(*static_cast<const GumboNode*>(node.v.element.children.data[i]));
  return text;
}

void read_element(const GumboNode& node, Read& read) {
  if (node.type == GUMBO_NODE_COMMENT || node.type == GUMBO_NODE_CDATA) read.skeleton += "<!>";
  if (node.type != GUMBO_NODE_ELEMENT) return;
  const GumboElement& element = node.v.element;
  read.skeleton += '<' + std::string(gumbo_normalized_tagname(element.tag));
  for (unsigned i = 0; i < element.attributes.length; ++i) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
    read.skeleton += ' ' + std::string(attribute.name);
    if (std::string(attribute.name) == "href") read.links.emplace_back(attribute.value);
    if (std::string(attribute.value) == "text") read.article = text_below(node);
  }
  read.skeleton += '>';
  for (unsigned i = 0; i < element.children.length; ++i)
    read_element(*static_cast<const GumboNode*>(element.children.data[i]), read);
  read.skeleton += "</>";
}

Read read_page(const std::string& page) {
  Read read;
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  read_element(*output->root, read);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return read;
}

/// What a reader sees of a text: all of it, what is hidden made visible.
std::string seen(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto blank = std::min(text.find_first_of("\n\r\t"), text.size());
    out += printable(text.substr(0, blank));
    if (blank < text.size()) out += text[blank];
    text.remove_prefix(std::min(blank + 1, text.size()));
  }
  return out;
}

}  // namespace

TEST_CASE("whatever a text, its name and its findings say, an HTML report has the same elements") {
  std::mt19937 random(23);  // NOLINT: the same cases in every run
  const Read tame = read_page(page_of(all_of("words")));
  CHECK(tame.skeleton.find("<script></>") != std::string::npos);
  for (int round = 0; round < 300; ++round) {
    const Words words = hostile_words(random);
    const Read read = read_page(page_of(words));
    CAPTURE(round);
    REQUIRE(read.skeleton == tame.skeleton);
  }
}

TEST_CASE("an HTML report shows the text whole, what is hidden made visible") {
  std::mt19937 random(29);  // NOLINT: the same cases in every run
  for (int round = 0; round < 300; ++round) {
    const Words words = hostile_words(random);
    const Read read = read_page(page_of(words));
    CAPTURE(round);
    CHECK(read.article == '\n' + seen(words.before) + "cures" + seen(words.after) + '\n');
  }
}

TEST_CASE("an HTML report links to itself and to the web, to nothing else") {
  struct Row {
    const char* url;
    bool linked;
  };
  for (const auto& [url, linked] : std::vector<Row>{{"https://example.org/a?b=1&c=\"2\"", true},
                                                    {"http://example.org", true},
                                                    {"javascript:alert(1)", false},
                                                    {" https://example.org", false},
                                                    {"data:text/html,x", false},
                                                    {"HTTPS://example.org", false},
                                                    {"//example.org", false},
                                                    {"file:///etc/passwd", false}}) {
    CAPTURE(url);
    Words words = all_of("words");
    words.url = url;
    const auto links = read_page(page_of(words)).links;
    CHECK((std::ranges::find(links, url) != links.end()) == linked);
    CHECK(std::ranges::all_of(links, [&](const std::string& link) {
      return link.starts_with("#") || (linked && link == url);
    }));
  }
}

TEST_CASE("an HTML report marks claims and findings however they overlap", "[golden]") {
  const Source source = make_source("tea.md", "Tea cures <b>all co</b>lds & flu.\n");
  Article article;
  article.passage = {"Tea cures all colds & flu.", {{0, {0, 10}}, {10, {13, 19}}, {16, {23, 33}}}};
  article.blocks = {{TextKind::heading, 1, false, false, {0, 3}},
                    {TextKind::list_item, 0, false, false, {4, 9}},
                    {TextKind::head, 0, true, true, {10, 13}},
                    {TextKind::cell, 0, true, true, {14, 19}},
                    {TextKind::paragraph, 0, false, false, {20, 26}}};
  article.claims = {{{4, 27}, "Tea", "all colds", 5, false, "", ClaimEvidence{1, 2, "benefit"}},
                    {{13, 32}, "Tea", "flu", 2, true, "people", {}}};
  Diagnostic all = finding(source, "cures <b>all co</b>lds", "too strong");
  Diagnostic some = finding(source, "co</b>lds & flu", "too many", Severity::error);
  Diagnostic hidden = finding(source, "<b>", "nobody sees this", Severity::note);
  some.category = hidden.category = "safety";
  const FileReport file{&source, {all, hidden, some}, 0, article};
  std::string out;
  report(*reporter_named("html"), std::span(&file, 1), bare, out);
  check_golden("html", without_assets(out));
}

TEST_CASE("an editor clicks through an HTML report in Chromium") {
  if (std::system("command -v chromium > /dev/null && command -v chromedriver > /dev/null") != 0) {
    WARN("chromium or chromium-driver is not installed");
    return;
  }
  const std::string root = CAVEAT_SOURCE_DIR;
  const std::string command = "python3 -B '" + root + "/tests/report/html_page.py' '" +
                              CAVEAT_BINARY + "' '" + root +
                              "/docs/example/kratom.txt' < /dev/null";
  CHECK(std::system(command.c_str()) == 0);
}
