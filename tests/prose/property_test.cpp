// What holds of the tokens and sentences of any text at all, tried on random ones: letters,
// figures, marks, UTF-8 of every length, and bytes that are none.
#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <sstream>

#include "prose/language_fixture.hpp"
#include "text/category.hpp"

namespace {

using caveat::Block;
using caveat::Blocks;
using caveat::Prose;
using caveat::Source;
using caveat::Span;

constexpr std::array<const char*, 74> parts = {
    "a",        "K",        "krat",     "Vitamin",    "mg",     "s",      "S",      "The",
    "it",       "St.",      " John's",  " wort",      "1",      "10",     "807",    "2020",
    "0",        ".",        ".",        ",",          "?",      "!",      ":",      "-",
    "-",        "--",       "'",        "\u2019",     "\u201C", "\u201D", "\"",     "(",
    ")",        "[",        "]",        "/",          "@",      "%",      " ",      " ",
    " ",        " ",        "\n",       "\r\n",       "\n\n",   "\t",     "\u00A0", "\u200B",
    "\u00AD",   "\u2026",   "\u2013",   "\u2014",     "\u00BD", "\u00B2", "\u0308", "é",
    "μ",        "薬",       "ñ",        "\U0001F600", "\u200D", "\uFE0F", "\xFF",   "\xC3",
    "\xE2\x80", "https://", "10.1234/", "www.",       "\n- ",   "\n1. ",  "e.g.",   "U.S.",
    "5-HTP",    "\uFEFF"};

std::string random_text(std::mt19937& random) {
  std::uniform_int_distribution<std::size_t> part(0, parts.size() - 1);
  std::uniform_int_distribution<int> length(0, 24);
  std::string text;
  for (int i = length(random); i > 0; --i) text += parts[part(random)];
  return text;
}

/// The starts of characters, and the end, so that a span can be checked not to split one.
std::vector<bool> character_starts(const std::string& text) {
  std::vector<bool> starts(text.size() + 1, false);
  for (std::size_t at = 0; at < text.size(); at += caveat::decode(text, at).length)
    starts[at] = true;
  starts[text.size()] = true;
  return starts;
}

/// The lines of all blocks, as bytes of the passage.
std::vector<Span> lines_of(const Blocks& blocks) {
  std::vector<Span> lines;
  for (const Block& block : blocks.blocks) {
    Span line{block.shown.begin, block.shown.begin};
    for (; line.end < block.shown.end; ++line.end) {
      if (blocks.passage.text[line.end] != '\n') continue;
      lines.push_back(line);
      line.begin = line.end + 1;
    }
    lines.push_back(line);
  }
  return lines;
}

bool is_inside_a_block(const Blocks& blocks, Span span) {
  return std::any_of(blocks.blocks.begin(), blocks.blocks.end(), [&](const Block& block) {
    return block.shown.begin <= span.begin && span.end <= block.shown.end;
  });
}

std::string_view shown(const Blocks& blocks, Span span) {
  return std::string_view(blocks.passage.text).substr(span.begin, caveat::size(span));
}

/// The first complaint about the tokens, or an empty string.
std::string wrong_tokens(const Source& source, const Blocks& blocks, const Prose& prose) {
  const auto starts = character_starts(blocks.passage.text);
  std::uint32_t end = 0;
  for (const auto& token : prose.tokens) {
    if (caveat::empty(token.span)) return "an empty token";
    if (token.span.begin < end) return "tokens overlap or are out of order";
    if (!is_inside_a_block(blocks, token.span)) return "a token is in no block";
    if (!starts[token.span.begin] || !starts[token.span.end]) return "a character is split";
    const auto text = shown(blocks, token.span);
    if (text != slice(source, to_source(view(blocks.passage), token.span))) return "a wrong place";
    const bool word = token.kind != caveat::TokenKind::punctuation;
    if (word && !caveat::invalid_utf8(text).empty()) return "a word of bytes";
    end = token.span.end;
  }
  return "";
}

/// Every character of a block but spaces and invisible ones is in a token.
std::string wrong_gaps(const Blocks& blocks, const Prose& prose) {
  std::vector<bool> covered(blocks.passage.text.size(), false);
  for (const auto& token : prose.tokens) {
    for (auto at = token.span.begin; at < token.span.end; ++at) covered[at] = true;
  }
  for (const Block& block : blocks.blocks) {
    for (auto at = block.shown.begin; at < block.shown.end;) {
      const auto glyph = caveat::glyph_at(blocks.passage.text, at);
      const bool shown =
          glyph.category != caveat::Category::space && glyph.category != caveat::Category::joiner;
      if (shown && !covered[at]) return "a character is in no token";
      at += glyph.point.length;
    }
  }
  return "";
}

std::string wrong_sentences(const Blocks& blocks, const Prose& prose) {
  std::uint32_t next = 0;
  for (const auto& sentence : prose.sentences) {
    if (sentence.first != next || sentence.last <= sentence.first) return "sentences leave gaps";
    if (sentence.last - sentence.first > caveat::max_sentence_tokens) return "a long sentence";
    if (sentence.block >= blocks.blocks.size()) return "a sentence of no block";
    const Span block = blocks.blocks[sentence.block].shown;
    if (prose.tokens[sentence.first].span.begin < block.begin ||
        prose.tokens[sentence.last - 1].span.end > block.end) {
      return "a sentence crosses a block";
    }
    next = sentence.last;
  }
  return next == prose.tokens.size() ? "" : "tokens after the last sentence";
}

std::string wrong_blocks(const Source& source, const Blocks& blocks) {
  std::uint32_t end = 0;
  std::uint32_t source_end = 0;
  for (const Block& block : blocks.blocks) {
    if ((block.kind == caveat::BlockKind::heading) != (block.level > 0)) return "a wrong level";
    if (block.shown.begin < end) return "blocks overlap";
    end = block.shown.end;
  }
  for (const Span line : lines_of(blocks)) {
    const Span place = to_source(view(blocks.passage), line);
    if (place.begin < source_end || caveat::empty(place)) return "lines overlap or are empty";
    if (slice(source, place) != shown(blocks, line)) return "a line that the file does not hold";
    source_end = place.end;
  }
  return "";
}

std::string escaped(const std::string& text) {
  std::ostringstream out;
  for (const char c : text) {
    if (c >= ' ' && c < 0x7F) {
      out << c;
    } else {
      out << "\\x" << std::hex << (static_cast<unsigned>(c) & 0xFFU);
    }
  }
  return out.str();
}

std::string first_complaint(const std::string& text) {
  const Source source = caveat::make_source("page.txt", text);
  Blocks blocks;
  caveat::read_plain(source, blocks);
  const Prose prose = caveat::test::prose_of(blocks);
  for (const std::string& complaint :
       {wrong_blocks(source, blocks), wrong_tokens(source, blocks, prose),
        wrong_gaps(blocks, prose), wrong_sentences(blocks, prose)}) {
    if (!complaint.empty()) return complaint + " in " + escaped(text);
  }
  return "";
}

}  // namespace

TEST_CASE("every character of any text is in one token, and no token splits one") {
  std::mt19937 random(20260601);
  for (int i = 0; i < 20000; ++i) {
    const std::string complaint = first_complaint(random_text(random));
    if (!complaint.empty()) FAIL(complaint);
  }
}

TEST_CASE("any bytes at all can be read") {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int i = 0; i < 5000; ++i) {
    std::string text(static_cast<std::size_t>(i % 40), ' ');
    for (char& c : text) c = static_cast<char>(byte(random));
    const std::string complaint = first_complaint(text);
    if (!complaint.empty()) FAIL(complaint);
  }
}
