#include "format/write.hpp"

#include "format/line.hpp"

namespace caveat {

void clear(Blocks& blocks) {
  blocks.blocks.clear();
  blocks.directives.clear();
  blocks.links.clear();
  clear(blocks.passage);
}

void open_block(Blocks& blocks, const Block& shape) {
  if (!blocks.passage.text.empty()) append_between(blocks.passage, "\n", 0);
  const auto begin = static_cast<std::uint32_t>(blocks.passage.text.size());
  blocks.blocks.push_back(shape);
  blocks.blocks.back().shown = {begin, begin};
}

std::uint32_t close_block(Blocks& blocks) {
  Block& block = blocks.blocks.back();
  block.shown.end = static_cast<std::uint32_t>(blocks.passage.text.size());
  block.shown = trim(blocks.passage.text, block.shown);
  if (!empty(block.shown)) return static_cast<std::uint32_t>(blocks.blocks.size() - 1);
  blocks.blocks.pop_back();
  return no_block;
}

void note_link(Blocks& blocks, std::uint32_t begin, std::string_view target) {
  const auto end = static_cast<std::uint32_t>(blocks.passage.text.size());
  const bool other_site = target.starts_with("http://") || target.starts_with("https://") ||
                          target.starts_with("//") || target.starts_with("doi:");
  if (other_site && begin < end) blocks.links.push_back({begin, end});
}

PassageView view(const Source& source, Run& run) {
  run = {0, {0, static_cast<std::uint32_t>(source.bytes.size())}};
  return {source.bytes, {&run, 1}};
}

}  // namespace caveat
