// Rounds of fixing and linting, with a linter of a few words: what is looked for, what it is
// replaced by, and whether that is safe.
#include "fix/fix.hpp"

#include <catch2/catch.hpp>
#include <random>

namespace {

using namespace caveat;

struct Word {
  std::string wrong;
  std::string right;  ///< empty: found, and nothing known to say instead
  FixSafety safety = FixSafety::safe;
  std::string rule = "demo/name";
};

Diagnostic found_at(std::size_t at, const Word& word) {
  Diagnostic diagnostic;
  diagnostic.span = {static_cast<std::uint32_t>(at),
                     static_cast<std::uint32_t>(at + word.wrong.size())};
  diagnostic.rule = word.rule;
  if (!word.right.empty())
    diagnostic.fixes.push_back({"", word.safety, {{diagnostic.span, word.right}}});
  return diagnostic;
}

Lint linter(std::vector<Word> words) {
  return [words](const Source& source) {
    std::vector<Diagnostic> found;
    for (std::size_t at = 0; at < source.bytes.size(); ++at)
      for (const Word& word : words)
        if (source.bytes.compare(at, word.wrong.size(), word.wrong) == 0)
          found.push_back(found_at(at, word));
    return found;
  };
}

FixedSource fixed(const std::string& text, const std::vector<Word>& words,
                  FixSafety least = FixSafety::unsafe) {
  Source source = make_source("page.md", text);
  auto found = linter(words)(source);
  auto better = fix(source, found, least, linter(words));
  return better ? *std::move(better) : FixedSource{std::move(source), std::move(found), 0};
}

}  // namespace

TEST_CASE("fixing goes on until nothing is left that a fix settles") {
  const std::vector<Word> words = {
      {"kratum", "kratom"},
      {"kratom cures", "kratom may ease", FixSafety::unsafe, "demo/efficacy"}};
  const FixedSource page = fixed("kratum cures colds, kratum cures flu", words);
  CHECK(page.source.bytes == "kratom may ease colds, kratom may ease flu");
  CHECK(page.fixed == 4);
  CHECK(page.left.empty());
}

TEST_CASE("a text without findings is left alone, and one without fixes keeps its findings") {
  CHECK(fixed("tea", {{"kratum", "kratom"}}).fixed == 0);
  const FixedSource page = fixed("it cures", {{"cures", ""}});
  CHECK(page.source.bytes == "it cures");
  CHECK(page.left.size() == 1);
}

TEST_CASE("a name is put right though the claim that it hid is found then") {
  const std::vector<Word> words = {{"depresion", "depression"},
                                   {"cures depression", "", {}, "demo/efficacy"}};
  const FixedSource page = fixed("It cures depresion.", words, FixSafety::safe);
  CHECK(page.source.bytes == "It cures depression.");
  REQUIRE(page.left.size() == 1);
  CHECK(page.left[0].rule == "demo/efficacy");
}

TEST_CASE("new wording that brings another finding is refused, and the rest is kept") {
  const std::vector<Word> words = {{"cures", "treats", FixSafety::unsafe, "demo/efficacy"},
                                   {"treats", "", FixSafety::unsafe, "demo/disease"},
                                   {"kratum", "kratom"}};
  const FixedSource page = fixed("kratum cures colds", words);
  CHECK(page.source.bytes == "kratom cures colds");
  CHECK(page.fixed == 1);
  CHECK(page.left.size() == 1);
}

TEST_CASE("a fix that its own rule finds fault with is refused") {
  CHECK(fixed("colour", {{"colour", "color"}, {"color", "colour"}}).source.bytes == "colour");
  const FixedSource page = fixed("a b", {{"a", "aa"}, {"b", "c"}});
  CHECK(page.source.bytes == "a c");
  CHECK(page.fixed == 1);
}

namespace {

/// Words of two alphabets, line ends of three kinds, all that a fix may meet.
std::string random_text(std::mt19937& random) {
  static const std::vector<std::string> parts = {
      "kratum", "ginko", "valeriana", "cures",  "cures flu", "totally", "tea",
      " ",      "\n",    "\r\n",      "\u8336", "\uFEFF",    "\xFF",    "treats"};
  std::string text;
  for (auto count = random() % 40; count > 0; --count) text += parts[random() % parts.size()];
  return text;
}

std::vector<Word> random_words(std::mt19937& random) {
  static const std::vector<Word> all = {
      {"kratum", "kratom"},
      {"ginko", "ginkgo"},
      {"valeriana", "valerian"},
      {"cures flu", "may ease flu", FixSafety::unsafe, "demo/efficacy"},
      {"cures", "treats", FixSafety::unsafe, "demo/cure"},
      {"treats", "", FixSafety::unsafe, "demo/disease"},
      {"totally", "", FixSafety::unsafe, "demo/totally"},
      {"teakr", "tea kr", FixSafety::unsafe, "demo/blank"},
      {"totallytea", "tea", FixSafety::unsafe, "demo/totally"}};
  std::vector<Word> words;
  for (const Word& word : all)
    if (random() % 3 != 0) words.push_back(word);
  return words;
}

/// The text without what fixes took away: what stands between them must be there unchanged.
bool same_outside(const std::string& before, const FixedText& text,
                  const std::vector<Diagnostic>& found) {
  std::vector<Edit> edits;
  for (const AppliedFix& one : text.applied)
    for (const Edit& edit : found[one.diagnostic].fixes[0].edits) edits.push_back(edit);
  std::ranges::sort(edits, {}, [](const Edit& edit) { return edit.span.begin; });
  std::size_t old_at = 0;
  std::size_t new_at = 0;
  for (const Edit& edit : edits) {
    const std::size_t kept = edit.span.begin - old_at;
    if (before.compare(old_at, kept, text.bytes, new_at, kept) != 0) return false;
    old_at = edit.span.end;
    new_at += kept + edit.text.size();
  }
  return before.substr(old_at) == text.bytes.substr(std::min(new_at, text.bytes.size()));
}

}  // namespace

TEST_CASE("on any text: bytes outside of edits stay, and a second run finds nothing to fix") {
  std::mt19937 random(7);
  for (int run = 0; run < 20'000; ++run) {
    const std::string text = random_text(random);
    const std::vector<Word> words = random_words(random);
    const auto found = linter(words)(make_source("page.md", text));
    const FixedText once = apply_fixes(text, found, FixSafety::unsafe);
    const FixedSource first = fixed(text, words);
    const FixedSource second = fixed(first.source.bytes, words);
    const bool holds = same_outside(text, once, found) && second.fixed == 0 &&
                       second.source.bytes == first.source.bytes;
    if (holds) continue;
    CAPTURE(text, first.source.bytes, second.source.bytes);
    REQUIRE(holds);
  }
}
