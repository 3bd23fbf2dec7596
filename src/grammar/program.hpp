// Patterns, compiled: one flat array of nodes for all productions and patterns of all packs, with
// indices for pointers, so that it can be written to a file and mapped back as it is.
//
// Nodes that can be tried again at the same token (productions, loops, predicates, what follows a
// gap) own a memo column; everything between two of them is as long as the author wrote it. So a
// match costs at most nodes x tokens x the largest gap, whatever the pack says (packrat parsing,
// Ford, ICFP 2002).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lexicon/lexicon.hpp"

namespace caveat {

enum class Code : std::uint8_t {
  symbol,    ///< a: SymbolId; the longest phrase at this token
  ranked,    ///< a, b: a range of Program::ranked, a choice among symbols only
  any,       ///< one token that does not start a clause
  token,     ///< a: TokenTest
  state,     ///< a: StateTest; takes no token
  ending,    ///< a: index into Program::endings; one word that ends so
  scope,     ///< a: index of a scope; one token that it governs
  sequence,  ///< a, b: a range of Program::kids
  choice,    ///< a, b: a range of Program::kids
  optional,  ///< a: node
  star,      ///< a: node
  ahead,     ///< a: node
  absent,    ///< a: node
  gap,       ///< a: node, b: most tokens skipped before it
  slot,      ///< a: node, b: index into Program::slot_names
  call,      ///< a: production
};

/// One token of a kind.
enum class TokenTest : std::uint8_t {
  word,
  number,
  quantity,
  year,
  link,
  punctuation,
  capital,
  linked,
};

/// Something true of the sentence or the place in it.
enum class StateTest : std::uint8_t { question, heading, title, list_item, quotation, start, end };

struct Node {
  Code code = Code::choice;  ///< with a, b = 0: never matches
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t memo = no_id;
};

struct RankedSymbol {
  SymbolId symbol = 0;
  std::uint32_t rank = 0;  ///< of the alternative; the lowest that matches wins
};

using PatternId = std::uint32_t;

/// A pattern is tried only in a sentence that holds at least one symbol of each set that it needs,
/// and only at tokens where it can begin.
struct PatternCode {
  std::uint32_t root = 0;
  std::vector<std::vector<SymbolId>> needs;  ///< each sorted
  bool begins_anywhere = true;
  std::vector<SymbolId> begins;  ///< sorted
};

struct Program {
  std::vector<Node> nodes;
  std::vector<std::uint32_t> kids;
  std::vector<RankedSymbol> ranked;        ///< each range sorted by symbol
  std::vector<std::uint32_t> productions;  ///< root of each
  std::vector<std::string> production_names;
  std::vector<PatternCode> patterns;
  std::vector<std::string> slot_names;
  std::vector<std::string> endings;  ///< lower case
  std::vector<std::string> scope_names;
  std::uint32_t memos = 0;  ///< columns
};

/// The index of a slot that some pattern binds, or no_id.
std::uint32_t slot_named(const Program& program, std::string_view name);

}  // namespace caveat
