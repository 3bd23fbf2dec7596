// What a Markdown page shows, while md4c tells its parts: words and breaks inside a block, what is
// hidden inside a sentence, the texts of images and titles that become blocks of their own after
// it. Private to the Markdown reader.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "format/block.hpp"
#include "format/entity.hpp"

namespace caveat {

/// What stands between two marks and is not shown as it is. Tags and marks of Markdown are told
/// apart since each ends its own kind only.
enum class Hidden : std::uint8_t {
  code,        ///< `code`: shown as U+FFFC
  code_tag,    ///< <code>, <kbd> …: the same
  struck,      ///< ~~struck~~: shown as a blank
  struck_tag,  ///< <del>, <s> …: the same
};

/// Where something hidden began. It is taken back when it ends; what never ends stays shown.
struct Hiding {
  Hidden what = Hidden::code;
  std::uint64_t where = 0;  ///< in which block or image
  std::size_t text = 0;     ///< bytes of the passage then
  std::size_t runs = 0;
  Run last;  ///< the last run then, which may have grown
};

/// A passage that is being written, and what waits for the next word of it.
struct Flow {
  Passage* passage = nullptr;
  std::uint32_t end = 0;  ///< in the file, of what was shown last
  std::uint8_t hard_breaks = 0;
  bool soft_break = false;
  bool line_start = true;
};

struct MarkdownPage {
  std::string_view bytes;  ///< of the file
  PassageView file;
  Blocks* blocks = nullptr;

  Block frame;            ///< of text that nothing else frames: a paragraph or an item
  bool in_quote = false;  ///< of Markdown; `quotes` are of HTML
  Block shape;            ///< of the open block
  bool open = false;
  std::uint32_t number = 0;             ///< blocks opened so far
  std::uint32_t definition = no_block;  ///< the last block, if it says what a term is

  Flow text;
  Flow alt;
  std::uint32_t images = 0;  ///< nested ones that we are in
  std::uint32_t alt_begin = 0;
  Passage alts;                              ///< texts of images, titles
  std::vector<Span> alt_parts;               ///< of `alts`, one a block to come
  std::unordered_set<std::uint32_t> titles;  ///< places of those that were shown

  std::vector<Hiding> hidings;
  std::array<std::uint32_t, 4> hidden = {};  ///< of each kind in `hidings`
  bool components = false;                   ///< MDX: elements hold blocks
  std::string concealing;                    ///< the name of the element whose content is not shown
  std::uint32_t concealed = 0;               ///< how many of that name are open
  std::uint32_t quotes = 0;                  ///< <blockquote>s that are open
  std::uint32_t raised = 0;                  ///< <sup>s that are open
  bool raised_text = false;                  ///< more than digits was in it
};

void open_block(MarkdownPage& page, const Block& shape);

/// Closes the open block, if any, and writes the blocks that wait for its end. Its index, or
/// no_block.
std::uint32_t close_block(MarkdownPage& page);

/// Bytes of the file that are shown but for the character references in them.
void show_text(MarkdownPage& page, Span part);

/// What stands in a sentence and is no text.
void show_object(MarkdownPage& page, Span part);

/// What a tag at `place` shows, which is none of its bytes.
void show_for_tag(MarkdownPage& page, std::string_view shown, Span place);

void break_soft(MarkdownPage& page);

/// "<br>", or two blanks at a line's end. Two in a row end the block.
void break_hard(MarkdownPage& page);

void hide(MarkdownPage& page, Hidden what);
void end_hiding(MarkdownPage& page, Hidden what);

void open_image(MarkdownPage& page);
void close_image(MarkdownPage& page);

/// The title of a link, image or tag as the file holds it, escapes and all.
void show_title(MarkdownPage& page, Span part, EntityRules rules);

/// Whether an element that shows nothing is open after the tag.
bool conceal(MarkdownPage& page, std::string_view tag);

/// A tag or comment inside a paragraph, in one piece a line.
void read_tag(MarkdownPage& page, const std::vector<Span>& pieces);

/// "\n" for a line's end and what stands around it, "\n> "; `begin` is where the last word ended,
/// `end` where the next begins.
void append_line_end(Passage& passage, const MarkdownPage& page, std::uint32_t begin,
                     std::uint32_t end);

}  // namespace caveat
