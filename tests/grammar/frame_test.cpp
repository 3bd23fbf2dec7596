// What headings, heads of columns, labels and quotations make of the text under them. Each row is a
// document written as blocks, one a line, and the sentences that a frame governs.
#include <catch2/catch.hpp>

#include "grammar/frame.hpp"
#include "workbench.hpp"

namespace {

using namespace caveat;

constexpr std::string_view pack = R"toml(
[[scope]]
id  = "refuted"
cue = "'never'"

[[frame]]
id    = "myth"
cue   = "'myth' number? ':'? end / 'myth' ':'"
until = "'fact' ( ':' / end )"
scope = "refuted"

[[frame]]
id    = "myths"
cue   = ". 'myths' end"
scope = "refuted"
over  = "items"

[[frame]]
id     = "references"
cue    = "'references' end"
silent = true

[[frame]]
id    = "attributed"
cue   = "start '—' capital"
scope = "refuted"
over  = "quotation"

[[frame]]
id    = "taken-back"
cue   = "'that' 'is' 'wrong'"
scope = "refuted"
over  = "before"
)toml";

struct Framed {
  const char* blocks;
  const char* governed;
};

/// "# Title", "## Part", "- item", "> quoted", "| head", "|0 cell under block 0", or a paragraph.
void add_block(std::string_view line, Blocks& blocks) {
  Block block;
  if (const auto level = line.find_first_not_of('#'); level > 0) {
    block = {.kind = BlockKind::heading, .level = static_cast<std::uint8_t>(level)};
    line.remove_prefix(level + 1);
  } else if (line.starts_with("- ")) {
    block = {.kind = BlockKind::list_item};
    line.remove_prefix(2);
  } else if (line.starts_with("> ")) {
    block = {.quote = true};
    line.remove_prefix(2);
  } else if (line.starts_with("| ")) {
    block = {.kind = BlockKind::head};
    line.remove_prefix(2);
  } else if (line.starts_with("|")) {
    block = {.kind = BlockKind::cell, .header = static_cast<std::uint32_t>(line[1] - '0')};
    line.remove_prefix(3);
  }
  append_between(blocks.passage, "\n", 0);
  const auto begin = static_cast<std::uint32_t>(blocks.passage.text.size());
  append_between(blocks.passage, line, 0);
  block.shown = {begin, begin + static_cast<std::uint32_t>(line.size())};
  blocks.blocks.push_back(block);
}

Blocks blocks_of(std::string_view text) {
  Blocks blocks;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    add_block(text.substr(0, end), blocks);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return blocks;
}

struct Bench {
  Workbench workbench;
  std::vector<FrameCode> frames;
};

Bench make_bench() {
  Bench bench;
  auto& work = bench.workbench;
  work.packs = load_packs({{"t.toml", std::string(header) + std::string(pack)}}, work.diagnostics);
  auto lexicon = start_lexicon(work.packs.packs);
  auto grammar = start_grammar(work.packs.packs, lexicon, work.diagnostics);
  work.scopes = compile_scopes(work.packs.packs, grammar, lexicon, work.diagnostics);
  bench.frames = compile_frames(work.packs.packs, grammar, lexicon, work.diagnostics);
  work.program = finish_grammar(grammar, work.diagnostics);
  work.lexicon = finish_lexicon(lexicon);
  work.language = lexicon.language;
  return bench;
}

/// "myth: It is safe." for each sentence and the frames that govern it.
std::string governed(std::string_view text) {
  static const Bench bench = make_bench();
  const auto& work = bench.workbench;
  REQUIRE(mistakes(work).empty());
  const Blocks blocks = blocks_of(text);
  Prose prose;
  Tagging tagging;
  Marks marks;
  Matcher matcher;
  Framing framing;
  read_prose(blocks, work.language, prose);
  tag(blocks.passage.text, prose, work.lexicon, tagging);
  marks.clause_start.assign(prose.tokens.size(), 0);
  marks.scopes.assign(prose.tokens.size(), 0);
  frame_sentences({blocks, prose, tagging, marks}, matcher, work.program, work.lexicon,
                  bench.frames, framing);
  std::string out;
  for (std::uint32_t at = 0; at < prose.sentences.size(); ++at) {
    for (std::size_t frame = 0; frame < bench.frames.size(); ++frame) {
      if ((frames_of(framing, at) >> frame & 1U) == 0) continue;
      const auto& sentence = prose.sentences[at];
      const Span shown =
          hull(prose.tokens[sentence.first].span, prose.tokens[sentence.last - 1].span);
      out += bench.frames[frame].id + ": " + blocks.passage.text.substr(shown.begin, size(shown));
      out += '\n';
    }
  }
  return out;
}

