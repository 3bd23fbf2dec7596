#include "format/line.hpp"

#include <algorithm>

#include "text/category.hpp"

namespace caveat {
namespace {

constexpr std::uint32_t widest_title = 130;
constexpr std::uint32_t widest_phrase = 80;  // a heading with few capitals, or a question
constexpr std::uint32_t label_words = 5;     // "When to see a doctor:"

bool is_blank_at(std::string_view text, std::size_t at) {
  return at >= text.size() || glyph_at(text, at).category == Category::space;
}

/// Where the character that ends at `end` begins; a stray byte is a character.
std::size_t step_back(std::string_view text, std::size_t end) {
  std::size_t at = end - 1;
  while (at > 0 && end - at < 4 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return at + decode(text, at).length == end ? at : end - 1;
}

std::uint32_t columns(std::string_view text) {
  const auto count = std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  });
  return static_cast<std::uint32_t>(count);
}

bool is_one_of(char32_t value, std::u32string_view set) {
  return set.find(value) != std::u32string_view::npos;
}

bool closes(char32_t value) {
  return is_one_of(value, U"\"'\u2019\u201D\u00BB\u203A)]}*_\u00B9\u00B2\u00B3");
}

bool opens(char32_t value) {
  return is_one_of(value, U"\"'\u2018\u201C\u00AB\u2039([{*_\u00BF\u00A1");
}

/// Start of the "[12]" or "[1, 3-5]" that ends at `end`, or `end`.
std::size_t reference_start(std::string_view text, std::size_t end) {
  const std::size_t last = text.find_last_not_of("0123456789,- ", end - 2);
  return last != std::string_view::npos && last + 2 < end && text[last] == '[' ? last : end;
}

/// One kind of character, with spaces or without, three or more.
bool is_rule(std::string_view text) {
  const char mark = text.front();
  if (!is_one_of(static_cast<unsigned char>(mark), U"-=*_~#+")) return false;
  const auto marks = std::count(text.begin(), text.end(), mark);
  const auto spaces = std::count(text.begin(), text.end(), ' ');
  return marks >= 3 && static_cast<std::size_t>(marks + spaces) == text.size();
}

/// Bytes of the "1." "(a)" "iv)" at the start; 0 if there is none. A letter needs a bracket, as
/// "A. Smith" is a name.
std::size_t number_length(std::string_view text) {
  const bool open = text.front() == '(';
  const std::size_t first = open ? 1 : 0;
  const auto span_of = [&](std::string_view set) {
    return std::min(text.find_first_not_of(set, first), text.size()) - first;
  };
  const std::size_t digits = span_of("0123456789");
  const std::size_t romans = span_of("ivx");
  const std::size_t letters =
      first < text.size() &&
      ascii_categories[static_cast<unsigned char>(text[first])] == Category::letter;
  const std::size_t length = digits != 0 ? digits : std::max(romans, letters);
  const std::size_t after = first + length;
  if (length == 0 || length > 4 || after >= text.size()) return 0;
  const bool dot = digits != 0 && digits < 4 && !open && text[after] == '.';
  return dot || text[after] == ')' ? after + 1 : 0;
}

constexpr std::u32string_view bullets_alone =
    U"\u2022\u2023\u2043\u25A0\u25AA\u25CB\u25CF\u25E6\u27A2\u2713\u2714";
constexpr std::u32string_view bullets_with_space = U"-*+\u00B7\u2013\u2014";

/// Bytes of the bullet at the start; 0 if there is none.
std::size_t bullet_length(std::string_view text) {
  const CodePoint first = decode(text, 0);
  if (is_one_of(first.value, bullets_alone)) return first.length;
  const bool bullet = is_one_of(first.value, bullets_with_space) && is_blank_at(text, first.length);
  return bullet ? first.length : 0;
}

/// How many "=" stand at both ends of "== Side effects ==", as in the text of wikis; 0 if not.
std::size_t wiki_level(std::string_view text) {
  const std::size_t level = std::min(text.find_first_not_of('='), text.size());
  const std::size_t last = text.find_last_not_of('=');
  const bool wiki =
      level >= 2 && level <= 6 && last < text.size() && text.size() - 1 - last == level;
  return wiki ? level : 0;
}

void look_at_wiki_heading(std::string_view bytes, Line& line) {
  const std::size_t level = wiki_level(bytes.substr(line.whole.begin, size(line.whole)));
  if (level == 0) return;
  line.shape = LineShape::heading;
  line.level = static_cast<std::uint8_t>(level);
  line.text.begin += static_cast<std::uint32_t>(level);
  line.text.end -= static_cast<std::uint32_t>(level);
  line.text = trim(bytes, line.text);
}

void look_at_marker(std::string_view bytes, Line& line) {
  const auto text = bytes.substr(line.whole.begin, size(line.whole));
  std::size_t length = std::min(text.find_first_not_of('#'), text.size());
  if (length > 0 && length <= 6 && is_blank_at(text, length)) {
    line.shape = LineShape::heading;
    line.level = static_cast<std::uint8_t>(length);
  } else if ((length = bullet_length(text)) != 0) {
    line.shape = LineShape::item;
    line.sure = !is_one_of(decode(text, 0).value, U"\u2013\u2014");
  } else if ((length = number_length(text)) != 0 && is_blank_at(text, length)) {
    line.shape = LineShape::item;
    line.sure = false;
  } else {
    return look_at_wiki_heading(bytes, line);
  }
  line.text.begin += static_cast<std::uint32_t>(length);
  line.text = trim(bytes, line.text);
}

/// "Side effects ##" and the lone "##" of an empty heading.
void drop_closing_hashes(std::string_view bytes, Line& line) {
  while (!empty(line.text) && bytes[line.text.end - 1] == '#') --line.text.end;
  line.text = trim(bytes, line.text);
}

/// A full stop after a word, and a capital after it.
bool has_inner_stop(std::string_view text) {
  for (std::size_t at = 0; (at = text.find(". ", at)) != std::string_view::npos; ++at) {
    if (at < 3 || at + 2 >= text.size()) continue;
    const auto before = text.substr(at - 3, 3);
    const bool word = std::all_of(before.begin(), before.end(),
                                  [](char c) { return is_lower(static_cast<unsigned char>(c)); });
    if (word && is_upper(glyph_at(text, at + 2).point.value)) return true;
  }
  return false;
}

/// Calls `visit` with each word as it stands between white space.
template <typename Visit>
void for_each_word(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t", at), text.size());
    if (end > at) visit(text.substr(at, end - at));
    at = end + 1;
  }
}

