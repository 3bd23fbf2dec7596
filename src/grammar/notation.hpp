// The pattern language of packs as text: PEG notation over the tokens of a sentence (Ford, POPL
// 2004, with `..` for a bounded gap and `slot:` for a capture), parsed to a small tree. What a
// name means is decided later, by compile.hpp; what a mistake is is said here, with its place.
//
//   pattern  <- choice
//   choice   <- gapped ('/' gapped)*
//   gapped   <- ('..' number?)? sequence ('..' number? sequence)*    e1 .. e2 = e1 (!e2 .)* e2
//   sequence <- item+
//   item     <- [&!]* (name ':')? primary [?*+]*
//   primary  <- '(' choice ')' / 'word…' / "lemma…" / '.' / name
//
// PEGTL parses it, since a grammar that reads like its specification is the point of a PEG
// library; it is included by notation.cpp only, and its exceptions stop there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace caveat {

enum class Op : std::uint8_t {
  words,   ///< 'side effect'
  lemmas,  ///< "treat"
  name,
  any,  ///< .
  gap,  ///< .. before its one child; count: most tokens skipped
  sequence,
  choice,
  optional,
  star,
  plus,
  ahead,   ///< &
  absent,  ///< !
  slot,    ///< text: its name
};

struct Expression {
  Op op = Op::sequence;
  Span span;         ///< bytes of the pattern
  std::string text;  ///< of words, lemmas, name, slot
  std::uint32_t count = 0;
  std::vector<std::uint32_t>
      parts;  ///< indices into Notation::expressions, all smaller than its own
};

struct Notation {
  std::vector<Expression> expressions;  ///< children before parents; the last one is the whole
};

struct NotationError {
  Span span;
  std::string message;
};

inline constexpr std::uint32_t default_gap = 12;
inline constexpr std::uint32_t max_nesting = 100;  ///< of parentheses
inline constexpr std::uint32_t max_marks = 10;     ///< ! & ? * + in a row

/// Empty when the pattern is malformed; `error` then says where and why.
std::optional<Notation> parse_notation(std::string_view pattern, NotationError& error);

/// `(sequence (words 'side effect') (name intervention))`
std::string dump(const Notation& notation);

}  // namespace caveat
