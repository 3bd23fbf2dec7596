#include "format/front_matter.hpp"

namespace caveat {

std::uint32_t append_front_matter(const Source&, Blocks&) {
  return 0;
}

}  // namespace caveat
