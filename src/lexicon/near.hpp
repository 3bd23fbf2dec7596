// Names that a text misspells: 7-hydroxmitragynine, Mitragyna speciose. What counts as a
// misspelling is misspelling.hpp; here is how to find it among thousands of names without asking
// each. Chosen: a deletion index (W. Garbe, SymSpell, 2012). Two words at most two edits apart have
// a form in common when each loses at most two letters, and only the first seven letters are
// indexed, so that a form is an integer, a name has 29 of them, and a word is looked up in 29
// steps. A table of shapes (first letter, last letter, length) turns most words away before that.
// Rejected: a tree of distances, which computes dozens of them for each word; a library, since
// Debian has none for C++.
//
// Arrays of integers and one string, no pointers: an index can be written to a file and mapped.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace caveat {

/// One right name, folded (see append_folded); the words of a longer name stand one space apart.
struct NearName {
  std::string folded;
  std::uint32_t term = 0;  ///< what NearHit gives back
};

/// From the hash of a key to values. Hashes are sorted; those that begin with the same bits are a
/// bucket, and `starts` holds where each bucket starts.
struct KeyTable {
  std::vector<std::uint32_t> starts;
  std::vector<std::uint64_t> hashes;
  std::vector<std::uint32_t> values;
  std::uint32_t shift = 63;  ///< bucket of a hash: hash >> shift
};

struct NearIndex {
  struct Part {  ///< one word of a name
    std::uint32_t begin = 0;
    std::uint32_t length = 0;  ///< bytes of `letters`
    std::uint32_t name = 0;
  };
  struct Name {
    std::uint32_t first_part = 0;
    std::uint32_t parts = 0;
    std::uint32_t term = 0;
  };
  std::string letters;  ///< of all parts, end to end
  std::vector<Part> parts;
  std::vector<Name> names;
  std::vector<std::uint32_t> shapes;  ///< by first and last letter: bit n for length n modulo 32
  KeyTable deletions;                 ///< forms of the names of one word -> name
  KeyTable anchors;                   ///< beginnings of the long words of longer names -> part
  std::vector<std::uint64_t> known;   ///< hashes of words that are never misspellings, sorted
  std::uint32_t longest_name = 0;     ///< in words: the window that nearest_phrase can use
};

/// `known`: folded words that are right as they stand, in any order; the names are added to them.
NearIndex build_near_index(std::span<const NearName> names, std::span<const std::string> known);

struct NearHit {
  std::uint32_t term = 0;
  std::uint32_t distance = 0;  ///< edits
  std::uint32_t words = 1;     ///< of the text that are the misspelt name
};

/// The name of one word that the folded `word` misspells. Nothing where two names are equally near.
std::optional<NearHit> nearest(const NearIndex& index, std::string_view word);

/// The name of several words that `words` begins with, misspelt: at least one word of five letters
/// is as in the name, the others are as in it or misspelt. The words are folded and follow one
/// another in the text with nothing between; more than `longest_name` of them are not looked at.
std::optional<NearHit> nearest_phrase(const NearIndex& index,
                                      std::span<const std::string_view> words);

}  // namespace caveat
