// Front matter: what is shown of it, where that stands in the file, and where the text begins. Each
// row is a file, its dump, and what is left of it.
#include "format/front_matter.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "format/dump.hpp"
#include "format/front_matter_toml.hpp"
#include "format/front_matter_yaml.hpp"
#include "format/write.hpp"
#include "text/utf8.hpp"

namespace {

struct Front {
  std::string printed;
  std::string places;
  std::string rest;
  std::vector<std::string> comments;
};

Front front_of(std::string_view text) {
  const caveat::Source source = caveat::make_source("page.md", std::string(text));
  caveat::Blocks blocks;
  const auto begin = append_front_matter(source, blocks);
  Front front{dump(blocks), dump_places(source, blocks), source.bytes.substr(begin), {}};
  for (const auto& directive : blocks.directives) {
    front.comments.emplace_back(slice(source, directive.whole));
  }
  return front;
}

struct Row {
  const char* text;
  const char* printed;
  const char* rest;
};

template <std::size_t count>
void check_front(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Front front = front_of(row.text);
    CHECK(front.printed == row.printed);
    CHECK(front.rest == row.rest);
  }
}

struct Place {
  const char* text;
  const char* printed;
  const char* places;
};

template <std::size_t count>
void check_places(const Place (&rows)[count]) {
  for (const Place& row : rows) {
    CAPTURE(row.text);
    const Front front = front_of(row.text);
    CHECK(front.printed == row.printed);
    CHECK(front.places == row.places);
  }
}

/// What is wrong with the places of a value; empty if nothing is.
std::string fault_of(const caveat::Source& source, const caveat::MetaText& text) {
  const caveat::Passage& value = text.value;
  if (value.text != text.decoded) return "says [" + value.text + "], not [" + text.decoded + "]";
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < value.runs.size(); ++i) {
    const caveat::Run& run = value.runs[i];
    const auto next = i + 1 < value.runs.size() ? value.runs[i + 1].shown : value.text.size();
    const auto shown = value.text.substr(run.shown, next - run.shown);
    if (run.source.begin < last || run.source.end < run.source.begin) return "places go back";
    if (run.source.end > source.bytes.size()) return "a place behind the file";
    last = run.source.end;
    if (size(run.source) == shown.size() && slice(source, run.source) != shown) return "no copy";
    for (const auto at : {run.source.begin, run.source.end}) {
      if (at < source.bytes.size() && (source.bytes[at] & 0xC0) == 0x80) return "splits";
    }
  }
  return "";
}

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t count) {
  return random() % count;
}

template <std::size_t count>
std::string pick(Random& random, const char* const (&from)[count]) {
  return from[below(random, count)];
}

std::string line_end(Random& random) {
  static const char* const ends[] = {"\n", "\n", "\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029"};
  return pick(random, ends);
}

std::string piece(Random& random) {
  static const char* const pieces[] = {
      "Kratom", "sleep", "caf\u00E9", "\u4E2D\u6587", "\U0001F33F", "a:b",    "it's", "#tag",
      "x#y",    "50 %",  "-",         "- ",           "\u00A0",     "\u00AD", ".",    "!",
      "&",      "*",     "\uFEFF",    "\u200B",       "e\u0301",    "---",    "...",  "|",
      ">",      "?",     "5:",        "\u2019t ",     ", "};
  return pick(random, pieces);
}

std::string escape(Random& random) {
  static const char* const escapes[] = {
      "\\0", "\\a", "\\b",     "\\t",   "\\\t",    "\\n",         "\\v",         "\\f",
      "\\r", "\\e", "\\ ",     "\\\"",  "\\/",     "\\\\",        "\\N",         "\\_",
      "\\L", "\\P", "\\xE9",   "\\x41", "\\u2019", "\\u00ad",     "\\U0001F33F", "\\U0000004b",
      "\\x", "\\q", "\\ud800", "\\u20", "\\\n",    "\\\n   \n  ", "\\\r\n "};
  return pick(random, escapes);
}

