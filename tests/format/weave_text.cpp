// The text of one block: what stands between words and inside them.
#include <array>
#include <string>

#include "format/weave_loom.hpp"
#include "text/utf8.hpp"

namespace caveat::test {
namespace {

struct Named {
  std::string_view shown;
  std::string_view name;
};
constexpr std::array<Named, 22> names = {{
    {"&", "&amp;"},       {"<", "&lt;"},       {">", "&gt;"},    {"\"", "&quot;"},
    {"'", "&apos;"},      {"’", "&rsquo;"},    {"‘", "&lsquo;"}, {"“", "&ldquo;"},
    {"”", "&rdquo;"},     {"–", "&ndash;"},    {"—", "&mdash;"}, {"…", "&hellip;"},
    {"\u00A0", "&nbsp;"}, {"é", "&eacute;"},   {"µ", "&micro;"}, {"½", "&frac12;"},
    {".", "&period;"},    {",", "&comma;"},    {":", "&colon;"}, {"%", "&percnt;"},
    {"(", "&lpar;"},      {"\u00AD", "&shy;"},
}};

/// Two marks around part of a text.
struct Wrap {
  std::string open;
  std::string close;
  char mark = '\0';  ///< '*', '_', '[' of a link, '<' of a tag
};

struct Thread {
  Loom& loom;
  const Warp& warp;
  Span part;
  std::string marks;           ///< of the wraps that are open
  std::vector<bool> as_it_is;  ///< by byte of the part: the flanks of emphasis inside a word
  bool line_start = false;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_punctuation(char c) {
  return c > ' ' && c < 0x7F && !is_letter(c) && !is_digit(c);
}
bool is_blank(char c) {
  return c == ' ' || c == '\n';
}

bool writes_markdown(const Thread& thread) {
  return !thread.warp.html;
}

/// Beyond the block there is a blank.
char at_or_blank(const Thread& thread, std::uint32_t at) {
  return at >= thread.part.begin && at < thread.part.end ? thread.loom.text[at] : ' ';
}

bool goes_on_in_word(const Thread& thread, std::uint32_t at) {
  const char c = at_or_blank(thread, at);
  return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

char last_written(const Thread& thread) {
  return thread.loom.woven.file.empty() ? '\n' : thread.loom.woven.file.back();
}

bool keep(const Thread& thread, std::uint32_t at) {
  return thread.as_it_is[at - thread.part.begin];
}

/// The word around it is letters only, and no part of an address or a compound.
bool is_in_plain_word(const Thread& thread, std::uint32_t at) {
  const auto inside = [&](std::uint32_t i) { return !is_blank(at_or_blank(thread, i)); };
  std::uint32_t begin = at;
  std::uint32_t end = at;
  while (begin > thread.part.begin && inside(begin - 1)) --begin;
  while (end < thread.part.end && inside(end)) ++end;
  while (end > begin && is_punctuation(thread.loom.text[end - 1])) --end;
  while (begin < end && is_punctuation(thread.loom.text[begin])) ++begin;
  for (auto i = begin; i < end; ++i) {
    if (!is_letter(thread.loom.text[i])) return false;
  }
  return begin < at && at < end;
}

void put_line_end(Thread& thread, std::string_view mark) {
  put(thread.loom, mark);
  put(thread.loom, "\n");
  const bool lazy = thread.warp.lazy && now_and_then(thread.loom, 3);
  put(thread.loom, lazy ? "" : thread.warp.prefix);
  thread.line_start = true;
}

std::string number_reference(Loom& loom, char32_t value) {
  std::array<char, 24> digits{};
  constexpr std::array<const char*, 5> forms = {"&#%u;", "&#%u;", "&#x%x;", "&#X%X;", "&#x%06X;"};
  std::snprintf(digits.data(), digits.size(), forms[below(loom, forms.size())],
                static_cast<unsigned>(value));
  return digits.data();
}

std::string reference(Loom& loom, std::string_view shown) {
  for (const auto& [character, name] : names) {
    if (character == shown && below(loom, 2) == 0) return std::string(name);
  }
  return number_reference(loom, decode(shown, 0).value);
}

/// What the character must not be left as, at this place.
bool must_be_masked(const Thread& thread, std::uint32_t at) {
  const char c = thread.loom.text[at];
  const bool mark = std::string_view("*_[]`~|\\{}").find(c) != std::string_view::npos;
  if (thread.warp.quote != '\0') {
    return c == '&' || c == '<' || c == thread.warp.quote ||
           (mark && thread.loom.markup != Markup::html);
  }
  if (keep(thread, at) && c != '<' && c != '&') return false;
  if (c == '<' || c == '&') return true;
  if (thread.loom.markup == Markup::html) return false;
  if (mark) return true;
  if (!writes_markdown(thread)) return false;
  if (c == '#' || c == '!') return true;
  if (c == '(' && last_written(thread) == ']') return true;
  return thread.line_start && (is_punctuation(c) || is_digit(c));
}

std::string masked(Thread& thread, std::string_view shown) {
  const bool escape =
      writes_markdown(thread) && thread.warp.quote == '\0' && is_punctuation(shown[0]);
  if (escape && below(thread.loom, 2) == 0) return "\\" + std::string(shown);
  return reference(thread.loom, shown);
}

/// "patient's" as typesetters write it.
bool is_apostrophe(const Thread& thread, std::uint32_t at) {
  return thread.loom.text[at] == '\'' && is_letter(at_or_blank(thread, at - 1)) &&
         is_letter(at_or_blank(thread, at + 1));
}

/// What readers show for code is code.
constexpr std::string_view code_shown = "\uFFFC";

void put_code(Thread& thread) {
  Loom& loom = thread.loom;
  if (!thread.warp.markup) return put(loom, code_shown);
  if (writes_markdown(thread) && below(loom, 2) == 0) {
    return put(loom, one_of(loom, {"`Kratom cures cancer`", "`` cures ` pain ``"}));
  }
  put(loom, one_of(loom, {"<code>Kratom cures cancer</code>", "<kbd>cures <b>pain</b></kbd>",
                          "<samp class='x'>Kratom cures</samp>"}));
}

bool is_raised_digit(std::string_view shown) {
  constexpr std::string_view raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  return static_cast<unsigned char>(shown[0]) >= 0x80 && raised.find(shown) != raised.npos;
}

/// A raised digit as HTML writes it; the digit is its place.
void put_raised(Thread& thread, std::uint32_t at, std::uint32_t length) {
  constexpr std::string_view raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  Loom& loom = thread.loom;
  put(loom, "<sup>");
  const auto begin = static_cast<std::uint32_t>(loom.woven.file.size());
  std::size_t digit = 0;
  for (std::size_t i = 0; raised.substr(i, length) != loom.text.substr(at, length); ++digit) {
    i += decode(raised, i).length;
  }
  loom.woven.file += static_cast<char>('0' + digit);
  put(loom, "</sup>");
  for (std::uint32_t i = 0; i < length; ++i) loom.woven.places[at + i] = {begin, begin + 1};
  thread.line_start = false;
}

void put_character(Thread& thread, std::uint32_t at, std::uint32_t length) {
  Loom& loom = thread.loom;
  const auto shown = loom.text.substr(at, length);
  if (is_raised_digit(shown) && thread.warp.markup && now_and_then(loom, 2)) {
    return put_raised(thread, at, length);
  }
  const auto begin = static_cast<std::uint32_t>(loom.woven.file.size());
  if (shown == code_shown) {
    put_code(thread);
  } else if (must_be_masked(thread, at)) {
    put(loom, masked(thread, shown));
  } else if (keep(thread, at)) {
    put(loom, shown);
  } else if (is_apostrophe(thread, at) && now_and_then(loom, 2)) {
    put(loom, one_of(loom, {"’", "&rsquo;", "&#8217;", "&#x2019;"}));
  } else if (now_and_then(loom, is_punctuation(shown[0]) ? 6 : 60)) {
    put(loom, masked(thread, shown));
  } else {
    put(loom, shown);
  }
  const auto end = static_cast<std::uint32_t>(loom.woven.file.size());
  const bool escaped = end - begin == 2 && loom.woven.file[begin] == '\\';
  for (std::uint32_t i = 0; i < length; ++i) {
    loom.woven.places[at + i] = {begin + (escaped ? 1 : 0), end};
  }
  thread.line_start = false;
}

/// Something that shows nothing, or nothing but a blank, where a blank stands.
void put_between_words(Thread& thread) {
  Loom& loom = thread.loom;
  put(loom, " ");
  if (thread.loom.markup == Markup::mdx) {
    put(loom, one_of(loom, {"{/* Kratom cures cancer. */}", "{/**/}"}));
  } else {
    put(loom, one_of(loom, {"<!-- Kratom cures cancer. -->", "<!-- -->", "<!---->"}));
  }
  put(loom, " ");
}

void put_struck(Thread& thread) {
  Loom& loom = thread.loom;
  put(loom, " ");
  if (writes_markdown(thread) && below(loom, 2) == 0) {
    put(loom, "~~Kratom cures cancer~~ ");
  } else {
    put(loom, one_of(loom, {"<del>Kratom cures cancer</del> ", "<s>kratom <b>cures</b> pain</s> ",
                            "<strike>never</strike> "}));
  }
}

void put_picture(Thread& thread) {
  Loom& loom = thread.loom;
  put(loom, " ");
  if (writes_markdown(thread) && below(loom, 2) == 0) {
    put(loom, "![](/kratom-cures-cancer.png) ");
  } else {
    put(loom, one_of(loom, {"<img src='kratom cures cancer.png'> ", "<img alt=\"\" src=x /> ",
                            "<img src=\"x.png\" data-note=\"Kratom cures cancer.\" alt=''> "}));
  }
}

/// A blank in an attribute, after "#" or in a cell, where lines must not end.
void put_short_blank(Thread& thread) {
  Loom& loom = thread.loom;
  put(loom,
      now_and_then(loom, 8) ? one_of(loom, {"&nbsp;", "&#160;", "\u00A0", "  ", "&#32;"}) : " ");
}

void put_break(Thread& thread) {
  constexpr std::string_view hard[] = {"  ", "\\", "<br>", "<br />"};
  const bool markdown = writes_markdown(thread);
  const auto kind = below(thread.loom, 12);
  if (kind < 4 && (markdown || kind > 1)) return put_line_end(thread, hard[kind]);
  put_line_end(thread, "");
}

void put_blank(Thread& thread) {
  Loom& loom = thread.loom;
  if (thread.line_start) return;  // two line ends would end the block
  if (!thread.warp.markup) return put_short_blank(thread);
  if (thread.warp.breaks && (now_and_then(loom, 3) || below(loom, 12) == 0)) {
    return put_break(thread);
  }
  if (now_and_then(loom, 25)) return put_between_words(thread);
  if (now_and_then(loom, 40)) return put_struck(thread);
  if (now_and_then(loom, 40)) return put_picture(thread);
  put_short_blank(thread);
}

/// Something that shows nothing inside a word.
void put_inside_word(Thread& thread) {
  Loom& loom = thread.loom;
  const bool mdx = loom.markup == Markup::mdx;
  if (!thread.warp.markup || below(loom, 2) == 0) {
    put(loom, one_of(loom, {"&shy;", "&#173;", "&#xAD;", "\u00AD"}));
  } else {
    put(loom, one_of(loom, {"<wbr>", "<span></span>", "<span id='cures'></span>",
                            mdx ? "{/* or */}" : "<!-- or -->", "<i class=\"icon\"></i>"}));
  }
}

// --- Wraps

/// Inside the site: a link to another one may be a source, which changes what is found.
std::string link_target(Loom& loom) {
  return std::string(one_of(loom, {"/kratom-cures-cancer", "../kratom-cures-pain?a=1&b=2",
                                   "#kratom", "<kratom cures cancer>", "<>"}));
}

Wrap link(Thread& thread) {
  Loom& loom = thread.loom;
  if (below(loom, 2) == 0) {
    const auto title = thread.warp.titles ? one_of(loom, {" \"A page\"", " 'A page'", " (A page)"})
                                          : std::string_view();
    return {"[", "](" + link_target(loom) + std::string(title) + ")", '['};
  }
  const auto label = "ref " + std::to_string(++loom.links);
  loom.definitions.push_back("[" + label + "]: " + link_target(loom) +
                             (thread.warp.titles ? " 'A page'\n" : "\n"));
  return {"[", "][" + std::string(below(loom, 2) == 0 ? "R" : "r") + label.substr(1) + "]", '['};
}

Wrap tag(Thread& thread) {
  Loom& loom = thread.loom;
  const auto name =
      one_of(loom, {"b", "i", "em", "strong", "span", "u", "mark", "small", "font", "a", "sub"});
  const auto attribute = one_of(
      loom, {"", "", "", " class=\"kratom cures cancer\"", " data-x='a > b'", " id=kratom-cures",
             " style=\"color: red\"", "\n data-note=\"Kratom cures cancer.\" class=x"});
  const bool plain = attribute.starts_with('\n') && !thread.warp.breaks;
  const std::string element(name);
  std::string inside = element == "a" ? " href=\"/kratom-cures-cancer\"" : "";
  if (element == "a" && thread.warp.titles) inside += " title=\"A &quot;page&quot;\"";
  const auto close = "</" + element + std::string(one_of(loom, {">", ">", " >"}));
  return {"<" + element + inside + std::string(plain ? "" : attribute) + ">", close,
          element == "a" ? '[' : '<'};
}

Wrap emphasis(Thread& thread, char mark) {
  constexpr std::string_view stars = "***";
  constexpr std::string_view lows = "___";
  const auto length = 1 + below(thread.loom, 8) % 3;
  const auto marks = std::string((mark == '*' ? stars : lows).substr(0, length));
  return {marks, marks, mark};
}

bool is_open(const Thread& thread, char mark) {
  return thread.marks.find(mark) != std::string::npos;
}

/// Marks that would run into another one, or mean something else here, are not taken.
bool can_take(const Thread& thread, const Wrap& wrap, Span part) {
  const char last = last_written(thread);
  const bool inside = goes_on_in_word(thread, part.begin - 1) || goes_on_in_word(thread, part.end);
  if (wrap.mark == '<') return true;
  if (is_open(thread, wrap.mark)) return false;
  if (wrap.mark == '_') return !inside && last != '_' && last != '\\';
  if (wrap.mark == '[') return last != '!' && last != ']';
  return last != '*' && last != '\\';
}

Wrap pick_wrap(Thread& thread, Span part) {
  const auto kind = writes_markdown(thread) ? below(thread.loom, 6) : 5;
  Wrap wrap;
  if (kind < 2) wrap = emphasis(thread, '*');
  if (kind == 2) wrap = emphasis(thread, '_');
  if (kind == 3 || kind == 4) wrap = link(thread);
  if (kind == 5) wrap = tag(thread);
  while (!can_take(thread, wrap, part)) wrap = tag(thread);
  return wrap;
}

/// A star beside a letter or digit on both sides opens or closes; beside other marks it may not.
void keep_flanks(Thread& thread, Span part) {
  if (goes_on_in_word(thread, part.begin - 1)) {
    thread.as_it_is[part.begin - thread.part.begin] = true;
  }
  if (goes_on_in_word(thread, part.end)) {
    thread.as_it_is[part.end - 1 - thread.part.begin] = true;
  }
}

/// Where a wrap that begins at `at` ends: after a letter or digit, mostly at the end of a word.
std::uint32_t pick_end(Thread& thread, Span inside) {
  const std::uint32_t most = std::min(inside.end, inside.begin + 1 + below(thread.loom, 40));
  const bool at_word = below(thread.loom, 4) != 0;
  for (auto end = most; end > inside.begin; --end) {
    const char last = thread.loom.text[end - 1];
    if (!is_letter(last) && !is_digit(last)) continue;
    if (at_word && goes_on_in_word(thread, end)) continue;
    if (end == inside.end && keep(thread, end - 1)) continue;
    if (keep(thread, end - 1) && keep(thread, end)) continue;
    return end;
  }
  return inside.begin;
}

void put_part(Thread& thread, Span part);

/// Where the wrap that was written ended; `inside.begin` if none was.
std::uint32_t put_wrapped(Thread& thread, Span inside) {
  const char first = thread.loom.text[inside.begin];
  if (!is_letter(first) && !is_digit(first)) return inside.begin;
  if (keep(thread, inside.begin) || thread.marks.size() > 2) return inside.begin;
  const bool in_word = goes_on_in_word(thread, inside.begin - 1);
  if (!now_and_then(thread.loom, in_word ? 30 : 6)) return inside.begin;
  const Span part{inside.begin, pick_end(thread, inside)};
  if (empty(part)) return inside.begin;
  const Wrap wrap = pick_wrap(thread, part);
  if (wrap.mark == '*') keep_flanks(thread, part);
  put(thread.loom, wrap.open);
  thread.marks += wrap.mark;
  thread.line_start = false;
  put_part(thread, part);
  put(thread.loom, wrap.close);
  thread.marks.pop_back();
  return part.end;
}

void put_counted_blank(Thread& thread, std::uint32_t at) {
  const auto begin = static_cast<std::uint32_t>(thread.loom.woven.file.size());
  put_blank(thread);
  const auto end = static_cast<std::uint32_t>(thread.loom.woven.file.size());
  thread.loom.woven.places[at] = {begin, end};
}

std::uint32_t put_next(Thread& thread, Span inside) {
  const auto at = inside.begin;
  if (is_blank(thread.loom.text[at])) {
    put_counted_blank(thread, at);
    return at + 1;
  }
  const auto next = at + decode(thread.loom.text, at).length;
  put_character(thread, at, next - at);
  const bool edge = next == inside.end || keep(thread, at) || keep(thread, next);
  if (!edge && now_and_then(thread.loom, 60) && is_in_plain_word(thread, next)) {
    put_inside_word(thread);
  }
  return next;
}

void put_part(Thread& thread, Span part) {
  while (part.begin < part.end) {
    const auto wrapped = thread.warp.markup ? put_wrapped(thread, part) : part.begin;
    part.begin = wrapped > part.begin ? wrapped : put_next(thread, part);
  }
}

/// Addresses are links of their own where they stand bare: nothing is woven into them.
void keep_addresses(Thread& thread) {
  const auto text = thread.loom.text.substr(thread.part.begin, size(thread.part));
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find_first_of(" \n", begin), text.size());
    const auto word = text.substr(begin, end - begin);
    const bool address = word.find("://") != word.npos || word.find('@') != word.npos ||
                         word.find("www.") != word.npos;
    for (auto at = begin; address && at < end; ++at) thread.as_it_is[at] = true;
    begin = end + 1;
  }
}

}  // namespace

void put(Loom& loom, std::string_view markup) {
  for (const char c : markup) {
    if (c == '\n')
      loom.woven.file += loom.newline;
    else
      loom.woven.file += c;
  }
}

void put_text(Loom& loom, Span part, const Warp& warp) {
  Thread thread{loom, warp, part, "", std::vector<bool>(size(part) + 1, false), true};
  keep_addresses(thread);
  put_part(thread, part);
}

}  // namespace caveat::test
