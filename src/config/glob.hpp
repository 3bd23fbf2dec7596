// Globs as .gitignore has them, since that is where who writes a list of files has learnt them:
//
//   *.txt         in any folder                       /a.txt, a/b.txt   from the folder of the list
//   vendor/       a folder, and all that it holds     a/**/b            any folders between
//   ? * [a-z]     never a '/'                         \*                the character itself
//
// libgit2 has a matcher too, and was turned down: its pathspec is anchored otherwise (`*.txt`
// crosses folders, a bare name stands at the root alone) and never objects, so that a slip ("[a-",
// "!keep",
// "{a,b}") would match nothing and say nothing; what it has for .gitignore wants a repository. Here
// the time is at most the length of the glob times that of the path, whatever stands in either.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/span.hpp"

namespace caveat {

/// What one character of a name is held against; `star` takes any number of them.
struct GlobStep {
  enum class Kind : std::uint8_t { one, any, star, set, other_than };
  Kind kind = Kind::one;
  std::vector<std::pair<char32_t, char32_t>> ranges;  ///< of one, set and other_than; inclusive
};

/// Between two slashes.
struct GlobPart {
  bool deep = false;  ///< "**": any number of folders
  std::vector<GlobStep> steps;
};

struct Glob {
  bool anchored = false;      ///< else its one part may stand in any folder
  bool folders_only = false;  ///< it ends in '/'
  std::vector<GlobPart> parts;
};

inline constexpr std::size_t longest_glob = 1000;  ///< bytes

/// What makes `text` no glob; `place` in it.
struct GlobMistake {
  std::string message;
  Span place;
};

std::optional<Glob> make_glob(std::string_view text, GlobMistake& mistake);

/// Paths are relative to the folder of the list: "a/b.txt". An empty one is that folder itself,
/// which no glob matches.
bool matches(const Glob& glob, std::string_view path, bool is_folder);

/// Whether it matches the path or a folder above it.
bool covers(const Glob& glob, std::string_view path, bool is_folder);

}  // namespace caveat
