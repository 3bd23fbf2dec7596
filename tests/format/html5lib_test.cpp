// The tree-construction tests of html5lib, as Debian's golang-golang-x-net-dev holds them: pages
// that no author writes, with the tree that every browser makes of them. What is shown must be the
// text of that tree, in its order, and stand where the file has it.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "format/format.hpp"
#include "format/html.hpp"
#include "format/write.hpp"
#include "text/utf8.hpp"

namespace {

namespace fs = std::filesystem;
using namespace caveat;

/// A page and the lines of its tree: `|   <p>`, `|     "Text"`.
struct Case {
  std::string name;  ///< "tests1.dat 12"
  std::string page;
  std::vector<std::string> tree;
  bool plain = true;  ///< false if it is read inside of an element, or as with scripts on
};

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

void add_line(const std::string& part, const std::string& line, Case& test) {
  if (part == "#data") test.page += (test.page.empty() ? "" : "\n") + line;
  if (part == "#document") test.tree.push_back(line);
  if (part == "#document-fragment" || part == "#script-on") test.plain = false;
}

/// A line that starts a part, or a case.
bool is_mark(const std::string& line) {
  constexpr std::array<std::string_view, 6> marks = {
      "#errors", "#new-errors", "#document", "#document-fragment", "#script-on", "#script-off"};
  return std::ranges::find(marks, line) != marks.end();
}

std::vector<Case> cases_of(const fs::path& path) {
  std::vector<Case> cases;
  std::string part;
  for (const std::string& line : lines_of(path)) {
    if (line == "#data") {
      cases.push_back({path.filename().string() + " " + std::to_string(cases.size() + 1), {}, {}});
      part = line;
    } else if (!cases.empty() && is_mark(line)) {
      part = line;
      if (line == "#script-on") cases.back().plain = false;
    } else if (!cases.empty()) {
      add_line(part, line, cases.back());
    }
  }
  return cases;
}

std::vector<Case> all_cases() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(CAVEAT_HTML5LIB_TESTS)) {
    if (entry.path().extension() == ".dat") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<Case> cases;
  for (const fs::path& path : paths) std::ranges::move(cases_of(path), std::back_inserter(cases));
  return cases;
}

// --- The text of a tree

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

/// Elements of which a reader sees no text, or not as it is.
bool is_hidden(std::string_view name) {
  return name.starts_with("svg ") || name.starts_with("math ") ||
         is_one_of(name, {"script",   "style",  "template", "noscript", "noframes",  "noembed",
                          "iframe",   "object", "applet",   "video",    "audio",     "canvas",
                          "textarea", "select", "datalist", "code",     "kbd",       "samp",
                          "var",      "pre",    "listing",  "xmp",      "plaintext", "s",
                          "strike",   "del",    "rp",       "rt",       "rtc",       "svg",
                          "math",     "meter",  "progress"});
}

std::string without_space(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = decode(text, at);
    const auto bytes = text.substr(at, point.length);
    const bool dropped = point.value <= ' ' || point.value == 0xFFFD || point.value == 0xFFFC;
    if (!dropped) kept += bytes;
    at += point.length;
  }
  return kept;
}

/// Goes through the lines of a tree; text goes on over lines up to one that ends in a quote.
struct TreeReader {
  std::string text;
  std::size_t hidden_below = 1000;  ///< the depth of the hidden element that is open
  bool inside = false;              ///< a text of several lines

  void add(std::string_view part) {
    inside = !part.ends_with('"') || part.empty();
    if (!inside) part.remove_suffix(1);
    if (hidden_below == 1000) text.append(part).append(" ");
  }
  void read(std::string_view line) {
    if (!line.starts_with("| ")) {
      if (inside) add(line);
      return;
    }
    const auto depth = line.find_first_not_of(' ', 1);
    if (depth == line.npos) return;
    line.remove_prefix(depth);
    if (depth <= hidden_below) hidden_below = 1000;
    if (line.starts_with('"')) return add(line.substr(1));
    inside = false;
    const auto name = line.substr(1, line.find('>') - 1);
    if (line.starts_with('<') && hidden_below == 1000 && is_hidden(name)) hidden_below = depth;
  }
};

std::string text_of_tree(const Case& test) {
  TreeReader reader;
  for (const std::string& line : test.tree) reader.read(line);
  return without_space(reader.text);
}

// --- What holds of all blocks

std::vector<bool> character_starts(std::string_view text) {
  std::vector<bool> starts(text.size() + 1, false);
  for (std::size_t at = 0; at < text.size(); at += decode(text, at).length) starts[at] = true;
  starts[text.size()] = true;
  return starts;
}

std::string wrong_places(const Source& source, const Blocks& blocks) {
  const auto starts = character_starts(source.bytes);
  for (const Block& block : blocks.blocks) {
    if (empty(block.shown)) return "an empty block";
    std::uint32_t last = 0;
    for (auto at = block.shown.begin; at < block.shown.end; ++at) {
      const Span place = to_source(view(blocks.passage), {at, at + 1});
      if (place.end > source.bytes.size() || place.begin < last) return "a place goes astray";
      if (size(place) > 1 && !(starts[place.begin] && starts[place.end])) return "half a character";
      last = place.begin;
    }
  }
  return "";
}

std::string shown_text(const Blocks& blocks) {
  std::string text;
  for (const Block& block : blocks.blocks) {
    if (block.kind == BlockKind::alt || block.kind == BlockKind::description) continue;
    text += blocks.passage.text.substr(block.shown.begin, size(block.shown));
  }
  return without_space(text);
}

}  // namespace

/// Where we show other text than browsers do, and why.
bool is_ours(const Case& test) {
  const auto holds = [&](std::string_view part) { return test.page.find(part) != test.page.npos; };
  if (holds("<frameset")) return true;  // its text is shown, not frames
  if (holds("foreignObject") || holds("<desc") || holds("<mtext") || holds("<mn>")) return true;
  return is_one_of(test.name, {"adoption01.dat 10",                // <s> crosses a paragraph
                               "tests24.dat 3", "tests24.dat 4",   // blanks at an end are no text
                               "tests1.dat 30", "tests18.dat 15",  // <select> without its end tag
                               "tests7.dat 14", "tests7.dat 15", "webkit01.dat 30",
                               "noscript01.dat 17",  // what stands in <noscript> is never shown
                               "tests19.dat 18",     // <rt> without its end tag
                               "tests7.dat 11", "tests7.dat 12"});  // <object> holding paragraphs
}

TEST_CASE("whatever a page does with its tags, what browsers show of it is read") {
  const auto cases = all_cases();
  CHECK(cases.size() > 1500);
  for (const Case& test : cases) {
    const Source source = make_source("page.html", test.page);
    Blocks blocks;
    read_html(source, blocks);
    CAPTURE(test.name, test.page);
    CHECK(wrong_places(source, blocks) == "");
    if (test.plain && !is_ours(test)) CHECK(shown_text(blocks) == text_of_tree(test));
  }
}

TEST_CASE("a fragment may be any part of a page") {
  for (const Case& test : all_cases()) {
    const Source source = make_source("page.md", test.page);
    Blocks blocks;
    Run run;
    append_html(view(source, run), {}, blocks);
    CAPTURE(test.name, test.page);
    CHECK(wrong_places(source, blocks) == "");
  }
}
