#include "lint/example.hpp"

namespace caveat {

Example read_example(std::string_view written) {
  constexpr std::string_view open = "«";
  constexpr std::string_view close = "»";
  const auto from = written.find(open);
  const auto to = written.find(close);
  const bool pair = from != written.npos && to != written.npos && from < to;
  if (!pair || written.find(open, from + 1) != written.npos) return {std::string(written), {}};
  const auto begin = from + open.size();
  const auto marked = written.substr(begin, to - begin);
  std::string text(written.substr(0, from));
  text += marked;
  text += written.substr(to + close.size());
  const Span span{static_cast<std::uint32_t>(from),
                  static_cast<std::uint32_t>(from + marked.size())};
  return {std::move(text), span};
}

}  // namespace caveat
