#include "format/directive.hpp"

#include <algorithm>
#include <array>

#include "format/line.hpp"
#include "text/category.hpp"

namespace caveat {
namespace {

constexpr std::string_view mark = "caveat-";
constexpr std::string_view open_mark = "<!--";
constexpr std::string_view close_mark = "-->";

constexpr std::array<Verb, 4> verb_table = {{
    {"caveat-disable", DirectiveKind::disable},
    {"caveat-disable-next-line", DirectiveKind::disable_next_line},
    {"caveat-disable-file", DirectiveKind::disable_file},
    {"caveat-enable", DirectiveKind::enable},
}};

/// Editors that set type as one writes make a dash of "--".
constexpr std::array<std::string_view, 3> reason_marks = {"--", "\u2014", "\u2013"};

std::string_view text_of(std::string_view bytes, Span span) {
  return bytes.substr(span.begin, size(span));
}

bool parts_words(std::string_view text, std::uint32_t at) {
  return text[at] == ',' || glyph_at(text, at).category == Category::space;
}

/// The first run in `rest` of what is neither white space nor a comma; empty at the end.
Span first_word(std::string_view bytes, Span rest) {
  const std::string_view text = bytes.substr(0, rest.end);
  auto begin = rest.begin;
  while (begin < rest.end && parts_words(text, begin)) begin += glyph_at(text, begin).point.length;
  auto end = begin;
  while (end < rest.end && !parts_words(text, end)) end += glyph_at(text, end).point.length;
  return {begin, end};
}

DirectiveKind kind_of(std::string_view word) {
  const auto* verb = std::ranges::find(verb_table, word, &Verb::name);
  return verb == verb_table.end() ? DirectiveKind::unknown : verb->kind;
}

/// How many bytes of the word announce a reason; 0 if it is a name.
std::uint32_t reason_mark(std::string_view word) {
  const auto* found = std::ranges::find_if(
      reason_marks, [&](std::string_view reason) { return word.starts_with(reason); });
  if (found == reason_marks.end()) return 0;
  if (word.front() != '-') return static_cast<std::uint32_t>(found->size());
  return static_cast<std::uint32_t>(std::min(word.find_first_not_of('-'), word.size()));
}

/// Whether `line` is nothing but comments, all for caveat: those are noted then.
bool take_comments(std::string_view bytes, Span line, std::vector<Directive>& directives) {
  const auto before = directives.size();
  auto rest = line;
  while (!empty(rest)) {
    const auto text = text_of(bytes, rest);
    const auto close = text.find(close_mark, open_mark.size());
    if (!text.starts_with(open_mark) || close == std::string_view::npos) break;
    const auto end = rest.begin + static_cast<std::uint32_t>(close);
    const Span whole{rest.begin, end + static_cast<std::uint32_t>(close_mark.size())};
    const auto count = directives.size();
    take_directive(bytes, whole, {rest.begin + static_cast<std::uint32_t>(open_mark.size()), end},
                   directives);
    if (directives.size() == count) break;
    rest = trim(bytes, {whole.end, rest.end});
  }
  if (empty(rest)) return true;
  directives.resize(before);
  return false;
}

}  // namespace

std::span<const Verb> verbs() {
  return verb_table;
}

void take_directive(std::string_view bytes, Span whole, Span words,
                    std::vector<Directive>& directives) {
  words = trim(bytes, words);
  if (text_of(bytes, words).starts_with(mark)) directives.push_back({whole, words});
}

bool take_directive_line(std::string_view bytes, Span line, std::vector<Directive>& directives) {
  line = trim(bytes, line);
  const auto text = text_of(bytes, line);
  if (text.starts_with(open_mark)) return take_comments(bytes, line, directives);
  if (!text.starts_with(mark)) return false;
  if (kind_of(text_of(bytes, first_word(bytes, line))) == DirectiveKind::unknown) return false;
  directives.push_back({line, line});
  return true;
}

Order read_directive(std::string_view bytes, const Directive& directive) {
  Order order;
  order.verb = first_word(bytes, directive.words);
  order.kind = kind_of(text_of(bytes, order.verb));
  Span rest{order.verb.end, directive.words.end};
  for (auto word = first_word(bytes, rest); !empty(word); word = first_word(bytes, rest)) {
    if (const auto length = reason_mark(text_of(bytes, word)); length != 0) {
      order.reason = trim(bytes, {word.begin + length, directive.words.end});
      break;
    }
    order.rules.push_back(word);
    rest.begin = word.end;
  }
  return order;
}

}  // namespace caveat
