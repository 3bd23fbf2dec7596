#include "report/json_text.hpp"

namespace caveat {

std::string written(const Json& value) {
  std::string text = value.dump(-1, ' ', true, Json::error_handler_t::replace);
  for (std::size_t at = text.find("##"); at != std::string::npos; at = text.find("##", at))
    text.replace(at + 1, 1, "\\u0023");
  return text;
}

}  // namespace caveat
