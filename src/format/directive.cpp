#include "format/directive.hpp"

#include "format/line.hpp"

namespace caveat {

void take_directive(std::string_view bytes, Span whole, Span words,
                    std::vector<Directive>& directives) {
  words = trim(bytes, words);
  if (bytes.substr(words.begin, size(words)).starts_with("caveat-")) {
    directives.push_back({whole, words});
  }
}

bool take_directive_line(std::string_view, Span, std::vector<Directive>&) {
  return false;
}

Order read_directive(std::string_view, const Directive&) {
  return {};
}

}  // namespace caveat
