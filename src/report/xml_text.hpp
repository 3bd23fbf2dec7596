// Text as XML 1.0 may hold it.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

/// For content and for attributes in either quotes. What XML cannot hold (most control characters,
/// U+FFFE, bytes that are no UTF-8) and what should not reach a terminal is shown as by
/// printable(); line ends and tabs are character references, which an attribute would otherwise
/// lose.
std::string xml_text(std::string_view text);

}  // namespace caveat
