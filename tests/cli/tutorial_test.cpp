// docs/packs.md, followed to the letter: its files are written, its commands run, and what they
// print is what the page shows.
//
// "Put this into `FILE`" before a block writes it; "in `FILE` this", a block, "becomes this" and
// another block replaces lines; in a console block "$ " begins a command, and the lines under it
// are what it prints, complaints included.
#include <catch2/catch.hpp>
#include <regex>
#include <string>
#include <vector>

#include "cli/program.hpp"

using namespace caveat_test;

namespace {

/// A fenced block and the paragraph before it.
struct Block {
  std::string paragraph;
  std::string language;
  std::string text;
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::vector<Block> blocks_of(const std::string& page) {
  std::vector<Block> blocks;
  std::string paragraph;
  bool inside = false;
  bool ended = false;  // an empty line: the next line begins another paragraph
  for (const auto& line : lines_of(page)) {
    if (line.starts_with("```")) {
      if (!inside) blocks.push_back({paragraph, line.substr(3), ""});
      inside = !inside;
      paragraph.clear();
    } else if (inside) {
      blocks.back().text += line + '\n';
    } else if (line.empty()) {
      ended = true;
    } else {
      paragraph = ended ? line : paragraph + ' ' + line;
      ended = false;
    }
  }
  return blocks;
}

/// The name in backquotes at which `words` (a regular expression) points, or "".
std::string file_named(const std::string& paragraph, const std::string& words) {
  std::smatch match;
  return std::regex_search(paragraph, match, std::regex(words)) ? match[1].str() : "";
}

/// Of a console block, with what each prints.
struct Step {
  std::string command;
  std::string printed;
};

std::vector<Step> steps_of(const std::string& console) {
  std::vector<Step> steps;
  for (const auto& line : lines_of(console)) {
    if (line.starts_with("$ "))
      steps.push_back({line.substr(2), ""});
    else
      steps.back().printed += line + '\n';
  }
  return steps;
}

struct Reader {
  const Folder& folder;
  std::string changed;  ///< the file of the last "in `FILE` this"
  std::string before;   ///< and the lines in it

  void change(const std::string& after) const {
    auto text = read_bytes(folder / changed);
    const auto at = text.find(before);
    REQUIRE(at != std::string::npos);
    folder.write(changed, text.replace(at, before.size(), after));
  }

  void run(const Step& step) const {
    INFO(step.command);
    const auto run = folder.shell("PATH=\"$(dirname \"$caveat\"):$PATH\"; ( " + step.command +
                                  " ) 2>&1 < /dev/null");
    CHECK(run.out == step.printed);
    CHECK(run.exit <= 1);
  }

  void follow(const Block& block) {
    if (block.language == "console") {
      for (const auto& step : steps_of(block.text)) run(step);
      return;
    }
    const auto put = file_named(block.paragraph, "[Pp]ut this into `([^`]+)`");
    const auto in = file_named(block.paragraph, "[Ii]n `([^`]+)` this$");
    INFO(block.paragraph);
    if (!put.empty()) {
      folder.write(put, block.text);
    } else if (!in.empty()) {
      changed = in;
      before = block.text;
    } else {
      REQUIRE(block.paragraph == "becomes this");
      change(block.text);
    }
  }
};

}  // namespace

TEST_CASE("the tutorial on packs, step by step, prints what it shows and ends with a sound pack") {
  const auto page = read_bytes(std::filesystem::path(CAVEAT_SOURCE_DIR) / "docs/packs.md");
  const auto blocks = blocks_of(page);
  REQUIRE(blocks.size() > 10);
  const Folder folder;
  std::filesystem::remove(folder / "demo.toml");  // an empty folder is where it begins
  Reader reader{folder, "", ""};
  for (const auto& block : blocks) reader.follow(block);
  const Run strict = folder.shell("\"$caveat\" test --strict house/");
  CHECK(strict.exit == 0);
  CHECK(strict.out.find(", 0 failed (100.0 % covered)\n") != std::string::npos);
}
