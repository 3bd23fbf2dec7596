// What fixes make of a text, as tables: the text before and after, with its edits as a reader
// would write them down.
#include "fix/apply.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace caveat;

/// Replaces the first `wrong` after `from` by `right`; an empty `wrong` is an insertion at `from`.
Edit edit(std::string_view text, std::string_view wrong, std::string right, std::size_t from = 0) {
  const auto at = static_cast<std::uint32_t>(text.find(wrong, from));
  return {{at, at + static_cast<std::uint32_t>(wrong.size())}, std::move(right)};
}

Diagnostic finding(std::vector<Edit> edits, FixSafety safety = FixSafety::safe) {
  Diagnostic diagnostic;
  diagnostic.span = edits.front().span;
  diagnostic.rule = "demo/name";
  diagnostic.fixes.push_back({"replace", safety, std::move(edits)});
  return diagnostic;
}

struct Change {
  std::string wrong;
  std::string right;
};

/// The text after one fix for each change, each at the first place of its wrong words.
std::string fixed(std::string_view text, const std::vector<Change>& changes) {
  std::vector<Diagnostic> found;
  for (const Change& one : changes) found.push_back(finding({edit(text, one.wrong, one.right)}));
  return apply_fixes(text, found, FixSafety::safe).bytes;
}

}  // namespace

TEST_CASE("a fix changes its own bytes and no other") {
  struct Row {
    const char* text;
    std::vector<Change> changes;
    const char* after;
  };
  const Row table[] = {
      {"Kratum is a leaf.", {{"Kratum", "Kratom"}}, "Kratom is a leaf."},
      {"A leaf called kratum", {{"kratum", "kratom"}}, "A leaf called kratom"},
      {"kratum", {{"kratum", "kratom"}}, "kratom"},
      {"Kratum and valeriana.",
       {{"Kratum", "Kratom"}, {"valeriana", "valerian"}},
       "Kratom and valerian."},
      {"valeriana, kratum", {{"kratum", "kratom"}, {"valeriana", "valerian"}}, "valerian, kratom"},
      {"ginkogingko", {{"ginko", "ginkgo "}, {"gingko", "ginkgo"}}, "ginkgo ginkgo"},
      {"\uFEFFKratum helps.\r\n", {{"Kratum", "Kratom"}}, "\uFEFFKratom helps.\r\n"},
      {"Tea.\r\nKratum.\rMug.\n", {{"Kratum", "Kratom"}}, "Tea.\r\nKratom.\rMug.\n"},
      {"咖啡 kratum 茶。", {{"kratum", "kratom"}}, "咖啡 kratom 茶。"},
      {"银杏 is ginkgo.", {{"银杏", "Ginkgo biloba (银杏)"}}, "Ginkgo biloba (银杏) is ginkgo."},
      {"\xFFkratum\xFE", {{"kratum", "kratom"}}, "\xFFkratom\xFE"},
      {"Tea really helps.", {{" really", ""}}, "Tea helps."},
      {"Tea helps.", {{"helps", "helps"}}, "Tea helps."},
      {"", {}, ""},
  };
  for (const Row& row : table) {
    CAPTURE(row.text);
    CHECK(fixed(row.text, row.changes) == row.after);
  }
}

TEST_CASE("nothing is changed at a place that the text does not have") {
  const std::vector<Diagnostic> found = {finding({{{4, 99}, "x"}}), finding({{{3, 2}, "x"}})};
  const FixedText text = apply_fixes("tea", found, FixSafety::safe);
  CHECK(text.bytes == "tea");
  CHECK(text.applied.empty());
  CHECK(text.skipped == 2);
}

TEST_CASE("of two fixes for the same words the first one wins and the other waits") {
  const std::string_view text = "Mitragyna speciosum leaf";
  const Diagnostic name = finding({edit(text, "Mitragyna speciosum", "Mitragyna speciosa")});
  const Diagnostic word = finding({edit(text, "speciosum leaf", "speciosa leaf")});
  const Diagnostic other = finding({edit(text, "leaf", "leaves")});
  const auto both = std::vector{name, word};
  CHECK(apply_fixes(text, both, FixSafety::safe).bytes == "Mitragyna speciosa leaf");
  CHECK(apply_fixes(text, both, FixSafety::safe).skipped == 1);
  CHECK(apply_fixes(text, std::vector{word, name}, FixSafety::safe).bytes ==
        "Mitragyna speciosa leaf");
  CHECK(apply_fixes(text, std::vector{name, name}, FixSafety::safe).applied.size() == 1);
  CHECK(apply_fixes(text, std::vector{name, word, other}, FixSafety::safe).bytes ==
        "Mitragyna speciosa leaves");
}

TEST_CASE("the edits of one fix are made together or not at all") {
  const std::string_view text = "It treats colds and it cures flu.";
  const Diagnostic both =
      finding({edit(text, "treats", "may ease"), edit(text, "cures", "may ease")});
  const Diagnostic one = finding({edit(text, "cures flu", "eases flu")});
  CHECK(apply_fixes(text, std::vector{both}, FixSafety::safe).bytes ==
        "It may ease colds and it may ease flu.");
  CHECK(apply_fixes(text, std::vector{one, both}, FixSafety::safe).bytes ==
        "It treats colds and it eases flu.");
  const Diagnostic with_itself =
      finding({edit(text, "treats colds", "eases colds"), edit(text, "colds", "a cold")});
  CHECK(apply_fixes(text, std::vector{with_itself}, FixSafety::safe).bytes == text);
}

TEST_CASE("two insertions at one place have no order, so the first one is made") {
  const std::string_view text = "Tea helps.";
  const Diagnostic may = finding({{{4, 4}, "may "}});
  const Diagnostic can = finding({{{4, 4}, "can "}});
  const FixedText fixed = apply_fixes(text, std::vector{may, can}, FixSafety::safe);
  CHECK(fixed.bytes == "Tea may helps.");
  CHECK(fixed.skipped == 1);
  CHECK(fixed.applied.front().after == Span{4, 8});
}

TEST_CASE("new wording is applied where it is asked for, names always") {
  const std::string_view text = "Kratum cures colds.";
  const std::vector<Diagnostic> found = {
      finding({edit(text, "Kratum", "Kratom")}),
      finding({edit(text, "cures", "may ease")}, FixSafety::unsafe)};
  CHECK(apply_fixes(text, found, FixSafety::safe).bytes == "Kratom cures colds.");
  CHECK(apply_fixes(text, found, FixSafety::unsafe).bytes == "Kratom may ease colds.");
  CHECK(apply_fixes(text, found, FixSafety::unsafe, {1}).bytes == "Kratom cures colds.");
}

TEST_CASE("each fix knows where it stands in the new text") {
  const std::string_view text = "Kratum, valeriana and ginko.";
  const std::vector<Diagnostic> found = {finding({edit(text, "ginko", "ginkgo")}),
                                         finding({edit(text, "Kratum", "Mitragyna speciosa")}),
                                         finding({edit(text, "valeriana", "valerian")})};
  const FixedText fixed = apply_fixes(text, found, FixSafety::safe);
  std::string places;
  for (const AppliedFix& one : fixed.applied)
    places += fixed.bytes.substr(one.after.begin, size(one.after)) + "|";
  CHECK(places == "ginkgo|Mitragyna speciosa|valerian|");
}
