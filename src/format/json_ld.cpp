// nlohmann's parser tells each string when it has just read it, by callbacks and without recursion;
// an iterator that remembers how far it was moved tells where that is in the script. Strings are
// then decoded again, with places.
#include "format/json_ld.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "format/entity.hpp"
#include "format/html.hpp"
#include "format/metadata.hpp"

namespace caveat {
namespace {

using Json = nlohmann::json;

/// What is deeper describes no page.
constexpr std::size_t max_depth = 64;

enum class Key : std::uint8_t { other, type, value, headline, description, name, text, answer };

struct KeyName {
  std::string_view name;
  Key key;
};

constexpr std::array<KeyName, 9> keys = {{
    {"@type", Key::type},
    {"@value", Key::value},
    {"headline", Key::headline},
    {"alternativeHeadline", Key::headline},
    {"description", Key::description},
    {"abstract", Key::description},
    {"name", Key::name},
    {"text", Key::text},
    {"acceptedAnswer", Key::answer},
}};

Key key_named(std::string_view name) {
  const auto* row = std::ranges::find(keys, name, &KeyName::name);
  return row == keys.end() ? Key::other : row->key;
}

/// A string that is shown, unless it turns out to be the name of something else than a question.
struct Found {
  Block shape;
  Span string;           ///< of the script, without the quotes
  std::size_t size = 0;  ///< of what it says
  bool shown = true;
};

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// An object that is open. What stands in an array stands under the array's key.
struct Level {
  Key under = Key::other;  ///< whose value it is
  Key key = Key::other;    ///< the last one of its own
  bool question = false;
  std::size_t name = none;  ///< of Reader::found
};

struct Reader {
  std::string_view text;       ///< the script, tamed
  const char* reached;         ///< by the parser
  std::size_t string_end = 0;  ///< one past the last string, quotes included
  std::vector<Level> levels = {};
  std::size_t depth = 0;  ///< levels too deep to be looked at included
  std::vector<Found> found = {};
};

/// Goes over the bytes of the script and tells the reader how far it is.
struct Counting {
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  const char* at;
  const char** reached;

  const char& operator*() const { return *at; }
  Counting& operator++() {
    *reached = ++at;
    return *this;
  }
  Counting operator++(int) {
    const Counting before = *this;
    ++*this;
    return before;
  }
  bool operator==(const Counting& other) const { return at == other.at; }
  bool operator!=(const Counting& other) const { return at != other.at; }
};

/// The string that the parser has just read: between it and the last one stand no quotes.
Span take_string(Reader& reader) {
  const auto end = static_cast<std::size_t>(reader.reached - reader.text.data());
  const std::size_t begin = reader.text.find('"', reader.string_end) + 1;
  reader.string_end = end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(std::max(begin, end - 1))};
}

bool is_looked_at(const Reader& reader) {
  return reader.depth == reader.levels.size() && !reader.levels.empty();
}

void open_level(Reader& reader) {
  if (++reader.depth > max_depth) return;
  reader.levels.push_back({reader.levels.empty() ? Key::other : reader.levels.back().key});
}

void close_level(Reader& reader) {
  if (reader.depth-- == reader.levels.size()) reader.levels.pop_back();
}

/// A string as it is written, and the size of what it says.
struct Read {
  Span string;
  std::size_t size;
};

void add(Reader& reader, Block shape, Read read, bool shown = true) {
  reader.found.push_back({shape, read.string, read.size, shown});
}

/// "@type" may stand before the name or after it.
void read_type(Reader& reader, Level& level, Span string) {
  if (reader.text.substr(string.begin, size(string)) != "Question") return;
  level.question = true;
  if (level.name != none) reader.found[level.name].shown = true;
}

void read_name(Reader& reader, Level& level, Read read) {
  level.name = reader.found.size();
  add(reader, {}, read, level.question);
}

void read_string(Reader& reader, Read read) {
  if (!is_looked_at(reader)) return;
  Level& level = reader.levels.back();
  switch (level.key == Key::value ? level.under : level.key) {
    case Key::headline:
      return add(reader, {.kind = BlockKind::heading, .level = 1}, read);
    case Key::description:
      return add(reader, {.kind = BlockKind::description}, read);
    case Key::text:
      if (level.under == Key::answer) add(reader, {}, read);
      return;
    case Key::name:
      return read_name(reader, level, read);
    case Key::type:
      return read_type(reader, level, read.string);
    default:
      return;
  }
}

/// What nlohmann calls; the names are its own.
struct Events {
  Reader& reader;

