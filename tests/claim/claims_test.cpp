// Sentences and the claims that are read in them, in the manner of tests/claim/statements:
//
//   ==== a title
//   A sentence.
//   ---
//   form strength polarity intervention | effect | outcome, part: words
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "claim/corpus.hpp"
#include "claim/dump.hpp"
#include "lint/lint_text.hpp"

using namespace caveat;

namespace {

/// The packs that ship, and a herb garden of remedies without evidence.
Compiled load_garden() {
  constexpr std::string_view garden = R"(
[pack]
name        = "garden"
version     = "1"
language    = "en"
description = "remedies and outcomes for tests"
requires    = ["en", "core"]
[[concept]]
id    = "garden-herb"
class = "intervention"
tags  = ["unproven-remedy"]
terms = ["sloe", "tansy", "yarrow", "woodruff", "borage", "lovage"]
[[concept]]
id    = "garden-ailment"
class = "condition"
terms = ["eczema", "gout", "acne", "asthma", "colic", "heartburn", "hair loss", "wrinkle"]
[[concept]]
id    = "garden-faculty"
class = "faculty"
terms = ["hair", "digestion", "metabolism"]
)";
  std::vector<PackFile> files;
  for (const auto& file : embedded_packs()) {
    files.push_back({std::string(file.path), std::string(file.bytes)});
  }
  files.push_back({"garden.toml", std::string(garden)});
  return load_files(std::move(files));
}

std::string claims_of(const Compiled& shipped, const std::string& text) {
  const auto source = make_source("text", text);
  const LintOptions options{.format = format_named("markdown")};
  std::string lines;
  for (const auto& sentence : read(source, *shipped.rules, *shipped.desk, options).sentences) {
    lines += dump_claims(source, sentence);
  }
  return lines;
}

std::string printed(const CorpusEntry& entry, const std::string& claims) {
  return entry.title + "\n" + entry.sentence + "\n---\n" + claims + "\n";
}

}  // namespace

TEST_CASE("claims are read with their parts, strength and polarity") {
  const auto shipped = load_garden();
  CHECK(pack_mistakes(shipped) == "");
  std::size_t entries = 0;
  for (const auto& path : corpus_in("claims")) {
    std::string expected;
    std::string found;
    for (const auto& entry : read_entries(path)) {
      expected += printed(entry, entry.expected);
      found += printed(entry, claims_of(shipped, entry.sentence));
      ++entries;
    }
    INFO(path.filename().string());
    CHECK(found == expected);
  }
  CHECK(entries >= 250);
}
