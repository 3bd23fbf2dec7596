#include "prose/prose.hpp"

#include <algorithm>

#include "prose/scan.hpp"
#include "prose/sentence.hpp"
#include "prose/tokenize.hpp"

namespace caveat {
namespace {

void mark_linked(const std::vector<Span>& links, std::vector<Token>& tokens) {
  auto token = tokens.begin();
  for (const Span link : links) {
    token = std::lower_bound(token, tokens.end(), link.begin,
                             [](const Token& it, std::uint32_t at) { return it.span.end <= at; });
    for (; token != tokens.end() && token->span.begin < link.end; ++token) token->linked = true;
  }
}

}  // namespace

void read_prose(const Blocks& blocks, const Language& language, Prose& prose) {
  prose.tokens.clear();
  prose.sentences.clear();
  std::string folded;
  const std::string_view text = blocks.passage.text;
  for (std::uint32_t index = 0; index < blocks.blocks.size(); ++index) {
    const Span shown = blocks.blocks[index].shown;
    const auto first = static_cast<std::uint32_t>(prose.tokens.size());
    const Scan scan = {text.substr(0, shown.end), shown.begin, language, folded};
    tokenize(scan, prose.tokens);
    split_sentences(scan, index, first, prose);
  }
  mark_linked(blocks.links, prose.tokens);
}

}  // namespace caveat