std::string blanks(Random& random) {
  static const char* const some[] = {"", " ", " ", "  ", "   ", "\t", " \t "};
  return pick(random, some);
}

/// Words, blanks, line ends with indents: the inside of a scalar.
std::string inside(Random& random, bool escapes) {
  std::string text;
  for (std::size_t left = below(random, 12); left > 0; --left) {
    const std::size_t kind = below(random, 10);
    if (kind < 5) text += piece(random);
    if (kind == 5 || kind == 6) text += blanks(random);
    if (kind == 7 && escapes) text += escape(random);
    if (kind >= 8) text += line_end(random) + std::string(below(random, 5), ' ') + blanks(random);
  }
  return text;
}

std::string single_quoted(Random& random) {
  std::string text = inside(random, false);
  for (std::size_t at = text.find('\''); at != text.npos; at = text.find('\'', at + 2)) {
    text.insert(at, "'");
  }
  return "'" + text + "'";
}

std::string block_scalar(Random& random, char mark) {
  static const char* const headers[] = {"", "", "-", "+", "2", "1-", "+3", " # note", "\t"};
  const std::size_t indent = 1 + below(random, 3);
  std::string text = mark + pick(random, headers) + "\n";
  for (std::size_t left = below(random, 6); left > 0; --left) {
    const std::size_t kind = below(random, 6);
    if (kind > 0) text += std::string(indent + (kind == 1 ? below(random, 3) : 0), ' ');
    if (kind > 1) text += piece(random) + blanks(random) + piece(random);
    text += line_end(random);
  }
  return text;
}

std::string scalar(Random& random) {
  switch (below(random, 5)) {
    case 0:
      return "Sleep" + inside(random, false);
    case 1:
      return single_quoted(random);
    case 2:
      return "\"" + inside(random, true) + "\"";
    case 3:
      return block_scalar(random, '|');
    default:
      return block_scalar(random, '>');
  }
}

}  // namespace

TEST_CASE("title and descriptions of front matter are shown, other keys are not") {
  const Row rows[] = {
      {"---\ntitle: Kratom for sleep\ndate: 2026-01-05\nauthor: A. Reed\n---\nText.\n",
       "heading 1 [Kratom for sleep]\n", "Text.\n"},
      {"---\ndescription: What it is\nsummary: What it does\nexcerpt: In short\n---\n",
       "description [What it is]\ndescription [What it does]\ndescription [In short]\n", ""},
      {"---\nsubtitle: A root\nseo_title: The root\nmeta_description: Of a root\n---\n",
       "heading 1 [A root]\nheading 1 [The root]\ndescription [Of a root]\n", ""},
      {"---\nseo:\n  title: The root\n  description: Of a root\n  image: a.png\ntitle: Root\n---\n",
       "heading 1 [The root]\ndescription [Of a root]\nheading 1 [Root]\n", ""},
      {"---\nseo: {title: The root, tags: [title, a], description: Of a root}\n---\n",
       "heading 1 [The root]\ndescription [Of a root]\n", ""},
      {"---\nparams:\n  title: Not shown\nauthors:\n  - title: Not shown\n---\n", "", ""},
      {"---\ntitle: [a, b]\ndescription: {en: a}\nsummary:\n---\n", "", ""},
      {"---\n{title: Root, description: 'Of a root'}\n---\n",
       "heading 1 [Root]\ndescription [Of a root]\n", ""},
      {"---\n? title\n: Root\n---\n", "heading 1 [Root]\n", ""},
      {"---\ntags: [title, description]\ntitle: Root\n---\n", "heading 1 [Root]\n", ""},
  };
  check_front(rows);
}

