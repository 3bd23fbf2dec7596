#include "format/markdown_tame.hpp"

#include <algorithm>
#include <array>

namespace caveat {
namespace {

// Limits. Each is far above what people write; past it marks are text.

// A mark of a list or quotation that stands further right opens nothing: every blank line costs
// md4c a step for each open list.
constexpr std::uint32_t deepest_column = 120;

// md4c fills up every row: a row of two bytes becomes so many cells. Later versions of it have the
// same limit.
constexpr std::size_t most_columns = 128;

// md4c hashes all that stands between a pair of brackets, nested pairs or not.
constexpr std::uint32_t deepest_bracket = 32;

// For each pair of brackets md4c walks the lines of the paragraph from the first one on.
constexpr std::uint32_t longest_paragraph = 2000;

constexpr std::size_t longest_footnote_name = 100;
constexpr std::size_t padding = 32;  // md4c compares up to nine bytes past the end
constexpr std::size_t npos = std::string_view::npos;

constexpr std::array<std::string_view, 3> schemes = {"http", "https", "ftp"};

struct Tamer {
  std::string_view in;
  TamedText out;
  Definitions definitions = Definitions::links;
  std::uint32_t inserted = 0;   ///< bytes so far
  std::uint32_t brackets = 0;   ///< open in this paragraph
  std::uint32_t lines = 0;      ///< of this paragraph, but for those below
  bool defines = true;          ///< all its lines so far are definitions
  std::size_t url_end = 0;      ///< of the bare link that we are in, in `in`
  std::size_t comment = 0;      ///< begin of the last "<!--"
  std::size_t comment_end = 0;  ///< of the next "-->", in `in`; npos if there is no more
};

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool is_any(char c, std::string_view set) {
  return set.find(c) != npos;
}

constexpr bool is_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Bytes that look_at_mark has to see.
constexpr auto is_special = [] {
  std::array<bool, 256> table = {};
  for (const char c : std::string_view("\0&[]\\<:w-*_~", 12)) {
    table[static_cast<unsigned char>(c)] = true;
  }
  return table;
}();

/// Writes `c` over what byte `at` of the input became.
void put(Tamer& tamer, std::size_t at, char c) {
  tamer.out.bytes[at + tamer.inserted] = c;
}

// --- What begins a line

bool ends_mark(std::string_view line, std::size_t at) {
  return at >= line.size() || is_blank(line[at]);
}

/// Bytes of the mark of a list item or quotation at `at`; 0 if there is none.
std::uint32_t container_mark(std::string_view line, std::size_t at) {
  if (line[at] == '>') return 1;
  if (is_any(line[at], "-+*") && ends_mark(line, at + 1)) return 1;
  std::size_t end = at;
  while (end < line.size() && end - at < 9 && is_digit(line[end])) ++end;
  const bool ordered = end > at && end < line.size() && is_any(line[end], ".)");
  return ordered && ends_mark(line, end + 1) ? static_cast<std::uint32_t>(end + 1 - at) : 0;
}

/// "* * *", however long.
bool is_rule(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  if (first == npos) return false;
  const std::array<char, 3> allowed = {line[first], ' ', '\t'};
  return line.find_first_not_of(std::string_view(allowed.data(), allowed.size()), first) == npos;
}

/// Where the text of a line begins, after the marks of the containers that md4c may open.
std::size_t after_containers(Tamer& tamer, std::size_t begin, std::string_view line) {
  std::uint32_t column = 0;
  std::size_t at = 0;
  while (at < line.size()) {
    if (is_blank(line[at])) {
      column = line[at] == '\t' ? (column | 3U) + 1 : column + 1;
      ++at;
      continue;
    }
    const std::uint32_t length = container_mark(line, at);
    if (length == 0) break;
    if (column > deepest_column) {
      if (!is_rule(line)) put(tamer, begin + at, inert);
      break;
    }
    column += length;
    at += length;
  }
  return at;
}

// --- Tables

/// A line that parts the head of a table from its rows: how many columns, how narrow the narrowest.
struct Underline {
  std::size_t columns = 0;
  std::size_t narrowest = npos;
  bool piped = false;
};

/// Adds the column whose last byte stands before `end`; "--x" and "-:-" end the search.
bool add_column(std::string_view line, std::size_t& at, Underline& underline) {
  const std::size_t begin = at;
  if (line[at] == ':') ++at;
  const std::size_t dashes = at;
  while (at < line.size() && line[at] == '-') ++at;
  if (at == dashes) return false;
  if (at < line.size() && line[at] == ':') ++at;
  ++underline.columns;
  underline.narrowest = std::min(underline.narrowest, at - begin);
  return true;
}

Underline look_at_underline(std::string_view line) {
  Underline underline;
  bool parted = true;
  for (std::size_t at = 0; at < line.size();) {
    if (is_blank(line[at])) {
      ++at;
    } else if (line[at] == '|') {
      underline.piped = parted = true;
      ++at;
    } else if (!parted || !is_any(line[at], ":-") || !add_column(line, at, underline)) {
      return {};
    } else {
      parted = false;
    }
  }
  return underline;
}

/// md4c wants three characters for a column: two dashes are put behind each first one.
void widen_columns(Tamer& tamer, std::size_t begin, std::string_view line) {
  std::string& out = tamer.out.bytes;
  out.resize(begin + tamer.inserted);
  for (std::size_t at = 0; at < line.size(); ++at) {
    out += line[at];
    if (line[at] != '-' || (at > 0 && line[at - 1] == '-')) continue;
    tamer.out.insertions.push_back({static_cast<std::uint32_t>(out.size()), 2, tamer.inserted});
    tamer.inserted += 2;
    out += "--";
  }
}

void tame_underline(Tamer& tamer, std::size_t begin, std::string_view line) {
  if (line.empty() || !is_any(line.front(), "|:-")) return;
  const Underline underline = look_at_underline(line);
  if (underline.columns == 0 || !underline.piped) return;
  if (underline.columns > most_columns) {
    put(tamer, begin, inert);
  } else if (underline.narrowest < 3) {
    widen_columns(tamer, begin, line);
  }
}

// --- Marks inside lines

void tame_opening(Tamer& tamer, std::size_t at, std::string_view rest) {
  if (const std::uint32_t length = footnote_mark(rest); length != 0) {
    put(tamer, at, inert);
    put(tamer, at + length - 1, inert);
  } else if (tamer.brackets >= deepest_bracket || tamer.lines > longest_paragraph) {
    put(tamer, at, inert);
  } else {
    ++tamer.brackets;
  }
}

void tame_closing(Tamer& tamer, std::size_t at, std::string_view rest) {
  if (tamer.out.bytes[at + tamer.inserted] == inert) return;  // of a footnote
  if (tamer.brackets > 0) --tamer.brackets;
  if (tamer.lines > longest_paragraph) put(tamer, at, inert);
  if (tamer.definitions == Definitions::none && rest.substr(1).starts_with(':')) {
    put(tamer, at + 1, inert);
  }
}

/// Bytes of the bare link's text, without the punctuation that ends a sentence.
std::size_t link_length(std::string_view rest) {
  std::size_t end = 0;
  while (end < rest.size() && static_cast<unsigned char>(rest[end]) > ' ' &&
         !is_any(rest[end], "<>\"`|()[]{}\\\x7F")) {
    ++end;
  }
  while (end > 0 && is_any(rest[end - 1], "?!.,:;*_~'")) --end;
  return end;
}

bool starts_link(std::string_view line, std::size_t at) {
  const auto before = line.substr(0, at);
  if (line[at] == 'w') {
    return line.substr(at).starts_with("www.") && (at == 0 || !is_word(line[at - 1]));
  }
  return line.substr(at).starts_with("://") &&
         std::ranges::any_of(schemes, [&](auto scheme) { return before.ends_with(scheme); });
}

/// A comment may hold "--" ("-- reason"), which md4c takes for its end.
void enter_comment(Tamer& tamer, std::size_t at) {
  if (!tamer.in.substr(at).starts_with("<!--")) return;
  if (tamer.comment_end != npos && tamer.comment_end < at + 4) {
    tamer.comment_end = tamer.in.find("-->", at + 4);
  }
  tamer.comment = at;
}

bool in_comment(const Tamer& tamer, std::size_t at) {
  return tamer.comment_end != npos && at < tamer.comment_end && at >= tamer.comment + 4;
}

/// One special byte; how many bytes are dealt with.
std::size_t tame_mark(Tamer& tamer, std::size_t begin, std::string_view line, std::size_t at) {
  const std::size_t place = begin + at;
  switch (line[at]) {
    case '\0':
      put(tamer, place, inert_control);
      break;
    case '&':
      put(tamer, place, inert);
      break;
    case '[':
      tame_opening(tamer, place, line.substr(at));
      break;
    case ']':
      tame_closing(tamer, place, line.substr(at));
      break;
    case '\\':
      return at + 1 < line.size() && is_any(line[at + 1], "[]<\\") ? 2 : 1;
    case '<':
      enter_comment(tamer, place);
      break;
    case '-':
      if (in_comment(tamer, place)) put(tamer, place, inert);
      break;
    case ':':
    case 'w':
      if (place >= tamer.url_end && starts_link(line, at)) {
        tamer.url_end = place + link_length(line.substr(at));
      }
      break;
    default:  // "*_~" of a link's text are no emphasis
      if (place < tamer.url_end) put(tamer, place, inert);
      break;
  }
  return 1;
}

void tame_marks(Tamer& tamer, std::size_t begin, std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    if (is_special[static_cast<unsigned char>(line[at])]) {
      at += tame_mark(tamer, begin, line, at);
    } else {
      ++at;
    }
  }
}

// --- Lines

void start_paragraph(Tamer& tamer) {
  tamer.brackets = 0;
  tamer.lines = 0;
  tamer.defines = true;
  tamer.comment = npos - 4;  // a comment inside a line ends with its paragraph
}

bool is_plain_in_target(char c) {
  return static_cast<unsigned char>(c) > ' ' && !is_any(c, "<>()\\\x7F");
}

/// "[name]: target" in its plainest form: md4c keeps such a line out of the paragraph.
bool is_definition(std::string_view line) {
  const auto name = line.find_first_of("[]\\", 1);
  if (!line.starts_with('[') || name == npos || !line.substr(name).starts_with("]: ")) return false;
  const auto target = line.substr(name + 3);
  return line[1] != '^' && std::ranges::any_of(line.substr(1, name - 1), is_word) &&
         !target.empty() && std::ranges::all_of(target, is_plain_in_target);
}

/// Without its end, which is in the copy already.
void tame_line(Tamer& tamer, std::size_t begin, std::string_view line) {
  if (line.find_first_not_of(" \t>") == npos) start_paragraph(tamer);
  const std::size_t text = after_containers(tamer, begin, line);
  line.remove_prefix(text);
  tamer.defines = tamer.defines && is_definition(line);
  if (!tamer.defines) ++tamer.lines;
  if (line.find_first_not_of("|:- \t\r\n") == npos) {
    tame_underline(tamer, begin + text, line);
  } else {
    tame_marks(tamer, begin + text, line);
  }
}

/// The end of the line at `at`. `feed` is the next "\n" at or after some line's begin: two searches
/// for a byte are many times faster than one for two.
std::size_t line_end(std::string_view text, std::size_t at, std::size_t& feed) {
  if (feed < at) feed = std::min(text.find('\n', at), text.size());
  const auto line = text.substr(at, feed - at);
  return at + std::min(line.find('\r'), line.size());
}

std::size_t next_line(std::string_view text, std::size_t end) {
  const bool two = text.substr(end).starts_with("\r\n");
  return std::min(end + (two ? 2 : 1), text.size());
}

}  // namespace

