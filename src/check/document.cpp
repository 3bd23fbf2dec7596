#include "check/document.hpp"

#include <algorithm>

namespace caveat {
namespace {

void count_token(const Document& document, std::uint32_t token, bool heading, Topics& topics) {
  for (const auto& tag : tags_at(document.tagging, token)) {
    auto& mention = topics.by_symbol[tag.symbol];
    if (heading && mention.heading == no_id) mention.heading = token;
    if (mention.count == 0) {
      mention.first = token;
      topics.mentioned.push_back(tag.symbol);
    } else if (mention.counted_to > token) {
      continue;
    }
    if (mention.count == 1) mention.second = token;
    ++mention.count;
    mention.counted_to = tag.end;
  }
}

/// The block of a token, or no_id for no token.
std::uint32_t block_of(const Document& document, std::uint32_t token) {
  if (token == no_id) return no_id;
  const auto& sentences = document.prose.sentences;
  const auto next = std::ranges::upper_bound(sentences, token, {}, &Sentence::first);
  return std::prev(next)->block;
}

}  // namespace

void count_topics(const Lexicon& lexicon, Document& document) {
  auto& topics = document.topics;
  for (const auto symbol : topics.mentioned) topics.by_symbol[symbol] = {};
  topics.mentioned.clear();
  topics.by_symbol.resize(lexicon.symbols.size());
  for (const auto& sentence : document.prose.sentences) {
    const bool heading = document.blocks.blocks[sentence.block].kind == BlockKind::heading;
    for (auto token = sentence.first; token < sentence.last; ++token) {
      count_token(document, token, heading, topics);
    }
  }
}

bool is_heading(const Document& document, std::uint32_t sentence) {
  const auto block = document.prose.sentences[sentence].block;
  return document.blocks.blocks[block].kind == BlockKind::heading;
}

bool is_topic(const Topics& topics, SymbolId symbol) {
  const auto& mention = topics.by_symbol[symbol];
  return mention.heading != no_id || mention.count >= 3;
}

bool block_names(const Document& document, std::uint32_t sentence, SymbolId symbol) {
  const auto block = document.prose.sentences[sentence].block;
  const auto& mention = document.topics.by_symbol[symbol];
  return block_of(document, mention.first) == block || block_of(document, mention.second) == block;
}

Span span_of(const Document& document, std::uint32_t begin, std::uint32_t end) {
  const auto& tokens = document.prose.tokens;
  return hull(tokens[begin].span, tokens[end - 1].span);
}

std::string words_of(const Document& document, std::uint32_t begin, std::uint32_t end) {
  std::string words;
  bool blank = false;
  for (const char byte : slice(*document.source, span_of(document, begin, end))) {
    const bool space = byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
    if (!space && blank) words += ' ';
    if (!space) words += byte;
    blank = space;
  }
  return words;
}

}  // namespace caveat
