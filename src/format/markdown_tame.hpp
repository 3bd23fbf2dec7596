// Markdown as md4c 0.4.8 can be trusted with it. md4c is given a copy in which some bytes are
// replaced: what it would take quadratic time for, what it does not know (footnotes, "|-|-|"), and
// what is decided here instead (entities, bare links). A few bytes are inserted; all others stand
// where they stood, so that a place in the copy is one in the file. What is shown always comes from
// the file: a replaced byte is only no markup. Private to the Markdown reader.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace caveat {

enum class Definitions : bool { none, links };

struct TamedText {
  /// `length` bytes were added before `at`; `before` were added until then.
  struct Insertion {
    std::uint32_t at = 0;
    std::uint32_t length = 0;
    std::uint32_t before = 0;
  };

  std::string bytes;       ///< with some more at the end, since md4c looks past its end
  std::uint32_t size = 0;  ///< of what is the text
  std::uint32_t base = 0;  ///< where it begins in the file
  std::vector<Insertion> insertions;
};

/// Bytes that stand for something else in the copy. They mean nothing to md4c.
inline constexpr char inert = '%';             ///< a mark that is shown and marks nothing
inline constexpr char inert_control = '\x1A';  ///< NUL, at which md4c stops
inline constexpr char expression = '\x02';     ///< of MDX: shown as U+FFFC
inline constexpr char nothing = '\x03';        ///< of MDX: not shown

/// The text from `base` on. Without Definitions::links "[name]: target" is no markup.
TamedText tame_markdown(std::string_view bytes, std::uint32_t base, Definitions definitions);

/// The offset in the file of an offset in the copy, which may be one past its last byte.
std::uint32_t in_file(const TamedText& text, std::uint32_t at);

/// Length of a footnote's mark, "[^name]", or 0. Names hold no white space and no brackets.
std::uint32_t footnote_mark(std::string_view text);

}  // namespace caveat
