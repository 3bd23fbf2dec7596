#include "format/metadata.hpp"

#include <algorithm>
#include <array>

#include "format/write.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

struct Field {
  std::string_view key;
  BlockKind kind;
};

constexpr std::array<Field, 10> fields = {{
    {"title", BlockKind::heading},
    {"subtitle", BlockKind::heading},
    {"seo_title", BlockKind::heading},
    {"meta_title", BlockKind::heading},
    {"og_title", BlockKind::heading},
    {"description", BlockKind::description},
    {"summary", BlockKind::description},
    {"excerpt", BlockKind::description},
    {"meta_description", BlockKind::description},
    {"og_description", BlockKind::description},
}};

/// The characters that all of YAML, TOML and JSON take as they are.
bool is_taken(CodePoint point) {
  const char32_t value = point.value;
  if (!point.valid) return false;
  if (value < 0x20) return value == '\t' || value == '\n' || value == '\r';
  return value < 0x7F || value == 0x85 || (value >= 0xA0 && value != 0xFFFE && value != 0xFFFF);
}

struct ShortEscape {
  char letter;
  EscapeRules from;  ///< known here and in the rules after it
  std::string_view shown;
};

constexpr std::array<ShortEscape, 18> short_escapes = {{
    {'"', EscapeRules::json, "\""},
    {'\\', EscapeRules::json, "\\"},
    {'b', EscapeRules::json, "\b"},
    {'f', EscapeRules::json, "\f"},
    {'n', EscapeRules::json, "\n"},
    {'r', EscapeRules::json, "\r"},
    {'t', EscapeRules::json, "\t"},
    {'0', EscapeRules::yaml, std::string_view("\0", 1)},
    {'a', EscapeRules::yaml, "\a"},
    {'v', EscapeRules::yaml, "\v"},
    {'e', EscapeRules::yaml, "\x1B"},
    {' ', EscapeRules::yaml, " "},
    {'\t', EscapeRules::yaml, "\t"},
    {'/', EscapeRules::yaml, "/"},
    {'N', EscapeRules::yaml, "\xC2\x85"},
    {'_', EscapeRules::yaml, "\u00A0"},
    {'L', EscapeRules::yaml, "\u2028"},
    {'P', EscapeRules::yaml, "\u2029"},
}};

struct LongEscape {
  char letter;
  std::uint32_t digits;
  EscapeRules from;
};

constexpr std::array<LongEscape, 3> long_escapes = {{
    {'u', 4, EscapeRules::json},
    {'U', 8, EscapeRules::toml},
    {'x', 2, EscapeRules::yaml},
}};

std::optional<char32_t> hex_digit(char c) {
  if (c >= '0' && c <= '9') return static_cast<char32_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<char32_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<char32_t>(c - 'A' + 10);
  return std::nullopt;
}

std::optional<char32_t> read_hex(std::string_view text, std::size_t at, std::uint32_t digits) {
  if (at + digits > text.size()) return std::nullopt;
  char32_t value = 0;
  for (const char c : text.substr(at, digits)) {
    const auto digit = hex_digit(c);
    if (!digit) return std::nullopt;
    value = (value << 4U) + *digit;
  }
  return value;
}

bool is_high_surrogate(char32_t value) {
  return value >= 0xD800 && value < 0xDC00;
}
bool is_low_surrogate(char32_t value) {
  return value >= 0xDC00 && value < 0xE000;
}

/// A code point, or nothing where it is none.
void encode(char32_t value, std::string& shown) {
  const auto put = [&](char32_t byte) { shown += static_cast<char>(byte); };
  const auto tail = [&](unsigned shift) { put(0x80U | ((value >> shift) & 0x3FU)); };
  if (value > 0x10FFFF || is_high_surrogate(value) || is_low_surrogate(value)) return;
  if (value < 0x80) return put(value);
  if (value < 0x800) {
    put(0xC0U | (value >> 6U));
  } else if (value < 0x10000) {
    put(0xE0U | (value >> 12U));
    tail(6);
  } else {
    put(0xF0U | (value >> 18U));
    tail(12);
    tail(6);
  }
  tail(0);
}

/// "\uD83D\uDE00": JSON writes what is above U+FFFF as two.
std::uint32_t read_surrogates(std::string_view text, std::size_t at, char32_t high,
                              std::string& shown) {
  if (text.substr(std::min(at + 6, text.size()), 2) != "\\u") return 0;
  const auto low = read_hex(text, at + 8, 4);
  if (!low || !is_low_surrogate(*low)) return 0;
  encode(0x10000 + ((high - 0xD800) << 10U) + (*low - 0xDC00), shown);
  return 12;
}

std::uint32_t read_long_escape(std::string_view text, std::size_t at, EscapeRules rules,
                               std::string& shown) {
  const auto* row = std::ranges::find(long_escapes, text[at + 1], &LongEscape::letter);
  if (row == long_escapes.end() || rules < row->from) return 0;
  const auto value = read_hex(text, at + 2, row->digits);
  if (!value) return 0;
  if (rules == EscapeRules::json && is_high_surrogate(*value)) {
    return read_surrogates(text, at, *value, shown);
  }
  encode(*value, shown);
  return shown.empty() ? 0 : row->digits + 2;
}

/// One past the blank line that starts in [from, text.size()), if one does; `begin` is where.
std::size_t find_blank_line(std::string_view text, std::size_t from, std::size_t& begin) {
  for (begin = text.find('\n', from); begin != text.npos; begin = text.find('\n', begin + 1)) {
    const std::size_t next = text.find_first_not_of(" \t\r", begin + 1);
    if (next != text.npos && text[next] == '\n') return next + 1;
  }
  begin = text.size();
  return text.size();
}

}  // namespace

std::optional<BlockKind> kind_of_field(std::string_view key) {
  const auto* row = std::ranges::find(fields, key, &Field::key);
  if (row == fields.end()) return std::nullopt;
  return row->kind;
}

std::string tamed(std::string_view bytes) {
  std::string out(bytes);
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode(bytes, at);
    if (!is_taken(point)) out.replace(at, point.length, point.length, 'x');
    at += point.length;
  }
  return out;
}

std::uint32_t read_escape(std::string_view text, std::size_t at, EscapeRules rules,
                          std::string& shown) {
  shown.clear();
  if (at + 1 >= text.size()) return 0;
  if (text[at + 1] == '/' && rules == EscapeRules::json) {
    shown = "/";
    return 2;
  }
  const auto* row = std::ranges::find(short_escapes, text[at + 1], &ShortEscape::letter);
  if (row == short_escapes.end()) return read_long_escape(text, at, rules, shown);
  if (rules < row->from) return 0;
  shown = row->shown;
  return 2;
}

void append_decoded(Passage& passage, std::string_view shown, const PassageView& from, Span part) {
  const Span source = to_source(from, part);
  if (from.text.substr(part.begin, size(part)) == shown) {
    append(passage, from, part);
  } else if (size(source) != shown.size()) {
    append_for(passage, shown, from, part);
  } else {
    append_between(passage, shown, source.begin);
  }
}

void append_paragraphs(const PassageView& value, const Block& shape, Blocks& blocks) {
  for (std::size_t at = 0; at < value.text.size();) {
    std::size_t end = 0;
    const std::size_t next = find_blank_line(value.text, at, end);
    open_block(blocks, shape);
    append(blocks.passage, value,
           {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    close_block(blocks);
    at = next;
  }
}

}  // namespace caveat
