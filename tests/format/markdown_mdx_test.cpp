// What MDX shows: Markdown with components and JavaScript.
#include <catch2/catch.hpp>
#include <string>
#include <string_view>

#include "format/dump.hpp"
#include "format/format.hpp"

namespace {

using namespace caveat;

struct Row {
  const char* text;
  const char* printed;
};

std::string blocks_of(std::string_view text) {
  const Source source = make_source("page.mdx", std::string(text));
  Blocks blocks;
  read_mdx(source, blocks);
  std::string out = dump(blocks);
  for (const Directive& it : blocks.directives) {
    out.append("comment [").append(slice(source, it.words)).append("]\n");
  }
  return out;
}

template <std::size_t count>
void check_blocks(const Row (&rows)[count]) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(blocks_of(row.text) == row.printed);
  }
}

}  // namespace

TEST_CASE("import and export lines of MDX are not shown", "[mdx]") {
  const Row rows[] = {
      {"import Tea from './tea'\nimport {\n  Pot\n\n} from 'pot'\n\n# Tea", "heading 1 [Tea]\n"},
      {"export const tea = {\n  name: 'It cures',\n\n  dose: 2\n}\n\nTea", "paragraph [Tea]\n"},
      {"The\nimport of tea", "paragraph [The][import of tea]\n"},
      {"export {\n\nTea calms.", "paragraph [Tea calms.]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("text between components is Markdown", "[mdx]") {
  const Row rows[] = {
      {"<Note kind=\"warning\">\n**Val**erian <Tea.Pot size={2} {...more}/>calms.\n- us\n</Note>",
       "paragraph [Valerian calms.]\nitem [us]\n"},
      {"<Tabs>\n    <Tab>\n\n      Tea *calms*.\n\n    </Tab>\n</Tabs>",
       "paragraph [Tea calms.]\n"},
      {"<>Tea</> <a b={c > d ? '}' : \"{\"}>calms</a>.", "paragraph [Tea calms.]\n"},
      {"<blockquote>\nIt *cured* me.\n</blockquote>\n\nUs.",
       "quoted paragraph [It cured me.]\nparagraph [Us.]\n"},
      {"<div hidden>It cures.</div>\n\n<template><p>It cures.</p></template>\n\n"
       "<pre><code>It cures.</code></pre>\n\n<svg><text>It cures.</text></svg>\n\nTea",
       "paragraph [Tea]\n"},
      {"[Tea](<>) calms.", "paragraph [Tea calms.]\n"},
      {"2 < 3 and <3", "paragraph [2 < 3 and <3]\n"},
  };
  check_blocks(rows);
}

TEST_CASE("expressions of MDX are objects, comments are not shown", "[mdx]") {
  const Row rows[] = {
      {"Take {dose} of {a}{{b: 1}}.", "paragraph [Take \uFFFC of \uFFFC.]\n"},
      {"{teas.map(t => <li>{`it ${t} cures`}</li>)}", "paragraph [\uFFFC]\n"},
      {"Tea{/* it cures */} calms.", "paragraph [Tea calms.]\n"},
      {"Tea\\\n{/* it\ncures */} calms{/**/} <Us.All\n/>{/* it cures */}.",
       "paragraph [Tea][ calms .]\n"},
      {"{/* caveat-disable a/b -- it's seen */}\nTea <!-- caveat-enable a/b --> {/* x */}",
       "paragraph [Tea]\ncomment [caveat-disable a/b -- it's seen]\ncomment [caveat-enable a/b]\n"},
      {"`{code}` \\{not} {open", "paragraph [\uFFFC {not} {open]\n"},
      {"```\n{\n```\n\nTea calms. }", "paragraph [Tea calms. }]\n"},
  };
  check_blocks(rows);
}
