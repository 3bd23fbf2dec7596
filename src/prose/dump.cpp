#include "prose/dump.hpp"

#include <array>

namespace caveat {
namespace {

void append_token(const Source& source, const Token& token, std::string& out) {
  out.append("[").append(slice(source, token.span)).append("]");
}

}  // namespace

const char* name_of(TokenKind kind) {
  constexpr std::array<const char*, 5> names = {"word", "number", "quantity", "link",
                                                "punctuation"};
  return names[static_cast<std::size_t>(kind)];
}

std::string dump(const Source& source, const Prose& prose) {
  std::string out;
  for (const Sentence& sentence : prose.sentences) {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      append_token(source, prose.tokens[i], out);
    }
    out += '\n';
  }
  return out;
}

std::string dump_kinds(const Source& source, const Prose& prose) {
  std::string out;
  for (const Token& token : prose.tokens) {
    if (token.capital) out += "capital ";
    out.append(name_of(token.kind)).append(" ");
    append_token(source, token, out);
    out += '\n';
  }
  return out;
}

}  // namespace caveat
