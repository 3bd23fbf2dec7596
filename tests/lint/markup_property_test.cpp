// The promise of the readers, held to whole documents: whatever markup stands around the words and
// in them, a text has the findings that it has as plain text, and each is at its words.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "format/dump.hpp"
#include "format/weave.hpp"
#include "format/write.hpp"
#include "lint/lint_text.hpp"

using namespace caveat;
using caveat::test::folded_words;
using caveat::test::Markup;
using caveat::test::Woven;
namespace fs = std::filesystem;

namespace {

constexpr int all_cases =
#ifdef __SANITIZE_ADDRESS__
    4'000;
#else
    24'000;
#endif

const Compiled& shipped() {
  static const Compiled compiled = load_shipped();
  return compiled;
}

// --- Texts: what the packs flag and allow, and the pages of tests/documents

void append_values(const std::vector<Text>& texts, std::vector<std::string>& out) {
  for (const auto& text : texts) out.push_back(text.value);
}

std::string page_text(const fs::path& path) {
  std::ifstream file(path);
  std::string text;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("#>")) text += line + "\n";
  }
  return text;
}

/// What the examples of the packs lack: code, raised figures, all kinds of marks.
constexpr const char* marked_sentences[] = {
    "Kratom cures depression.¹² It lifts mood [3], and 7-OH relieves pain.³",
    "With \uFFFC or \uFFFC at hand, kratom cures anxiety – or so they say…",
    "Kratom \uFFFC cures depression.",
    "“Kratom cured my depression,” writes Dana & Co. <dana@example.org>; isn't it so?",
    "At < 5 g a day, kratom * relieves _chronic_ pain | and `stress` (100%, ~2 h) #1.",
    "See https://example.org/a_b*c?d=1&e=2: studies show that kratom doesn’t harm anybody!",
    "2017. Kratom was said to be \\ completely \\ safe [or {not}]: “It can't hurt you”.",
    "Kratom’s alkaloids ease café-goers’ stress at 20\u00A0°C for ½\u00A0hour — always.",
};

std::vector<std::string> sentences_of_packs() {
  std::vector<std::string> texts;
  for (int times = 0; times < 5; ++times) {
    for (const auto* sentence : marked_sentences) texts.emplace_back(sentence);
  }
  for (const auto& pack : shipped().packs.packs) {
    for (const auto& rule : pack.rules) append_values(rule.flags, texts);
    for (const auto& rule : pack.rules) append_values(rule.allows, texts);
    for (const auto& caveat : pack.caveats) append_values(caveat.flags, texts);
    for (const auto& caveat : pack.caveats) append_values(caveat.allows, texts);
    for (const auto& claim : pack.claims) append_values(claim.flags, texts);
    for (const auto& claim : pack.claims) append_values(claim.allows, texts);
  }
  return texts;
}

std::vector<std::string> pages() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(CAVEAT_TESTS_DIR) / "documents")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  std::vector<std::string> texts;
  for (const auto& path : paths) texts.push_back(page_text(path));
  return texts;
}

// --- Plain text of any shape: a line a block, which starts with its kind. It has the frames that
// plain text cannot have (cells, quotations), so that they change verdicts on both sides alike.

Block shape_of(std::string_view line, std::uint32_t header) {
  Block block{static_cast<BlockKind>(line[0] - '0'), static_cast<std::uint8_t>(line[1] - '0')};
  block.quote = line[2] == 'q';
  if (block.kind == BlockKind::cell) block.header = header;
  return block;
}

void read_shapes(const Source& source, Blocks& blocks) {
  clear(blocks);
  Run run;
  std::uint32_t head = no_block;
  for (std::uint32_t line = 1; line <= source.line_starts.size(); ++line) {
    const Span span = line_span(source, line);
    if (empty(span)) continue;
    open_block(blocks, shape_of(slice(source, span), head));
    append(blocks.passage, view(source, run), {span.begin + 3, span.end});
    const auto index = close_block(blocks);
    if (blocks.blocks[index].kind == BlockKind::head) head = index;
  }
}

const Format shapes{"shapes", {}, read_shapes};

