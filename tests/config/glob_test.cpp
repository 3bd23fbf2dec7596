// Which files of a site a glob means; the rules are those of gitignore(5).
#include <catch2/catch.hpp>
#include <string>

#include "config/glob.hpp"

using namespace caveat;

namespace {

/// "match", "inside" where only a folder above it matches, "no", or the mistake.
std::string tried(const std::string& text, std::string path) {
  GlobMistake mistake;
  const auto glob = make_glob(text, mistake);
  if (!glob) return mistake.message;
  const bool is_folder = path.ends_with('/');
  if (is_folder) path.pop_back();
  if (matches(*glob, path, is_folder)) return "match";
  return covers(*glob, path, is_folder) ? "inside" : "no";
}

std::string mistake_in(const std::string& text) {
  GlobMistake mistake;
  const auto glob = make_glob(text, mistake);
  if (glob) return "";
  return std::to_string(mistake.place.begin) + "-" + std::to_string(mistake.place.end) + " " +
         mistake.message;
}

}  // namespace

TEST_CASE("a glob matches what .gitignore would leave out") {
  const char* const rows[][3] = {
      // A name alone stands in any folder.
      {"kratom.md", "kratom.md", "match"},
      {"kratom.md", "herbs/kratom.md", "match"},
      {"kratom.md", "herbs/kratom.mdx", "no"},
      {"kratom.md", "kratom.md/notes.txt", "inside"},
      {"*.md", "herbs/kratom.md", "match"},
      {"*.md", ".md", "match"},
      {"*.md", "herbs.md/leaf.txt", "inside"},
      {"drafts", "drafts/", "match"},
      {"drafts", "herbs/drafts/kratom.md", "inside"},
      // With a slash it is counted from the folder of the list.
      {"/kratom.md", "kratom.md", "match"},
      {"/kratom.md", "herbs/kratom.md", "no"},
      {"herbs/kratom.md", "herbs/kratom.md", "match"},
      {"herbs/kratom.md", "site/herbs/kratom.md", "no"},
      {"/herbs/kratom.md", "herbs/kratom.md", "match"},
      {"herbs/*.md", "herbs/kratom.md", "match"},
      {"herbs/*.md", "herbs/asia/kratom.md", "no"},
      {"herbs/*", "herbs/asia/kratom.md", "inside"},
      // A slash at its end means folders, and does not tie it to a place.
      {"drafts/", "drafts/", "match"},
      {"drafts/", "drafts", "no"},
      {"drafts/", "drafts/kratom.md", "inside"},
      {"drafts/", "herbs/drafts/kratom.md", "inside"},
      {"/drafts/", "herbs/drafts/kratom.md", "no"},
      // Two stars are any number of folders.
      {"**/kratom.md", "kratom.md", "match"},
      {"**/kratom.md", "herbs/asia/kratom.md", "match"},
      {"herbs/**", "herbs/", "no"},
      {"herbs/**", "herbs/kratom.md", "match"},
      {"herbs/**", "herbs/asia/kratom.md", "match"},
      {"herbs/**/kratom.md", "herbs/kratom.md", "match"},
      {"herbs/**/kratom.md", "herbs/asia/java/kratom.md", "match"},
      {"herbs/**/kratom.md", "roots/asia/kratom.md", "no"},
      {"**/asia/**", "herbs/asia/kratom.md", "match"},
      {"**/asia/**", "herbs/asia/", "no"},
      {"**", "herbs/kratom.md", "match"},
      {"/**", "herbs/kratom.md", "match"},
      {"a**b", "axxb", "match"},
      {"a**b", "ax/xb", "no"},
      {"**/a/**/b", "x/a/y/a/z/b", "match"},
      // One character, one of several.
      {"kr?tom.md", "kratom.md", "match"},
      {"kr?tom.md", "krtom.md", "no"},
      {"herbs?kratom.md", "herbs/kratom.md", "no"},
      {"th?.md", "th\xC3\xA9.md", "match"},
      {"week-[0-9].md", "week-7.md", "match"},
      {"week-[0-9].md", "week-x.md", "no"},
      {"week-[!0-9].md", "week-x.md", "match"},
      {"week-[^0-9].md", "week-7.md", "no"},
      {"[]a].md", "].md", "match"},
      {"[a-].md", "-.md", "match"},
      {"[\xC3\xA0-\xC3\xBF].md", "\xC3\xA9.md", "match"},
      {"herbs[!x]kratom.md", "herbs/kratom.md", "no"},
      {"\\*.md", "*.md", "match"},
      {"\\*.md", "a.md", "no"},
      {"\\[slug\\].mdx", "[slug].mdx", "match"},
      {"\\!keep.md", "!keep.md", "match"},
      {"Kratom.md", "kratom.md", "no"},
      // The folder of the list itself is never meant.
      {"*", "", "no"},
      {"**", "", "no"},
  };
  for (const auto& [glob, path, expected] : rows) {
    CAPTURE(glob, path);
    CHECK(tried(glob, path) == expected);
  }
}

TEST_CASE("what would silently match nothing is no glob") {
  const char* const rows[][2] = {
      {"", "0-0 this glob names nothing"},
      {"/", "0-1 this glob names nothing"},
      {"//", "0-2 this glob names nothing"},
      {"!keep.md", "0-1 a glob takes nothing back; '\\!' is the mark itself"},
      {"../herbs/*.md", "0-2 a glob starts from the folder of this file, and stays in it"},
      {"herbs/../roots", "6-8 a glob starts from the folder of this file, and stays in it"},
      {"./herbs", "0-1 a glob starts from the folder of this file, and stays in it"},
      {"herbs//kratom.md", "6-6 a glob has a name between two '/'"},
      {"*.{md,txt}", "2-3 a glob has no {a,b}; write two, or '\\{' for the brace"},
      {"week-[0-9.md", "5-6 this '[' has no ']'; '\\[' is the bracket itself"},
      {"week-[", "5-6 this '[' has no ']'; '\\[' is the bracket itself"},
      {"week-[]", "5-6 this '[' has no ']'; '\\[' is the bracket itself"},
      {"week-[9-0].md", "6-9 this range ends before it begins"},
      {"[[:digit:]].md", "1-3 a glob has no classes such as [:alpha:]"},
      {"a[/]b", "2-3 no '/' stands in brackets"},
      {"herbs\\", "5-6 a glob does not end in '\\'"},
  };
  for (const auto& [glob, expected] : rows) {
    CAPTURE(glob);
    CHECK(mistake_in(glob) == expected);
  }
  CHECK(mistake_in(std::string(1001, 'a')) == "0-1001 a glob is at most 1000 bytes long");
  CHECK(mistake_in(std::string(1000, 'a')) == "");
}

TEST_CASE("a glob made to be slow is not") {
  std::string stars;
  while (stars.size() < 990) stars += "*a";
  const std::string name(4000, 'a');
  CHECK(tried(stars + "b", name) == "no");
  std::string deep;
  while (deep.size() < 990) deep += "**/a/";
  std::string path = "a";
  while (path.size() < 4000) path += "/a";
  CHECK(tried(deep + "b", path) == "no");
}