TEST_CASE("front matter stands at the very top, between lines of its own") {
  const Row rows[] = {
      {"\uFEFF---\r\ntitle: Root\r\n---\r\nText.\r\n", "heading 1 [Root]\n", "Text.\r\n"},
      {"--- \ntitle: Root\n---\t\nText.", "heading 1 [Root]\n", "Text."},
      {"---\ntitle: Root\n...\nText.", "heading 1 [Root]\n", "Text."},
      {"---\ntitle: Root\n---", "heading 1 [Root]\n", ""},
      {"---\n---\nText.", "", "Text."},
      {"---\n# nothing yet\n---\nText.", "", "Text."},
      {"---\n\ntitle: Root\n---\nText.", "heading 1 [Root]\n", "Text."},
      {"\n---\ntitle: Root\n---\n", "", "\n---\ntitle: Root\n---\n"},
      {"\uFEFFText.", "", "Text."},
      {"", "", ""},
  };
  check_front(rows);
}

TEST_CASE("text between two thematic breaks is no front matter") {
  const char* const texts[] = {
      "---\n",
      "---",
      "---\ntitle: Root\n",
      "---\n\nSleep matters.\n\n---\n\nSo does rest.\n",
      "---\nSleep matters.\n---\n",
      "---\n\nSleep matters. Note: it is\nnot all: rest matters.\n\n---\n",
      "---\n\nNote: sleep matters. Also: so does rest.\n\n---\n",
      "---\n\n**Sleep** matters.\n\n---\n",
      "---\n\n# Sleep\n\n---\n",
      "---\n\n- Sleep\n- Rest\n\n---\n",
      "---\n- Sleep\n---\n",
      "----\ntitle: Root\n----\n",
      "+++\ntitle = 'Root'\n",
  };
  for (const char* const text : texts) {
    CAPTURE(text);
    CHECK(front_of(text).rest == text);
    CHECK(front_of(text).printed.empty());
  }
}

TEST_CASE("of broken front matter is shown what stands before the mistake, and it is no text") {
  const Row rows[] = {
      {"---\ntitle: Root\ndescription: a: b\n---\nText.", "heading 1 [Root]\ndescription [a]\n",
       "Text."},
      {"---\ntitle: Root\nx: @y\ndescription: Late\n---\nText.", "heading 1 [Root]\n", "Text."},
      {"---\ntitle: \"Root\n---\nText.", "", "Text."},
      {"---\ntitle: &t Root\ndescription: *t\nsummary: *u\n---\n", "heading 1 [Root]\n", ""},
      {"---\ntitle: !!str Root\nsummary: !x 'Of it'\n---\n",
       "heading 1 [Root]\ndescription [Of it]\n", ""},
      {"---\ntitle: !t'\u0085|\n---\n", "", ""},
      {"---\ntitle: caf\xE9 \x01.\n---\n", "heading 1 [caf\xE9 \x01.]\n", ""},
      {"+++\ntitle = 'Root'\ndate = nonsense\n+++\nText.", "", "Text."},
  };
  check_front(rows);
}

TEST_CASE("a value in YAML is shown as it is meant, and points at how it is written") {
  const Place rows[] = {
      {"---\ntitle: 'It''s kratom'\n---\n", "heading 1 [It's kratom]\n", "[It''s kratom]\n"},
      {"---\ntitle: \"Caf\\xe9 \\u201Ckratom\\u201d\"\n---\n",
       "heading 1 [Caf\u00E9 \u201Ckratom\u201D]\n", "[Caf\\xe9 \\u201Ckratom\\u201d]\n"},
      {"---\nsummary: Kratom\n  cures\n  nothing # so far\n---\n",
       "description [Kratom cures nothing]\n", "[Kratom\n  cures\n  nothing]\n"},
      {"---\nsummary: >-\n  Kratom\n  cures\n\n  nothing.\n---\n",
       "description [Kratom cures][nothing.]\n", "[Kratom\n  cures\n\n  nothing.]\n"},
      {"---\nsummary: |\n  Kratom\n    cures\n  nothing.\n\n\n  So far.\n---\n",
       "description [Kratom][  cures][nothing.]\ndescription [So far.]\n",
       "[Kratom\n    cures\n  nothing.]\n[So far.]\n"},
      {"---\nsummary: \"Kratom \\\n   cures\n\n  nothing\"\n---\n",
       "description [Kratom cures][nothing]\n", "[Kratom \\\n   cures\n\n  nothing]\n"},
      {"---\ncaf\u00E9: \U0001F33F\nsummary: \u4E2D kratom\n---\n", "description [\u4E2D kratom]\n",
       "[\u4E2D kratom]\n"},
      {"---\r\nsummary: >\r\n  Kratom\r\n  cures\r\n---\r\n", "description [Kratom cures]\n",
       "[Kratom\r\n  cures]\n"},
  };
  check_places(rows);
}

