// A page made harmless for gumbo 0.10.1, which walks the stack of open elements at many tags, opens
// unclosed formatting again in every block, compares each attribute with all others, and builds
// trees as deep as the page says. One pass in front of it changes bytes of a copy, so that offsets
// stay and no word is lost:
//  * Inline elements that only show their text (<b>, <font>, <a>, <span> …) go: nothing is left to
//    open again. Those that show more or less (<s>, <code>, title="…", hidden) become <q>, which is
//    not opened again either, and are told by the bytes of the page.
//  * A start tag deeper than any honest page goes, with its end tag.
//  * <frameset>, <isindex>, <col> and others that show nothing, the insides of <svg> and all
//    attributes go.
// A tag that goes becomes "</>" or "</b   >": gumbo ignores an end tag of what is not open. Which
// elements are open is counted by the standard's own rules, but closed only where they are sure, so
// the count is never below gumbo's. Rejected: blanks in place of tags, which would part words.
// Private to the reader of HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace caveat {

struct TamePage {
  std::string bytes;           ///< as long as the page
  std::vector<Span> comments;  ///< in order, with their marks
};

/// `fragment`: the page stands inside a <template>, where rows and cells need no table.
TamePage tame_html(std::string_view page, bool fragment);

}  // namespace caveat
