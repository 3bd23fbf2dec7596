#include "format/html.hpp"

#include "format/format.hpp"

namespace caveat {

void append_html(const PassageView&, const HtmlFrame&, Blocks&) {}

void read_html(const Source& source, Blocks& blocks) {
  read_plain(source, blocks);
}

}  // namespace caveat
