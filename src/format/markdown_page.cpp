#include "format/markdown_page.hpp"

#include <algorithm>

#include "format/markdown_tame.hpp"
#include "format/write.hpp"
#include "text/category.hpp"

namespace caveat {
namespace {

constexpr std::string_view object = "\uFFFC";
constexpr std::uint32_t longest_term = 100;  // bytes; longer ones are paragraphs

constexpr std::array<std::string_view, 10> raised_digits = {"\u2070", "\u00B9", "\u00B2", "\u00B3",
                                                            "\u2074", "\u2075", "\u2076", "\u2077",
                                                            "\u2078", "\u2079"};

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

bool is_one_of(char c, std::string_view set) {
  return set.find(c) != set.npos;
}

/// What a backslash may stand before.
bool is_punctuation(char c) {
  return c > ' ' && c < '\x7F' && ascii_category(static_cast<unsigned char>(c)) == Category::other;
}

std::string_view slice(const MarkdownPage& page, Span part) {
  return page.bytes.substr(part.begin, size(part));
}

Flow& flow_of(MarkdownPage& page) {
  return page.images > 0 ? page.alt : page.text;
}

std::uint32_t length_of(const Passage& passage) {
  return static_cast<std::uint32_t>(passage.text.size());
}

/// Whether the open block shows anything yet.
bool has_text(const MarkdownPage& page) {
  const Blocks& blocks = *page.blocks;
  return page.open && blocks.passage.text.size() > blocks.blocks.back().shown.begin;
}

void start_flow(Flow& flow, Passage& passage) {
  flow = {&passage, 0, 0, false, true};
}

/// What stands for other bytes must not be as long as they are: that would make it a copy of them.
/// Of such references ("&acE;") each character has its own part.
void append_reference(Passage& passage, std::string_view shown, const PassageView& file,
                      Span part) {
  const std::uint32_t first = decode(shown, 0).length;
  if (shown.size() != size(part) || first == shown.size()) {
    return append_for(passage, shown, file, part);
  }
  append_for(passage, shown.substr(0, first), file, {part.begin, part.begin + 1});
  append_for(passage, shown.substr(first), file, {part.begin + 1, part.end});
}

// --- Text

/// An "&" and what it may begin; what is dealt with.
std::uint32_t append_entity(MarkdownPage& page, Passage& passage, Span part, EntityRules rules) {
  std::string shown;
  const std::uint32_t length = read_entity(slice(page, part), 0, rules, shown);
  if (length == 0) {
    append(passage, page.file, {part.begin, part.begin + 1});
    return 1;
  }
  append_reference(passage, shown, page.file, {part.begin, part.begin + length});
  return length;
}

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// Broken characters must not make a whole one over the markup between them.
void part_bytes(MarkdownPage& page, Passage& passage, Span part) {
  if (empty(part) || passage.text.empty() || !is_continuation(page.bytes[part.begin])) return;
  if ((static_cast<unsigned char>(passage.text.back()) & 0x80U) == 0) return;
  append_between(passage, " ", part.begin);
}

void append_text(MarkdownPage& page, Passage& passage, Span part,
                 EntityRules rules = EntityRules::markdown) {
  part_bytes(page, passage, part);
  while (!empty(part)) {
    const auto found = slice(page, part).find('&');
    const auto plain = static_cast<std::uint32_t>(std::min<std::size_t>(found, size(part)));
    append(passage, page.file, {part.begin, part.begin + plain});
    part.begin += plain;
    if (!empty(part)) part.begin += append_entity(page, passage, part, rules);
  }
}

/// The last character of what a passage shows.
Category last_category(const Passage& passage) {
  std::size_t at = passage.text.size();
  if (at == 0) return Category::space;
  do {
    --at;
  } while (at > 0 && is_continuation(passage.text[at]));
  return glyph_at(passage.text, at).category;
}

/// "mood<sup>12</sup>": its digits are raised until something else comes.
void append_raised(MarkdownPage& page, Passage& passage, Span part) {
  for (; !empty(part) && !page.raised_text; ++part.begin) {
    const char c = page.bytes[part.begin];
    if (c >= '0' && c <= '9') {
      append_for(passage, raised_digits[static_cast<std::size_t>(c - '0')], page.file,
                 {part.begin, part.begin + 1});
    } else if (is_one_of(c, ", -")) {
      append(passage, page.file, {part.begin, part.begin + 1});
    } else {
      page.raised_text = true;
      if (last_category(passage) == Category::letter) append_between(passage, " ", part.begin);
      break;
    }
  }
  append_text(page, passage, part);
}

void append_breaks(MarkdownPage& page, Flow& flow, std::uint32_t next) {
  const bool pending = flow.soft_break || flow.hard_breaks > 0;
  if (flow.hard_breaks > 1 && page.images == 0 && has_text(page)) {
    open_block(page, page.shape);
  } else if (pending && (page.images > 0 || has_text(page))) {
    append_line_end(*flow.passage, page, flow.end, next);
  }
  flow.soft_break = false;
  flow.hard_breaks = 0;
}

// --- What a line begins with

bool may_be_term(const MarkdownPage& page, std::uint32_t index) {
  const Block& block = page.blocks->blocks[index];
  const auto words =
      std::string_view(page.blocks->passage.text).substr(block.shown.begin, size(block.shown));
  const bool plain = block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item;
  return plain && size(block.shown) <= longest_term && words.find('\n') == words.npos;
}

/// The `head` that a line ": what it is" speaks of; no_block if there is none. Its block is closed.
std::uint32_t term_of(MarkdownPage& page) {
  Blocks& blocks = *page.blocks;
  const auto open = static_cast<std::uint32_t>(blocks.blocks.size() - 1);
  if (has_text(page) && blocks.blocks[open].kind == BlockKind::cell) return page.shape.header;
  if (has_text(page)) {
    if (blocks.passage.text.size() - blocks.blocks[open].shown.begin > longest_term)
      return no_block;
    blocks.blocks[open].kind = BlockKind::head;
    page.shape = page.frame;
    return close_block(page);
  }
  if (open == 0) return no_block;
  if (page.definition == open - 1) return blocks.blocks[open - 1].header;
  if (page.number < 2 || !may_be_term(page, open - 1)) return no_block;
  blocks.blocks[open - 1].kind = BlockKind::head;
  return open - 1;
}

bool start_definition(MarkdownPage& page) {
  if (page.text.hard_breaks > 0) return false;
  const std::uint32_t term = term_of(page);
  if (!page.open && term == no_block) open_block(page, page.frame);
  if (term == no_block) return false;
  Block cell = page.frame;
  cell.kind = BlockKind::cell;
  cell.header = term;
  open_block(page, cell);
  page.definition = static_cast<std::uint32_t>(page.blocks->blocks.size() - 1);
  return true;
}

bool holds_lines(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::list_item;
}

/// Without the mark of a footnote's text or of a definition.
Span start_line(MarkdownPage& page, Span part) {
  page.text.line_start = false;
  const bool defines =
      page.shape.kind == BlockKind::cell && page.definition + 1 == page.blocks->blocks.size();
  if (!holds_lines(page.shape.kind) && !defines) return part;
  const auto text = slice(page, part);
  const std::uint32_t note = footnote_mark(text);
  if (note != 0 && text.substr(note).starts_with(':')) {
    if (has_text(page)) open_block(page, page.frame);
    part.begin += note + 1;
  } else if (text.size() > 1 && text[0] == ':' && is_blank(text[1]) && start_definition(page)) {
    part.begin += 1;
  }
  page.text.line_start = false;
  return part;
}

// --- Titles

/// A line's end or an escape in a title; what is dealt with.
std::uint32_t append_title_mark(MarkdownPage& page, std::string_view text, std::uint32_t begin) {
  if (text.front() == '\\') {
    const bool escapes = text.size() > 1 && is_punctuation(text[1]);
    const std::uint32_t shown = begin + (escapes ? 1 : 0);
    append(page.alts, page.file, {shown, shown + 1});
    return escapes ? 2 : 1;
  }
  const auto next = std::min(text.find_first_not_of(" \t\r\n>"), text.size());
  append_line_end(page.alts, page, begin, begin + static_cast<std::uint32_t>(next));
  return static_cast<std::uint32_t>(next);
}

// --- Blocks that wait

void append_alts(MarkdownPage& page) {
  Blocks& blocks = *page.blocks;
  for (const Span part : page.alt_parts) {
    open_block(blocks, {BlockKind::alt, 0, page.frame.quote});
    append(blocks.passage, view(page.alts), part);
    close_block(blocks);
  }
  page.alt_parts.clear();
  clear(page.alts);
}

void drop_hidings(MarkdownPage& page) {
  page.hidings.clear();
  page.hidden.fill(0);
}

// --- What is hidden

/// Tells blocks and images apart.
std::uint64_t place_now(const MarkdownPage& page) {
  const std::uint64_t image = page.images > 0 ? page.alt_begin + std::uint64_t{1} : 0;
  return (std::uint64_t{page.number} << 32U) + image;
}

/// Takes back what was written since; what it stood for.
Span take_back(Passage& passage, const Hiding& hiding) {
  const Span shown = {static_cast<std::uint32_t>(hiding.text), length_of(passage)};
  const Span place = empty(shown) ? Span{} : to_source(view(passage), shown);
  passage.text.resize(hiding.text);
  passage.runs.resize(hiding.runs);
  if (hiding.runs > 0) passage.runs.back() = hiding.last;
  return place;
}

void append_hidden(MarkdownPage& page, Flow& flow, Hidden what, Span place) {
  switch (what) {
    case Hidden::code:
    case Hidden::code_tag:
      if (empty(place)) break;
      if (size(place) == object.size()) place = {place.begin - 1, place.end + 1};  // its marks too
      append_for(*flow.passage, object, page.file, place);
      flow.end = std::max(flow.end, place.end);
      break;
    case Hidden::struck:
    case Hidden::struck_tag:
      append_between(*flow.passage, " ", std::max(flow.end, place.begin));
      break;
  }
}

}  // namespace

void append_line_end(Passage& passage, const MarkdownPage& page, std::uint32_t begin,
                     std::uint32_t end) {
  const auto gap = page.bytes.substr(begin, end > begin ? end - begin : 0);
  const auto line = gap.find_first_of("\r\n");
  if (line == gap.npos) return append_between(passage, "\n", begin);
  Span part = {static_cast<std::uint32_t>(line), static_cast<std::uint32_t>(line)};
  while (part.begin > 0 && is_one_of(gap[part.begin - 1], " \t\\")) --part.begin;
  while (part.end < gap.size() && is_one_of(gap[part.end], " \t\r\n>")) ++part.end;
  if (size(part) == 1 && gap[line] == '\r') return append_between(passage, "\n", begin);
  append_for(passage, "\n", page.file, {begin + part.begin, begin + part.end});
}

void open_block(MarkdownPage& page, const Block& shape) {
  if (page.open) close_block(page);
  open_block(*page.blocks, shape);
  page.shape = shape;
  page.open = true;
  ++page.number;
  start_flow(page.text, page.blocks->passage);
}

std::uint32_t close_block(MarkdownPage& page) {
  std::uint32_t index = no_block;
  page.images = std::min(page.images, 1U);  // md4c does not end all that it begins
  close_image(page);
  if (page.open) index = close_block(*page.blocks);
  page.open = false;
  page.raised = 0;
  drop_hidings(page);
  append_alts(page);
  return index;
}

void show_text(MarkdownPage& page, Span part) {
  if (page.concealed > 0) return;
  if (page.images == 0 && !page.open) open_block(page, page.frame);
  if (page.images == 0 && page.text.line_start) part = start_line(page, part);
  if (empty(part)) return;
  Flow& flow = flow_of(page);
  append_breaks(page, flow, part.begin);
  if (page.raised > 0) {
    append_raised(page, *flow.passage, part);
  } else {
    append_text(page, *flow.passage, part);
  }
  flow.end = part.end;
}

void show_object(MarkdownPage& page, Span part) {
  if (page.concealed > 0) return;
  if (page.images == 0 && !page.open) open_block(page, page.frame);
  Flow& flow = flow_of(page);
  append_breaks(page, flow, part.begin);
  const bool as_long = size(part) == object.size();
  append_for(*flow.passage, object, page.file, as_long ? Span{part.begin, part.begin + 1} : part);
  flow.end = part.end;
}

void show_for_tag(MarkdownPage& page, std::string_view shown, Span place) {
  if (page.concealed > 0) return;
  if (page.images == 0 && !page.open) open_block(page, page.frame);
  Flow& flow = flow_of(page);
  append_breaks(page, flow, place.begin);
  append_between(*flow.passage, shown, place.begin);
  flow.line_start = false;
  flow.end = place.end;
}

void break_soft(MarkdownPage& page) {
  if (page.concealed > 0) return;
  flow_of(page).soft_break = true;
  flow_of(page).line_start = true;
}

void break_hard(MarkdownPage& page) {
  if (page.concealed > 0) return;
  Flow& flow = flow_of(page);
  if (flow.hard_breaks < 2) ++flow.hard_breaks;
  flow.line_start = true;
}

void hide(MarkdownPage& page, Hidden what) {
  if (page.concealed > 0) return;
  if (page.images == 0 && !page.open) open_block(page, page.frame);
  Flow& flow = flow_of(page);
  append_breaks(page, flow, flow.end);
  const Passage& passage = *flow.passage;
  flow.line_start = false;
  Hiding hiding = {what, place_now(page), passage.text.size(), passage.runs.size(), {}};
  if (!passage.runs.empty()) hiding.last = passage.runs.back();
  page.hidings.push_back(hiding);
  ++page.hidden[static_cast<std::size_t>(what)];
}

void end_hiding(MarkdownPage& page, Hidden what) {
  if (page.hidden[static_cast<std::size_t>(what)] == 0) return;
  Hiding hiding;
  do {
    hiding = page.hidings.back();
    page.hidings.pop_back();
    --page.hidden[static_cast<std::size_t>(hiding.what)];
  } while (hiding.what != what);
  Flow& flow = flow_of(page);
  if (hiding.where != place_now(page)) return;
  append_hidden(page, flow, what, take_back(*flow.passage, hiding));
}

void open_image(MarkdownPage& page) {
  if (page.images++ > 0) return;
  start_flow(page.alt, page.alts);
  page.alt_begin = length_of(page.alts);
}

void close_image(MarkdownPage& page) {
  if (page.images == 0 || --page.images > 0) return;  // md4c ends some that it has not begun
  const Span part = {page.alt_begin, length_of(page.alts)};
  if (!empty(part)) page.alt_parts.push_back(part);
  if (has_text(page) && page.concealed == 0) {
    append_between(page.blocks->passage, " ", page.text.end);
  }
}

void show_title(MarkdownPage& page, Span part, EntityRules rules) {
  if (page.images > 0 || page.concealed > 0 || empty(part) ||
      !page.titles.insert(part.begin).second)
    return;
  const std::string_view marks = rules == EntityRules::markdown ? "\\\r\n" : "\r\n";
  const std::uint32_t begin = length_of(page.alts);
  while (!empty(part)) {
    const auto text = slice(page, part);
    const auto plain =
        static_cast<std::uint32_t>(std::min<std::size_t>(text.find_first_of(marks), text.size()));
    append_text(page, page.alts, {part.begin, part.begin + plain}, rules);
    part.begin += plain;
    if (!empty(part)) part.begin += append_title_mark(page, text.substr(plain), part.begin);
  }
  page.alt_parts.push_back({begin, length_of(page.alts)});
}

}  // namespace caveat
