// The image in the binary: bytes between two symbols, which embedded.S defines.
#include "image/image.hpp"

#ifdef CAVEAT_IMAGE
extern "C" {
extern const char caveat_image_begin[];
extern const char caveat_image_end[];
}
#endif

namespace caveat {

std::string_view embedded_image() {
#ifdef CAVEAT_IMAGE
  return {caveat_image_begin, caveat_image_end};
#else
  return {};
#endif
}

}  // namespace caveat
