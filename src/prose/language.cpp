// Packs' facts of a language, made ready for look-up, and the look-ups.
#include <algorithm>
#include <array>
#include <numeric>

#include "prose/prose.hpp"
#include "prose/scan.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

/// Of the first two characters that are not folded away (soft hyphens); white space counts as a
/// space.
std::uint32_t key_at(std::string_view text, std::size_t at) {
  std::array<char32_t, 2> values{};
  for (std::size_t found = 0; found < values.size() && at < text.size();) {
    const Glyph glyph = glyph_at(text, at);
    const bool space = glyph.category == Category::space;
    values[found] = space ? U' ' : folded(glyph.point.value);
    found += values[found] != 0 ? 1 : 0;
    at += glyph.point.length;
  }
  return whole_key(values[0], values[1]);
}

/// Folded, with single spaces.
std::string normalised(std::string_view text) {
  std::string out;
  for (std::uint32_t at = skip_spaces(text, 0); at < text.size();) {
    std::uint32_t end = at;
    while (end < text.size() && category_at(text, end) != Category::space) {
      end += glyph_at(text, end).point.length;
    }
    if (!out.empty()) out += ' ';
    append_folded(text.substr(at, end - at), out);
    at = skip_spaces(text, end);
  }
  return out;
}

void add(std::span<const Text> texts, StringSet& set) {
  for (const Text& text : texts) {
    if (std::string entry = normalised(text.value); !entry.empty()) set.insert(std::move(entry));
  }
}

/// An abbreviation of several words ("et al.") is a token like any other name kept whole.
void add_whole(const LanguageDef& words, std::vector<std::string>& whole) {
  for (const Text& text : words.whole) whole.push_back(normalised(text.value));
  for (const Text& text : words.abbreviations) {
    std::string entry = normalised(text.value);
    if (entry.find(' ') != std::string::npos) whole.push_back(std::move(entry));
  }
}

void sort_whole(std::vector<std::string>& whole) {
  std::sort(whole.begin(), whole.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  whole.erase(std::unique(whole.begin(), whole.end()), whole.end());
  while (!whole.empty() && whole.back().size() < 2) whole.pop_back();
}

void index_whole(Language& language) {
  language.whole_first.assign(whole_keys + 1, 0);
  for (const std::string& entry : language.whole) ++language.whole_first[key_at(entry, 0) + 1];
  std::partial_sum(language.whole_first.begin(), language.whole_first.end(),
                   language.whole_first.begin());
  language.whole_order.resize(language.whole.size());
  std::vector<std::uint32_t> next = language.whole_first;
  for (std::uint32_t i = 0; i < language.whole.size(); ++i) {
    language.whole_order[next[key_at(language.whole[i], 0)]++] = i;
  }
}

/// Where `entry` ends if it stands at `at`, or 0. Runs of white space are one space.
std::uint32_t match_entry(std::string_view text, std::uint32_t at, std::string_view entry) {
  Category last = Category::other;
  for (std::size_t i = 0; i < entry.size();) {
    if (at >= text.size()) return 0;
    const Glyph glyph = glyph_at(text, at);
    const CodePoint wanted = decode(entry, i);
    const bool space = glyph.category == Category::space;
    const char32_t value = space ? U' ' : folded(glyph.point.value);
    at = space ? skip_spaces(text, at) : at + glyph.point.length;
    if (value == 0) continue;
    if (value != wanted.value || !glyph.point.valid) return 0;
    last = glyph.category;
    i += wanted.length;
  }
  return is_word_part(last) && is_word_part(category_at(text, at)) ? 0 : at;
}

}  // namespace

Language compile_language(std::span<const Pack> packs) {
  Language language;
  for (const Pack& pack : packs) {
    add(pack.words.abbreviations, language.abbreviations);
    add(pack.words.starters, language.starters);
    add(pack.words.openers, language.openers);
    add(pack.words.labels, language.labels);
    add(pack.words.units, language.units);
    add_whole(pack.words, language.whole);
  }
  sort_whole(language.whole);
  index_whole(language);
  return language;
}

std::uint32_t whole_end(const Scan& scan, std::uint32_t at) {
  const Language& language = scan.language;
  if (language.whole_order.empty()) return 0;
  const std::uint32_t key = key_at(scan.text, at);
  for (auto i = language.whole_first[key]; i < language.whole_first[key + 1]; ++i) {
    const std::string& entry = language.whole[language.whole_order[i]];
    if (const auto end = match_entry(scan.text, at, entry); end != 0) return end;
  }
  return 0;
}

bool holds(const Scan& scan, const StringSet& set, Span span) {
  scan.folded.clear();
  append_folded(scan.text.substr(span.begin, size(span)), scan.folded);
  return set.find(scan.folded) != set.end();
}

std::uint32_t skip_spaces(std::string_view text, std::uint32_t at) {
  while (at < text.size() && category_at(text, at) == Category::space) {
    at += glyph_at(text, at).point.length;
  }
  return at;
}

}  // namespace caveat
