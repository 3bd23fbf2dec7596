#include "prose/dump.hpp"

#include <array>

namespace caveat {
namespace {

void append_token(std::string_view text, const Token& token, std::string& out) {
  out.append("[").append(text.substr(token.span.begin, size(token.span))).append("]");
}

}  // namespace

const char* name_of(TokenKind kind) {
  constexpr std::array<const char*, 5> names = {"word", "number", "quantity", "link",
                                                "punctuation"};
  return names[static_cast<std::size_t>(kind)];
}

std::string dump(std::string_view text, const Prose& prose) {
  std::string out;
  for (const Sentence& sentence : prose.sentences) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      append_token(text, prose.tokens[i], out);
    }
    out += '\n';
  }
  return out;
}

std::string dump_kinds(std::string_view text, const Prose& prose) {
  std::string out;
  for (const Token& token : prose.tokens) {
    if (token.capital) out += "capital ";
    out.append(name_of(token.kind)).append(" ");
    append_token(text, token, out);
    out += '\n';
  }
  return out;
}

}  // namespace caveat
