// A finding keeps its identity where its sentence is the same to a reader, wherever it stands.
#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lint/lint_text.hpp"

using namespace caveat;

namespace {

/// The identities of what is found in a Markdown text, by rule.
std::map<std::string, std::multiset<std::uint64_t>> identities(const std::string& text) {
  static const Compiled shipped = load_shipped();
  const auto source = make_source("page.md", text);
  const LintOptions options{.format = format_named("markdown")};
  std::map<std::string, std::multiset<std::uint64_t>> by_rule;
  for (const auto& found : lint(source, *shipped.rules, *shipped.desk, options))
    by_rule[found.rule].insert(found.identity);
  return by_rule;
}

const std::string cure = "Kratom cures depression in two weeks.";

std::uint64_t of_cure(const std::string& text) {
  const auto found = identities(text);
  REQUIRE(found.count("kratom/efficacy") == 1);
  return *found.at("kratom/efficacy").begin();
}

}  // namespace

TEST_CASE("lines above, line breaks, markup and other headings do not change what a finding is") {
  const auto identity = of_cure(cure);
  CHECK(identity != 0);
  for (const std::string& same : std::vector<std::string>{
           "Some words first.\n\nAnd more of them.\n\n" + cure,
           std::string("Kratom cures\ndepression in\ntwo weeks."),
           std::string("> Kratom **cures depression** in two\n> weeks.\n"),
           std::string("* Kratom cures depression in two weeks.\n"),
           "# Another heading\n\n" + cure + "\n",
       }) {
    CAPTURE(same);
    CHECK(of_cure(same) == identity);
  }
}

TEST_CASE("other words make another finding") {
  const auto identity = of_cure(cure);
  CHECK(of_cure("Kratom cures depression in three weeks.") != identity);
  CHECK(of_cure("Kratom cures severe depression in two weeks.") != identity);
}

TEST_CASE("two findings in one sentence differ") {
  const auto found = identities("Kratom cures depression, and kratom cures anxiety.");
  REQUIRE(found.count("kratom/efficacy") == 1);
  const auto& both = found.at("kratom/efficacy");
  CHECK(std::set(both.begin(), both.end()).size() == both.size());
}

TEST_CASE("a missing caveat is one of the text, wherever the topic is raised") {
  const auto before = identities("# Kratom\n\nKratom is a leaf.\n");
  const auto after = identities("# Leaves and kratom\n\nMany chew kratom leaves.\n");
  REQUIRE(before.count("kratom/dependence-withdrawal") == 1);
  CHECK(before.at("kratom/dependence-withdrawal") == after.at("kratom/dependence-withdrawal"));
}
