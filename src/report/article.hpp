// An article as it reads, for reports that show it: what a person sees, block by block, with the
// place of each byte in the file, and what it claims. Built for such reports alone, since it costs
// a second reading of the file. It stands on its own, no desk and no rules, because a report may be
// made long after another file lies on the desk. Levels are numbers here: their names belong to
// packs, which a report does not know.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/passage.hpp"
#include "text/span.hpp"

namespace caveat {

enum class TextKind : std::uint8_t {
  paragraph,
  heading,
  list_item,
  cell,
  head,
  caption,
  alt,          ///< shown for an image
  description,  ///< shown by search engines
};

struct TextBlock {
  TextKind kind = TextKind::paragraph;
  std::uint8_t level = 0;  ///< of a heading, from 1
  bool quote = false;
  bool opens_row = false;  ///< the first cell of its row
  Span shown = {};         ///< bytes of Article::passage
};

/// What the packs know of a claim.
struct ClaimEvidence {
  std::uint8_t certainty = 0;  ///< of GRADE: very low, low, moderate, high
  std::uint8_t carries = 0;    ///< the strongest wording that fits, as ClaimMark::strength
  std::string_view finds;      ///< "benefit", "no effect", "harm", or empty where it is unknown
};

/// A claim of the text, one for each outcome that it lists.
struct ClaimMark {
  Span span = {};             ///< bytes of the file
  std::string intervention;   ///< as the text names it; may be empty
  std::string outcome;        ///< may be empty
  std::uint8_t strength = 0;  ///< none, association, possible, probable, direct, absolute
  bool negative = false;      ///< denied, or said not to be so
  std::string_view voice;     ///< "research"; empty: the author
  std::optional<ClaimEvidence> evidence;
};

struct Article {
  Passage passage;
  std::vector<TextBlock> blocks;
  std::vector<ClaimMark> claims;  ///< in order of place
};

}  // namespace caveat