bool is_high(char32_t letter) {
  return letter != 0 && !is_lower(letter);
}

}  // namespace

Span trim(std::string_view bytes, Span span) {
  while (!empty(span)) {
    const Glyph glyph = glyph_at(bytes, span.begin);
    if (glyph.category != Category::space) break;
    span.begin += glyph.point.length;
  }
  while (!empty(span)) {
    const auto last = static_cast<std::uint32_t>(step_back(bytes, span.end));
    if (glyph_at(bytes, last).category != Category::space) break;
    span.end = last;
  }
  return span;
}

Line look_at_line(std::string_view bytes, Span line) {
  Line result;
  result.whole = result.text = trim(bytes, line);
  if (empty(result.whole)) {
    result.shape = LineShape::blank;
    return result;
  }
  result.indent = columns(bytes.substr(line.begin, result.whole.begin - line.begin));
  const auto text = bytes.substr(result.whole.begin, size(result.whole));
  result.width = result.indent + columns(text);
  if (is_rule(text)) {
    result.shape = LineShape::rule;
    result.mark = text.front();
    return result;
  }
  look_at_marker(bytes, result);
  if (result.shape == LineShape::heading) drop_closing_hashes(bytes, result);
  return result;
}

char32_t closing_mark(std::string_view text) {
  for (std::size_t end = text.size(); end > 0;) {
    const std::size_t at = step_back(text, end);
    const char32_t value = decode(text, at).value;
    if (!closes(value)) return value;
    end = value == ']' ? std::min(at, reference_start(text, end)) : at;
  }
  return 0;
}

bool ends_sentence(std::string_view text) {
  return is_one_of(closing_mark(text), U".?!\u2026");
}

char32_t opening_letter(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Glyph glyph = glyph_at(text, at);
    if (glyph.category == Category::letter || glyph.category == Category::digit) {
      return glyph.point.value;
    }
    if (!opens(glyph.point.value)) return 0;
    at += glyph.point.length;
  }
  return 0;
}

bool is_title_case(std::string_view text) {
  std::uint32_t long_words = 0;
  std::uint32_t capitals = 0;
  bool last_is_high = false;
  for_each_word(text, [&](std::string_view word) {
    const char32_t letter = opening_letter(word);
    if (letter == 0) return;
    last_is_high = is_high(letter);
    if (columns(word) < 4) return;
    ++long_words;
    if (last_is_high) ++capitals;
  });
  return last_is_high && capitals * 5 >= long_words * 3;
}

bool is_bare_heading(std::string_view text) {
  if (text.size() > widest_title * 4) return false;
  const std::uint32_t width = columns(text);
  if (width > widest_title || !is_high(opening_letter(text)) || has_inner_stop(text)) return false;
  if (text.find("://") != std::string_view::npos) return false;
  const char32_t mark = closing_mark(text);
  if (is_one_of(mark, U".,;\u2026")) return false;
  if (mark == '?' || mark == '!') return width <= widest_phrase;
  if (is_title_case(text)) return true;
  std::uint32_t words = 0;
  for_each_word(text, [&](std::string_view) { ++words; });
  return mark == ':' ? words <= label_words : width <= widest_phrase;
}

void find_inline_bullets(std::string_view bytes, Span text, std::vector<Span>& bullets) {
  constexpr std::string_view dot = "\u2022";
  const auto line = bytes.substr(0, text.end);
  const auto add = [&](std::size_t at, std::size_t length, std::size_t spaces_before) {
    for (std::size_t i = 1; i <= spaces_before; ++i) {
      if (at < text.begin + i || !is_blank_at(line, at - i)) return;
    }
    if (!is_blank_at(line, at + length)) return;
    bullets.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length)});
  };
  bullets.clear();
  for (auto at = line.find('-', text.begin); at != line.npos; at = line.find('-', at + 1)) {
    add(at, 1, 2);
  }
  for (auto at = line.find(dot, text.begin); at != line.npos; at = line.find(dot, at + 1)) {
    add(at, dot.size(), 1);
  }
  const auto by_place = [](Span a, Span b) { return a.begin < b.begin; };
  std::sort(bullets.begin(), bullets.end(), by_place);
}

std::uint32_t first_word_width(std::string_view text) {
  return columns(text.substr(0, text.find_first_of(" \t")));
}

}  // namespace caveat