TEST_CASE("a value in TOML is shown as it is meant, and points at how it is written") {
  const Place rows[] = {
      {"+++\ntitle = \"Kratom\"\ndraft = true\ndescription = 'Of a \\root'\n+++\n",
       "heading 1 [Kratom]\ndescription [Of a \\root]\n", "[Kratom]\n[Of a \\root]\n"},
      {"+++\ntitle = \"Caf\\u00E9 \\\"kratom\\\" \\U0001F33F.\"\n+++\n",
       "heading 1 [Caf\u00E9 \"kratom\" \U0001F33F.]\n",
       "[Caf\\u00E9 \\\"kratom\\\" \\U0001F33F.]\n"},
      {"+++\nsummary = \"\"\"\nKratom \\\n   cures\nnothing\"\"\"\n+++\n",
       "description [Kratom cures][nothing]\n", "[Kratom \\\n   cures\nnothing]\n"},
      {"+++\r\nsummary = '''\r\nKratom\r\ncures'''\r\n+++\r\n", "description [Kratom][cures]\n",
       "[Kratom\r\ncures]\n"},
      {"+++\nsummary = ''''Kratom' it says'''\n+++\n", "description ['Kratom' it says]\n",
       "['Kratom' it says]\n"},
      {"+++\nsummary = '''\nIt is.\n\nIt was.\n'''\n+++\n",
       "description [It is.]\ndescription [It was.]\n", "[It is.]\n[It was.]\n"},
      {"\uFEFF+++\nsummary = \"b\"\ntitle = \"a\"\n[seo]\ntitle = 'c'\n[extra]\ntitle = 'd'\n+++\n",
       "description [b]\nheading 1 [a]\nheading 1 [c]\n", "[b]\n[a]\n[c]\n"},
      {"+++\ntitle = 5\nsummary = ['a']\ndescription = ''\n+++\n", "", ""},
      {"+++\ntitle = 'caf\xE9'\n+++\n", "heading 1 [caf\xE9]\n", "[caf\xE9]\n"},
  };
  check_places(rows);
}

TEST_CASE("comments in front matter speak to caveat, what looks like one in a value does not") {
  using Comments = std::vector<std::string>;
  CHECK(front_of("---\n# caveat-disable-next-line a/b -- quoted\ntitle: Root\n---\n").comments ==
        Comments{"# caveat-disable-next-line a/b -- quoted"});
  CHECK(front_of("---\r\ntitle: Root # caveat-disable a/b\r\n\r\n#caveat-enable a/b\r\n---\r\n")
            .comments == Comments{"# caveat-disable a/b", "#caveat-enable a/b"});
  CHECK(front_of("---\ntitle: |  # caveat-disable a/b\n  # caveat-disable c/d\n---\n").comments ==
        Comments{"# caveat-disable a/b"});
  CHECK(front_of("---\ntitle: '# caveat-disable a/b'\nx: a#caveat-disable\n---\n").comments ==
        Comments{});
  CHECK(front_of("---\nx: &a # caveat-disable a/b\n  y\ntags: [ # caveat-enable c/d\n a]\n---\n")
            .comments == Comments{"# caveat-disable a/b", "# caveat-enable c/d"});
  CHECK(front_of("+++\n# caveat-disable a/b\ntitle = '# caveat-x' # caveat-enable a/b\n"
                 "x = \"\"\"\n# caveat-disable c/d\"\"\"\n+++\n")
            .comments == Comments{"# caveat-disable a/b", "# caveat-enable a/b"});
}

