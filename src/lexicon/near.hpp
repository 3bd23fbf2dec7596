// Misspelt names. A word that is close to the name of a compound or drug and is not itself a known
// word is most likely that name, misspelt: 7-hydroxmitragynine. Chosen: a deletion index (W. Garbe,
// SymSpell, 2012): two words within two edits have a common form when each loses at most two
// letters, so that the search is a few look-ups of integers and nearly every word of a text is
// turned away without a single edit distance. Only the first seven letters are indexed (29 forms a
// name), hence a form is one integer and never a string. Rejected: a tree of distances (BK-tree),
// which computes dozens of distances for each word; and a library, since Debian has none.
//
// Flat arrays of integers, no pointers: an index can be written to a file and mapped back.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace caveat {

/// One correct name, folded (see append_folded); several words stand one space apart.
struct NearName {
  std::string folded;
  std::uint32_t term = 0;  ///< whatever the caller wants back
};

/// Integer keys in hash order with what each stands for; `starts` points each bucket to its first.
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
  std::string letters;  ///< of all names, end to end
  std::vector<Part> parts;
  std::vector<Name> names;
  KeyTable deletions;                ///< forms of names of one word -> name
  KeyTable anchors;                  ///< beginnings of long words of longer names -> part
  std::vector<std::uint64_t> known;  ///< sorted hashes of words that are never misspellings
};

NearIndex build_near_index(std::span<const NearName> names, std::span<const std::string> known);

struct NearHit {
  std::uint32_t term = 0;
  std::uint32_t distance = 0;
};

std::optional<NearHit> nearest(const NearIndex& index, std::string_view word);

struct NearPhrase {
  NearHit hit;
  std::uint32_t first = 0;  ///< words [first, first + count) are the misspelt name
  std::uint32_t count = 0;
};

std::optional<NearPhrase> nearest_phrase(const NearIndex& index,
                                         std::span<const std::string_view> words, std::size_t at);

}  // namespace caveat
