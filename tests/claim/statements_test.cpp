// Sentences of ordinary prose and what is read in them, in the manner of tree-sitter's corpus:
//
//   ==== a title
//   A sentence.
//   ---
//   form strength polarity "words of the effect"
//
// A near miss has nothing under its line. After a change of the grammar the failing test prints the
// whole file as it would be now; who reads it and agrees replaces the file with it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "claim/dump.hpp"
#include "lint/lint_text.hpp"

using namespace caveat;
namespace fs = std::filesystem;

namespace {

struct Entry {
  std::string title;
  std::string sentence;
  std::string expected;
};

std::vector<Entry> read_entries(const fs::path& path) {
  std::ifstream file(path);
  std::vector<Entry> entries;
  bool said = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("==== ")) {
      entries.push_back({line, {}, {}});
      said = false;
    } else if (line == "---") {
      said = true;
    } else if (!line.empty()) {
      auto& entry = entries.back();
      (said ? entry.expected : entry.sentence) += said ? line + "\n" : line;
    }
  }
  return entries;
}

/// Claims are left out: they have tests of their own.
std::string statements_of(const Compiled& shipped, const std::string& text) {
  const auto source = make_source("text", text);
  std::string lines;
  for (const auto& sentence : read(source, *shipped.rules, *shipped.desk).sentences) {
    std::istringstream dumped(dump(source, sentence));
    for (std::string line; std::getline(dumped, line);) {
      if (!line.starts_with("claim ")) lines += line + "\n";
    }
  }
  return lines;
}

std::string printed(const Entry& entry, const std::string& statements) {
  return entry.title + "\n" + entry.sentence + "\n---\n" + statements + "\n";
}

std::vector<fs::path> corpus() {
  std::vector<fs::path> paths;
  for (const auto& file : fs::directory_iterator(CAVEAT_TESTS_DIR "/claim/statements")) {
    paths.push_back(file.path());
  }
  std::ranges::sort(paths);
  return paths;
}

}  // namespace

TEST_CASE("statements of ordinary prose are read with their strength and polarity") {
  const auto shipped = load_shipped();
  std::size_t entries = 0;
  for (const auto& path : corpus()) {
    std::string expected;
    std::string found;
    for (const auto& entry : read_entries(path)) {
      expected += printed(entry, entry.expected);
      found += printed(entry, statements_of(shipped, entry.sentence));
      ++entries;
    }
    INFO(path.filename().string());
    CHECK(found == expected);
  }
  CHECK(entries >= 150);
}
