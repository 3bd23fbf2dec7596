#include "format/dump.hpp"

#include <array>

namespace caveat {

const char* name_of(BlockKind kind) {
  constexpr std::array<const char*, 3> names = {"paragraph", "heading", "item"};
  return names[static_cast<std::size_t>(kind)];
}

std::string dump(const Source& source, const Blocks& blocks) {
  std::string out;
  for (const Block& block : blocks.blocks) {
    out += name_of(block.kind);
    if (block.level != 0) out.append(" ").append(std::to_string(block.level));
    out += ' ';
    for (std::uint32_t piece = block.first_piece; piece < block.last_piece; ++piece) {
      out.append("[").append(slice(source, blocks.pieces[piece])).append("]");
    }
    out += '\n';
  }
  return out;
}

}  // namespace caveat
