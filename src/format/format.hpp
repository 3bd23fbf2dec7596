// The table of formats. A format is a function from a file to its blocks; adding one is a row.
#pragma once

#include <span>
#include <string_view>

#include "format/block.hpp"
#include "text/source.hpp"

namespace caveat {

struct Format {
  std::string_view name;
  std::span<const std::string_view> endings;  ///< ".md", of file names, in lower case
  void (*read)(const Source&, Blocks&);       ///< clears and fills the blocks
};

std::span<const Format> formats();

/// Null if there is none.
const Format* format_named(std::string_view name);

/// By the ending of a file name, whatever its case; null for an ending that is no format's.
const Format* format_of_path(std::string_view path);

/// By the bytes: what starts as a web page does or is full of tags is HTML; front matter, headings,
/// links and emphasis make Markdown; anything else is plain text. Looks at the first 64 KiB.
const Format& sniff_format(std::string_view bytes);

/// Plain text: paragraphs, bare heading lines, list items; see plain.cpp for how they are told.
void read_plain(const Source& source, Blocks& blocks);

/// CommonMark with the tables, strikethrough, task lists and autolinks of GitHub, footnotes,
/// definition lists and front matter; see markdown.cpp.
void read_markdown(const Source& source, Blocks& blocks);

/// Markdown with JSX: components are tags, {expressions} and import and export lines are not shown.
void read_mdx(const Source& source, Blocks& blocks);

/// Pages and fragments of HTML; see html.cpp.
void read_html(const Source& source, Blocks& blocks);

}  // namespace caveat