std::string shape_line(const Blocks& blocks, const Block& block) {
  std::string line;
  line += static_cast<char>('0' + static_cast<int>(block.kind));
  line += static_cast<char>('0' + block.level);
  line += block.quote ? 'q' : ' ';
  line += std::string_view(blocks.passage.text).substr(block.shown.begin, size(block.shown));
  std::ranges::replace(line, '\n', ' ');
  return line + "\n";
}

/// Some paragraphs become cells, quotations, captions or pictures. MDX has no captions: an element
/// there is a component, and what it shows is known to its author alone.
void reframe(const Block& block, Markup markup, std::mt19937& random, std::vector<Block>& framed) {
  framed.push_back(block);
  Block& last = framed.back();
  if (block.kind == BlockKind::list_item) last.quote = random() % 3 == 0;
  if (block.kind != BlockKind::paragraph) return;
  switch (random() % 6) {
    case 0:
      last.kind = BlockKind::cell;
      break;
    case 1:
    case 2:
      last.quote = true;
      break;
    case 3:
      last.kind = markup == Markup::mdx ? BlockKind::alt : BlockKind::caption;
      break;
    case 4:
      last.kind = BlockKind::alt;
      break;
    default:
      break;
  }
}

std::string shaped(const Blocks& blocks, Markup markup, std::mt19937& random) {
  std::vector<Block> framed;
  for (const auto& block : blocks.blocks) reframe(block, markup, random, framed);
  std::string text;
  bool in_table = false;
  for (const auto& block : framed) {
    const bool cell = block.kind == BlockKind::cell;
    if (cell && !in_table) {
      text += std::to_string(static_cast<int>(BlockKind::head)) + "0 What it is\n";
    }
    in_table = cell;
    text += shape_line(blocks, block);
  }
  return text;
}

// --- One case: a text, its blocks, its file

struct Case {
  Source plain;
  const Format* format = nullptr;  ///< of `plain`
  Blocks blocks;
  Markup markup = Markup::markdown;
  Woven woven;
};

Case make_case(std::string text, Markup markup, int dense, bool frames, std::mt19937& random) {
  Case made;
  made.plain = make_source("text", std::move(text));
  made.format = format_named("plain");
  made.format->read(made.plain, made.blocks);
  if (frames) {
    made.plain = make_source("text", shaped(made.blocks, markup, random));
    made.format = &shapes;
    made.format->read(made.plain, made.blocks);
  }
  made.markup = markup;
  made.woven = weave(made.blocks, markup, dense, random);
  return made;
}

const Format* format_of(Markup markup) {
  if (markup == Markup::html) return format_named("html");
  return format_named(markup == Markup::mdx ? "mdx" : "markdown");
}

/// The byte of what is shown that stands at byte `at` of the plain text.
std::uint32_t shown_at(const Passage& passage, std::uint32_t at) {
  for (const auto& run : passage.runs) {
    if (run.source.begin <= at && at < run.source.end) return run.shown + at - run.source.begin;
  }
  return 0;
}

Span expected_place(const Case& tried, Span span) {
  const auto first = shown_at(tried.blocks.passage, span.begin);
  const auto last = shown_at(tried.blocks.passage, span.end - 1);
  return {tried.woven.places[first].begin, tried.woven.places[last].end};
}

struct Finding {
  std::string said;  ///< severity, rule, words and message
  Span place;        ///< in the woven file
  bool operator==(const Finding&) const = default;
};

std::string said(const Diagnostic& diagnostic, const std::string& words) {
  return std::string(name_of(diagnostic.severity)) + " " + diagnostic.rule + " «" +
         folded_words(words) + "» " + folded_words(diagnostic.message);
}

std::vector<Finding> in_order(std::vector<Finding> findings) {
  std::ranges::sort(findings, [](const auto& a, const auto& b) {
    return a.place.begin != b.place.begin ? a.place.begin < b.place.begin : a.said < b.said;
  });
  return findings;
}

std::vector<Finding> expected(const Case& tried) {
  std::vector<Finding> findings;
  for (const auto& diagnostic :
       lint(tried.plain, *shipped().rules, *shipped().desk, {.format = tried.format})) {
    findings.push_back({said(diagnostic, std::string(slice(tried.plain, diagnostic.span))),
                        expected_place(tried, diagnostic.span)});
  }
  return in_order(std::move(findings));
}

