#include "prose/prose.hpp"

#include "prose/scan.hpp"
#include "prose/sentence.hpp"
#include "prose/tokenize.hpp"

namespace caveat {

void read_prose(const Source& source, const Blocks& blocks, const Language& language,
                Prose& prose) {
  prose.tokens.clear();
  prose.sentences.clear();
  std::string folded;
  const std::string_view bytes = source.bytes;
  for (std::uint32_t index = 0; index < blocks.blocks.size(); ++index) {
    const Block& block = blocks.blocks[index];
    const auto first = static_cast<std::uint32_t>(prose.tokens.size());
    for (std::uint32_t piece = block.first_piece; piece < block.last_piece; ++piece) {
      const Span span = blocks.pieces[piece];
      const bool last = piece + 1 == block.last_piece;
      tokenize({bytes.substr(0, span.end), span.begin, last, language, folded}, prose.tokens);
    }
    split_sentences({bytes, 0, true, language, folded}, index, first, prose);
  }
}

}  // namespace caveat
