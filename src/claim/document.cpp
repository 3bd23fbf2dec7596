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

/// Where each word stands that blanks part, in bytes from the start.
std::vector<Span> words_in(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  std::vector<Span> words;
  for (auto at = text.find_first_not_of(blanks); at < text.size();) {
    const auto end = std::min(text.find_first_of(blanks, at), text.size());
    words.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = text.find_first_not_of(blanks, end);
  }
  return words;
}

/// An edit for each word, so that the line ends between them stay as they are, with what marks a
/// quotation there; none where the words do not pair.
std::vector<Edit> edits_by_word(const Document& document, Span shown, const std::string& text) {
  const auto old_words = words_in(text_of(document, shown));
  const auto new_words = words_in(text);
  std::vector<Edit> edits;
  if (old_words.size() != new_words.size()) return edits;
  for (std::size_t at = 0; at < old_words.size(); ++at) {
    const Span part = {shown.begin + old_words[at].begin, shown.begin + old_words[at].end};
    const auto word = text.substr(new_words[at].begin, size(new_words[at]));
    if (text_of(document, part) != word)
      edits.push_back({to_source(view(document.blocks.passage), part), word});
  }
  return edits;
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

bool names(const Document& document, std::uint32_t sentence, SymbolId symbol) {
  const auto& tokens = document.prose.sentences[sentence];
  for (auto token = tokens.first; token < tokens.last; ++token) {
    if (means(document.tagging, token, symbol)) return true;
  }
  return false;
}

bool is_subject(const Document& document, SymbolId symbol) {
  if (document.topics.by_symbol[symbol].heading != no_id) return true;
  std::uint32_t naming = 0;
  std::uint32_t others = 0;
  for (std::uint32_t index = 0; index < document.prose.sentences.size(); ++index) {
    const auto& sentence = document.prose.sentences[index];
    if (names(document, index, symbol)) {
      ++naming;
    } else if (sentence.last - sentence.first >= 5) {  // a label or the title of a link is none
      ++others;
    }
  }
  return naming >= 3 && naming * 3 >= others;
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

std::vector<Edit> edits_of(const Document& document, std::uint32_t begin, std::uint32_t end,
                           const std::string& text) {
  constexpr std::string_view marks = "<>&*_`[]\\\"#|{}";
  const Span shown = shown_by(document, begin, end);
  const bool exact = is_verbatim(view(document.blocks.passage), shown);
  if (!exact || text.find_first_of(marks) != text.npos) return {};
  const auto place = place_of(document, begin, end);
  const bool one_line = text_of(document, shown).find_first_of("\r\n") == std::string_view::npos;
  if (one_line && size(place) == size(shown)) return {{place, text}};
  return edits_by_word(document, shown, text);
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
