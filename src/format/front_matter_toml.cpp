// toml11 reads a whole file or nothing, so what stands before a mistake is not shown.
#include "format/front_matter_toml.hpp"

#include <algorithm>
#include <sstream>
#include <string>
#include <toml.hpp>

#include "format/write.hpp"
#include "text/toml_bytes.hpp"

namespace caveat {
namespace {

using Toml = toml::basic_value<toml::discard_comments>;

/// toml11 takes time in the square of an array's length (0.4 s for 32 KiB), and a kilobyte of stack
/// for each bracket that is open. Nobody's front matter comes near.
constexpr std::size_t longest_parsed = 16 * 1024;
constexpr std::size_t max_depth = 32;

struct Reader {
  std::string text;  ///< of the front matter, tamed
  PassageView file;
  std::uint32_t start = 0;  ///< of `text` in the file
  std::size_t depth = 0;    ///< of brackets, at its deepest
  Metadata out = {};
};

Span region_of(const Reader& reader, const Toml& value) {
  const auto* region = dynamic_cast<const toml::detail::region*>(toml::detail::get_region(value));
  if (region == nullptr) return {};
  const auto clamped = [&](auto at) {
    const auto offset = static_cast<std::size_t>(at - region->begin());
    return static_cast<std::uint32_t>(std::min(offset, reader.text.size()));
  };
  return {clamped(region->first()), clamped(region->last())};
}

void show(Reader& reader, Passage& value, Span part) {
  append(value, reader.file, {part.begin + reader.start, part.end + reader.start});
}

void show_as(Reader& reader, Passage& value, std::string_view shown, Span part) {
  append_decoded(value, shown, reader.file, {part.begin + reader.start, part.end + reader.start});
}

/// "\" at the end of a line: all white space up to the next word is no text. 0 if it is none.
std::uint32_t joined_lines(std::string_view text, std::uint32_t at) {
  const auto line_end = text.find_first_not_of(" \t\r", at + 1);
  if (line_end == text.npos || text[line_end] != '\n') return 0;
  const auto next = std::min(text.find_first_not_of(" \t\r\n", line_end), text.size());
  return static_cast<std::uint32_t>(next) - at;
}

/// A "\" that is no escape has been refused by toml11.
void show_string(Reader& reader, Passage& value, Span inside, char quote) {
  const auto text = std::string_view(reader.text).substr(0, inside.end);
  const char* const special = quote == '"' ? "\\\r" : "\r";
  std::string shown;
  while (inside.begin < inside.end) {
    const auto at = static_cast<std::uint32_t>(
        std::min(text.find_first_of(special, inside.begin), text.size()));
    show(reader, value, {inside.begin, at});
    inside.begin = at;
    if (at == inside.end) break;
    auto length = text[at] == '\r' ? 1U : joined_lines(text, at);
    if (length == 0) {
      length = std::max(read_escape(text, at, EscapeRules::toml, shown), 1U);
      show_as(reader, value, shown, {at, at + length});
    }
    inside.begin += length;
  }
}

void read_text(Reader& reader, const std::string& key, const Toml& value) {
  const auto kind = kind_of_field(key);
  const Span region = region_of(reader, value);
  if (!kind || !value.is_string() || size(region) < 2) return;
  const Span inside = inside_quotes(reader.text, region);
  MetaText text{*kind, {}, value.as_string().str};
  std::erase(text.decoded, '\r');
  show_string(reader, text.value, inside, reader.text[region.begin]);
  reader.out.texts.push_back(std::move(text));
}

void read_table(Reader& reader, const Toml& table) {
  for (const auto& [key, value] : table.as_table()) read_text(reader, key, value);
}

/// toml11 keeps its tables unsorted.
void sort_by_place(std::vector<MetaText>& texts) {
  const auto place = [](const MetaText& text) {
    return text.value.runs.empty() ? 0 : text.value.runs.front().source.begin;
  };
  std::ranges::sort(texts, {}, place);
}

void read_values(Reader& reader) {
  if (reader.text.size() > longest_parsed || reader.depth > max_depth) return;
  if (nested_too_deep(reader.text)) return;  // dots of keys
  try {
    std::istringstream stream(reader.text);
    const Toml root = toml::parse<toml::discard_comments>(stream, "front matter");
    read_table(reader, root);
    if (root.contains(std::string(seo_table)) && root.at(std::string(seo_table)).is_table()) {
      read_table(reader, root.at(std::string(seo_table)));
    }
  } catch (const std::exception&) {
    reader.out.texts.clear();
  }
  sort_by_place(reader.out.texts);
}

/// One past the string that opens at `at`, or past its line where it does not close.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const std::string_view three = text.substr(at, 3);
  const bool many = three == "\"\"\"" || three == "'''";
  const std::string_view quotes = many ? three : text.substr(at, 1);
  for (at += quotes.size(); at < text.size(); ++at) {
    if (text.substr(at).starts_with(quotes)) break;
    if (text[at] == '\\' && quote == '"') ++at;
    if (!many && at < text.size() && text[at] == '\n') return at;
  }
  at = std::min(at + quotes.size(), text.size());
  while (many && at < text.size() && text[at] == quote) ++at;
  return at;
}

std::size_t note_comment(Reader& reader, std::size_t begin) {
  const std::size_t end = std::min(reader.text.find_first_of("\r\n", begin), reader.text.size());
  reader.out.comments.push_back({reader.start + static_cast<std::uint32_t>(begin),
                                 reader.start + static_cast<std::uint32_t>(end)});
  return end;
}

/// What toml11 does not tell: comments, and how deep it would have to go.
void look_over(Reader& reader) {
  constexpr std::string_view marks = "#\"'[]{}";
  const std::string_view text = reader.text;
  std::size_t open = 0;
  for (auto at = text.find_first_of(marks); at < text.size(); at = text.find_first_of(marks, at)) {
    const char mark = text[at];
    if (mark == '[' || mark == '{') reader.depth = std::max(reader.depth, ++open);
    if ((mark == ']' || mark == '}') && open > 0) --open;
    if (mark == '#') {
      at = note_comment(reader, at);
    } else {
      at = mark == '"' || mark == '\'' ? end_of_string(text, at) : at + 1;
    }
  }
}

}  // namespace

Metadata read_toml(const Source& source, Span inside) {
  Run run;
  inside.begin += 3;
  Reader reader{
      .text = tamed(slice(source, inside)), .file = view(source, run), .start = inside.begin};
  reader.out.keyed = reader.out.named = reader.out.whole = true;  // no text has such lines
  look_over(reader);
  read_values(reader);
  return std::move(reader.out);
}

}  // namespace caveat
