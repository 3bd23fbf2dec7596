#include "format/markdown_mdx.hpp"

#include <algorithm>
#include <array>

#include "format/directive.hpp"
#include "format/markdown_tame.hpp"

namespace caveat {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t longest_fence = 32;  // of code inside a line; md4c knows no longer ones

/// Braces from "{" to past "}", not inside others.
struct Braces {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct Blanker {
  std::string_view in;
  std::string out;
  std::size_t paragraph = 0;                                ///< its end
  std::array<std::size_t, longest_fence + 1> no_code = {};  ///< the paragraph without such a fence
  std::size_t open_comments = npos;                         ///< where a line ends that closes none
  std::vector<std::size_t> open;                            ///< braces
  std::vector<Braces> braces;                               ///< in order
  std::size_t next = 0;                                     ///< of them
  std::vector<Directive>* directives = nullptr;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$';
}

bool is_any(char c, std::string_view set) {
  return set.find(c) != npos;
}

char at(std::string_view text, std::size_t index) {
  return index < text.size() ? text[index] : '\0';
}

void fill(std::string& out, std::size_t begin, std::size_t end, char c) {
  std::fill(out.begin() + static_cast<std::ptrdiff_t>(begin),
            out.begin() + static_cast<std::ptrdiff_t>(end), c);
}

std::size_t line_end(std::string_view text, std::size_t from) {
  return std::min(text.find('\n', from), text.size());
}

/// The first byte of [from, end) that is one of `set`; npos if there is none. A search that went on
/// would cost each line the rest of the file.
std::size_t find_in(std::string_view text, std::size_t from, std::size_t end,
                    std::string_view set) {
  return text.substr(0, end).find_first_of(set, from);
}

std::string_view line_at(std::string_view text, std::size_t from) {
  return text.substr(from, line_end(text, from) - from);
}

bool is_blank_line(std::string_view line) {
  return line.find_first_not_of(" \t\r") == npos;
}

// --- Code

/// Length of the run of backticks or tildes at `from`.
std::size_t fence_length(std::string_view text, std::size_t from) {
  return std::min(text.find_first_not_of(text[from], from), text.size()) - from;
}

/// Past the fenced code that starts on the line at `from`; `from` if none does.
std::size_t after_fence(std::string_view text, std::size_t from) {
  const std::size_t mark = text.find_first_not_of(" \t>", from);
  if (mark == npos || !is_any(text[mark], "`~")) return from;
  const std::size_t length = fence_length(text, mark);
  if (length < 3) return from;
  const std::string fence(length, text[mark]);
  std::size_t line = line_end(text, mark);
  if (text[mark] == '`' && text.substr(mark + length, line - mark - length).find('`') != npos) {
    return from;
  }
  while (line < text.size()) {
    const auto content = line_at(text, ++line);
    const auto first = content.find_first_not_of(" \t>");
    line += content.size();
    if (first != npos && content.substr(first).starts_with(fence)) break;
  }
  return std::min(line, text.size());
}

/// Past the code inside a line that the backticks at `from` start; past these if there is none in
/// the paragraph.
std::size_t after_code(Blanker& blanker, std::size_t from) {
  const auto text = blanker.in.substr(0, blanker.paragraph);
  const std::size_t length = fence_length(text, from);
  const std::size_t past = from + length;
  if (length > longest_fence || blanker.no_code[length] == blanker.paragraph) return past;
  for (auto tick = text.find('`', past); tick != npos;) {
    const std::size_t other = fence_length(text, tick);
    if (other == length) return tick + other;
    tick = text.find('`', tick + other);
  }
  blanker.no_code[length] = blanker.paragraph;
  return past;
}

// --- Pairs of braces, which may hold strings, comments and other braces

void close_brace(Blanker& blanker, std::size_t place) {
  if (blanker.open.empty()) return;
  const std::size_t begin = blanker.open.back();
  blanker.open.pop_back();
  while (!blanker.braces.empty() && blanker.braces.back().begin > begin) blanker.braces.pop_back();
  blanker.braces.push_back({begin, place + 1});
}

/// Past the comment of JavaScript at `from`, or past its mark if it does not end in its line; that
/// is looked for once a line.
std::size_t after_script_comment(Blanker& blanker, std::string_view line, std::size_t from) {
  const bool open = blanker.open_comments == line.size();
  const auto end = open ? npos : line.find("*/", from + 2);
  if (end == npos) blanker.open_comments = line.size();
  return (end == npos ? from : end) + 2;
}

/// Past a string or comment of JavaScript at `from`. `line` is the text up to a line's end.
std::size_t after_string(Blanker& blanker, std::string_view line, std::size_t from) {
  if (line.substr(from, 2) == "/*") return after_script_comment(blanker, line, from);
  const auto end = line.find(line[from], from + 1);
  return (end == npos ? from : end) + 1;
}

/// Where the paragraph that holds `from` ends.
std::size_t paragraph_end(std::string_view text, std::size_t from) {
  std::size_t line = line_end(text, from);
  while (line < text.size() && !is_blank_line(line_at(text, line + 1))) {
    line = line_end(text, line + 1);
  }
  return line;
}

std::size_t look_at_brace(Blanker& blanker, std::size_t from, std::string_view line) {
  const bool inside = !blanker.open.empty();
  switch (blanker.in[from]) {
    case '{':
      blanker.open.push_back(from);
      return from + 1;
    case '}':
      close_brace(blanker, from);
      return from + 1;
    case '\\':
      return from + 2;
    case '`':
      return inside ? after_string(blanker, line, from) : after_code(blanker, from);
    default:  // quotes, "/"
      if (!inside) return from + 1;
      if (blanker.in[from] == '/' && at(blanker.in, from + 1) != '*') return from + 1;
      return after_string(blanker, line, from);
  }
}

void find_braces(Blanker& blanker, std::size_t base) {
  const std::string_view in = blanker.in;
  for (std::size_t line = base; line < in.size();) {
    const std::size_t begin = after_fence(in, line);
    if (begin != line) blanker.open.clear();
    if (begin >= blanker.paragraph) blanker.paragraph = paragraph_end(in, begin);
    std::size_t end = line_end(in, begin);
    for (std::size_t from = begin; (from = find_in(in, from, end, "{}\\`'\"/")) != npos;) {
      from = look_at_brace(blanker, from, in.substr(0, end));
      if (from > end) end = line_end(in, from);
    }
    line = end + 1;
  }
}

// --- What is blanked out

void blank_braces(Blanker& blanker, Braces braces) {
  std::string_view inside = blanker.in.substr(braces.begin + 1, braces.end - braces.begin - 2);
  const auto first = inside.find_first_not_of(" \t\r\n");
  const auto last = inside.find_last_not_of(" \t\r\n");
  const bool comment = first != npos && last - first >= 3 && inside.substr(first, 2) == "/*" &&
                       inside.substr(last - 1, 2) == "*/";
  fill(blanker.out, braces.begin, braces.end, comment ? nothing : expression);
  if (!comment) return;
  const auto begin = static_cast<std::uint32_t>(braces.begin);
  const auto words = begin + 1 + static_cast<std::uint32_t>(first) + 2;
  const auto words_end = begin + 1 + static_cast<std::uint32_t>(last) - 1;
  take_directive(blanker.in, {begin, static_cast<std::uint32_t>(braces.end)},
                 {words, std::max(words, words_end)}, *blanker.directives);
}

/// The braces at or after `from`.
const Braces* braces_from(Blanker& blanker, std::size_t from) {
  while (blanker.next < blanker.braces.size() && blanker.braces[blanker.next].begin < from) {
    ++blanker.next;
  }
  return blanker.next < blanker.braces.size() ? &blanker.braces[blanker.next] : nullptr;
}

/// "[text](<" and "[name]: <" are of Markdown.
bool is_target(std::string_view in, std::size_t begin) {
  const auto before = in.substr(0, begin);
  const auto last = before.find_last_not_of(" \t");
  return last != npos && last > 0 && in[last - 1] == ']' && is_any(in[last], "(:");
}

/// A tag as Markdown knows them: "<Foo.Bar {...x}>" becomes "<Foo-Bar xxxxxx>". Past it, or past
/// its
/// "<" if it is none.
std::size_t tame_tag(Blanker& blanker, std::size_t begin) {
  const std::string_view in = blanker.in;
  if (is_target(in, begin)) return begin + 1;
  std::size_t from = begin + (at(in, begin + 1) == '/' ? 2 : 1);
  if (at(in, from) == '>') {
    fill(blanker.out, begin, from + 1, nothing);
    return from + 1;
  }
  if (!is_letter(at(in, from))) return begin + 1;
  for (; from < in.size() && (is_letter(in[from]) || is_any(in[from], ".:-0123456789")); ++from) {
    if (is_any(in[from], ".:_$")) blanker.out[from] = '-';
  }
  while ((from = in.find_first_of("<>{\"'", from)) != npos) {
    if (in[from] == '>') return from + 1;
    if (in[from] == '<') break;
    const Braces* braces = braces_from(blanker, from);
    if (in[from] == '{' && braces != nullptr && braces->begin == from) {
      fill(blanker.out, from, braces->end, 'x');
      from = braces->end;
    } else if (in[from] == '{') {
      break;
    } else if ((from = in.find(in[from], from + 1)) != npos) {
      ++from;
    }
  }
  return begin + 1;
}

/// Past the line at `from` and past the braces that begin in it.
std::size_t after_statement(Blanker& blanker, std::size_t from) {
  std::size_t end = line_end(blanker.in, from);
  const Braces* braces = braces_from(blanker, from);
  while (braces != nullptr && braces->begin < end) {
    end = std::max(end, line_end(blanker.in, braces->end));
    braces = braces_from(blanker, braces->end);
  }
  return std::min(end + 1, blanker.in.size());
}

/// import and export lines go on to the next blank line.
std::size_t blank_module_lines(Blanker& blanker, std::size_t begin) {
  std::size_t end = begin;
  while (end < blanker.in.size() && !is_blank_line(line_at(blanker.in, end))) {
    end = after_statement(blanker, end);
  }
  for (std::size_t i = begin; i < end; ++i) {
    if (!is_any(blanker.in[i], "\r\n")) blanker.out[i] = ' ';
  }
  return end;
}

bool starts_module_line(std::string_view line) {
  constexpr std::array<std::string_view, 2> words = {"import", "export"};
  return std::ranges::any_of(words, [&](std::string_view word) {
    return line.starts_with(word) && is_any(at(line, word.size()), " \t{*\"'");
  });
}

/// Text up to `end`, a line's end; `end`, or past what goes on after it.
std::size_t blank_line(Blanker& blanker, std::size_t from, std::size_t end) {
  while (from < end) {
    from = find_in(blanker.in, from, end, "<{\\");
    if (from == npos) return end;
    const char c = blanker.in[from];
    const Braces* braces = braces_from(blanker, from);
    if (c == '{' && braces != nullptr && braces->begin == from) {
      blank_braces(blanker, *braces);
      from = braces->end;
    } else if (c == '<') {
      from = tame_tag(blanker, from);
    } else {
      from += c == '\\' && from + 1 < end ? 2 : 1;
    }
  }
  return from;
}

/// A line and those that its braces and tags reach into; the end of the last.
std::size_t blank_paragraph_line(Blanker& blanker, std::size_t from) {
  std::size_t end = line_end(blanker.in, from);
  while ((from = blank_line(blanker, from, end)) > end) end = line_end(blanker.in, from);
  return end;
}

}  // namespace

std::string blank_components(std::string_view bytes, std::uint32_t base,
                             std::vector<Directive>& directives) {
  Blanker blanker;
  blanker.in = bytes;
  blanker.out = bytes;
  blanker.directives = &directives;
  find_braces(blanker, base);
  bool block_start = true;
  for (std::size_t line = base; line < bytes.size();) {
    line = after_fence(bytes, line);
    const auto content = line_at(bytes, line);
    if (block_start && starts_module_line(content)) {
      line = blank_module_lines(blanker, line);
      continue;
    }
    block_start = is_blank_line(content);
    line = std::min(blank_paragraph_line(blanker, line) + 1, bytes.size());
  }
  return std::move(blanker.out);
}

}  // namespace caveat
