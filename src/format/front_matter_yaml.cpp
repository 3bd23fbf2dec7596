// libyaml's events, not its documents: they come one by one, so that nesting needs no recursion,
// and aliases are never followed. Its marks count characters; a cursor turns them into bytes.
#include "format/front_matter_yaml.hpp"

#include <yaml.h>

#include <string>
#include <vector>

#include "format/front_matter_scalar.hpp"
#include "format/write.hpp"

namespace caveat {
namespace {

/// libyaml looks at every open bracket for each token, and nobody's metadata are deeper.
constexpr std::size_t max_depth = 32;

/// A mapping or sequence that is open.
struct Level {
  bool mapping = false;
  bool key_next = true;
  bool first = true;         ///< nothing in it has been read
  std::uint32_t indent = 0;  ///< of its keys
  std::string key = {};
};

struct Parser {
  yaml_parser_t state;

  Parser() { yaml_parser_initialize(&state); }
  ~Parser() { yaml_parser_delete(&state); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
};

struct Event {
  yaml_event_t data = {};

  Event() = default;
  ~Event() { yaml_event_delete(&data); }
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
};

struct Reader {
  std::string text;  ///< of the file up to the end of the front matter, tamed
  PassageView file;
  std::uint32_t byte = 0;       ///< the place of character `character`
  std::uint32_t character = 0;  ///< of the front matter
  std::uint32_t commented = 0;  ///< comments are noted up to here
  std::vector<Level> levels = {};
  Metadata out = {};
};

/// Places are asked for in order.
std::uint32_t byte_at(Reader& reader, std::size_t character) {
  while (reader.character < character && reader.byte < reader.text.size()) {
    do ++reader.byte;
    while (reader.byte < reader.text.size() && (reader.text[reader.byte] & 0xC0) == 0x80);
    ++reader.character;
  }
  return reader.byte;
}

std::string_view text_of(const yaml_event_t& event) {
  const auto& scalar = event.data.scalar;
  return {reinterpret_cast<const char*>(scalar.value), scalar.length};
}

ScalarStyle style_of(const yaml_event_t& event) {
  switch (event.data.scalar.style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      return ScalarStyle::single_quoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      return ScalarStyle::double_quoted;
    case YAML_LITERAL_SCALAR_STYLE:
      return ScalarStyle::literal;
    case YAML_FOLDED_SCALAR_STYLE:
      return ScalarStyle::folded;
    default:
      return ScalarStyle::plain;
  }
}

/// Comments in what is no scalar, and so starts one with every "#".
void note_comments(Reader& reader, std::uint32_t end) {
  const std::string_view text = std::string_view(reader.text).substr(0, end);
  for (auto at = text.find('#', reader.commented); at < end; at = text.find('#', at)) {
    const auto begin = static_cast<std::uint32_t>(at);
    at = std::min(text.find_first_of("\r\n", at), text.size());
    reader.out.comments.push_back({begin, static_cast<std::uint32_t>(at)});
  }
  reader.commented = end;
}

/// Past an anchor or tag in front of a scalar, and the comments after them.
std::uint32_t skip_properties(std::string_view text, Span scalar) {
  auto at = scalar.begin;
  while (at < scalar.end) {
    const char c = text[at];
    if (c == '&' || c == '!') {
      at = static_cast<std::uint32_t>(std::min(text.find_first_of(" \t\r\n", at), text.size()));
    } else if (c == '#') {
      at = static_cast<std::uint32_t>(std::min(text.find_first_of("\r\n", at), text.size()));
    } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      ++at;
    } else {
      break;
    }
  }
  return std::min(at, scalar.end);
}

/// What the key of the value at hand makes of it.
std::optional<BlockKind> kind_of_value(const Reader& reader) {
  if (reader.levels.empty()) return std::nullopt;
  const Level& level = reader.levels.back();
  const bool top = reader.levels.size() == 1;
  const bool seo =
      reader.levels.size() == 2 && reader.levels[0].mapping && reader.levels[0].key == seo_table;
  if (!level.mapping || level.key_next || !(top || seo)) return std::nullopt;
  return kind_of_field(level.key);
}

/// "title" may be the first key of front matter; "Note" and "it is not so" begin a paragraph.
bool is_name(std::string_view key) {
  return !key.empty() && key[0] >= 'a' && key[0] <= 'z' && key.find_first_of(" \t\n") == key.npos;
}

void read_key(Reader& reader, std::string_view key) {
  Level& level = reader.levels.back();
  if (reader.levels.size() == 1 && level.first) reader.out.named = is_name(key);
  level.key = key.substr(0, 64);
}

/// A value is complete, or a key.
void step(Reader& reader) {
  if (reader.levels.empty()) return;
  reader.levels.back().key_next = !reader.levels.back().key_next;
  reader.levels.back().first = false;
}

void read_value(Reader& reader, const Scalar& scalar, std::string_view decoded) {
  const auto kind = kind_of_value(reader);
  if (!kind) return;
  MetaText text{*kind, {}, std::string(decoded)};
  append_scalar(text.value, scalar, reader.text, reader.file);
  reader.out.texts.push_back(std::move(text));
}

void read_scalar(Reader& reader, const yaml_event_t& event) {
  Scalar scalar{style_of(event), {byte_at(reader, event.start_mark.index), 0}, 0};
  scalar.whole.end = byte_at(reader, event.end_mark.index);
  if (event.data.scalar.anchor != nullptr || event.data.scalar.tag != nullptr) {
    scalar.whole.begin = skip_properties(reader.text, scalar.whole);
  }
  if (!empty(scalar.whole)) {
    note_comments(reader, scalar_header(reader.text, scalar).end);
    reader.commented = scalar.whole.end;
  }
  if (!reader.levels.empty()) {
    Level& level = reader.levels.back();
    scalar.indent = level.indent;
    if (level.mapping && level.key_next) read_key(reader, text_of(event));
  }
  read_value(reader, scalar, text_of(event));
  step(reader);
}

void open_level(Reader& reader, const yaml_event_t& event) {
  const bool mapping = event.type == YAML_MAPPING_START_EVENT;
  if (reader.levels.empty()) reader.out.keyed = mapping;
  reader.levels.push_back(
      {.mapping = mapping, .indent = static_cast<std::uint32_t>(event.start_mark.column)});
}

/// False at the end, and where reading on makes no sense.
bool read_event(Reader& reader, const yaml_event_t& event) {
  switch (event.type) {
    case YAML_SCALAR_EVENT:
      reader.out.empty = reader.levels.empty() && event.data.scalar.length == 0;
      read_scalar(reader, event);
      return true;
    case YAML_ALIAS_EVENT:
      step(reader);
      return true;
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT:
      open_level(reader, event);
      return reader.levels.size() <= max_depth;
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
      reader.levels.pop_back();
      step(reader);
      return true;
    case YAML_DOCUMENT_END_EVENT:
      reader.out.whole = true;
      return false;
    default:
      return true;
  }
}

}  // namespace

Metadata read_yaml(const Source& source, Span inside) {
  Run run;
  Reader reader{.text = tamed(std::string_view(source.bytes).substr(0, inside.end)),
                .file = view(source, run),
                .byte = inside.begin,
                .commented = inside.begin};
  Parser parser;
  yaml_parser_set_encoding(&parser.state, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(
      &parser.state, reinterpret_cast<const unsigned char*>(reader.text.data()) + inside.begin,
      size(inside));
  for (bool more = true; more;) {
    Event event;
    more = yaml_parser_parse(&parser.state, &event.data) != 0 && read_event(reader, event.data);
  }
  if (reader.out.whole) note_comments(reader, inside.end);
  return std::move(reader.out);
}

}  // namespace caveat
