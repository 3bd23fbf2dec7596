// What an edit does to the claims of a text: pairs of an old and a new text, and what is told.
#include "lint/claim_change.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "lint/change_report.hpp"
#include "lint/lint_text.hpp"
#include "lint/word_change.hpp"

using namespace caveat;

namespace {

const Compiled& shipped() {
  static const Compiled loaded = load_shipped();
  return loaded;
}

Account account(const std::string& text, const char* format = "plain") {
  LintOptions options;
  options.format = format_named(format);
  return account_of(make_source("text", text), *shipped().rules, *shipped().desk, options);
}

/// `severity kind: message «place»`, then what is remarked, a line each.
std::string changes(const std::string& before, const std::string& after,
                    const char* format = "plain") {
  const auto source = make_source("text", after);
  const Account old = account(before, format);
  std::string lines;
  for (const ClaimChange& change : compare(old, account(after, format))) {
    const Diagnostic told = diagnostic_of(change, old);
    lines += std::string(name_of(told.severity)) + " " + told.rule.substr(7) + ": " + told.message +
             " " + words_at(source, told.span) + "\n";
    for (const auto& remark : change.remarks) lines += "  " + remark + "\n";
  }
  return lines;
}

/// One block of changes.txt.
struct Pair {
  std::string before;
  std::string after;
  std::string told;
};

std::string text_of(const std::string& line) {
  std::string text = line.size() < 5 ? "" : line.substr(5);
  std::ranges::replace(text, '|', '\n');
  return text;
}

std::vector<Pair> edits() {
  std::ifstream in(CAVEAT_TESTS_DIR "/lint/changes.txt");
  std::vector<Pair> found;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("old:"))
      found.push_back({text_of(line), "", ""});
    else if (line.starts_with("new:"))
      found.back().after = text_of(line);
    else if (!line.empty() && !line.starts_with('#'))
      found.back().told += line + "\n";
  }
  return found;
}

std::string shown(const std::vector<WordChange>& pieces) {
  std::string text;
  for (const WordChange& piece : pieces)
    text += piece.changed ? "[" + piece.text + "]" : piece.text;
  return text;
}

std::string words(const std::string& before, const std::string& after) {
  const WordChanges pieces = compare_words(before, after);
  return shown(pieces.before) + " -> " + shown(pieces.after);
}

/// Every text of the table, as often as it stands there.
std::vector<std::string> texts() {
  std::vector<std::string> all;
  for (const Pair& edit : edits()) {
    all.push_back(edit.before);
    all.push_back(edit.after);
  }
  return all;
}

}  // namespace

TEST_CASE("an edit is told by what it does to the claims", "[change]") {
  const auto table = edits();
  CHECK(table.size() >= 40);
  for (const Pair& edit : table) {
    CAPTURE(edit.before, edit.after);
    CHECK(changes(edit.before, edit.after) == edit.told);
  }
}

TEST_CASE("a text is no change of itself, and neither is its reflow", "[change]") {
  for (const std::string& text : texts()) {
    CAPTURE(text);
    CHECK(changes(text, text) == "");
    std::string reflowed = text;
    for (std::size_t at = 1; at + 1 < reflowed.size(); ++at)
      if (reflowed[at] == ' ' && reflowed[at - 1] != '\n' && reflowed[at + 1] != '\n')
        reflowed[at] = '\n';
    CHECK(changes(text, reflowed, "markdown") == "");
  }
}

TEST_CASE("whole documents are no change of themselves", "[change]") {
  std::size_t seen = 0;
  for (const auto& entry : std::filesystem::directory_iterator(CAVEAT_TESTS_DIR "/documents")) {
    const auto* format = format_of_path(entry.path().string());
    if (format == nullptr) continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path()).rdbuf();
    const std::string name(format->name);
    CAPTURE(entry.path());
    CHECK(changes(bytes.str(), bytes.str(), name.c_str()) == "");
    ++seen;
  }
  CHECK(seen > 50);
}

TEST_CASE("paragraphs in another order are no change", "[change]") {
  std::vector<std::string> paragraphs;
  for (const std::string& text : texts())
    if (text.starts_with("Kratom") && text.find('\n') == text.npos) paragraphs.push_back(text);
  REQUIRE(paragraphs.size() > 20);
  const auto joined = [&] {
    std::string all = "A Page\n\n";
    for (const auto& paragraph : paragraphs) all += paragraph + "\n\n";
    return all;
  };
  const std::string before = joined();
  std::ranges::reverse(paragraphs);
  CHECK(changes(before, joined()) == "");
  std::ranges::rotate(paragraphs, paragraphs.begin() + 7);
  CHECK(changes(before, joined()) == "");
}

TEST_CASE("markup is no change", "[change]") {
  CHECK(changes("Kratom may ease pain.", "**Kratom** may *ease* [pain](a.md).", "markdown") == "");
  CHECK(changes("<p>Kratom may ease pain.</p>", "<div>Kratom <b>may</b> ease&#32;pain.</div>",
                "html") == "");
  CHECK(changes("Kratom <b>may</b> ease pain.", "Kratom <b>eases</b> pain.", "html") ==
        "warning claim-strengthened: strengthened from \"possible\" to \"direct\": Kratom on pain; "
        "evidence is very low and carries no claim «eases</b> pain»\n  lost its hedge \"may\"\n");
}

TEST_CASE("what a comment silences is no more than a note", "[change]") {
  const std::string comment = "<!-- caveat-disable-file kratom/efficacy -- quoted -->\n\n";
  CHECK(changes(comment + "Kratom may ease pain.", comment + "Kratom eases pain.", "markdown")
            .starts_with("note claim-strengthened: "));
}

TEST_CASE("a page that says one thing a thousand times is compared in time", "[change]") {
  std::string many;
  for (int i = 0; i < 2000; ++i) many += "Kratom eases pain on day " + std::to_string(i) + ". ";
  CHECK(changes(many, many) == "");
  std::string fewer = many;
  fewer.erase(0, fewer.find(". ") + 2);
  CHECK(changes(many, fewer) ==
        "note claim-removed: claim removed, was \"direct\": Kratom on pain «Kratom eases pain on "
        "day 1.»\n  the text still says so elsewhere\n");
}

TEST_CASE("of two sentences only the words that an editor typed are marked", "[change]") {
  CHECK(words("It may ease pain.", "It eases pain.") == "It [may ease] pain. -> It [eases] pain.");
  CHECK(words("It eases pain.", "It eases pain.") == "It eases pain. -> It eases pain.");
  CHECK(words("It eases pain.", "It eases all pain!") ==
        "It eases pain[.] -> It eases [all] pain[!]");
  CHECK(words("", "New.") == " -> [New.]");
  CHECK(words("Gone.", "") == "[Gone.] -> ");
  CHECK(words("a b c d", "b c d e") == "[a] b c d -> b c d [e]");
  CHECK(words("Some say (Smith 2020) it helps.", "It helps.") ==
        "[Some say (Smith 2020) it] helps. -> [It] helps.");
}
