#include "format/dump.hpp"

#include <array>
#include <string_view>

namespace caveat {
namespace {

std::string_view words_of(const Blocks& blocks, const Block& block) {
  return std::string_view(blocks.passage.text).substr(block.shown.begin, size(block.shown));
}

/// "[first line][second line]".
void append_lines(std::string_view text, std::string& out) {
  out += '[';
  for (const char c : text) {
    if (c == '\n')
      out += "][";
    else
      out += c;
  }
  out += ']';
}

}  // namespace

const char* name_of(BlockKind kind) {
  constexpr std::array<const char*, 8> names = {"paragraph", "heading", "item", "cell",
                                                "head",      "caption", "alt",  "description"};
  return names[static_cast<std::size_t>(kind)];
}

std::string dump(const Blocks& blocks) {
  std::string out;
  for (const Block& block : blocks.blocks) {
    if (block.quote) out += "quoted ";
    out += name_of(block.kind);
    if (block.level != 0) out.append(" ").append(std::to_string(block.level));
    if (block.header != no_block) {
      out += " of ";
      append_lines(words_of(blocks, blocks.blocks[block.header]), out);
    }
    out += ' ';
    append_lines(words_of(blocks, block), out);
    out += '\n';
  }
  return out;
}

std::string dump_places(const Source& source, const Blocks& blocks) {
  std::string out;
  for (const Block& block : blocks.blocks) {
    out.append("[").append(slice(source, to_source(view(blocks.passage), block.shown)));
    out += "]\n";
  }
  return out;
}

}  // namespace caveat
