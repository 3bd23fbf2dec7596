// Files of sentences with what is printed of each, in the manner of tree-sitter's corpus:
//
//   ==== a title
//   A sentence.
//   ---
//   what is printed of it, line by line
//
// A near miss has nothing under its line. After a change of the grammar the failing test prints the
// whole file as it would be now; who reads it and agrees replaces the file with it.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace caveat {

struct CorpusEntry {
  std::string title;
  std::string sentence;
  std::string expected;
};

inline std::vector<CorpusEntry> read_entries(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<CorpusEntry> entries;
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

/// The files of tests/claim/`folder`, in order.
inline std::vector<std::filesystem::path> corpus_in(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  const auto root = std::filesystem::path(CAVEAT_TESTS_DIR) / "claim" / folder;
  for (const auto& file : std::filesystem::directory_iterator(root)) paths.push_back(file.path());
  std::ranges::sort(paths);
  return paths;
}

}  // namespace caveat
