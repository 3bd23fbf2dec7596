// Compiled packs as bytes. The packs that ship are compiled when caveat is built, and the image is
// part of the binary: a start copies it to where it belongs, in a few milliseconds, where reading
// and compiling TOML takes hundreds. An image is for the caveat that it was built with and for no
// other, and holds no packs, only what became of them: `explain` and its like read the TOML.
#pragma once

#include <string>
#include <string_view>

#include "lint/lint.hpp"

namespace caveat {

/// The same bytes for the same rules, in every run.
std::string image_of(const RuleSet& rules);

/// Null where `bytes` is no whole and unchanged image of this layout: `mistake` says why. Never
/// crashes, whatever the bytes; any one byte that was changed is noticed.
RuleSetPtr read_image(std::string_view bytes, std::string& mistake);

/// The image in this binary; empty where its packs had mistakes when it was built.
std::string_view embedded_image();

}  // namespace caveat
