// Words of packs as Markdown that shows exactly them: packs can come from anywhere, and a page must
// not do what one of their sentences says. Written for CommonMark and for GitHub's additions.
#pragma once

#include <string>
#include <string_view>

namespace caveat {

/// One line, fit for a paragraph, a list item, a heading and a cell of a table. Whitespace becomes
/// one blank; marks of Markdown and HTML, entities and what would become a link by itself are
/// escaped; control characters are made visible.
std::string markdown_of(std::string_view text);

/// The lines of an example as one item of a list.
std::string markdown_item(std::string_view text);

/// "[title](<url>)"; only the title where the address is none of the web.
std::string markdown_link(std::string_view title, std::string_view url);

}  // namespace caveat
