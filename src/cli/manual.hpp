// The manual page. Its prose is written by hand, in docs/caveat.1; the synopsis, and of each
// command and flag the heading and where it counts, come from the tables in flags.hpp. Both stand
// in one file, which is its own template: filling it again changes nothing, and a test says
// that it is fresh. Turned down: a page made from the help alone, which says too little, and a page
// by hand alone, which forgets what is new.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

/// docs/caveat.1, built in.
std::string_view manual_prose();

/// The page in roff. Entries stand in the order of the tables; one without prose has its help.
std::string manual_page(std::string_view prose);

}  // namespace caveat
