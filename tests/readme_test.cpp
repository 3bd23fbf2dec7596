// What README.md shows is what the program prints and what the packs say.
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "cli/program.hpp"

using namespace caveat_test;

namespace {

const std::filesystem::path root = CAVEAT_SOURCE_DIR;

/// The text between a line that starts a block and the line that ends it.
std::string block(const std::string& text, const std::string& start) {
  const auto begin = text.find(start);
  if (begin == std::string::npos) return "";
  const auto from = text.find('\n', begin) + 1;
  return text.substr(from, text.find("\n```", from) + 1 - from);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

}  // namespace

TEST_CASE("the rule that README shows stands in the core pack as it is shown") {
  const auto shown = block(read_bytes(root / "README.md"), "```toml\n");
  REQUIRE(shown.starts_with("[[rule]]"));
  CHECK(read_bytes(root / "rules/core/rules.toml").find(shown) != std::string::npos);
}

TEST_CASE("the findings that README shows are those of its article") {
  const auto readme = read_bytes(root / "README.md");
  const auto shown = block(readme.substr(readme.find("## What it prints")), "```\n");
  REQUIRE(shown.size() > 200);
  Folder folder;
  const auto printed =
      folder.shell("cd '" + root.string() + "' && '" + CAVEAT_BINARY +
                   "' check --excerpt=always --color=never docs/example/kratom.txt");
  for (const auto& line : lines_of(shown)) {
    INFO(line);
    CHECK(printed.out.find(line + "\n") != std::string::npos);
  }
}
