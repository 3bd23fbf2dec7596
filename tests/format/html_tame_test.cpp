// What gumbo is given: pages that say the same and cost it nothing. Each row is a page and its tame
// copy; of what went, a blank was made a line end, shown here as "~".
#include <algorithm>
#include <catch2/catch.hpp>
#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "format/html_tame.hpp"
#include "format/html_tree.hpp"

namespace {

using namespace caveat;

struct Row {
  const char* page;
  const char* tame;
};

std::string tamed(std::string_view page) {
  std::string bytes = tame_html(page, false).bytes;
  std::replace(bytes.begin(), bytes.end(), '\n', '~');
  return bytes;
}

/// Levels of the tree below the document.
std::size_t depth_of(const std::string& bytes) {
  Arena arena;
  std::vector<std::pair<const GumboNode*, std::size_t>> nodes = {{parse_html(bytes, arena), 0}};
  std::size_t deepest = 0;
  while (!nodes.empty()) {
    const auto [node, depth] = nodes.back();
    nodes.pop_back();
    deepest = std::max(deepest, depth);
    const bool element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
    if (!element && node->type != GUMBO_NODE_DOCUMENT) continue;
    const GumboVector& children = element ? node->v.element.children : node->v.document.children;
    for (unsigned i = 0; i < children.length; ++i) {
      nodes.emplace_back(static_cast<const GumboNode*>(children.data[i]), depth + 1);
    }
  }
  return deepest;
}

using Random = std::mt19937;

std::string any_tag(Random& random, const std::vector<std::string>& names) {
  const std::string& name = names[random() % names.size()];
  const char* const ends[] = {">", ">", ">", " title=x>", "/>", ">x", "> "};
  return (random() % 3 == 0 ? "</" : "<") + name + ends[random() % std::size(ends)];
}

/// A few kinds of tags over and over: what one round leaves open adds up.
std::string any_page(Random& random) {
  const std::vector<std::string> all = {
      "div",    "p",      "span",   "a",        "s",       "q",        "table",  "tr",
      "td",     "tbody",  "thead",  "th",       "caption", "col",      "ul",     "li",
      "dl",     "dt",     "dd",     "h1",       "h2",      "form",     "button", "select",
      "option", "svg",    "math",   "style",    "title",   "script",   "xmp",    "template",
      "object", "ruby",   "rt",     "body",     "html",    "head",     "hr",     "br",
      "img",    "input",  "pre",    "noscript", "main",    "textarea", "iframe", "x-y",
      "sup",    "legend", "center", "frameset", "isindex", "![CDATA["};
  std::vector<std::string> names;
  for (std::size_t i = random() % 8 + 2; i > 0; --i) names.push_back(all[random() % all.size()]);
  std::string round;
  for (std::size_t i = random() % 8 + 2; i > 0; --i) round += any_tag(random, names);
  std::string page;
  while (page.size() < 20'000) page += round;
  return page;
}

}  // namespace

TEST_CASE("tags that say nothing of what is shown go, byte for byte") {
  const Row rows[] = {
      {"<p class=x>Val<b>er</b>ian <a href=/x>root</a>",
       "<p        >Val   er    ian   ~        root    "},
      {"<s>a</s><code >b</code>", "<q>a</q><q    >b</q   >"},
      {"<i hidden>a</i>", "<q       >a</q>"},
      {"<form><main>a</main></form>", "<div ><div >a</div ></div >"},
      {"<!doctype html><html><body>a</body></html>", "<! octype html>            a              "},
      {"<svg><g/></svg >a", "<svg>    </svg> a"},
      {"</div></p></>a", "             a"},
      {"<style>a<b>c</style>", "<style>a b c</style>"},
      {"a <b", "a   "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.page);
    CHECK(tamed(row.page) == row.tame);
  }
}

TEST_CASE("whatever tags a page repeats, its tree is no deeper than an honest one") {
  Random random(3);
  for (int round = 0; round < 150; ++round) {
    const std::string page = any_page(random);
    CAPTURE(page.substr(0, 200));
    CHECK(depth_of(tame_html(page, false).bytes) <= 170);
    CHECK(depth_of("<template>" + tame_html(page, true).bytes) <= 170);
  }
}
