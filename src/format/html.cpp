// Pages and fragments of HTML. Gumbo makes the tree that browsers make, whatever the tags are; we
// walk it for which text is shown in which block, and take the text itself from the bytes of the
// page, where each byte has its place. What gumbo cannot bear is taken out first: html_tame.hpp.
#include "format/html.hpp"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string>
#include <utility>

#include "format/directive.hpp"
#include "format/format.hpp"
#include "format/html_facts.hpp"
#include "format/html_markup.hpp"
#include "format/html_table.hpp"
#include "format/html_tags.hpp"
#include "format/html_tame.hpp"
#include "format/html_text.hpp"
#include "format/html_tree.hpp"
#include "format/json_ld.hpp"
#include "format/line.hpp"
#include "format/write.hpp"

namespace caveat {
namespace {

constexpr std::string_view replaced = "\uFFFC";

/// In front of a fragment: in there rows and cells need no table.
constexpr std::string_view fragment_tag = "<template>";

/// What the text of an element is.
struct Context {
  Block shape;
  bool superior = false;
};

/// What is to be done when an element ends.
enum class Leaving : std::uint8_t {
  nothing,
  block,
  apart,
  quotation,
  table,
  column_head,
  row_head,
  terms,
  term,
};

struct Level {
  const GumboNode* node;
  unsigned next = 0;  ///< child
  Context outside;
  Leaving leaving = Leaving::nothing;
  std::size_t first_block = 0;  ///< that the element may have made
  bool link = false;
};

struct Table {
  Columns columns;
  bool heads_only = false;  ///< the row holds <th> alone
  CellPlace place;          ///< of the cell at hand
  std::uint32_t height = 1;
};

/// Text for blocks of its own once the block at hand ends.
struct Pending {
  Span part;
  Block shape;
  bool json = false;
};

/// The link that is open: one in another ends it.
struct Link {
  Span target;
  std::uint32_t shown = 0;  ///< where in the passage its text begins
};

struct Walker {
  HtmlPage page;
  Blocks& blocks;
  Context context;
  bool open = false;          ///< a block
  bool words = false;         ///< it shows more than blanks and replaced objects
  bool broken = false;        ///< it ends in <br>
  bool starts_sup = false;    ///< nothing of a <sup> has been shown yet
  std::uint32_t reached = 0;  ///< the end in the page of what the block shows
  Link link = {};
  std::vector<Level> levels = {};
  std::vector<Pending> pending = {};
  std::vector<Table> tables = {Table{}};
  std::vector<std::uint32_t> terms = {no_block};  ///< the last <dt> of each open <dl>
};

// --- Places

std::uint32_t offset(const Walker& walker, const char* at) {
  return static_cast<std::uint32_t>(at - walker.page.tame.data());
}

bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

/// False for elements that no tag stands for, and what we put around a fragment.
bool is_in_page(const Walker& walker, const GumboStringPiece& piece) {
  return piece.data != nullptr && !std::less<>()(piece.data, walker.page.tame.data());
}

Span place_of(const Walker& walker, const GumboStringPiece& piece) {
  const auto begin = offset(walker, piece.data);
  return {begin, begin + static_cast<std::uint32_t>(piece.length)};
}

/// From the "<" of its start tag; to the end of its start tag if it has no end tag.
Span place_of(const Walker& walker, const GumboElement& element) {
  const Span start = place_of(walker, element.original_tag);
  if (!is_in_page(walker, element.original_end_tag)) return start;
  return hull(start, place_of(walker, element.original_end_tag));
}

/// As the page has it: some were made <q> or <div> for gumbo.
GumboTag tag_of(const Walker& walker, const GumboElement& element) {
  if (element.tag != GUMBO_TAG_Q && element.tag != GUMBO_TAG_DIV) return element.tag;
  const auto begin = offset(walker, element.original_tag.data);
  return tag_named(slice(walker.page.html.text, read_markup(walker.page.html.text, begin).name));
}

// --- Blocks

std::uint32_t shown_of_block(const Walker& walker) {
  return walker.blocks.blocks.back().shown.begin;
}

Passage& passage_of(Walker& walker) {
  return walker.blocks.passage;
}

void begin_block(Walker& walker) {
  if (walker.open) return;
  open_block(walker.blocks, walker.context.shape);
  walker.open = true;
  walker.words = walker.broken = false;
  walker.reached = 0;
}

/// The block at hand shows nothing but what stands for an icon or a field.
void clear_block(Walker& walker) {
  Passage& passage = passage_of(walker);
  const auto begin = shown_of_block(walker);
  passage.text.resize(begin);
  while (!passage.runs.empty() && passage.runs.back().shown >= begin) passage.runs.pop_back();
  auto& links = walker.blocks.links;
  while (!links.empty() && links.back().begin >= begin) links.pop_back();
}

void append_pending(Walker& walker, const Pending& pending) {
  Passage& passage = passage_of(walker);
  if (pending.json) {
    Passage script;
    append(script, walker.page.html, pending.part);
    return append_json_ld(view(script), walker.blocks);
  }
  open_block(walker.blocks, pending.shape);
  append_text(walker.page, pending.part, TextKind::attribute, shown_of_block(walker), passage);
  close_block(walker.blocks);
}

void end_block(Walker& walker) {
  if (walker.open && !walker.words) clear_block(walker);
  if (walker.open) close_block(walker.blocks);
  walker.open = false;
  for (const Pending& pending : walker.pending) append_pending(walker, pending);
  walker.pending.clear();
}

/// After all that stands in front of it in the page, or in a block of its own: runs of one block
/// have increasing places.
void go_on_at(Walker& walker, std::uint32_t begin) {
  if (walker.open && begin < walker.reached) end_block(walker);
  begin_block(walker);
}

void show_blank(Walker& walker, std::uint32_t at) {
  if (!walker.open || at < walker.reached) return;
  append_blank(walker.page, at, shown_of_block(walker), passage_of(walker));
  walker.reached = at;
}

void show_replaced(Walker& walker, Span part) {
  go_on_at(walker, part.begin);
  append_for(passage_of(walker), replaced, walker.page.html, part);
  walker.reached = part.end;
  walker.broken = false;
}

/// Two in a row end the block.
void show_line_end(Walker& walker, Span tag) {
  if (!walker.open) return;
  if (walker.broken) return end_block(walker);
  Passage& passage = passage_of(walker);
  walker.broken = true;
  if (passage.text.size() <= shown_of_block(walker) || passage.text.back() == '\n') return;
  if (tag.begin < walker.reached) return;
  append_for(passage, "\n", walker.page.html, tag);
  walker.reached = tag.end;
}

void show_mark(Walker& walker, std::string_view mark, std::uint32_t at) {
  const auto source = to_source(walker.page.html, {at, at}).begin;
  append_between(passage_of(walker), mark, source);
  walker.reached = at;
}

// --- Text

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool ends_word(std::string_view text) {
  const char c = text.empty() ? ' ' : text.back();
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/// "kratom<sup>TM</sup>" is two words, "mood<sup>12</sup>" and "5<sup>th</sup>" are told by digits.
void begin_superior(Walker& walker, std::uint32_t at) {
  if (!std::exchange(walker.starts_sup, false)) return;
  const auto text = walker.page.html.text;
  while (at + 1 < text.size() && text[at] != walker.page.tame[at]) ++at;
  if (is_digit(text[at]) || !ends_word(passage_of(walker).text)) return;
  show_blank(walker, at);
}

void show_text(Walker& walker, const GumboText& text, bool white) {
  if (!is_in_page(walker, text.original_text) || (white && !walker.open)) return;
  const Span part = place_of(walker, text.original_text);
  if (empty(part)) return;
  go_on_at(walker, part.begin);
  begin_superior(walker, part.begin);
  Passage& passage = passage_of(walker);
  const auto before = static_cast<std::uint32_t>(passage.text.size());
  const auto kind = walker.context.superior ? TextKind::superior : TextKind::markup;
  append_text(walker.page, part, kind, shown_of_block(walker), passage);
  walker.reached = part.end;
  const Span shown{before, static_cast<std::uint32_t>(passage.text.size())};
  if (empty(trim(passage.text, shown))) return;
  walker.words = true;
  walker.broken = false;
}

// --- Elements

void add_alt(Walker& walker, Span part) {
  if (empty(part)) return;
  walker.pending.push_back({part, {BlockKind::alt, 0, walker.context.shape.quote}});
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(names, [&](auto name) { return equals_lower(text, name); });
}

void show_part(Walker& walker, Span part, const Block& shape, TextKind kind) {
  end_block(walker);
  open_block(walker.blocks, shape);
  append_text(walker.page, part, kind, shown_of_block(walker), passage_of(walker));
  close_block(walker.blocks);
}

void show_meta(Walker& walker, const TagFacts& facts) {
  const auto name = slice(walker.page.html.text, facts.property);
  if (is_one_of(name, {"description", "og:description", "twitter:description"})) {
    show_part(walker, facts.content, {BlockKind::description}, TextKind::attribute);
  } else if (is_one_of(name, {"og:title", "twitter:title"})) {
    show_part(walker, facts.content, {BlockKind::heading, 1}, TextKind::attribute);
  }
}

/// What stands between the tags of an element that holds no others.
Span inner_text(const Walker& walker, const GumboElement& element, std::string_view name) {
  const auto begin = place_of(walker, element.original_tag).end;
  const auto end = end_of_raw_text(walker.page.html.text, begin, name);
  return {begin, static_cast<std::uint32_t>(end)};
}

void show_title(Walker& walker, const GumboElement& element) {
  show_part(walker, inner_text(walker, element, "title"), {BlockKind::heading, 1}, TextKind::raw);
}

void show_script(Walker& walker, const GumboElement& element, const TagFacts& facts) {
  if (!equals_lower(slice(walker.page.html.text, facts.type), "application/ld+json")) return;
  walker.pending.push_back({inner_text(walker, element, "script"), {}, true});
}

bool holds_heads_only(const GumboElement& row) {
  bool found = false;
  for (unsigned i = 0; i < row.children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(row.children.data[i]);
    if (!is_element(child)) continue;
    if (child->v.element.tag == GUMBO_TAG_TD) return false;
    found = found || child->v.element.tag == GUMBO_TAG_TH;
  }
  return found;
}

bool is_in_thead(const GumboNode* cell) {
  const GumboNode* row = cell->parent;
  const GumboNode* section = row == nullptr ? nullptr : row->parent;
  return section != nullptr && is_element(section) && section->v.element.tag == GUMBO_TAG_THEAD;
}

Leaving enter_cell(Walker& walker, const GumboNode* node, const TagFacts& facts) {
  Table& table = walker.tables.back();
  table.place = place_cell(table.columns, facts.width, facts.height);
  table.height = facts.height;
  Block& shape = walker.context.shape;
  const bool thead = is_in_thead(node);
  shape = {BlockKind::head, 0, shape.quote};
  if (!thead && node->v.element.tag == GUMBO_TAG_TD) {
    shape.kind = BlockKind::cell;
    shape.header = head_of(table.columns, table.place);
    return Leaving::block;
  }
  const auto scope = slice(walker.page.html.text, facts.scope);
  const bool of_row = is_one_of(scope, {"row", "rowgroup"});
  const bool of_column = is_one_of(scope, {"col", "colgroup"});
  const bool column = of_column || (!of_row && (thead || table.heads_only));
  return column ? Leaving::column_head : Leaving::row_head;
}

void enter_item(Block& shape) {
  const bool headed = shape.kind == BlockKind::cell && shape.header != no_block;
  if (!headed) shape = {BlockKind::list_item, 0, shape.quote};
}

void enter_heading(Block& shape, GumboTag tag) {
  if (shape.kind == BlockKind::head) return;
  shape = {BlockKind::heading, static_cast<std::uint8_t>(tag - GUMBO_TAG_H1 + 1), shape.quote};
}

/// Begins an element that makes blocks; tells how it ends.
Leaving enter_block(Walker& walker, const GumboNode* node, const TagFacts& facts, Shown shown) {
  end_block(walker);
  Block& shape = walker.context.shape;
  switch (shown) {
    case Shown::heading:
      enter_heading(shape, node->v.element.tag);
      return Leaving::block;
    case Shown::quote:
      shape.quote = true;
      return Leaving::block;
    case Shown::item:
      enter_item(shape);
      return Leaving::block;
    case Shown::caption:
      shape = {BlockKind::caption, 0, shape.quote};
      return Leaving::block;
    case Shown::table:
      walker.tables.emplace_back();
      return Leaving::table;
    case Shown::row:
      start_row(walker.tables.back().columns);
      walker.tables.back().heads_only = holds_heads_only(node->v.element);
      return Leaving::block;
    case Shown::cell:
      return enter_cell(walker, node, facts);
    case Shown::terms:
      walker.terms.push_back(no_block);
      return Leaving::terms;
    case Shown::term:
      shape = {BlockKind::head, 0, shape.quote};
      return Leaving::term;
    case Shown::definition:
      shape = {BlockKind::cell, 0, shape.quote, {}, walker.terms.back()};
      return Leaving::block;
    default:
      return Leaving::block;
  }
}

void descend(Walker& walker, const GumboNode* node, const Context& outside, Leaving leaving) {
  walker.levels.push_back({node, 0, outside, leaving, walker.blocks.blocks.size()});
}

/// Elements that hold nothing to walk. False if it is another.
bool show_leaf(Walker& walker, const GumboNode* node, Shown shown, const TagFacts& facts) {
  const GumboElement& element = node->v.element;
  const Span place = place_of(walker, element);
  switch (shown) {
    case Shown::nothing:
      return true;
    case Shown::gap:
      end_block(walker);
      return true;
    case Shown::blank:
      add_alt(walker, facts.alt);
      show_blank(walker, place.begin);
      return true;
    case Shown::object:
      show_replaced(walker, place);
      return true;
    case Shown::line:
      show_line_end(walker, place);
      return true;
    case Shown::title:
      show_title(walker, element);
      return true;
    case Shown::meta:
      show_meta(walker, facts);
      return true;
    case Shown::script:
      show_script(walker, element, facts);
      return true;
    default:
      return false;
  }
}

void enter_inline(Walker& walker, const GumboNode* node, Shown shown) {
  const Context outside = walker.context;
  const auto begin = place_of(walker, node->v.element).begin;
  Leaving leaving = Leaving::nothing;
  if (shown == Shown::superior) {
    walker.context.superior = walker.starts_sup = true;
  } else if (shown == Shown::apart) {
    show_blank(walker, begin);
    leaving = Leaving::apart;
  } else if (shown == Shown::quotation) {
    go_on_at(walker, begin);
    show_mark(walker, "\u201C", begin);
    leaving = Leaving::quotation;
  }
  descend(walker, node, outside, leaving);
}

void end_link(Walker& walker) {
  const auto text = std::string_view(passage_of(walker).text);
  const auto begin = std::min<std::size_t>(walker.link.shown, text.size());
  const auto first = std::min(text.find_first_not_of(" \n", begin), text.size());
  const auto target = slice(walker.page.html.text, walker.link.target);
  note_link(walker.blocks, static_cast<std::uint32_t>(first), target);
  walker.link = {};
}

void begin_link(Walker& walker, Span target) {
  end_link(walker);
  walker.link = {target, static_cast<std::uint32_t>(passage_of(walker).text.size())};
  walker.levels.back().link = true;
}

bool is_in_line(Shown shown) {
  return shown == Shown::text || shown == Shown::superior || shown == Shown::apart ||
         shown == Shown::quotation;
}

/// <html>, <body>, <tbody> that no tag stands for, and the <template> around a fragment.
void enter_implied(Walker& walker, const GumboNode* node) {
  const Context outside = walker.context;
  const Shown shown = shown_of(node->v.element.tag);
  const bool wrap = node->type == GUMBO_NODE_TEMPLATE;
  const Leaving leaving = wrap ? Leaving::block : enter_block(walker, node, {}, shown);
  descend(walker, node, outside, leaving);
}

void enter(Walker& walker, const GumboNode* node) {
  const GumboElement& element = node->v.element;
  if (!is_in_page(walker, element.original_tag)) return enter_implied(walker, node);
  const TagFacts facts = facts_of(walker.page.html.text, offset(walker, element.original_tag.data));
  if (facts.hidden) return;
  const Shown shown = shown_of(tag_of(walker, element));
  if (shown != Shown::nothing) add_alt(walker, facts.title);
  if (show_leaf(walker, node, shown, facts)) return;
  if (is_in_line(shown)) {
    enter_inline(walker, node, shown);
    if (!empty(facts.href)) begin_link(walker, facts.href);
    return;
  }
  const Context outside = walker.context;
  const Leaving leaving = enter_block(walker, node, facts, shown);
  descend(walker, node, outside, leaving);
}

// --- The end of an element

/// The first block of a head, if it has any.
std::uint32_t head_since(const Walker& walker, std::size_t first) {
  const auto& blocks = walker.blocks.blocks;
  const bool found = first < blocks.size() && blocks[first].kind == BlockKind::head;
  return found ? static_cast<std::uint32_t>(first) : no_block;
}

void leave_block(Walker& walker, const Level& level) {
  end_block(walker);
  Table& table = walker.tables.back();
  const auto head = head_since(walker, level.first_block);
  if (level.leaving == Leaving::column_head) head_columns(table.columns, table.place, head);
  if (level.leaving == Leaving::row_head) head_rows(table.columns, table.height, head);
  if (level.leaving == Leaving::term && head != no_block) walker.terms.back() = head;
  if (level.leaving == Leaving::terms) walker.terms.pop_back();
  if (level.leaving == Leaving::table) walker.tables.pop_back();
}

void leave(Walker& walker) {
  const Level level = walker.levels.back();
  walker.levels.pop_back();
  walker.context = level.outside;
  if (level.link) end_link(walker);
  if (level.leaving == Leaving::nothing) return;
  if (level.leaving != Leaving::apart && level.leaving != Leaving::quotation) {
    return leave_block(walker, level);
  }
  const auto end = std::max(walker.reached, place_of(walker, level.node->v.element).end);
  if (!walker.open) return;
  if (level.leaving == Leaving::apart) return show_blank(walker, end);
  show_mark(walker, "\u201D", end);
}

void take_node(Walker& walker, const GumboNode* node) {
  if (is_element(node)) return enter(walker, node);
  const bool white = node->type == GUMBO_NODE_WHITESPACE;
  if (white || node->type == GUMBO_NODE_TEXT) show_text(walker, node->v.text, white);
}

/// With a list of its own in place of recursion.
void walk(Walker& walker, const GumboNode* document) {
  const GumboVector& roots = document->v.document.children;
  for (unsigned i = 0; i < roots.length; ++i) {
    take_node(walker, static_cast<const GumboNode*>(roots.data[i]));
    while (!walker.levels.empty()) {
      Level& level = walker.levels.back();
      const GumboVector& children = level.node->v.element.children;
      if (level.next == children.length) {
        leave(walker);
      } else {
        take_node(walker, static_cast<const GumboNode*>(children.data[level.next++]));
      }
    }
  }
  end_block(walker);
}

/// Comments are known by their bytes in the passage and kept by their places in the file.
void take_comments(const PassageView& html, const std::vector<Span>& comments, Blocks& blocks) {
  std::vector<Directive> found;
  for (const Span whole : comments) {
    const auto text = slice(html.text, whole);
    const auto mark = text.ends_with("-->") ? 3U : text.ends_with("--!>") ? 4U : 0U;
    if (size(whole) < 4 + mark) continue;
    take_directive(html.text, whole, {whole.begin + 4, whole.end - mark}, found);
  }
  for (const Directive& directive : found) {
    blocks.directives.push_back(
        {to_source(html, directive.whole), to_source(html, directive.words)});
  }
}

void append_page(const PassageView& html, const Block& shape, bool fragment, Blocks& blocks) {
  TamePage tame = tame_html(html.text, fragment);
  take_comments(html, tame.comments, blocks);
  const auto skipped = fragment ? fragment_tag.size() : 0;
  tame.bytes.insert(0, fragment_tag.substr(0, skipped));
  Arena arena;
  const GumboNode* document = parse_html(tame.bytes, arena);
  Walker walker{{html, std::string_view(tame.bytes).substr(skipped)}, blocks, {shape}};
  walk(walker, document);
}

}  // namespace

void append_html(const PassageView& html, const HtmlFrame& frame, Blocks& blocks) {
  append_page(html, {frame.kind, 0, frame.quote}, true, blocks);
}

void read_html(const Source& source, Blocks& blocks) {
  clear(blocks);
  Run run;
  append_page(view(source, run), {}, false, blocks);
  const auto place = [](const Directive& directive) { return directive.whole.begin; };
  std::ranges::stable_sort(blocks.directives, {}, place);  // those of JSON-LD came first
}

}  // namespace caveat
