// What the readers of metadata (YAML, TOML, JSON) share: bytes that their parsers refuse, escapes,
// values of several paragraphs. Each parser tells where a value begins and ends and what it says;
// the place of every byte of it we find ourselves, by decoding the same bytes again. Private to
// this room.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "format/block.hpp"
#include "text/passage.hpp"

namespace caveat {

/// A value that search engines show.
struct MetaText {
  BlockKind kind = BlockKind::description;
  Passage value;
  std::string decoded;  ///< by the parser; `value` holds the same, with places
};

/// What front matter holds.
struct Metadata {
  bool keyed = false;  ///< a mapping of keys to values, as front matter must be
  bool named = false;  ///< its first key is a name that a program may look for, no phrase
  bool empty = false;  ///< comments at most
  bool whole = false;  ///< read to its end, without a mistake
  std::vector<MetaText> texts;
  std::vector<Span> comments;
};

/// What a key at the top of front matter holds: a heading, a description, or nothing of interest.
std::optional<BlockKind> kind_of_field(std::string_view key);

/// A table of front matter in which the same keys count.
inline constexpr std::string_view seo_table = "seo";

/// As many bytes, with "x" for those that parsers refuse: control characters and what is no UTF-8.
/// Their fault is no reason to read nothing.
std::string tamed(std::string_view bytes);

enum class EscapeRules : std::uint8_t { json, toml, yaml };

/// Bytes of the escape that starts with the "\" at `at`; 0 if it is none. What it stands for,
/// UTF-8, replaces `shown`.
std::uint32_t read_escape(std::string_view text, std::size_t at, EscapeRules rules,
                          std::string& shown);

/// append_for, but what is as long as its bytes and differs from them stands between them: a run
/// of equal length is a copy.
void append_decoded(Passage& passage, std::string_view shown, const PassageView& from, Span part);

/// A block of this shape for each paragraph; blank lines part them.
void append_paragraphs(const PassageView& value, const Block& shape, Blocks& blocks);

}  // namespace caveat
