// A pack, one pattern and one sentence at a time: what the tests of the grammar speak with.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "format/format.hpp"
#include "grammar/compile.hpp"
#include "grammar/match.hpp"
#include "grammar/scope.hpp"
#include "lexicon/build.hpp"
#include "lexicon/tag.hpp"
#include "pack/load.hpp"
#include "prose/prose.hpp"

namespace caveat {

inline constexpr std::string_view header =
    "[pack]\nname = \"t\"\nversion = \"1\"\nlanguage = \"en\"\ndescription = \"d\"\n";

/// Everything that stands between a pack and a match.
struct Workbench {
  std::vector<PackDiagnostic> diagnostics;
  PackSet packs;
  Language language;
  Lexicon lexicon;
  Program program;
  ScopeSet scopes;
  PatternId pattern = 0;
};

/// Compiles `pack` (without its header) and one pattern over it.
inline Workbench make_workbench(std::string_view pack, std::string_view pattern) {
  Workbench bench;
  bench.packs =
      load_packs({{"t.toml", std::string(header) + std::string(pack)}}, bench.diagnostics);
  auto lexicon = start_lexicon(bench.packs.packs);
  auto grammar = start_grammar(bench.packs.packs, lexicon, bench.diagnostics);
  bench.scopes = compile_scopes(bench.packs.packs, grammar, lexicon, bench.diagnostics);
  const Text text{std::string(pattern), {0, {0, static_cast<std::uint32_t>(pattern.size())}}};
  bench.pattern = add_pattern(grammar, lexicon, text, bench.diagnostics).value_or(0);
  bench.program = finish_grammar(grammar, bench.diagnostics);
  bench.lexicon = finish_lexicon(lexicon);
  bench.language = lexicon.language;
  return bench;
}

/// "rule at begin-end: message" of every diagnostic.
inline std::string mistakes(const Workbench& bench) {
  std::string lines;
  for (const auto& [source, diagnostic] : bench.diagnostics) {
    lines += diagnostic.rule + " \"";
    const auto& bytes = bench.packs.sources[source].bytes;
    const auto begin = std::min<std::size_t>(diagnostic.span.begin, bytes.size());
    lines += bytes.substr(begin, size(diagnostic.span)) + "\": ";
    lines += diagnostic.message + "\n";
  }
  return lines;
}

/// A text read as one document, its first sentence under the matcher.
struct MatchReading {
  Blocks blocks;
  Prose prose;
  Tagging tagging;
  Marks marks;
  Matcher matcher;
  std::vector<ScopeUse> uses;
};

inline void read(const Workbench& bench, std::string_view text, MatchReading& reading) {
  append_between(reading.blocks.passage, text, 0);
  reading.blocks.blocks = {{.shown = {0, static_cast<std::uint32_t>(text.size())}}};
  read_prose(reading.blocks, bench.language, reading.prose);
  tag(text, reading.prose, bench.lexicon, reading.tagging);
  reading.marks.clause_start.assign(reading.prose.tokens.size(), 0);
  reading.marks.scopes.assign(reading.prose.tokens.size(), 0);
  const auto& sentence = reading.prose.sentences.front();
  Subject subject;
  subject.prose = &reading.prose;
  subject.tagging = &reading.tagging;
  subject.marks = &reading.marks;
  subject.text = reading.blocks.passage.text;
  subject.first = sentence.first;
  subject.last = sentence.last;
  subject.question = sentence.question;
  begin_sentence(reading.matcher, bench.program, bench.lexicon, subject);
  mark_sentence(reading.matcher, bench.program, bench.scopes, reading.marks, reading.uses);
}

inline std::string words(const MatchReading& reading, std::uint32_t begin, std::uint32_t end) {
  if (begin == end) return "";
  const auto& tokens = reading.prose.tokens;
  const Span shown = hull(tokens[begin].span, tokens[end - 1].span);
  return reading.blocks.passage.text.substr(shown.begin, size(shown));
}

/// The first match: its words, then each slot; "-" when there is none.
inline std::string first_match(const Workbench& bench, std::string_view text) {
  MatchReading reading;
  read(bench, text, reading);
  const auto& subject = reading.matcher.subject;
  if (!may_match(reading.matcher, bench.program.patterns[bench.pattern])) return "-";
  const auto match =
      find_match(reading.matcher, bench.program, bench.pattern, subject.first, subject.last + 1);
  if (!match) return "-";
  auto line = words(reading, match->begin, match->end);
  for (const auto& capture : match->captures) {
    line += " " + bench.program.slot_names[capture.slot] + "=" +
            words(reading, capture.begin, capture.end);
  }
  return line;
}

}  // namespace caveat
