#include "format/format.hpp"

namespace caveat {

void read_markdown(const Source& source, Blocks& blocks) {
  read_plain(source, blocks);
}

void read_mdx(const Source& source, Blocks& blocks) {
  read_plain(source, blocks);
}

}  // namespace caveat
