#include "format/entity.hpp"

namespace caveat {

std::uint32_t read_entity(std::string_view, std::size_t, EntityRules, std::string&) {
  return 0;
}

}  // namespace caveat
