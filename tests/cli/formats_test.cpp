// Which format a text is read in: the flag, the ending of its name, then its bytes.
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "cli/program.hpp"
#include "format/format.hpp"

using namespace caveat_test;

namespace {

/// Plain text shows all three claims, HTML not the comment, Markdown not the code either, and MDX
/// not even the expression.
const std::string sample = "`It cures.`\n\n<!-- It cures. -->\n\n{'It is wholly safe.'}\n";
const std::string as_plain = "1 3 5";
const std::string as_html = "1 5";
const std::string as_markdown = "5";
const std::string as_mdx;

const std::string page =
    "<!DOCTYPE html>\n<html><head><title>Cats</title></head>\n<body>\n<p>It waits.</p>\n"
    "<!-- It cures. -->\n<p>It cures.</p>\n</body></html>\n";

/// The lines of the findings.
std::string lines_in(const std::string& report) {
  std::istringstream in(report);
  std::string lines;
  for (std::string line; std::getline(in, line);) {
    if (line.find(": note: ") != std::string::npos) continue;
    const std::size_t number = line.find(':') + 1;
    lines += (lines.empty() ? "" : " ") + line.substr(number, line.find(':', number) - number);
  }
  return lines;
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a named format is obeyed, then the ending of the name, then the bytes") {
  const Folder folder;
  for (const std::string name :
       {"a.txt", "a.text", "a.md", "a.Markdown", "a.mdx", "a.html", "a.HTM", "a.b", "plain"})
    folder.write(name, sample);
  folder.write("page", page);
  folder.write("page.txt", page);
  struct Case {
    std::string arguments;
    std::string lines;
  };
  const std::vector<Case> table = {
      {"a.txt", as_plain},
      {"a.text", as_plain},
      {"a.md", as_markdown},
      {"a.Markdown", as_markdown},
      {"a.mdx", as_mdx},
      {"a.html", as_html},
      {"a.HTM", as_html},
      {"page", "6"},
      {"page.txt", "5 6"},
      {"--format-in=auto a.md", as_markdown},
      {"--format-in=plain a.md", as_plain},
      {"--format-in=html a.md", as_html},
      {"--format-in=markdown a.html", as_markdown},
      {"--format-in=mdx a.html", as_mdx},
      {"--format-in=html a.b", as_html},
      {"--format-in=html - < a.md", as_html},
      {"--stdin-filename=x.md - < a.html", as_markdown},
      {"--stdin-filename=x/y.HTML - < a.txt", as_html},
      {"--stdin-filename=x.md --format-in=plain - < a.html", as_plain},
      {"--stdin-filename=leaflet.pdf - < page", "6"},
      {"- < page", "6"},
  };
  for (const Case& row : table) {
    CAPTURE(row.arguments);
    CHECK(lines_in(folder.shell("\"$caveat\" $demo " + row.arguments).out) == row.lines);
  }
}

TEST_CASE("several files are each read in their own format, whatever the number of threads") {
  const Folder folder;
  for (const std::string name : {"d/1.md", "d/2.html", "d/3.txt", "d/4.mdx", "d/5.xhtml"})
    folder.write(name, sample);
  const std::string lines = as_markdown + " " + as_html + " " + as_plain + " " + as_html;
  CHECK(lines_in(folder.caveat("-j1 d").out) == lines);
  CHECK(lines_in(folder.caveat("-j4 d").out) == lines);
  CHECK(contains(folder.caveat("d").err, "in 4 of 5 files"));
}

TEST_CASE("a format that does not exist is answered with those that do and the nearest") {
  const Folder folder;
  struct Case {
    std::string typed;
    std::string answer;
  };
  const std::vector<Case> table = {
      {"markdwn",
       "caveat: --format-in cannot be 'markdwn', it is one of auto, plain, markdown, mdx, html; "
       "did you mean \"markdown\"?; see 'caveat --help'\n"},
      {"pdf",
       "caveat: --format-in cannot be 'pdf', it is one of auto, plain, markdown, mdx, html; see "
       "'caveat --help'\n"},
      {"md",
       "caveat: --format-in cannot be 'md'; did you mean \"markdown\"?; see 'caveat --help'\n"},
      {"txt",
       "caveat: --format-in cannot be 'txt'; did you mean \"plain\"?; see 'caveat --help'\n"},
  };
  for (const Case& row : table) {
    const Run run = folder.caveat("--format-in=" + row.typed + " -");
    CHECK(run.exit == 2);
    CHECK(run.err == row.answer);
  }
  CHECK(contains(folder.caveat("--column-unit=utf-16 -").err, "did you mean \"utf16\"?"));
  CHECK(contains(folder.caveat("--format=jsn -").err, "did you mean \"json\"?"));
}

TEST_CASE("the help and the manual page name every format and its endings") {
  const std::string help = Folder().shell("\"$caveat\" check --help").out;
  const std::string manual = read_bytes(std::filesystem::path(CAVEAT_SOURCE_DIR) / "docs/caveat.1");
  for (const caveat::Format& format : caveat::formats()) {
    CHECK(contains(help, std::string(format.name)));
    for (const std::string_view ending : format.endings)
      CHECK(contains(manual, std::string(ending)));
  }
}

TEST_CASE("a sentence is taken apart in the format that its author names") {
  const Folder folder;
  const std::string rule = "demo/cure: \"cures\"";
  const std::string split = "'It cu<b>r</b>es colds.'";
  CHECK(contains(folder.caveat("parse --format-in=html " + split).out, rule));
  CHECK(contains(folder.caveat("parse --format-in=markdown " + split).out, rule));
  CHECK_FALSE(contains(folder.caveat("parse " + split).out, rule));
  CHECK(contains(
      folder.shell("echo " + split + " | \"$caveat\" parse --format-in=html - $demo").out, rule));
  CHECK(contains(
      folder.shell("echo " + split + " | \"$caveat\" parse --stdin-filename=a.md - $demo").out,
      rule));
  CHECK(folder.caveat("parse --format-in=htm x").exit == 2);
  CHECK(folder.caveat("explain --format-in=html cure").exit == 2);
}

TEST_CASE("a suppression must give its reason where that is asked for") {
  const Folder folder;
  folder.write("a.md", "<!-- caveat-disable-next-line demo/cure -->\nIt cures.\n");
  folder.write("b.md", "<!-- caveat-disable-next-line demo/cure -- a quotation -->\nIt cures.\n");
  CHECK(folder.caveat("a.md b.md").exit == 0);
  CHECK(folder.caveat("--require-reason b.md").exit == 0);
  const Run run = folder.caveat("--require-reason a.md");
  CHECK(run.exit == 1);
  CHECK(contains(run.out, "[suppression/no-reason]"));
  CHECK(contains(run.out, "[demo/cure]"));
}
