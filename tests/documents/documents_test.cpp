// Pages as people write them, in the manner of ruff's mdtest: a line `#> kratom/efficacy …` names
// the rules that speak on the line before it. Any other line must have no warning and no error.
// Notes are left out: what they say is for their rule's own examples.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "lint/lint_text.hpp"

using namespace caveat;
namespace fs = std::filesystem;

namespace {

/// A page without its expectations, and what is expected of each of its lines.
struct Page {
  const Format* format = nullptr;
  std::string text;
  std::vector<std::string> lines;
  std::vector<std::vector<std::string>> expected;
};

std::vector<std::string> words_in(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

Page read_page(const fs::path& path) {
  std::ifstream file(path);
  Page page;
  page.format = format_of_path(path.string());
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("#>")) {
      for (auto& rule : words_in(line.substr(2))) page.expected.back().push_back(std::move(rule));
      continue;
    }
    page.text += line + "\n";
    page.lines.push_back(line);
    page.expected.emplace_back();
  }
  return page;
}

std::vector<std::vector<std::string>> found_in(const Page& page, const Compiled& shipped) {
  const auto source = make_source("page", page.text);
  std::vector<std::vector<std::string>> found(page.lines.size());
  const LintOptions options{.format = page.format};
  for (const auto& diagnostic : lint(source, *shipped.rules, *shipped.desk, options)) {
    if (diagnostic.severity == Severity::note) continue;
    found[place_of(source, diagnostic.span.begin).line - 1].push_back(diagnostic.rule);
  }
  return found;
}

std::string joined(std::vector<std::string> rules) {
  std::ranges::sort(rules);
  std::string text;
  for (const auto& rule : rules) text += " " + rule;
  return text;
}

/// Every line that is not as expected, with what was.
std::string differences(const Page& page, const Compiled& shipped) {
  const auto found = found_in(page, shipped);
  std::string text;
  for (std::size_t at = 0; at < page.lines.size(); ++at) {
    const auto is = joined(found[at]);
    const auto should = joined(page.expected[at]);
    if (is == should) continue;
    text += page.lines[at] + "\n  expected:" + should + "\n  found:   " + is + "\n";
  }
  return text;
}

std::vector<fs::path> pages() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(CAVEAT_TESTS_DIR) / "documents")) {
    if (format_of_path(entry.path().string()) != nullptr) paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

}  // namespace

TEST_CASE("on whole pages each line has the findings that it is annotated with, and no others") {
  const auto shipped = load_shipped();
  const auto paths = pages();
  CHECK(paths.size() >= 12);
  for (const auto& path : paths) {
    CAPTURE(path.filename().string());
    CHECK(differences(read_page(path), shipped) == "");
  }
}
