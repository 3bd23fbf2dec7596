// Plain text has no marks for its structure, so the shape of lines must do. Lines between blank
// lines are one chunk. Within it the next line goes on where the last one was full (it and the
// next word are wider than the widest line that may have been wrapped) or broke off before a small
// letter; otherwise it starts a block: text of long lines is one paragraph a line, text of short
// ones is joined. A line by itself without a stop is a heading, or an item where many stand
// together. Rejected: one wrap width for the whole file, since pages mix both kinds.
#include <algorithm>
#include <array>

#include "format/directive.hpp"
#include "format/format.hpp"
#include "format/line.hpp"
#include "format/write.hpp"
#include "text/category.hpp"

namespace caveat {
namespace {

constexpr std::uint32_t widest_wrap = 120;    // columns; wider lines are unwrapped paragraphs
constexpr std::uint32_t narrowest_wrap = 40;  // narrower ones are lists, verse, addresses
constexpr std::uint32_t usual_wrap = 60;      // few people wrap below this
constexpr std::size_t list_run = 3;           // so many bare lines together are a list

/// A block while its lines come in; what a line means may turn out only after it.
struct Draft {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;
  std::uint32_t first_piece = 0;  ///< [first_piece, last_piece) of Reader::pieces
  std::uint32_t last_piece = 0;
  std::uint32_t chunk = 0;
  std::uint32_t lines = 0;
};

struct Reader {
  std::string_view bytes;
  std::vector<Line> chunk;
  std::vector<Draft> drafts;
  std::vector<Span> pieces;  ///< of lines, in order, without white space around
  std::vector<Span> bullets;
  std::uint32_t chunks = 0;
  std::array<std::uint32_t, 2> widest = {};  ///< of the chunk's lines that may be wrapped
  std::uint32_t item_indent = 0;
  bool open = false;  ///< the last block may take more lines
};

std::string_view text_of(const Reader& reader, Span span) {
  return reader.bytes.substr(span.begin, size(span));
}

bool is_empty(const Draft& block) {
  return block.first_piece == block.last_piece;
}

void drop_empty_block(Reader& reader) {
  if (!reader.drafts.empty() && is_empty(reader.drafts.back())) reader.drafts.pop_back();
}

void start_block(Reader& reader, BlockKind kind, std::uint8_t level) {
  drop_empty_block(reader);
  const auto piece = static_cast<std::uint32_t>(reader.pieces.size());
  reader.drafts.push_back({kind, level, piece, piece, reader.chunks, 0});
  reader.open = true;
}

void add_piece(Reader& reader, Span span) {
  const Span piece = trim(reader.bytes, span);
  if (empty(piece)) return;
  reader.pieces.push_back(piece);
  ++reader.drafts.back().last_piece;
}

/// A line to the open block; the items of a flattened list start blocks of their own.
void add_line(Reader& reader, Span text) {
  ++reader.drafts.back().lines;
  find_inline_bullets(reader.bytes, text, reader.bullets);
  std::uint32_t begin = text.begin;
  for (const Span bullet : reader.bullets) {
    add_piece(reader, {begin, bullet.begin});
    start_block(reader, BlockKind::list_item, 0);
    begin = bullet.end;
  }
  add_piece(reader, {begin, text.end});
}

/// Nothing wrapped these two lines, so only a sentence that plainly goes on joins them.
bool joins_unwrapped(const Line& last, char32_t mark, char32_t letter) {
  return last.width >= narrowest_wrap && mark != ':' && is_lower(letter);
}

/// "of", "the", "in": few headings end in a small word of three letters or less.
bool ends_in_small_word(std::string_view text) {
  const std::size_t space = text.find_last_of(" \t");
  const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
  return text.size() - begin <= 3 && is_lower(opening_letter(text.substr(begin)));
}

/// A first line that fills the wrap width may still be a heading: ended by a colon, in title case,
/// rather short, or with no other line near its width to show that text was wrapped there.
bool may_be_heading(const Reader& reader, const Line& last, std::string_view text, char32_t mark) {
  if (mark == ':') return true;
  if (mark == '.') return false;
  if (last.width < usual_wrap) return true;
  if (ends_in_small_word(text)) return false;
  return reader.widest[1] * 10 < last.width * 9 || (mark != '?' && is_title_case(text));
}

/// Whether the text of `last`, the last line of the open block, goes on in `line`.
bool joins(const Reader& reader, const Line& last, const Line& line) {
  const auto before = text_of(reader, last.whole);
  const auto after = text_of(reader, line.whole);
  const char32_t mark = closing_mark(before);
  const char32_t letter = opening_letter(after);
  const bool stopped = ends_sentence(before);
  if (last.width > widest_wrap || line.width > widest_wrap) {
    return !stopped && joins_unwrapped(last, mark, letter);
  }
  const std::uint32_t wrap = reader.widest[0];
  const std::uint32_t filled = last.width + 1 + first_word_width(after);
  if (wrap < narrowest_wrap) return false;
  if (mark == ',') return filled * 2 > wrap;
  if (!stopped && !is_upper(letter)) {
    return filled * 10 > wrap * 7 && (mark != ':' || is_lower(letter));
  }
  if (filled <= wrap) return false;
  return reader.drafts.back().lines > 1 || !may_be_heading(reader, last, before, mark);
}

bool goes_on(const Reader& reader, const Line& last, const Line& line) {
  if (!reader.open) return false;
  const Draft& block = reader.drafts.back();
  if (is_empty(block)) return true;
  if (block.kind != BlockKind::list_item) return joins(reader, last, line);
  if (line.indent > reader.item_indent) return true;
  const bool low = is_lower(opening_letter(text_of(reader, line.whole)));
  return low && !ends_sentence(text_of(reader, last.whole)) && joins(reader, last, line);
}

/// "Side effects" over "------------".
void underline(Reader& reader, const Line& rule) {
  reader.open = false;
  if (reader.drafts.empty() || reader.drafts.back().chunk != reader.chunks) return;
  Draft& block = reader.drafts.back();
  if (block.kind != BlockKind::paragraph || reader.drafts.back().lines != 1) return;
  if (rule.mark != '=' && rule.mark != '-') return;
  if (!is_bare_heading(text_of(reader, reader.pieces[block.first_piece]))) return;
  block.kind = BlockKind::heading;
}

void read_item(Reader& reader, const Line* last, const Line& line) {
  const bool in_text = reader.open && reader.drafts.back().kind == BlockKind::paragraph;
  if (!line.sure && in_text && last != nullptr && !ends_sentence(text_of(reader, last->whole)) &&
      joins(reader, *last, line)) {
    add_line(reader, line.whole);
    return;
  }
  start_block(reader, BlockKind::list_item, 0);
  reader.item_indent = line.indent;
  add_line(reader, line.text);
}

void read_text(Reader& reader, const Line* last, const Line& line) {
  const bool more = last != nullptr && goes_on(reader, *last, line);
  if (!more) start_block(reader, BlockKind::paragraph, 0);
  add_line(reader, line.whole);
}

void read_line(Reader& reader, const Line* last, const Line& line) {
  switch (line.shape) {
    case LineShape::blank:
      break;
    case LineShape::rule:
      underline(reader, line);
      break;
    case LineShape::heading:
      start_block(reader, BlockKind::heading, line.level);
      add_piece(reader, line.text);
      reader.open = false;
      break;
    case LineShape::item:
      read_item(reader, last, line);
      break;
    case LineShape::text:
      read_text(reader, last, line);
      break;
  }
}

void measure(Reader& reader) {
  reader.widest = {};
  for (const Line& line : reader.chunk) {
    if (line.width > widest_wrap) continue;
    reader.widest[1] = std::max(reader.widest[1], std::min(reader.widest[0], line.width));
    reader.widest[0] = std::max(reader.widest[0], line.width);
  }
}

void read_chunk(Reader& reader) {
  measure(reader);
  reader.open = false;
  const Line* last = nullptr;
  for (const Line& line : reader.chunk) {
    read_line(reader, last, line);
    last = &line;
  }
  drop_empty_block(reader);
  reader.chunk.clear();
  ++reader.chunks;
}

std::string_view first_piece(const Reader& reader, std::size_t block) {
  return text_of(reader, reader.pieces[reader.drafts[block].first_piece]);
}

bool is_bare(const Reader& reader, std::size_t index) {
  const Draft& block = reader.drafts[index];
  return block.kind == BlockKind::paragraph && block.last_piece - block.first_piece == 1 &&
         is_bare_heading(first_piece(reader, index));
}

bool ends_in_colon(const Reader& reader, std::size_t index) {
  const Draft& block = reader.drafts[index];
  return closing_mark(text_of(reader, reader.pieces[block.last_piece - 1])) == ':';
}

/// Whether block `b` follows block `a` without a blank line.
bool touches(const Reader& reader, std::size_t a, std::size_t b) {
  return b < reader.drafts.size() && reader.drafts[a].chunk == reader.drafts[b].chunk;
}

/// Three bare lines or more: items, but for a title, a line with a colon, and a last line over
/// text.
void name_list(Reader& reader, std::size_t first, std::size_t last) {
  const bool announced = first > 0 && ends_in_colon(reader, first - 1);
  for (std::size_t i = first; i < last; ++i) {
    const bool heads = i + 1 == last && touches(reader, i, last) && !announced;
    const bool heading = i == 0 || heads || ends_in_colon(reader, i);
    reader.drafts[i].kind = heading ? BlockKind::heading : BlockKind::list_item;
  }
}

/// Bare lines [first, last) of one chunk: headings of what follows. The last line of a file heads
/// nothing, unless it is all there is.
void name_run(Reader& reader, std::size_t first, std::size_t last) {
  if (last - first >= list_run) return name_list(reader, first, last);
  const bool followed = last < reader.drafts.size();
  for (std::size_t i = first; i < last; ++i) {
    const bool title = i == 0 && !ends_sentence(first_piece(reader, i));
    if (followed || title) reader.drafts[i].kind = BlockKind::heading;
  }
}

void name_headings(Reader& reader) {
  const std::size_t count = reader.drafts.size();
  for (std::size_t first = 0; first < count;) {
    std::size_t last = first;
    while (last < count && touches(reader, first, last) && is_bare(reader, last)) {
      ++last;
    }
    if (last > first) name_run(reader, first, last);
    first = std::max(last, first + 1);
  }
}

/// A bare heading is the title if nothing stands before it, else below the last marked one. A label
/// ("Side effects:") is no title.
void set_levels(Reader& reader) {
  int bare_level = 1;
  for (std::size_t i = 0; i < reader.drafts.size(); ++i) {
    Draft& block = reader.drafts[i];
    if (block.kind == BlockKind::heading && block.level != 0) {
      bare_level = std::min(block.level + 1, 6);
      continue;
    }
    if (block.kind != BlockKind::heading || ends_in_colon(reader, i)) {
      bare_level = std::max(bare_level, 2);
    }
    if (block.kind == BlockKind::heading) block.level = static_cast<std::uint8_t>(bare_level);
    bare_level = std::max(bare_level, 2);
  }
}

void write(const Reader& reader, const Source& source, Blocks& blocks) {
  Run run;
  const PassageView file = view(source, run);
  for (const Draft& draft : reader.drafts) {
    open_block(blocks, {draft.kind, draft.level});
    for (auto piece = draft.first_piece; piece < draft.last_piece; ++piece) {
      const Span line = reader.pieces[piece];
      if (piece > draft.first_piece) {
        append_for(blocks.passage, "\n", file, {reader.pieces[piece - 1].end, line.begin});
      }
      append(blocks.passage, file, line);
    }
    close_block(blocks);
  }
}

}  // namespace

void read_plain(const Source& source, Blocks& blocks) {
  clear(blocks);
  Reader reader;
  reader.bytes = source.bytes;
  const auto lines = static_cast<std::uint32_t>(source.line_starts.size());
  for (std::uint32_t number = 1; number <= lines; ++number) {
    const Line line = look_at_line(source.bytes, line_span(source, number));
    if (take_directive_line(source.bytes, line.whole, blocks.directives)) continue;
    if (line.shape == LineShape::blank) {
      read_chunk(reader);
    } else {
      reader.chunk.push_back(line);
    }
  }
  read_chunk(reader);
  name_headings(reader);
  set_levels(reader);
  write(reader, source, blocks);
}

}  // namespace caveat
