// Where sentences end. The tokeniser has already taken the stops of abbreviations, initials and
// decimals, so a stop that is a token of its own is a real one. It ends the sentence if white space
// follows (closing quotes, brackets and reference marks in between are the sentence's) and then
// something that can start one. After an abbreviation ("U.S.") only a word that often starts
// sentences can. Rejected: a trained splitter, which needs data per language and explains nothing.
#include "prose/sentence.hpp"

#include <algorithm>

#include "prose/seam.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

constexpr std::uint32_t most_openers = 4;           // quotes, brackets, bullets before a sentence
constexpr std::uint32_t longest_reference = 8;      // tokens of "[1, 4, 7]"
constexpr std::uint32_t longest_capital_look = 64;  // bytes

enum class Stop : std::uint8_t { none, period, mark, ellipsis, abbreviation };

/// The tokens [first, last) of one block.
struct Words {
  const Scan& scan;
  const std::vector<Token>& tokens;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

std::string_view text_of(const Words& words, std::uint32_t token) {
  const Span span = words.tokens[token].span;
  return words.scan.text.substr(span.begin, size(span));
}

char32_t first_character(const Words& words, std::uint32_t token) {
  return glyph_at(words.scan.text, words.tokens[token].span.begin).point.value;
}

bool is_punctuation(const Words& words, std::uint32_t token) {
  return words.tokens[token].kind == TokenKind::punctuation;
}

bool is_one_of(char32_t value, std::u32string_view set) {
  return set.find(value) != std::u32string_view::npos;
}

Stop stop_at(const Words& words, std::uint32_t token) {
  const Token& it = words.tokens[token];
  const char last = words.scan.text[it.span.end - 1];
  if (it.kind == TokenKind::word) return last == '.' ? Stop::abbreviation : Stop::none;
  if (it.kind != TokenKind::punctuation) return Stop::none;
  if (last == '.') return size(it.span) > 1 ? Stop::ellipsis : Stop::period;
  if (last == '?' || last == '!') return Stop::mark;
  return first_character(words, token) == 0x2026 ? Stop::ellipsis : Stop::none;
}

/// Whether the token stands right after the one before it.
bool touches(const Words& words, std::uint32_t token) {
  return token > words.first && token < words.last &&
         words.tokens[token].span.begin == words.tokens[token - 1].span.end;
}

bool is_closer(const Words& words, std::uint32_t token) {
  return is_punctuation(words, token) &&
         is_one_of(first_character(words, token), U"\"')]}*_\u2019\u201D\u00BB\u203A");
}

bool is_quote(const Words& words, std::uint32_t token) {
  return is_punctuation(words, token) &&
         is_one_of(first_character(words, token), U"\"'\u2019\u201D\u00BB\u203A");
}

/// Past the "[12]" that touches the token before; `token` if there is none.
std::uint32_t skip_reference(const Words& words, std::uint32_t token) {
  if (!touches(words, token) || text_of(words, token) != "[") return token;
  const std::uint32_t limit = std::min(words.last, token + longest_reference);
  for (std::uint32_t i = token + 1; i < limit; ++i) {
    if (text_of(words, i) == "]") return i + 1;
  }
  return token;
}

bool is_raised(const Words& words, std::uint32_t token) {
  return words.tokens[token].kind == TokenKind::number &&
         category_at(words.scan.text, words.tokens[token].span.begin) == Category::other;
}

/// Past all that still belongs to the sentence that a stop before `token` ends.
std::uint32_t skip_closers(const Words& words, std::uint32_t token) {
  while (touches(words, token)) {
    const std::uint32_t reference = skip_reference(words, token);
    const bool stop = stop_at(words, token) != Stop::none && is_punctuation(words, token);
    if (reference != token) {
      token = reference;
    } else if (stop || is_closer(words, token) || is_raised(words, token)) {
      ++token;
    } else {
      break;
    }
  }
  return token;
}

/// The first word or number at or after `token`; words.last if there is none near.
std::uint32_t skip_openers(const Words& words, std::uint32_t token) {
  const std::uint32_t limit = std::min(words.last, token + most_openers + 1);
  for (; token < limit; ++token) {
    if (!is_punctuation(words, token)) return token;
    const char32_t value = first_character(words, token);
    if (is_one_of(value, U",;:)]}\u2019\u201D\u00BB%/&=<>+.?!")) break;
  }
  return words.last;
}

/// "mRNA", "pH": a small first letter that no sentence would make a capital.
bool has_inner_capital(const Words& words, std::uint32_t token) {
  const auto text = text_of(words, token).substr(0, longest_capital_look);
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool can_start(const Words& words, std::uint32_t token) {
  if (words.tokens[token].kind != TokenKind::word) return true;
  return !is_lower(first_character(words, token)) || has_inner_capital(words, token);
}

bool is_starter(const Words& words, std::uint32_t token) {
  return words.tokens[token].capital &&
         holds(words.scan, words.scan.language.starters, words.tokens[token].span);
}

bool is_small_word(const Words& words, std::uint32_t token) {
  const Token& it = words.tokens[token];
  return it.kind == TokenKind::word && !it.capital && size(it.span) >= 3;
}

/// What a sentence may end with before its stop if the space after the stop was lost.
bool is_firm_end(const Words& words, std::uint32_t token) {
  const TokenKind kind = words.tokens[token].kind;
  if (kind == TokenKind::punctuation) return is_one_of(first_character(words, token), U")]");
  return is_small_word(words, token) || kind == TokenKind::number || kind == TokenKind::quantity;
}

/// "safe.However", "(in 2014).The". Not "node.js", not "U.S".
bool is_glued(const Words& words, std::uint32_t stop, std::uint32_t next) {
  const Token& it = words.tokens[next];
  return stop > words.first && next == stop + 1 && is_firm_end(words, stop - 1) &&
         it.kind == TokenKind::word && is_upper(first_character(words, next)) && size(it.span) > 1;
}

/// The "2." of a list that was flattened into a line is no sentence, nor the "1." after a colon.
bool is_enumerator(const Words& words, std::uint32_t begin, std::uint32_t stop) {
  if (stop == begin || words.tokens[stop - 1].kind != TokenKind::number) return false;
  const std::uint32_t number = stop - 1;
  if (size(words.tokens[number].span) > 2) return false;
  return number == begin || is_one_of(first_character(words, number - 1), U":;");
}

/// A figure that a stop touches: "mood.12 In" ends a sentence and cites something.
std::uint32_t skip_figure(const Words& words, std::uint32_t stop, std::uint32_t end) {
  const bool figure = end == stop + 1 && touches(words, end) && stop > words.first &&
                      words.tokens[end].kind == TokenKind::number && is_small_word(words, stop - 1);
  const bool free = figure && end + 1 < words.last && !touches(words, end + 1);
  return free && words.tokens[end + 1].capital ? end + 1 : end;
}

/// What [stop, end) comes to: in "the U.S.)." the last stop counts, not the abbreviation's.
Stop kind_of(const Words& words, std::uint32_t stop, std::uint32_t end) {
  Stop kind = stop_at(words, stop);
  for (std::uint32_t i = stop + 1; i < end; ++i) {
    const Stop other = stop_at(words, i);
    if (kind == Stop::abbreviation && other != Stop::none) kind = other;
  }
  return kind;
}

/// Whether the sentence from `begin` whose stop is the token `stop` is over before `end`.
bool is_over(const Words& words, std::uint32_t begin, std::uint32_t stop, std::uint32_t end) {
  if (end >= words.last) return true;
  const Stop kind = kind_of(words, stop, end);
  const std::uint32_t next = skip_openers(words, end);
  if (next >= words.last) return false;
  if (kind == Stop::period && is_enumerator(words, begin, stop)) return false;
  if (touches(words, end)) return kind != Stop::abbreviation && is_glued(words, stop, next);
  switch (kind) {
    case Stop::period:
      return can_start(words, next);
    case Stop::mark:
      return can_start(words, next) || !is_quote(words, end - 1);
    case Stop::ellipsis:
      return words.tokens[next].capital;
    case Stop::abbreviation:
      return is_starter(words, next);
    case Stop::none:
      break;
  }
  return false;
}

/// Whether a question mark is among the marks at the end of [first, last).
bool is_question(const Words& words, std::uint32_t first, std::uint32_t last) {
  while (last > first) {
    --last;
    if (stop_at(words, last) == Stop::mark && text_of(words, last) == "?") return true;
    const bool tail = is_punctuation(words, last) || words.tokens[last].kind == TokenKind::number;
    if (!tail) return false;
  }
  return false;
}

/// The sentence [first, last), in as many parts as it takes.
void add_sentence(const Words& words, std::uint32_t block, std::uint32_t first, std::uint32_t last,
                  std::vector<Sentence>& sentences) {
  while (last - first > max_sentence_tokens) {
    sentences.push_back({first, first + max_sentence_tokens, block, false});
    first += max_sentence_tokens;
  }
  const std::uint32_t seam = find_seam(words.scan, words.tokens, first, last);
  if (first < seam) sentences.push_back({first, seam, block, false});
  if (seam < last) sentences.push_back({seam, last, block, is_question(words, seam, last)});
}

}  // namespace

void split_sentences(const Scan& scan, std::uint32_t block, std::uint32_t first, Prose& prose) {
  const auto last = static_cast<std::uint32_t>(prose.tokens.size());
  const Words words = {scan, prose.tokens, first, last};
  std::uint32_t begin = first;
  for (std::uint32_t token = first; token < last;) {
    const std::uint32_t stop = token++;
    if (stop_at(words, stop) == Stop::none) continue;
    token = skip_figure(words, stop, skip_closers(words, token));
    if (!is_over(words, begin, stop, token)) continue;
    add_sentence(words, block, begin, token, prose.sentences);
    begin = token;
  }
  add_sentence(words, block, begin, last, prose.sentences);
}

}  // namespace caveat
