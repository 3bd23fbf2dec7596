// All words that any pack knows, and what they mean, in one structure. Every concept term and
// every quoted literal of a pattern is a phrase in one trie, so that a sentence is looked up once,
// however many rules there are; a pattern then asks for a symbol at a token and never compares
// letters. Rejected: one automaton a rule (cost grows with rules), and matching words by string in
// the patterns (cost grows with text times rules).
//
// A trie edge is a unit: a word, or a lemma that several word forms share, so that an inflected
// phrase of k words is k edges and not forms^k paths. Flat arrays and hash tables, no pointers.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace caveat {

/// Index of a word form that some pack knows; 0 is every other word.
using WordId = std::uint32_t;
/// A concept, class, tag or literal. Concepts come first: symbol < Lexicon::concepts is one.
using SymbolId = std::uint32_t;
using UnitId = std::uint32_t;

inline constexpr std::uint32_t no_id = 0xffffffff;

/// Open-addressing map from bytes to a word; the bytes of all keys lie in one string.
struct WordTable {
  struct Entry {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
    std::uint32_t hash = 0;
    WordId word = 0;  ///< 0: free
  };
  std::string letters;
  std::vector<Entry> entries;  ///< a power of two
  std::uint32_t count = 0;
};

WordId find_word(const WordTable& table, std::string_view folded);
/// The word's id, new or old; ids count from 1.
WordId add_word(WordTable& table, std::string_view folded);

struct Symbol {
  std::string name;                     ///< "kratom", "intervention", "'side effect'"
  std::uint32_t concept_index = no_id;  ///< into the concepts of the builder, or no_id
};

struct Lexicon {
  WordTable words;
  std::vector<std::uint32_t> unit_first;  ///< units of word w: units[unit_first[w] .. [w + 1])
  std::vector<UnitId> units;

  /// Trie edges: (node, unit) -> node in an open-addressing table; node 0 is the root.
  struct Edge {
    std::uint64_t key = ~0ULL;  ///< node << 32 | unit; all ones: free
    std::uint32_t node = 0;
  };
  std::vector<Edge> edges;
  std::vector<std::uint8_t> starts;  ///< by unit: 1 where a phrase starts with it

  /// Symbols of a node: accepts[accept_first[n] .. accept_first[n + 1]).
  std::vector<std::uint32_t> accept_first;
  std::vector<SymbolId> accepts;

  std::vector<Symbol> symbols;
  std::uint32_t concepts = 0;  ///< symbols below are concepts
  std::uint32_t literals = 0;  ///< symbols from here on are literals of patterns
};

/// Where the search for an edge begins (before masking): Fibonacci hashing, Knuth vol. 3, 6.4.
constexpr std::size_t edge_slot(std::uint64_t key) {
  return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> 20U);
}

/// The node behind `unit`, or no_id.
std::uint32_t step(const Lexicon& lexicon, std::uint32_t node, UnitId unit);

}  // namespace caveat
