// Markup woven at random into known text, so that readers of formats can be held to what they
// promise: the same words, the same findings, at places that are known without any reader. The
// weaver knows the place of each byte because it wrote it there. It writes what people and their
// tools write (emphasis inside words, entities, hard-wrapped items, nested lists and quotes,
// tables, comments, hidden claims between the blocks), and takes care that none of it changes what
// a reader sees: each mark stands where CommonMark and HTML take it for one.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "format/block.hpp"
#include "text/span.hpp"

namespace caveat::test {

enum class Markup { markdown, mdx, html };

struct Woven {
  std::string file;
  /// By byte of the text that was woven in: the bytes of the file that show it.
  std::vector<Span> places;
};

/// Writes the blocks as a file. A `head` heads all cells after it. `dense` is how much markup there
/// is, from 0 (what structure needs) to 10 (nothing is left alone).
Woven weave(const Blocks& plain, Markup markup, int dense, std::mt19937& random);

/// Part of a file without its markup, entities decoded. Knows only what the weaver writes.
std::string unwoven(std::string_view part, Markup markup);

/// As people compare words: white space one blank, quotes straight, soft hyphens gone, raised
/// figures lowered.
std::string folded_words(std::string_view text);

}  // namespace caveat::test
