// A thousand claims, each denied, asked, quoted, hedged, attributed and reported, and put beside
// words that look like it and change nothing. The verdict is computed from the change and from what
// is on file, and the finding must cover the words of the claim.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "lint/example.hpp"
#include "lint/lint_text.hpp"
#include "lint/verdict_changes.hpp"

using namespace caveat;
using namespace caveat::verdict;

namespace {

/// Wordings in which some claims still get a wrong verdict, and why.
const std::map<std::string, std::string> known = {
    {"# No Evidence for {h}\n\nOur shop opens at nine.",
     "behind \"for\" a name and its condition read as a label of their own"},
    {"{alone}, used in Asia for centuries, {f}.",
     "of many, \"cure\" behind the comma may be what one more user does"},
    {"{alone}, which may taste bitter, {f}.",
     "the comma that ends a relative clause looks like that of an apposition"},
    {"{alone}, which {is|are} not cheap, {f}.", "the same"},
};

/// Shipped English and core, and the herbs.
const Compiled& herbs() {
  static const Compiled loaded = [] {
    std::vector<PackFile> files{{"herbs.toml", herbs_pack()}};
    for (const auto& file : embedded_packs()) {
      const bool own = file.path.starts_with("rules/en/") || file.path.starts_with("rules/core/");
      if (own) files.push_back({std::string(file.path), std::string(file.bytes)});
    }
    return load_files(std::move(files));
  }();
  return loaded;
}

bool is_verdict(const std::string& rule) {
  return rule == "herbs/efficacy" || rule == "herbs/underclaim" ||
         rule == "core/efficacy-without-evidence";
}

/// `severity rule`, with the words where they are not those that are marked.
std::string found_in(const Example& text) {
  const auto source = make_source("text", text.text);
  const LintOptions options{.format = format_named("markdown")};
  std::string found;
  for (const auto& diagnostic : lint(source, *herbs().rules, *herbs().desk, options)) {
    if (!is_verdict(diagnostic.rule)) continue;
    if (!found.empty()) found += ", ";
    found += std::string(name_of(diagnostic.severity)) + " " + diagnostic.rule;
    const bool there = !text.marked || (diagnostic.span.begin == text.marked->begin &&
                                        diagnostic.span.end == text.marked->end);
    if (!there) found += " at " + words_at(source, diagnostic.span);
  }
  return found.empty() ? "-" : found;
}

struct Count {
  std::size_t all = 0;
  std::size_t wrong = 0;
  std::string first;  ///< that is wrong
};

void judge(const Saying& claim, const Change& one, Count& count) {
  const auto written = change(claim, one);
  if (!written) return;
  const auto expected = verdict_on(claim, one.stance);
  const auto found = found_in(read_example(*written));
  ++count.all;
  if (found == expected) return;
  ++count.wrong;
  if (count.first.empty()) {
    count.first = *written + "\n  expected " + expected + "\n  found " + found;
  }
}

std::size_t wordings(Kind kind) {
  return static_cast<std::size_t>(std::ranges::count(changes, kind, &Change::kind));
}

}  // namespace

TEST_CASE("the generator has enough to say, and its pack has no mistake") {
  CHECK(pack_mistakes(herbs()) == "");
  CHECK(wordings(Kind::negated) >= 8);
  CHECK(wordings(Kind::asked) >= 6);
  CHECK(wordings(Kind::quoted) >= 8);
  CHECK(wordings(Kind::hedged) >= 12);
  CHECK(wordings(Kind::attributed) >= 10);
  CHECK(wordings(Kind::reported) >= 6);
  CHECK(wordings(Kind::unchanged) >= 12);
}

TEST_CASE("claims change their verdict exactly as what is done to them calls for") {
  // Each claim meets every third wording; forms, remedies and wordings meet in all pairs.
  const auto claims = make_claims(1000);
  std::map<std::string, Count> counts;
  for (std::size_t at = 0; at < claims.size(); ++at) {
    for (std::size_t of = at % 3; of < changes.size(); of += 3) {
      judge(claims[at], changes[of], counts[changes[of].words]);
    }
  }
  std::size_t all = 0;
  for (const auto& [words, count] : counts) {
    INFO(words << "\n" << count.first);
    CHECK((count.wrong > 0) == known.contains(words));
    CHECK(count.all > 0);
    all += count.all;
  }
  CHECK(all > 35000);
}
