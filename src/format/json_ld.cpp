#include "format/json_ld.hpp"

namespace caveat {

void append_json_ld(const PassageView& /*script*/, Blocks& /*blocks*/) {}

}  // namespace caveat