TEST_CASE("the places of a YAML value agree with what libyaml makes of it") {
  Random random(20260105);
  std::size_t compared = 0;
  for (int i = 0; i < 40000; ++i) {
    const std::string text = "---\nk\u00E9y: \U0001F33F\ntitle: " + scalar(random) + "\nz: 1\n";
    const auto source = caveat::make_source("page.md", text);
    const auto metadata = read_yaml(source, {0, static_cast<std::uint32_t>(text.size())});
    for (const auto& value : metadata.texts) {
      ++compared;
      const std::string fault = fault_of(source, value);
      if (fault.empty()) continue;
      CAPTURE(text);
      FAIL_CHECK(fault);
    }
  }
  CHECK(compared >= 10000);
}

TEST_CASE("the places of a TOML value agree with what toml11 makes of it") {
  static const char* const pieces[] = {"Kratom", " ", "caf\u00E9", "\\u00e9", "\\U0001F33F", "\\n",
                                       "\\\"",   "'", "\\\\",      "\\t",     "\n",          "\r\n",
                                       "\\\n ",  "#", "\u4E2D",    "\\q",     "\"",          "''"};
  static const char* const quotes[] = {"\"", "'", "\"\"\"", "'''"};
  Random random(20260106);
  std::size_t compared = 0;
  for (int i = 0; i < 6000; ++i) {
    const std::string quote = pick(random, quotes);
    std::string text = "+++\ntitle = " + quote;
    for (std::size_t left = below(random, 8); left > 0; --left) text += pick(random, pieces);
    text += quote + "\nz = 1\n";
    const auto source = caveat::make_source("page.md", text);
    const auto metadata = read_toml(source, {0, static_cast<std::uint32_t>(text.size())});
    for (const auto& value : metadata.texts) {
      ++compared;
      const std::string fault = fault_of(source, value);
      if (fault.empty()) continue;
      CAPTURE(text);
      FAIL_CHECK(fault);
    }
  }
  CHECK(compared >= 1000);
}

TEST_CASE("front matter that is made to harm is skipped like any other") {
  const auto many = [](const char* part, std::size_t count) {
    std::string text;
    while (count-- > 0) text += part;
    return text;
  };
  const auto check = [](const std::string& front, const char* printed) {
    const Front read = front_of(front + "Text.\n");
    CAPTURE(front.substr(0, 40));
    CHECK(read.printed == printed);
    CHECK(read.rest == "Text.\n");
  };
  const char* const title = "heading 1 [Root]\n";
  check("---\ntitle: Root\nx: " + many("[", 100000) + "\n---\n", title);
  check("---\ntitle: Root\nx: " + many("{a: ", 100000) + "\n---\n", title);
  check("---\ntitle: Root\nx:\n " + many("- ", 100000) + "\n---\n", title);
  check("---\ntitle: Root\nx: \"" + many("\\\"", 100000) + "\"\n---\n", title);
  check("---\nx: " + many("\"", 100001) + "\n---\n", "");
  check("---\ntitle: Root\na: &a [x]\n" + many("b: [*a, *a, *a, *a, *a]\n", 10000) + "---\n",
        title);
  check("---\ntitle: Root\n" + many("key: value\n", 100000) + "---\n", "");  // over 1 MiB
  check("+++\ntitle = 'Root'\nx = " + many("[", 100000) + "\n+++\n", "");
  check("+++\ntitle = 'Root'\nx = " + many("[", 33) + many("]", 33) + "\n+++\n", "");
  check("+++\ntitle = 'Root'\nx = " + many("[", 31) + many("]", 31) + "\n+++\n", title);
  check("+++\ntitle = 'Root'\nx = " + many("\"", 100001) + "\n+++\n", "");
  check("+++\ntitle = 'Root'\n" + many("# note\n", 10000) + "+++\n", "");  // over 16 KiB
}
