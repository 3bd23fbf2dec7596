// The comments of Markdown and HTML, with a pack of three rules of one word each: "amber" is t/a,
// "birch" t/b, both of safety, "cedar" is t/c of fact.
#include <catch2/catch.hpp>
#include <string>

#include "lint/lint_text.hpp"
#include "lint/three_trees.hpp"

using namespace caveat;

namespace {

struct Row {
  const char* text;
  const char* printed;
};

template <std::size_t count>
void check_rows(const char* format, const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(format, row.text);
    CHECK(found_in(trees(), row.text, {.format = format_named(format)}) == row.printed);
  }
}

}  // namespace

TEST_CASE("a comment of Markdown silences what follows it in the file") {
  const Row rows[] = {
      {"<!-- caveat-disable-next-line safety -- so it is -->\n\nIt is amber and **bir**ch.\n\n"
       "It is amber and cedar.\n",
       "t/a «amber»\nt/c «cedar»\n"},
      {"It is fine.\n\n<!-- caveat-disable\n  safety\n-->\n\nIt is amber.\n\n"
       "- It is amber.\n\n<!-- caveat-enable safety -->\n\nIt is amber, cedar.\n",
       "t/a «amber»\nt/c «cedar»\n"},
      {"# It is amber\n\n<!-- caveat-disable-file t/* -->\n", ""},
      {"---\ntitle: It is amber\n---\n\n<!-- caveat-disable-file safety -->\n\nIt is cedar.\n",
       "t/c «cedar»\n"},
      {"- It is amber.\n  <!-- caveat-disable-next-line safety -->\n- It is birch.\n",
       "t/a «amber»\n"},
      {"It is fine.\n<!-- caveat-disable-next-line safety -->\nIt is amber.\nIt is birch.\n",
       "t/b «birch»\n"},
  };
  check_rows("markdown", rows);
}

TEST_CASE("what Markdown shows as code is no comment") {
  const Row rows[] = {
      {"`<!-- caveat-disable safety -->` It is amber.\n", "t/a «amber»\n"},
      {"    <!-- caveat-disable safety -->\n\nIt is amber.\n", "t/a «amber»\n"},
      {"```\n<!-- caveat-disable safety -->\n```\n\nIt is amber.\n", "t/a «amber»\n"},
      {"caveat-disable safety\n\nIt is amber.\n", "t/a «amber»\n"},
  };
  check_rows("markdown", rows);
}

TEST_CASE("in a quotation of Markdown the blank line after a comment has its mark") {
  const Row rows[] = {
      {"> <!-- caveat-disable-next-line fact -->\n>\n> It is cedar.\n>\n> It is cedar.\n",
       "t/c «cedar»\n"},
  };
  check_rows("markdown", rows);
}

TEST_CASE("a comment of HTML silences what follows it in the file") {
  const Row rows[] = {
      {"<!-- caveat-disable-next-line safety -- so it is -->\n\n<p>It is amber and <b>bir</b>ch.\n"
       "<p>It is amber and cedar.</p>\n",
       "t/a «amber»\nt/c «cedar»\n"},
      {"<div><p>It is fine.</p><!--caveat-disable\n  safety\n--><p>It is amber.</p>\n"
       "<!-- caveat-enable safety --><ul><li>It is amber, cedar.</ul></div>\n",
       "t/a «amber»\nt/c «cedar»\n"},
      {"<!doctype html><title>It is amber</title><body>It is birch.</body></html>\n"
       "<!-- caveat-disable-file safety -->",
       ""},
      {"<!-- caveat-disable-next-line safety -->\n<p>\nIt is amber.\n</p>\n", ""},
  };
  check_rows("html", rows);
}

TEST_CASE("a comment inside a sentence of Markdown or HTML parts no words") {
  const Row rows[] = {
      {"It is am<!-- caveat-disable safety -->ber and bir<!-- caveat-enable safety -->ch.\n",
       "t/a «am<!-- caveat-disable safety -->ber»\n"},
      {"It is cedar. <!-- caveat-disable-next-line fact --> It is cedar.\nIt is cedar.\n",
       "t/c «cedar»\nt/c «cedar»\n"},
  };
  check_rows("markdown", rows);
  check_rows("html", rows);
}

TEST_CASE("a comment in an HTML block of Markdown holds for the file") {
  const Row rows[] = {
      {"<div>\n<!-- caveat-disable safety -->\n<p>It is amber.</p>\n</div>\n\nIt is birch.\n", ""},
      {"<!-- caveat-disable-next-line safety --> <p>It is amber.</p>\n<p>It is birch.</p>\n",
       "t/a «amber»\n"},
  };
  check_rows("markdown", rows);
}