  bool start_array(std::size_t) { return true; }
  bool end_array() { return true; }
  bool null() { return true; }
  bool boolean(bool) { return true; }
  bool number_integer(Json::number_integer_t) { return true; }
  bool number_unsigned(Json::number_unsigned_t) { return true; }
  bool number_float(Json::number_float_t, const std::string&) { return true; }
  bool binary(Json::binary_t&) { return true; }
  bool parse_error(std::size_t, const std::string&, const Json::exception&) { return false; }

  bool string(const std::string& says) {
    read_string(reader, {take_string(reader), says.size()});
    return true;
  }
  bool key(const std::string& name) {
    take_string(reader);
    if (is_looked_at(reader)) reader.levels.back().key = key_named(name);
    return true;
  }
  bool start_object(std::size_t) {
    open_level(reader);
    return true;
  }
  bool end_object() {
    close_level(reader);
    return true;
  }
};

/// Where the JSON begins: old pages hide it in comments.
std::size_t find_json(std::string_view text) {
  constexpr std::string_view wrapper = "CDATA[";
  const std::size_t wrapped = text.substr(0, 32).find(wrapper);
  const std::size_t from = wrapped == text.npos ? 0 : wrapped + wrapper.size();
  return std::min(text.find_first_of("{[", from), text.size());
}

void read_json(Reader& reader) {
  const char* const begin = reader.text.data() + find_json(reader.text);
  const char* const end = reader.text.data() + reader.text.size();
  reader.reached = begin;
  Events events{reader};
  Json::sax_parse(Counting{begin, &reader.reached}, Counting{end, &reader.reached}, &events,
                  Json::input_format_t::json, false);
}

Passage decoded(const PassageView& script, Span string) {
  Passage out;
  std::string shown;
  const auto text = script.text.substr(0, string.end);
  while (string.begin < string.end) {
    const auto at =
        static_cast<std::uint32_t>(std::min(text.find('\\', string.begin), text.size()));
    append(out, script, {string.begin, at});
    string.begin = at;
    if (at == string.end) break;
    const auto length = std::max(read_escape(text, at, EscapeRules::json, shown), 1U);
    append_decoded(out, shown, script, {at, at + length});
    string.begin += length;
  }
  return out;
}

/// Escaped once too often: "Kratom &amp; sleep".
Passage without_entities(const PassageView& value) {
  Passage out;
  std::string shown;
  for (std::uint32_t at = 0; at < value.text.size();) {
    const auto end =
        static_cast<std::uint32_t>(std::min(value.text.find('&', at), value.text.size()));
    append(out, value, {at, end});
    at = end;
    if (at == value.text.size()) break;
    const auto length = read_entity(value.text, at, EntityRules::text, shown);
    if (length > 0) {
      append_decoded(out, shown, value, {at, at + length});
    } else {
      append(out, value, {at, at + 1});
    }
    at += std::max(length, 1U);
  }
  return out;
}

/// It may be JSON-LD with HTML with JSON-LD …, for which nobody has a use.
bool holds_script(std::string_view html) {
  constexpr std::string_view tag = "<script";
  const auto same = [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b;
  };
  return !std::ranges::search(html, tag, same).empty();
}

/// Answers may hold HTML, and publishers write it in descriptions too.
void write(const PassageView& script, const Found& found, Blocks& blocks) {
  const Passage value = decoded(script, found.string);
  if (value.text.size() != found.size || holds_script(value.text)) return;
  if (found.shape.level == 0 && value.text.find('<') != std::string::npos) {
    append_html(view(value), {.kind = found.shape.kind}, blocks);
  } else {
    append_paragraphs(view(without_entities(view(value))), found.shape, blocks);
  }
}

}  // namespace

void append_json_ld(const PassageView& script, Blocks& blocks) {
  std::string text = tamed(script.text);
  std::ranges::replace_if(
      text, [](char c) { return c >= 0 && c < ' '; }, ' ');
  Reader reader{.text = text, .reached = text.data()};
  read_json(reader);
  for (const Found& found : reader.found) {
    if (found.shown) write(script, found, blocks);
  }
}

}  // namespace caveat
