// What holds whatever the format: trouble is never a clean run, and the same findings are the same
// bytes.
#include <catch2/catch.hpp>
#include <string>

#include "cli/program.hpp"
#include "report/report.hpp"

using namespace caveat_test;

namespace {

/// Three pages, one of them clean.
struct Site : Folder {
  Site() {
    write("a.md", "It cures. It is wholly safe.\n");
    write("b.md", "It waits.\n");
    write("c.md", "Perhaps it β-cures. It cures 😀.\n");
  }
  Run check(std::string_view format, const std::string& rest,
            const std::string& before = "") const {
    return shell(before + "\"$caveat\" check -q --no-default-packs --pack demo.toml --format=" +
                 std::string(format) + " " + rest);
  }
};

}  // namespace

TEST_CASE("in every format a report that gets lost is trouble") {
  const Site site;
  for (const auto& reporter : caveat::reporters()) {
    CAPTURE(reporter.name);
    CHECK(site.check(reporter.name, "a.md c.md > /dev/full").exit == 2);
    CHECK(site.check(reporter.name, "a.md c.md >&-").exit == 2);
  }
}

TEST_CASE("in every format what cannot be read is trouble, and the rest is linted") {
  const Site site;
  for (const auto& reporter : caveat::reporters()) {
    CAPTURE(reporter.name);
    const auto whole = site.check(reporter.name, "a.md c.md");
    CHECK(whole.exit == 1);
    const auto missing = site.check(reporter.name, "a.md none.md c.md");
    CHECK(missing.exit == 2);
    CHECK(missing.out == whole.out);
    CHECK(missing.err.find("none.md") != std::string::npos);
    site.write(".caveat.toml", "fail-onn = 1\n");
    const auto misconfigured = site.check(reporter.name, "a.md c.md");
    CHECK(misconfigured.exit == 2);
    CHECK(misconfigured.out == whole.out);
    site.shell("rm .caveat.toml");
  }
}

TEST_CASE("in every format threads and locales change no byte") {
  const Site site;
  for (const auto& reporter : caveat::reporters()) {
    CAPTURE(reporter.name);
    const auto one = site.check(reporter.name, "-j1 .");
    CHECK(one.exit == 1);
    for (const char* jobs : {"-j2 .", "-j8 .", "-j64 ."})
      CHECK(site.check(reporter.name, jobs).out == one.out);
    for (const char* locale : {"LC_ALL=C ", "LC_ALL=tr_TR.UTF-8 ", "LC_ALL=en_US.UTF-8 "})
      CHECK(site.check(reporter.name, "-j2 .", locale).out == one.out);
  }
}