std::uint32_t footnote_mark(std::string_view text) {
  if (!text.starts_with("[^")) return 0;
  const auto end = text.substr(0, longest_footnote_name).find_first_of("[] \t\r\n\\`", 2);
  return end != npos && end > 2 && text[end] == ']' ? static_cast<std::uint32_t>(end + 1) : 0;
}

TamedText tame_markdown(std::string_view bytes, std::uint32_t base, Definitions definitions) {
  Tamer tamer;
  tamer.in = bytes.substr(base);
  tamer.definitions = definitions;
  tamer.out.base = base;
  tamer.out.bytes.reserve(tamer.in.size() + padding);
  start_paragraph(tamer);
  std::size_t feed = std::min(tamer.in.find('\n'), tamer.in.size());
  for (std::size_t begin = 0; begin < tamer.in.size();) {
    const std::size_t end = line_end(tamer.in, begin, feed);
    tamer.out.bytes.append(tamer.in, begin, end - begin);
    tame_line(tamer, begin, tamer.in.substr(begin, end - begin));
    begin = next_line(tamer.in, end);
    tamer.out.bytes.append(tamer.in, end, begin - end);
  }
  tamer.out.size = static_cast<std::uint32_t>(tamer.out.bytes.size());
  tamer.out.bytes.append(padding, '\n');
  return std::move(tamer.out);
}

std::uint32_t in_file(const TamedText& text, std::uint32_t at) {
  const auto next = std::ranges::upper_bound(text.insertions, at, {}, &TamedText::Insertion::at);
  if (next == text.insertions.begin()) return text.base + at;
  const auto& last = *std::prev(next);
  return text.base + std::max(at - last.length, last.at) - last.before;
}

}  // namespace caveat
