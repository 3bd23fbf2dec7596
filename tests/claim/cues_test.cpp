// The scopes of the shipped grammar, as files of text: a title between lines of "=", a sentence,
// "---", and each hedge and negation with what it governs. Nothing below the dashes: no cue.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "lint/lint_text.hpp"

namespace caveat {
namespace {

struct Entry {
  std::string title;
  std::string sentence;
  std::string printed;
};

std::vector<Entry> read_entries(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Entry> entries;
  std::string line;
  int part = 0;  // 0 title, 1 sentence, 2 printed
  while (std::getline(file, line)) {
    if (line.starts_with("====")) {
      if (part != 0 || entries.empty() || !entries.back().sentence.empty()) entries.emplace_back();
      std::getline(file, entries.back().title);
      std::getline(file, line);
      part = 1;
    } else if (line == "---") {
      part = 2;
    } else if (!line.empty()) {
      auto& entry = entries.back();
      if (part == 1) entry.sentence += line;
      if (part == 2) entry.printed += line + "\n";
    }
  }
  return entries;
}

std::string print(const Source& source, std::string_view kind,
                  const std::vector<CueReading>& cues) {
  std::string lines;
  for (const auto& cue : cues) {
    lines += std::string(kind) + " " + std::string(slice(source, cue.cue)) + " {" +
             std::string(slice(source, cue.scope)) + "}\n";
  }
  return lines;
}

std::string read_cues(const Compiled& shipped, const std::string& sentence) {
  const auto source = make_source("text", sentence);
  std::string lines;
  for (const auto& said : read(source, *shipped.rules, *shipped.desk).sentences) {
    lines += print(source, "hedge", said.hedges) + print(source, "negation", said.negations);
  }
  return lines;
}

}  // namespace

TEST_CASE("hedges and negations are shown with the words that they govern") {
  const auto shipped = load_shipped();
  REQUIRE(pack_mistakes(shipped).empty());
  std::size_t count = 0;
  for (const auto& file :
       std::filesystem::directory_iterator(std::string(CAVEAT_TESTS_DIR) + "/claim/cues")) {
    for (const auto& entry : read_entries(file.path())) {
      INFO(file.path().filename().string() << ": " << entry.title << "\n" << entry.sentence);
      CHECK(read_cues(shipped, entry.sentence) == entry.printed);
      ++count;
    }
  }
  CHECK(count >= 120);
}

}  // namespace caveat
