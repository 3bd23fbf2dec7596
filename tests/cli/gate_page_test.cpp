// docs/gate.md, a new user's first session: what the page shows is what the commands print.
#include <catch2/catch.hpp>
#include <regex>
#include <string>

#include "cli/program.hpp"

using namespace caveat_test;

namespace {

/// What comments silence may be counted in a summary as well.
std::string leniently(const std::string& page) {
  static const std::regex counted(R"((, | \()\d+ suppressed\)?)");
  return std::regex_replace(page, counted, "");
}

}  // namespace

TEST_CASE(
    "a new user's session from an empty repository to a green CI run is as docs/gate.md has it") {
  const std::filesystem::path root = CAVEAT_SOURCE_DIR;
  const Folder folder;
  const auto run = folder.shell("'" + (root / "tests/gate/session.sh").string() +
                                "' --page \"$caveat\" < /dev/null");
  INFO(run.err);
  CHECK(run.exit == 0);
  CHECK(leniently(run.out) == leniently(read_bytes(root / "docs/gate.md")));
}
