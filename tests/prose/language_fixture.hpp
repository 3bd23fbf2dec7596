// A small English, so that these tests do not depend on the packs, and the printing that they
// compare.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "format/format.hpp"
#include "prose/dump.hpp"
#include "prose/prose.hpp"

namespace caveat::test {

inline std::vector<Text> texts(std::initializer_list<const char*> values) {
  std::vector<Text> result;
  for (const char* value : values) result.push_back({value, {}});
  return result;
}

inline Pack small_english_pack() {
  Pack pack;
  pack.words.abbreviations =
      texts({"Dr.", "Prof.", "Mrs.", "e.g.", "i.e.", "U.S.", "i.v.", "a.m.", "p.m.", "vs.", "etc.",
             "Ph.D.", "approx.", "Fig.", "et al.", "St.", "Inc.", "spp.", "No."});
  pack.words.starters =
      texts({"the", "it", "however", "in", "a", "this", "these", "they", "he", "no"});
  pack.words.openers = texts({"the", "you", "it", "anyone"});
  pack.words.labels = texts({"side effects", "prevention"});
  pack.words.units =
      texts({"mg",    "g",     "kg",   "ml",    "L",     "mg/kg",         "mg/kg/day",
             "µg",    "IU",    "mmHg", "%",     "h",     "day",           "days",
             "weeks", "kcal",  "°C",   "kg/m²", "fl oz", "mL/min/1.73m2", "ng/mL",
             "s",     "x10⁹/L"});
  pack.words.whole = texts({"St. John's wort", "Crohn's disease", "lion's mane", "vitamin D3",
                            "5-HTP", "yerba maté", "vitamin B complex"});
  return pack;
}

inline const Language& small_english() {
  static const Language language = compile_language(std::vector<Pack>{small_english_pack()});
  return language;
}

/// The whole text as one block.
inline Blocks one_block(std::string_view text) {
  Blocks blocks;
  append_between(blocks.passage, text, 0);
  blocks.blocks = {{.shown = {0, static_cast<std::uint32_t>(text.size())}}};
  return blocks;
}

inline Prose prose_of(const Blocks& blocks) {
  Prose prose;
  read_prose(blocks, small_english(), prose);
  return prose;
}

/// "[Kratom][helps][.]", sentence after sentence in one line.
inline std::string tokens_of(std::string_view text) {
  std::string out = dump(text, prose_of(one_block(text)));
  std::erase(out, '\n');
  return out;
}

/// "capital word [Kratom], word [helps]".
inline std::string kinds_of(std::string_view text) {
  std::string out = dump_kinds(text, prose_of(one_block(text)));
  if (!out.empty()) out.pop_back();
  for (std::size_t at = 0; (at = out.find('\n', at)) != std::string::npos;)
    out.replace(at, 1, ", ");
  return out;
}

/// The bytes of each sentence between bars, as plain text is read: "It helps. | Does it?".
inline std::string sentences_of(std::string_view text) {
  const Source source = make_source("page.txt", std::string(text));
  Blocks blocks;
  read_plain(source, blocks);
  const Prose prose = prose_of(blocks);
  std::string out;
  for (const Sentence& sentence : prose.sentences) {
    if (!out.empty()) out += " | ";
    const Span shown =
        hull(prose.tokens[sentence.first].span, prose.tokens[sentence.last - 1].span);
    out += slice(source, to_source(view(blocks.passage), shown));
  }
  return out;
}

}  // namespace caveat::test
