#include "claim/document.hpp"

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

void count_topics(const Lexicon& lexicon, std::span<const FrameCode> frames, Document& document) {
  auto& topics = document.topics;
  for (const auto symbol : topics.mentioned) topics.by_symbol[symbol] = {};
  topics.mentioned.clear();
  topics.by_symbol.resize(lexicon.symbols.size());
  for (std::uint32_t index = 0; index < document.prose.sentences.size(); ++index) {
    if (any_silent(frames, frames_of(document.framing, index))) continue;
    const auto& sentence = document.prose.sentences[index];
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

bool is_about(const Document& document, std::uint32_t sentence, SymbolId symbol) {
  return is_topic(document.topics, symbol) || block_names(document, sentence, symbol);
}

Span shown_by(const Document& document, std::uint32_t begin, std::uint32_t end) {
  const auto& tokens = document.prose.tokens;
  return hull(tokens[begin].span, tokens[end - 1].span);
}

std::string_view text_of(const Document& document, Span shown) {
  return std::string_view(document.blocks.passage.text).substr(shown.begin, size(shown));
}

Span place_of(const Document& document, std::uint32_t begin, std::uint32_t end) {
  return to_source(view(document.blocks.passage), shown_by(document, begin, end));
}

std::optional<Edit> edit_of(const Document& document, std::uint32_t begin, std::uint32_t end,
                            const std::string& text) {
  constexpr std::string_view marks = "<>&*_`[]\\\"#|{}";
  const Span shown = shown_by(document, begin, end);
  const bool exact = is_verbatim(view(document.blocks.passage), shown);
  if (!exact || text.find_first_of(marks) != text.npos) return std::nullopt;
  return Edit{place_of(document, begin, end), text};
}

std::string words_of(const Document& document, std::uint32_t begin, std::uint32_t end) {
  constexpr std::string_view soft_hyphen = "\u00AD";
  std::string words;
  bool blank = false;
  for (const char byte : text_of(document, shown_by(document, begin, end))) {
    const bool space = byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
    if (!space && blank) words += ' ';
    if (!space) words += byte;
    blank = space;
  }
  for (auto at = words.find(soft_hyphen); at != words.npos; at = words.find(soft_hyphen, at)) {
    words.erase(at, soft_hyphen.size());
  }
  return words;
}

}  // namespace caveat
