// One document on the desk: its prose, its meanings, and what it is about. Views and buffers that
// every check reads; nothing here is owned by a check.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "format/block.hpp"
#include "grammar/match.hpp"
#include "lexicon/tag.hpp"
#include "prose/token.hpp"
#include "text/source.hpp"

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
  const Source* source = nullptr;
  Blocks blocks;
  Prose prose;
  Tagging tagging;
  Marks marks;
  Topics topics;
};

/// Counts mentions. A phrase inside a longer one of the same symbol counts once.
void count_topics(const Lexicon& lexicon, Document& document);

/// What a document is about: named in a heading or the title, or at least three times.
bool is_topic(const Topics& topics, SymbolId symbol);

/// Whether a sentence, by its index, is (part of) a heading.
bool is_heading(const Document& document, std::uint32_t sentence);

/// Whether the block of a sentence names a symbol that is no topic: such a one is named twice at
/// most, so that the answer costs the same in a block of any length.
bool block_names(const Document& document, std::uint32_t sentence, SymbolId symbol);

/// The bytes of tokens [begin, end); not empty.
Span span_of(const Document& document, std::uint32_t begin, std::uint32_t end);

/// The same as a reader sees them, line breaks and runs of blanks as one blank.
std::string words_of(const Document& document, std::uint32_t begin, std::uint32_t end);

}  // namespace caveat
