// What is linked to another site may be a source; a link within a site is not.
#include <catch2/catch.hpp>

#include "format/format.hpp"

namespace {

struct Row {
  const char* format;
  const char* text;
  const char* linked;
};

std::string linked_in(const Row& row) {
  const caveat::Source source = caveat::make_source("page", row.text);
  caveat::Blocks blocks;
  caveat::format_named(row.format)->read(source, blocks);
  std::string out;
  for (const caveat::Span link : blocks.links) {
    out += "[" + blocks.passage.text.substr(link.begin, caveat::size(link)) + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("the words of a link to another site are noted") {
  const Row rows[] = {
      {"markdown", "As [a *2020* trial](https://example.org/t) found.", "[a 2020 trial]"},
      {"markdown", "As [a trial][1] found.\n\n[1]: https://example.org/t", "[a trial]"},
      {"markdown", "See [dosage](/dosage), [here](#here) and [us](mailto:a@example.org).", ""},
      {"html", "<p>As <a href='https://example.org'>a <b>trial</b></a> found.", "[a trial]"},
      {"html", "<p>See <a href=\"//example.org/x\">it</a> and <a href=/dosage>dosage</a>.", "[it]"},
      {"html", "<p>An <a name=top>anchor</a> and <a href>nothing</a>.", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(linked_in(row) == row.linked);
  }
}