template <std::size_t count>
void check(const Framed (&rows)[count]) {
  for (const auto& row : rows) {
    CAPTURE(row.blocks);
    CHECK(governed(row.blocks) == row.governed);
  }
}

}  // namespace

TEST_CASE("a label on its own governs what follows, up to the fact or the next heading") {
  check({{"Myth:\nIt is safe.\nIt cures.\nFact:\nIt does not.\nNobody knows.",
          "myth: Myth:\nmyth: It is safe.\nmyth: It cures.\n"},
         {"Myth 1\nIt is safe.\nFact\nIt is not.\nMyth 2\nIt cures.\n# Dosage\nTake none.",
          "myth: Myth 1\nmyth: It is safe.\nmyth: Myth 2\nmyth: It cures.\n"}});
}

TEST_CASE("a label before a statement governs its own block, up to the fact in it") {
  check({{"Myth: It is safe. It cures. Fact: It does not.\nNobody knows.",
          "myth: Myth: It is safe.\nmyth: It cures.\n"},
         {"# Myth: It is safe\nIt is not.", "myth: Myth: It is safe\n"}});
}

TEST_CASE("a heading governs its section with the sections in it") {
  check(
      {{"# Tea\nDrink.\n## References\nSmith 2020.\n### Books\nJones 1990.\n## Dosage\nTake none.",
        "references: References\nreferences: Smith 2020.\nreferences: Books\n"
        "references: Jones 1990.\n"},
       {"Where are the references?\nHere.", ""}});
}

TEST_CASE("in a section of items the paragraphs stay the author's") {
  check(
      {{"# Herbal myths\nMany believe them.\n- It is safe. It is not.\n## It cures\nNo.\n# "
        "Use\nTea.",
        "myths: Herbal myths\nmyths: It is safe.\nmyths: It cures\n"}});
}

TEST_CASE("the head of a column governs its cells and no others") {
  check({{"| Myth\n| Fact\n|0 It is safe.\n|1 It is not.\n|0 It cures.\n|1 No.\nIt is safe.",
          "myth: Myth\nmyth: It is safe.\nmyth: It cures.\n"}});
}

TEST_CASE("whoever is named under a block quotation says all of it") {
  check({{"It helps.\n> It cured me.\n> I sleep now.\n> — Anna\nIt helps.",
          "attributed: It cured me.\nattributed: I sleep now.\nattributed: — Anna\n"},
         {"> It cured me.\nIt helps.\n— Anna", ""}});
}

TEST_CASE("what is said of the sentence before governs it, in the same block") {
  check({{"Tea is green. It cures. That is wrong. It is tea.", "taken-back: It cures.\n"},
         {"It cures.\nThat is wrong.", ""},
         {"It cures. We say that is wrong.", ""},
         {"Myth: It cures. That is wrong.",
          "myth: Myth: It cures.\ntaken-back: Myth: It cures.\nmyth: That is wrong.\n"}});
}

TEST_CASE("a frame must name a scope that exists") {
  Workbench bench;
  bench.packs = load_packs(
      {{"t.toml", std::string(header) + "[[scope]]\nid = \"refuted\"\ncue = \"'never'\"\n"
                                        "[[frame]]\nid = \"f\"\ncue = \"'myths'\"\n"
                                        "scope = \"refutes\"\n"}},
      bench.diagnostics);
  auto lexicon = start_lexicon(bench.packs.packs);
  auto grammar = start_grammar(bench.packs.packs, lexicon, bench.diagnostics);
  compile_scopes(bench.packs.packs, grammar, lexicon, bench.diagnostics);
  compile_frames(bench.packs.packs, grammar, lexicon, bench.diagnostics);
  CHECK(mistakes(bench) ==
        "pack/unknown-scope \"refutes\": no loaded pack has a scope \"refutes\"; did you mean "
        "\"refuted\"?\n");
}
