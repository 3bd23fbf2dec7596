// One document on the desk: its prose, its meanings, and what it is about. Views and buffers that
// every check reads; nothing here is owned by a check.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "format/block.hpp"
#include "grammar/frame.hpp"
#include "grammar/match.hpp"
#include "lexicon/tag.hpp"
#include "prose/token.hpp"

namespace caveat {

/// How often a document names each symbol, and where first.
struct Topics {
  struct Mention {
    std::uint32_t count = 0;
    std::uint32_t first = no_id;    ///< token
    std::uint32_t second = no_id;   ///< token
    std::uint32_t heading = no_id;  ///< first token in a heading
    std::uint32_t counted_to = 0;   ///< end of the last phrase counted
  };
  std::vector<Mention> by_symbol;
  std::vector<SymbolId> mentioned;  ///< for clearing
};

struct Document {
  Blocks blocks;
  Prose prose;
  Tagging tagging;
  Marks marks;
  Framing framing;
  Topics topics;
};

/// Counts mentions. A phrase inside a longer one of the same symbol counts once; what frames make
/// silent does not count, since a list of references does not make a topic.
void count_topics(const Lexicon& lexicon, std::span<const FrameCode> frames, Document& document);

inline FrameView frame_view(const Document& document) {
  return {document.blocks, document.prose, document.tagging, document.marks};
}

/// What a document is about: named in a heading or the title, or at least three times.
bool is_topic(const Topics& topics, SymbolId symbol);

/// What it is mainly about: named in a heading or the title, or as often as every fourth sentence.
bool is_subject(const Document& document, SymbolId symbol);

/// Whether a sentence, by its index, names a symbol.
bool names(const Document& document, std::uint32_t sentence, SymbolId symbol);

/// Whether a sentence, by its index, is (part of) a heading.
bool is_heading(const Document& document, std::uint32_t sentence);

/// Whether the block of a sentence names a symbol that is no topic: such a one is named twice at
/// most, so that the answer costs the same in a block of any length.
bool block_names(const Document& document, std::uint32_t sentence, SymbolId symbol);

/// Whether the text, or at least the block of the sentence, is about a symbol.
bool is_about(const Document& document, std::uint32_t sentence, SymbolId symbol);

/// Bytes of the passage that tokens [begin, end) are; not empty.
Span shown_by(const Document& document, std::uint32_t begin, std::uint32_t end);
std::string_view text_of(const Document& document, Span shown);

/// The bytes of the file where tokens [begin, end) stand, with the markup between them.
Span place_of(const Document& document, std::uint32_t begin, std::uint32_t end);

/// Replace tokens [begin, end) and keep the line ends between them; none where markup cuts them,
/// where either side holds a mark that the format of the file might take for its own, or where
/// words on several lines are replaced by more or fewer.
std::vector<Edit> edits_of(const Document& document, std::uint32_t begin, std::uint32_t end,
                           const std::string& text);

/// What a reader sees of the tokens, line breaks and runs of blanks as one blank.
std::string words_of(const Document& document, std::uint32_t begin, std::uint32_t end);

}  // namespace caveat
