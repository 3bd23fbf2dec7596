// A page made harmless for gumbo 0.10.1, which walks the stack of open elements at many tags, opens
// unclosed formatting again in every block, compares each attribute with all others, and builds
// trees as deep as the page says. One pass in front of it changes bytes of a copy, so that offsets
// stay and no word is lost:
//  * Inline elements that only show their text (<b>, <font>, <a>, <span> …) go: nothing is left to
//    open again. Those that show more or less (<s>, <code>, title="…", hidden) or may link a source
//    become <q>, which is not opened again either, and are told by the bytes of the page.
//  * What has rules of its own is replaced by what has none: <select> and <object> by <q>, <form>
//    by <div>. <frameset>, <body>, <col>, the doctype, the insides of <svg>, all attributes go.
//  * Start tags deeper than any honest page goes, and end tags that close nothing.
// A tag that goes becomes blanks. They part no words: where the page has other bytes than its copy,
// nothing is shown. What is left follows few rules, so the pass knows at each tag what gumbo has
// open. Rejected: counting tags without rules, which a page can fool.
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
