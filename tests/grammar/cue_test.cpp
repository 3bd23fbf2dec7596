// What governs what, with a few words of English: where a shown scope begins and ends.
#include <catch2/catch.hpp>

#include "grammar/cue.hpp"
#include "grammar/workbench.hpp"

namespace caveat {
namespace {

constexpr std::string_view pack = R"(
[productions]
fronted = "start 'in' ( !',' ( word / punctuation ) )* ','"
clause-start = "'but'"

[[scope]]
id = "no-cue"
kind = "pseudo"
cue = "'not only'"

[[scope]]
id = "passive"
kind = "speculation"
cue = "cue:'may' 'be' ends-ed"
since = "'that' / &'which'"
until = "'but'"

[[scope]]
id = "active"
kind = "speculation"
cue = "'may'"
until = "',' / 'but'"

[[scope]]
id = "negated"
kind = "negation"
cue = "'not'"
)";

/// `cue {scope}` of each.
std::string cues(std::string_view text) {
  std::vector<PackDiagnostic> diagnostics;
  const auto packs = load_packs({{"t.toml", std::string(header) + std::string(pack)}}, diagnostics);
  auto lexicon = start_lexicon(packs.packs);
  auto grammar = start_grammar(packs.packs, lexicon, diagnostics);
  Workbench bench;
  bench.scopes = compile_scopes(packs.packs, grammar, lexicon, diagnostics);
  auto set = compile_cues(packs.packs, grammar, lexicon, diagnostics);
  bench.program = finish_grammar(grammar, diagnostics);
  bench.lexicon = finish_lexicon(lexicon);
  bench.language = lexicon.language;
  name_slots(bench.program, set);
  REQUIRE(diagnostics.empty());
  MatchReading reading;
  read(bench, text, reading);
  std::vector<CueUse> uses;
  find_cues(reading.matcher, bench.program, set, uses);
  std::string lines;
  for (const auto& use : uses) {
    lines += words(reading, use.cue_begin, use.cue_end) + " {" +
             words(reading, use.begin, use.end) + "}\n";
  }
  return lines;
}

struct Example {
  std::string_view text;
  std::string_view cues;
};

}  // namespace

TEST_CASE("a scope holds its cue and ends where its pack says") {
  const auto example = GENERATE(values<Example>({
      {"pills may help, he said", "may {may help}\n"},
      {"we know that pills may be swallowed but not", "may {pills may be swallowed}\nnot {not}\n"},
      {"a drug which may be swallowed", "may {which may be swallowed}\n"},
      {"in adults, pills may be swallowed", "may {pills may be swallowed}\n"},
      {"in what may follow, pills help", "may {may follow}\n"},
      {"pills (which may help) sell", "may {may help}\n"},
      {"pills (so they may be swallowed (whole)) sell", "may {so they may be swallowed (whole)}\n"},
      {"pills not only help", ""},
      {"pills may not help", "may {may not help}\nnot {not help}\n"},
      {"pills MAY BE SWALLOWED", "MAY {pills MAY BE SWALLOWED}\n"},
      {"pills may be ed", "may {may be ed}\n"},
  }));
  INFO(example.text);
  CHECK(cues(example.text) == example.cues);
}

TEST_CASE("a sentence of nothing but cues is read as any other") {
  std::string text;
  std::string wanted;
  for (int at = 0; at < 60; ++at) text += "that pills may be swallowed but ";
  for (int at = 0; at < 60; ++at) wanted += "may {pills may be swallowed}\n";
  CHECK(cues(text) == wanted);
}

}  // namespace caveat
