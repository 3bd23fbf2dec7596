// What a project makes of findings: t/a and t/b are of safety, t/c of fact.
#include "lint/choices.hpp"

#include <catch2/catch.hpp>

#include "lint/three_trees.hpp"

using namespace caveat;

namespace {

Config config_of(const std::string& toml) {
  std::vector<Diagnostic> mistakes;
  Config config = read_config(make_source("x", toml), mistakes);
  CHECK(mistakes.empty());
  return config;
}

/// "a=note b=warning" of a text with one finding of each rule, those that are off left out.
std::string found(const std::string& toml, const std::vector<std::size_t>& overrides = {}) {
  const Config config = config_of(toml);
  const Choices choices = make_choices(config, overrides, *trees().rules);
  const LintOptions options{.choices = &choices};
  const Source source = make_source("text", "amber, birch, cedar");
  std::string out;
  for (const Diagnostic& one : lint(source, *trees().rules, *trees().desk, options))
    out += (out.empty() ? "" : " ") + one.rule.substr(2) + "=" + name_of(one.severity);
  return out;
}

std::string mistakes_in(const std::string& toml) {
  const Source source = make_source("x", toml);
  std::string out;
  for (const Diagnostic& one : check_names(config_of(toml), *trees().rules))
    out += std::string(slice(source, one.span)) + ": " + one.message + " [" + one.rule + "]\n";
  return out;
}

}  // namespace

TEST_CASE("a project says how grave a finding is, or that it is none") {
  const char* const rows[][2] = {
      {"", "a=warning b=warning c=warning"},
      {"severity = { 't/a' = 'error' }", "a=error b=warning c=warning"},
      {"severity = { 't/a' = 'off' }", "b=warning c=warning"},
      {"severity = { safety = 'note' }", "a=note b=note c=warning"},
      {"severity = { 't/*' = 'error' }", "a=error b=error c=error"},
      // A rule before its pack before its category, in whatever order they stand.
      {"severity = { 't/a' = 'warning', 't/*' = 'off' }", "a=warning"},
      {"severity = { 't/*' = 'off', 't/a' = 'warning' }", "a=warning"},
      {"severity = { safety = 'off', 't/*' = 'note' }", "a=note b=note c=note"},
      // Packs as a whole.
      {"disable-packs = ['t']", ""},
      {"enable-packs = ['t']", "a=warning b=warning c=warning"},
      {"enable-packs = ['core']", ""},
      {"disable-packs = ['t']\nseverity = { 't/a' = 'error' }", ""},
  };
  for (const auto& [toml, expected] : rows) {
    CAPTURE(toml);
    CHECK(found(toml) == expected);
  }
}

TEST_CASE("what is said of some files comes before what is said of all, the last first") {
  const std::string toml =
      "severity = { 't/a' = 'error', 't/b' = 'error', 't/c' = 'error' }\n"
      "[[override]]\nfiles = ['x']\nseverity = { safety = 'warning' }\n"
      "[[override]]\nfiles = ['x']\nseverity = { 't/b' = 'note', 't/c' = 'off' }\n";
  CHECK(found(toml) == "a=error b=error c=error");
  CHECK(found(toml, {0}) == "a=warning b=warning c=error");
  CHECK(found(toml, {1}) == "a=error b=note");
  CHECK(found(toml, {0, 1}) == "a=warning b=note");
}

TEST_CASE("a comment on a rule that is off is not said to be unused") {
  const Config config = config_of("severity = { 't/a' = 'off' }");
  const Choices choices = make_choices(config, {}, *trees().rules);
  const LintOptions options{.format = format_named("markdown"), .choices = &choices};
  const char* const rows[][2] = {
      {"<!-- caveat-disable t/a -->\n\namber\n", ""},
      {"<!-- caveat-disable t/a -->\n\noak\n", ""},
      {"<!-- caveat-disable t/b -->\n\noak\n",
       "suppression/unused «t/b» \"t/b\" silences nothing here\n"},
      {"<!-- caveat-disable safety -->\n\namber\n", ""},
      {"<!-- caveat-disable safety -->\n\noak\n",
       "suppression/unused «safety» \"safety\" silences nothing here\n"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(found_in(trees(), text, options) == expected);
  }
}

TEST_CASE("a name that no pack has is told, with the one that was meant") {
  CHECK(mistakes_in("severity = { 't/a' = 'off', fact = 'note', 't/*' = 'note' }") == "");
  CHECK(mistakes_in("severity = { 't/d' = 'off', saftey = 'note' }") ==
        "t/d: no rule, category or pack in force is called \"t/d\"; did you mean \"t/*\"? "
        "[config/unknown-rule]\n"
        "saftey: no rule, category or pack in force is called \"saftey\"; did you mean "
        "\"safety\"? [config/unknown-rule]\n");
  CHECK(mistakes_in("[[override]]\nfiles = ['x']\nseverity = { facts = 'off' }\n") ==
        "facts: no rule, category or pack in force is called \"facts\"; did you mean \"fact\"? "
        "[config/unknown-rule]\n");
  CHECK(mistakes_in("enable-packs = ['core']\ndisable-packs = ['corr']") ==
        "corr: no pack in force is called \"corr\"; did you mean \"core\"? "
        "[config/unknown-pack]\n");
}