std::vector<Finding> found(const Case& tried) {
  const auto source = make_source("file", tried.woven.file);
  std::vector<Finding> findings;
  for (const auto& diagnostic :
       lint(source, *shipped().rules, *shipped().desk, {.format = format_of(tried.markup)})) {
    const auto words = test::unwoven(slice(source, diagnostic.span), tried.markup);
    findings.push_back({said(diagnostic, words), diagnostic.span});
  }
  return in_order(std::move(findings));
}

/// Those of `findings` that are not among `others`.
std::string printed(const std::vector<Finding>& findings, const std::vector<Finding>& others,
                    const std::string& file) {
  std::string lines;
  for (const auto& finding : findings) {
    if (std::ranges::find(others, finding) != others.end()) continue;
    lines += "  " + finding.said + "\n    at " + std::to_string(finding.place.begin) + " [" +
             file.substr(finding.place.begin, size(finding.place)) + "]\n";
  }
  return lines;
}

std::string difference(const Case& tried) {
  const auto wanted = expected(tried);
  const auto is = found(tried);
  if (is == wanted) return "";
  return "expected, not found:\n" + printed(wanted, is, tried.woven.file) +
         "found, not expected:\n" + printed(is, wanted, tried.woven.file) + "--- plain\n" +
         tried.plain.bytes + "\n--- file\n" + tried.woven.file + "\n---";
}

template <typename T>
const T& pick(const std::vector<T>& values, std::mt19937& random) {
  return values[random() % values.size()];
}

/// One sentence, or a few as paragraphs, or now and then a whole page.
std::string pick_text(std::mt19937& random) {
  static const auto sentences = sentences_of_packs();
  static const auto whole = pages();
  if (random() % 50 == 0) return pick(whole, random);
  std::string text = pick(sentences, random);
  for (auto more = random() % 4; more > 1; --more) text += "\n\n" + pick(sentences, random);
  return text;
}

constexpr Markup markups[] = {Markup::markdown, Markup::html, Markup::markdown, Markup::html,
                              Markup::mdx};

void try_cases(bool frames, unsigned seed, int cases) {
  std::mt19937 random(seed);
  int wrong = 0;
  std::string shortest;
  for (int at = 0; at < cases; ++at) {
    const int dense = static_cast<int>(random() % 11);
    const auto tried = make_case(pick_text(random), markups[at % 5], dense, frames, random);
    const auto complaint = difference(tried);
    if (complaint.empty()) continue;
    if (++wrong == 1 || complaint.size() < shortest.size()) shortest = complaint;
  }
  INFO(wrong << " of " << cases << " cases; the shortest: " << shortest);
  CHECK(wrong == 0);
}

/// A page inside that of a site: what its visitors read around the article says nothing on health.
void put_into_site(Woven& woven) {
  const std::string top =
      "<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8><title>Herb Notes</title>\n"
      "<meta name=keywords content='kratom cures cancer'><style>b { color: red }</style>\n"
      "<script>window.data = {\"text\": \"Kratom cures cancer.\"};</script></head>\n<body>\n"
      "<nav><ul><li><a href='/kratom-cures-cancer'>Home</a><li><a href=/>About us</a></ul></nav>\n"
      "<!-- Kratom cures cancer. -->\n<main><article>\n";
  woven.file = top + woven.file + "</article></main>\n<footer>All rights reserved</footer>\n";
  const auto shift = static_cast<std::uint32_t>(top.size());
  for (Span& place : woven.places) place = {place.begin + shift, place.end + shift};
}

}  // namespace

TEST_CASE("pages have the same findings when they are published") {
  std::mt19937 random(5);
  for (const auto& page : pages()) {
    for (const auto markup : {Markup::markdown, Markup::mdx, Markup::html}) {
      auto tried = make_case(page, markup, 1, false, random);
      if (markup == Markup::html) put_into_site(tried.woven);
      CHECK(difference(tried) == "");
    }
  }
}

TEST_CASE("markup changes neither what is found nor where") {
  try_cases(false, 3, all_cases * 2 / 3);
}

TEST_CASE("markup in cells, quotations, captions and pictures changes neither") {
  try_cases(true, 4, all_cases / 3);
}
