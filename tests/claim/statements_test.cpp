// Sentences of ordinary prose and what is read in them, in the manner of tree-sitter's corpus:
//
//   ==== a title
//   A sentence.
//   ---
//   form strength polarity "words of the effect"
#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "claim/corpus.hpp"
#include "claim/dump.hpp"
#include "lint/lint_text.hpp"

using namespace caveat;

namespace {

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

std::string printed(const CorpusEntry& entry, const std::string& statements) {
  return entry.title + "\n" + entry.sentence + "\n---\n" + statements + "\n";
}

}  // namespace

TEST_CASE("statements of ordinary prose are read with their strength and polarity") {
  const auto shipped = load_shipped();
  std::size_t entries = 0;
  for (const auto& path : corpus_in("statements")) {
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
