#include "format/front_matter.hpp"

#include <algorithm>
#include <array>

#include "format/directive.hpp"
#include "format/front_matter_toml.hpp"
#include "format/front_matter_yaml.hpp"
#include "format/write.hpp"

namespace caveat {
namespace {

/// What is longer has a use that we do not know; it is skipped unread.
constexpr std::uint32_t longest_read = 1024 * 1024;

struct Fence {
  std::string_view opening;
  std::array<std::string_view, 2> closing;
  Metadata (*read)(const Source&, Span);
};

/// Up to and without its line end.
Span line_at(std::string_view bytes, std::uint32_t begin) {
  return {begin, static_cast<std::uint32_t>(std::min(bytes.find('\n', begin), bytes.size()))};
}

std::uint32_t after(std::string_view bytes, Span line) {
  return line.end < bytes.size() ? line.end + 1 : line.end;
}

std::string_view without_blanks_at_end(std::string_view line) {
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

std::string_view words_of(std::string_view bytes, Span line) {
  return without_blanks_at_end(bytes.substr(line.begin, size(line)));
}

/// The line that closes front matter whose text starts at `begin`; empty at the end of the file if
/// there is none.
Span find_closing_line(std::string_view bytes, std::uint32_t begin, const Fence& fence) {
  Span line = line_at(bytes, begin);
  while (line.begin < bytes.size()) {
    const auto words = words_of(bytes, line);
    if (words == fence.closing[0] || words == fence.closing[1]) return line;
    line = line_at(bytes, after(bytes, line));
  }
  return {static_cast<std::uint32_t>(bytes.size()), static_cast<std::uint32_t>(bytes.size())};
}

void write(const Source& source, const Metadata& metadata, Blocks& blocks) {
  for (const MetaText& text : metadata.texts) {
    // Were they to differ, a finding would point at other words: none at all is better.
    if (text.value.text.size() != text.decoded.size()) continue;
    const auto level = static_cast<std::uint8_t>(text.kind == BlockKind::heading ? 1 : 0);
    append_paragraphs(view(text.value), {.kind = text.kind, .level = level}, blocks);
  }
  for (const Span comment : metadata.comments) {
    take_directive(source.bytes, comment, {comment.begin + 1, comment.end}, blocks.directives);
  }
}

/// "---" is a thematic break as well. Text between two of them stands under an empty line, and it
/// is no mapping, or one with a phrase for a key ("Note: …").
bool is_front_matter(const Metadata& metadata, bool blank_first) {
  if (blank_first) return metadata.keyed && metadata.named && metadata.whole;
  return metadata.keyed || metadata.empty;
}

}  // namespace

std::uint32_t append_front_matter(const Source& source, Blocks& blocks) {
  constexpr std::array<Fence, 2> fences = {
      {{"---", {"---", "..."}, read_yaml}, {"+++", {"+++", "+++"}, read_toml}}};
  const std::string_view bytes = source.bytes;
  const std::uint32_t text = bytes.starts_with("\uFEFF") ? 3 : 0;
  const Span opening = line_at(bytes, text);
  for (const Fence& fence : fences) {
    if (words_of(bytes, opening) != fence.opening) continue;
    const auto begin = after(bytes, opening);
    const Span closing = find_closing_line(bytes, begin, fence);
    if (empty(closing)) return text;
    const bool too_long = closing.begin - text > longest_read;
    const Span read{text, too_long ? text + longest_read : closing.begin};
    const Metadata metadata = fence.read(source, read);
    if (!is_front_matter(metadata, words_of(bytes, line_at(bytes, begin)).empty())) return text;
    if (!too_long) write(source, metadata, blocks);
    return after(bytes, closing);
  }
  return text;
}

}  // namespace caveat
