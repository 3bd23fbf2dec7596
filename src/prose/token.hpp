// The words of a text and the sentences they make. Flat arrays, reused from document to document:
// nothing is allocated per token. A token is a place and a kind; its letters stay in the passage.
#pragma once

#include <cstdint>
#include <vector>

#include "text/span.hpp"

namespace caveat {

enum class TokenKind : std::uint8_t {
  word,         ///< "kratom", "7-hydroxymitragynine", "side-effect-free", "U.S.", "St. John's wort"
  number,       ///< "12", "1,807", "0.05", "2017", "33%"
  quantity,     ///< a number and its unit: "10 mg", "5mg/kg"
  link,         ///< URL, e-mail address or DOI
  punctuation,  ///< one mark: , ; : . ? ! ( ) quotes dashes; "'s" of a possessive is a word
};

struct Token {
  Span span;  ///< bytes of Blocks::passage
  TokenKind kind = TokenKind::word;
  bool capital = false;  ///< the first letter is upper case
  bool year = false;     ///< a number of four digits from 1800 to 2099
  bool linked = false;   ///< inside a link to another site
};

struct Sentence {
  std::uint32_t first = 0;  ///< [first, last) of Prose::tokens, closing punctuation included
  std::uint32_t last = 0;
  std::uint32_t block = 0;  ///< index into Blocks::blocks
  bool question = false;    ///< ends in a question mark
};

struct Prose {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

}  // namespace caveat
