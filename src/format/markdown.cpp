// Markdown, read with md4c: its callbacks tell blocks, spans and text in order, as pointers into
// the text, so that every word has its place at once. What md4c cannot be given as it is is tamed
// first (markdown_tame.hpp); what a block shows is written by markdown_page.hpp. Rejected: a tree
// (cmark): it copies text, and its inline nodes know no offsets.
#include <md4c.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "format/directive.hpp"
#include "format/format.hpp"
#include "format/front_matter.hpp"
#include "format/html.hpp"
#include "format/markdown_mdx.hpp"
#include "format/markdown_page.hpp"
#include "format/markdown_tame.hpp"
#include "format/write.hpp"

namespace caveat {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// md4c counts the bytes of its notes on blocks in an int: at most eight for a byte of the file.
constexpr std::size_t largest = std::size_t{128} << 20U;

constexpr int stop = -1;  // what a callback returns to stop md4c; it goes on after others

// Two things md4c does that a file may ask for again and again with few bytes: it copies the target
// and the title of a definition for each link to it, and fills up the rows of tables with empty
// cells. A file may have so much of each for a byte; past it, it is read without both.
constexpr std::size_t attributes_a_byte = 4;
constexpr std::size_t cells_a_byte = 1;
constexpr std::size_t small_file = 65536;

enum class Container : std::uint8_t { quote, item };
enum class Verbatim : std::uint8_t { no, code, html };

struct Reader {
  MarkdownPage page;
  const TamedText* text = nullptr;
  std::vector<Container> containers;
  std::vector<std::uint32_t> heads;  ///< of the table's columns
  std::size_t column = 0;
  Verbatim verbatim = Verbatim::no;
  Passage html;  ///< a block of it
  std::uint32_t html_end = 0;
  bool html_line_end = false;
  bool conceals = false;  ///< an element in a block of HTML hides what follows
  std::vector<Span> tag;  ///< its pieces, one a line
  bool tag_goes_on = false;
  std::uint32_t link = 0;      ///< where in the passage the text of the link begins
  std::size_t attributes = 0;  ///< bytes of targets and titles so far
  std::size_t cells = 0;
};

/// Whether md4c shows a part of the text, or something of its own.
bool is_in_text(const TamedText& text, const char* at) {
  const char* begin = text.bytes.data();
  return std::greater_equal<>{}(at, begin) && std::less<>{}(at, begin + text.size);
}

Span place_in_file(const TamedText& text, const char* at, std::size_t length) {
  const auto begin = static_cast<std::uint32_t>(at - text.bytes.data());
  return {in_file(text, begin), in_file(text, begin + static_cast<std::uint32_t>(length))};
}

/// What frames text outside of headings and tables.
void set_frame(Reader& reader) {
  const auto& containers = reader.containers;
  const bool quoted =
      reader.page.quotes > 0 || std::ranges::find(containers, Container::quote) != containers.end();
  const bool item = !containers.empty() && containers.back() == Container::item;
  reader.page.frame = {item ? BlockKind::list_item : BlockKind::paragraph, 0, quoted};
}

/// In Markdown an element that begins inside a paragraph does not outlive it.
void end_paragraph(Reader& reader) {
  if (!reader.page.components && !reader.conceals) reader.page.concealed = 0;
}

void enter_container(Reader& reader, Container container) {
  close_block(reader.page);
  reader.containers.push_back(container);
  set_frame(reader);
}

void leave_container(Reader& reader) {
  close_block(reader.page);
  reader.containers.pop_back();
  set_frame(reader);
}

void open_framed(Reader& reader, BlockKind kind, std::uint8_t level = 0) {
  Block shape = reader.page.frame;
  shape.kind = kind;
  shape.level = level;
  open_block(reader.page, shape);
}

/// A cell is opened by its first word: most of those that md4c adds have none.
int enter_cell(Reader& reader) {
  Block& frame = reader.page.frame;
  frame.kind = BlockKind::cell;
  if (reader.column < reader.heads.size()) frame.header = reader.heads[reader.column];
  return ++reader.cells > cells_a_byte * (reader.text->size + small_file) ? stop : 0;
}

void leave_cell(Reader& reader) {
  close_block(reader.page);
  ++reader.column;
  set_frame(reader);
}

// --- HTML blocks

/// A block that is one comment needs no parser of HTML.
bool take_comment(Reader& reader) {
  const std::string_view text = reader.html.text;
  const auto begin = text.find_first_not_of(" \t\n");
  if (begin == text.npos || !text.substr(begin).starts_with("<!--")) return false;
  const auto end = text.find("-->", begin + 4);
  if (end == text.npos || text.find_first_not_of(" \t\n", end + 3) != text.npos) return false;
  const PassageView html = view(reader.html);
  const auto first = static_cast<std::uint32_t>(begin);
  const auto last = static_cast<std::uint32_t>(end);
  const Span words = first + 4 < last ? to_source(html, {first + 4, last}) : Span{};
  take_directive(reader.page.bytes, to_source(html, {first, last + 3}), words,
                 reader.page.blocks->directives);
  return true;
}

/// Quotations and what is not shown may be opened in one block of HTML and closed in another, with
/// Markdown between. Scripts and comments may hold tags that are none.
void note_tags(Reader& reader) {
  const std::string_view text = reader.html.text;
  for (const std::string_view word : {"<!--", "<script", "<style", "<pre", "<textarea"}) {
    if (text.find(word) != text.npos) return;
  }
  for (auto at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    const auto tag =
        text.substr(at, std::min(text.find_first_of("<>", at + 1), text.size()) + 1 - at);
    if (conceal(reader.page, tag)) continue;
    if (tag.starts_with("<blockquote")) ++reader.page.quotes;
    if (tag == "</blockquote>" && reader.page.quotes > 0) --reader.page.quotes;
  }
  reader.conceals = reader.page.concealed > 0;
  set_frame(reader);
}

/// "<div>" or "</div>" alone, as around Markdown: nothing but tags, none of them with words.
bool is_only_tags(std::string_view text) {
  for (const std::string_view word : {"<!", "alt", "title", "content"}) {
    if (text.find(word) != text.npos) return false;
  }
  bool in_tag = false;
  for (const char c : text) {
    if (c == '<' || c == '>') {
      if (in_tag == (c == '<')) return false;
      in_tag = !in_tag;
    } else if (!in_tag && c != ' ' && c != '\t' && c != '\n') {
      return false;
    }
  }
  return !in_tag;
}

/// "<?php … ?>" is the server's; browsers would show all after its first ">".
bool is_instruction(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\n"), text.size()));
  const auto end = text.find("?>");
  return text.starts_with("<?") && end != text.npos &&
         text.find_first_not_of(" \t\n", end + 2) == text.npos;
}

void read_html_block(Reader& reader) {
  const MarkdownPage& page = reader.page;
  if (reader.html.text.empty() || take_comment(reader)) return;
  if (is_instruction(reader.html.text)) return;
  if (page.concealed == 0 && !is_only_tags(reader.html.text)) {
    append_html(view(reader.html), {page.frame.kind, page.frame.quote}, *reader.page.blocks);
  }
  note_tags(reader);
}

void start_html(Reader& reader) {
  close_block(reader.page);
  clear(reader.html);
  reader.html_line_end = false;
}

void append_html_piece(Reader& reader, Span part) {
  const Span gap = {reader.html_end, part.begin};
  if (reader.html_line_end && size(gap) == 1) {
    append(reader.html, reader.page.file, gap);  // "\r" too: HTML knows it
  } else if (reader.html_line_end) {
    append_line_end(reader.html, reader.page, gap.begin, gap.end);
  }
  append(reader.html, reader.page.file, part);
  reader.html_end = part.end;
  reader.html_line_end = false;
}

// --- Blocks

int enter_block(MD_BLOCKTYPE type, void* detail, void* user) {
  Reader& reader = *static_cast<Reader*>(user);
  end_paragraph(reader);
  switch (type) {
    case MD_BLOCK_QUOTE:
      enter_container(reader, Container::quote);
      break;
    case MD_BLOCK_LI:
      enter_container(reader, Container::item);
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      close_block(reader.page);
      break;
    case MD_BLOCK_H:
      open_framed(reader, BlockKind::heading,
                  static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
      break;
    case MD_BLOCK_CODE:
      close_block(reader.page);
      reader.verbatim = Verbatim::code;
      break;
    case MD_BLOCK_HTML:
      start_html(reader);
      reader.verbatim = Verbatim::html;
      break;
    case MD_BLOCK_P:
      open_block(reader.page, reader.page.frame);
      break;
    case MD_BLOCK_TABLE:
      close_block(reader.page);
      reader.heads.clear();
      break;
    case MD_BLOCK_TR:
      reader.column = 0;
      break;
    case MD_BLOCK_TH:
      open_framed(reader, BlockKind::head);
      break;
    case MD_BLOCK_TD:
      return enter_cell(reader);
    default:
      break;
  }
  return 0;
}

void flush_tag(Reader& reader) {
  if (reader.tag.empty()) return;
  read_tag(reader.page, reader.tag);
  reader.tag.clear();
  reader.tag_goes_on = false;
}

int leave_block(MD_BLOCKTYPE type, void*, void* user) {
  Reader& reader = *static_cast<Reader*>(user);
  flush_tag(reader);
  end_paragraph(reader);
  switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_LI:
      leave_container(reader);
      break;
    case MD_BLOCK_HTML:
      read_html_block(reader);
      [[fallthrough]];
    case MD_BLOCK_CODE:
      reader.verbatim = Verbatim::no;
      break;
    case MD_BLOCK_H:
    case MD_BLOCK_P:
      close_block(reader.page);
      break;
    case MD_BLOCK_TH:
      reader.heads.push_back(close_block(reader.page));
      break;
    case MD_BLOCK_TD:
      leave_cell(reader);
      break;
    default:
      break;
  }
  return 0;
}

// --- Spans

/// Where the title is that md4c tells as a copy, since it holds an escape or a line's end: it
/// follows the link's target.
Span find_title(const Reader& reader, const MD_ATTRIBUTE& target) {
  const TamedText& text = *reader.text;
  if (target.text == nullptr || !is_in_text(text, target.text)) return {};
  const std::string_view all(text.bytes.data(), text.size);
  const auto from = static_cast<std::size_t>(target.text - all.data()) + target.size;
  const auto open = all.find_first_not_of(" \t\r\n>", from);
  if (open == all.npos) return {};
  const char closing = all[open] == '(' ? ')' : all[open];
  if (closing != ')' && closing != '"' && closing != '\'') return {};
  std::size_t end = open + 1;
  while (end < all.size() && all[end] != closing) end += all[end] == '\\' ? 2 : 1;
  if (end >= all.size()) return {};
  return place_in_file(text, all.data() + open + 1, end - open - 1);
}

void read_link_title(Reader& reader, const MD_ATTRIBUTE& target, const MD_ATTRIBUTE& title) {
  if (title.text == nullptr || title.size == 0) return;
  const bool direct = is_in_text(*reader.text, title.text);
  show_title(
      reader.page,
      direct ? place_in_file(*reader.text, title.text, title.size) : find_title(reader, target),
      EntityRules::markdown);
}

int enter_link(Reader& reader, const MD_ATTRIBUTE& target, const MD_ATTRIBUTE& title) {
  read_link_title(reader, target, title);
  reader.attributes += target.size + title.size;
  return reader.attributes > attributes_a_byte * (reader.text->size + small_file) ? stop : 0;
}

int enter_span(MD_SPANTYPE type, void* detail, void* user) {
  Reader& reader = *static_cast<Reader*>(user);
  flush_tag(reader);
  int result = 0;
  if (type == MD_SPAN_CODE) hide(reader.page, Hidden::code);
  if (type == MD_SPAN_DEL) hide(reader.page, Hidden::struck);
  if (type == MD_SPAN_A) {
    const auto* link = static_cast<MD_SPAN_A_DETAIL*>(detail);
    result = enter_link(reader, link->href, link->title);
    reader.link = static_cast<std::uint32_t>(reader.page.blocks->passage.text.size());
  }
  if (type == MD_SPAN_IMG) {
    const auto* image = static_cast<MD_SPAN_IMG_DETAIL*>(detail);
    result = enter_link(reader, image->src, image->title);
    open_image(reader.page);
  }
  return result;
}

int leave_span(MD_SPANTYPE type, void* detail, void* user) {
  Reader& reader = *static_cast<Reader*>(user);
  flush_tag(reader);
  if (type == MD_SPAN_A) {
    const MD_ATTRIBUTE& target = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
    note_link(*reader.page.blocks, reader.link, {target.text, target.size});
  }
  if (type == MD_SPAN_CODE) end_hiding(reader.page, Hidden::code);
  if (type == MD_SPAN_DEL) end_hiding(reader.page, Hidden::struck);
  if (type == MD_SPAN_IMG) close_image(reader.page);
  return 0;
}

// --- Text

/// Text with what markdown_mdx.cpp put for expressions and comments.
void show_tamed(Reader& reader, std::string_view text) {
  if (!reader.page.components) {
    show_text(reader.page, place_in_file(*reader.text, text.data(), text.size()));
    return;
  }
  constexpr std::string_view fillers = "\x02\x03";  // expression, nothing
  while (!text.empty()) {
    const auto plain = std::min(text.find_first_of(fillers), text.size());
    if (plain > 0) show_text(reader.page, place_in_file(*reader.text, text.data(), plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    const auto length = std::min(text.find_first_not_of(text.front()), text.size());
    const Span part = place_in_file(*reader.text, text.data(), length);
    if (text.front() == expression) show_object(reader.page, part);
    text.remove_prefix(length);
  }
}

void read_tag_piece(Reader& reader, const char* text, std::size_t length) {
  if (!is_in_text(*reader.text, text)) {
    reader.tag_goes_on = true;
    return;
  }
  if (!reader.tag_goes_on && *text == '<') flush_tag(reader);
  reader.tag.push_back(place_in_file(*reader.text, text, length));
  reader.tag_goes_on = false;
}

void read_html_piece(Reader& reader, const char* text, std::size_t length) {
  if (is_in_text(*reader.text, text)) {
    append_html_piece(reader, place_in_file(*reader.text, text, length));
  } else if (*text == '\n') {
    reader.html_line_end = true;
  }
}

int read_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE length, void* user) {
  Reader& reader = *static_cast<Reader*>(user);
  if (reader.verbatim == Verbatim::code) return 0;
  if (reader.verbatim == Verbatim::html) {
    read_html_piece(reader, text, length);
  } else if (type == MD_TEXT_HTML) {
    read_tag_piece(reader, text, length);
  } else {
    flush_tag(reader);
    if (type == MD_TEXT_BR) break_hard(reader.page);
    if (type == MD_TEXT_SOFTBR) break_soft(reader.page);
    if (is_in_text(*reader.text, text)) show_tamed(reader, {text, length});
  }
  return 0;
}

// --- Files

/// How much of Markdown a file is read with.
struct Dialect {
  Definitions definitions = Definitions::links;
  unsigned flags = 0;
  bool components = false;  ///< MDX
};

constexpr unsigned spans = MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;

constexpr Dialect markdown = {Definitions::links, spans | MD_FLAG_TABLES, false};
constexpr Dialect mdx = {
    Definitions::links,
    spans | MD_FLAG_TABLES | MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOINDENTEDCODEBLOCKS, true};

/// Whether it was read to its end.
bool parse(const Source& source, const TamedText& text, const Dialect& dialect, Blocks& blocks) {
  Run run;
  Reader reader;
  reader.page.bytes = source.bytes;
  reader.page.file = view(source, run);
  reader.page.blocks = &blocks;
  reader.text = &text;
  reader.page.components = dialect.components;
  MD_PARSER parser = {};
  parser.flags = dialect.flags;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = read_text;
  const bool whole = md_parse(text.bytes.data(), text.size, &parser, &reader) == 0;
  close_block(reader.page);
  return whole;
}

/// Where the text begins; the front matter's blocks are written.
std::uint32_t start(const Source& source, Blocks& blocks) {
  clear(blocks);
  const std::uint32_t begin = append_front_matter(source, blocks);
  const bool marked = begin == 0 && source.bytes.starts_with(byte_order_mark);
  return marked ? static_cast<std::uint32_t>(byte_order_mark.size()) : begin;
}

bool read(const Source& source, const Dialect& dialect, Blocks& blocks) {
  const std::uint32_t begin = start(source, blocks);
  if (!dialect.components) {
    return parse(source, tame_markdown(source.bytes, begin, dialect.definitions), dialect, blocks);
  }
  const std::string bytes = blank_components(source.bytes, begin, blocks.directives);
  const bool whole =
      parse(source, tame_markdown(bytes, begin, dialect.definitions), dialect, blocks);
  std::ranges::sort(blocks.directives, {}, [](const Directive& it) { return it.whole.begin; });
  return whole;
}

void read_dialect(const Source& source, Dialect dialect, Blocks& blocks) {
  if (source.bytes.size() > largest) return read_plain(source, blocks);
  if (read(source, dialect, blocks)) return;
  dialect.definitions = Definitions::none;
  dialect.flags &= ~unsigned{MD_FLAG_TABLES};
  read(source, dialect, blocks);
}

}  // namespace

void read_markdown(const Source& source, Blocks& blocks) {
  read_dialect(source, markdown, blocks);
}

void read_mdx(const Source& source, Blocks& blocks) {
  read_dialect(source, mdx, blocks);
}

}  // namespace caveat
