// Which findings a baseline knows, as "file: rule words" before and after.
#include "lint/baseline.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

using namespace caveat;

namespace {

const std::string text = "Kratom cures depression and cures colds.";

Diagnostic finding(std::uint64_t identity, std::string rule = "kratom/efficacy",
                   std::string category = "efficacy") {
  Diagnostic found;
  found.span = {7, 12};
  found.rule = std::move(rule);
  found.category = std::move(category);
  found.identity = identity;
  return found;
}

Diagnostic missing_caveat() {
  return finding(99, "kratom/interactions", "caveat");
}

/// A baseline of one file with these findings.
Baseline baseline_of(const std::vector<Diagnostic>& found, bool gone = false) {
  Baseline baseline{entries_of("old.md", text, found), {}};
  if (gone) baseline.gone = {"old.md"};
  return baseline;
}

/// Identities that are still told of `file`.
std::vector<std::uint64_t> told(const Baseline& baseline, std::string_view file,
                                std::vector<Diagnostic> found) {
  drop_known(baseline, file, found);
  std::vector<std::uint64_t> identities;
  for (const Diagnostic& one : found) identities.push_back(one.identity);
  return identities;
}

using Identities = std::vector<std::uint64_t>;

}  // namespace

TEST_CASE("what was noted is not told, what is new is") {
  const auto baseline = baseline_of({finding(1), finding(2)});
  CHECK(told(baseline, "old.md", {finding(2), finding(1)}).empty());
  CHECK(told(baseline, "old.md", {finding(1), finding(3), finding(2)}) == Identities{3});
  CHECK(told(baseline, "old.md", {finding(1, "kratom/other")}) == Identities{1});
}

TEST_CASE("a sentence that was noted once and stands twice is told once") {
  CHECK(told(baseline_of({finding(1)}), "old.md", {finding(1), finding(1)}) == Identities{1});
  CHECK(told(baseline_of({finding(1), finding(1)}), "old.md", {finding(1), finding(1)}).empty());
}

TEST_CASE("an entry holds in its file only, and in the file that this was renamed to") {
  const std::vector<Diagnostic> found = {finding(1), finding(2), missing_caveat()};
  CHECK(told(baseline_of(found), "new.md", found).size() == 3);
  CHECK(told(baseline_of(found, true), "new.md", found).empty());
}

TEST_CASE("another file that lacks the same caveats is not taken for one that was renamed") {
  const auto gone = baseline_of({finding(1), finding(2), missing_caveat()}, true);
  CHECK(told(gone, "new.md", {missing_caveat()}) == Identities{99});
  CHECK(told(gone, "new.md", {finding(7), missing_caveat()}) == (Identities{7, 99}));
}

TEST_CASE("what the text no longer says is stale, if the text was looked at or is gone") {
  auto found = std::vector{finding(1)};
  const auto baseline = baseline_of({finding(1), finding(1), finding(2)});
  const auto use = drop_known(baseline, "old.md", found);
  const std::vector<std::string> linted = {"old.md"};
  const auto stale = stale_of(baseline, use.counts, linted);
  REQUIRE(stale.size() == 2);
  CHECK(stale[0].identity == 1);
  CHECK(stale[0].count == 1);
  CHECK(stale[1].identity == 2);
  CHECK(stale_of(baseline, use.counts, {}).empty());
}
