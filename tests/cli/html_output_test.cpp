// The HTML page of a run: of what was asked for, the text that is reported, the findings that
// count.
#include <catch2/catch.hpp>
#include <string>

#include "cli/program.hpp"

using namespace caveat_test;

namespace {

bool holds(const std::string& page, const std::string& words) {
  return page.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a page lists texts that claim something, even where nothing is wrong with them") {
  const Folder folder;
  folder.write("spun.txt", "Kratom cures depression.\n");
  folder.write("fair.txt", "It is very uncertain whether kratom relieves chronic pain.\n");
  folder.write("still.txt", "The kettle is on the stove.\n");
  const Run run = folder.shell("\"$caveat\" -q --format=html .");
  CHECK(run.exit == 1);
  CHECK(holds(run.out, "<span class=\"name\">spun.txt</span>"));
  CHECK(holds(run.out, "<span class=\"name\">fair.txt</span>"));
  CHECK_FALSE(holds(run.out, "still.txt"));
  const Run others = folder.shell("\"$caveat\" -q --format=sarif --output=html:page.html .");
  CHECK(others.out == folder.shell("\"$caveat\" -q --format=sarif .").out);  // not of the page
  CHECK(read_bytes(folder / "page.html") == run.out);
}

TEST_CASE("a page of texts that were fixed shows them as they are now") {
  const Folder folder;
  folder.write("a.txt", "Kratom holds 7-hydroxmitragynine. Kratom cures depression.\n");
  const Run run = folder.shell("\"$caveat\" -q --fix --format=html a.txt");
  CHECK(run.exit == 1);
  CHECK(holds(run.out, "7-hydroxymitragynine"));
  CHECK_FALSE(holds(run.out, "7-hydroxmitragynine"));
}

TEST_CASE("a page of what is new marks no finding that the baseline has, and still its claim") {
  const Folder folder;
  folder.write("a.txt", "Kratom cures depression.\n");
  CHECK(folder.shell("\"$caveat\" -q --baseline=b.json --write-baseline a.txt").exit == 0);
  const Run run = folder.shell("\"$caveat\" -q --baseline=b.json --format=html a.txt");
  CHECK(run.exit == 0);
  CHECK_FALSE(holds(run.out, "<article class=\"card"));
  CHECK(holds(run.out, "<a class=\"m s5\" href=\"#r0\" data-c=\"0\">cures depression</a>"));
}

TEST_CASE("a change between two texts has a page of findings too") {
  const Folder folder;
  folder.write("a.txt", "Kratom may help with pain.\n");
  folder.write("b.txt", "Kratom cures pain.\n");
  const Run run = folder.shell("\"$caveat\" diff -q --format=html a.txt b.txt");
  CHECK(run.exit == 1);
  CHECK(holds(run.out, "<article class=\"card warning\""));
}
