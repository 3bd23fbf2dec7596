#include "format/entity.hpp"

#include <algorithm>
#include <array>

#include "format/entity_table.hpp"

namespace caveat {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// What browsers make of &#128; to &#159;, which mean Windows-1252 wherever people write them.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

bool is_alphanumeric(char c) {
  return is_digit(c) || is_letter(c);
}

/// 16 if it is no digit of any base in use.
char32_t digit_of(char c) {
  if (is_digit(c)) return static_cast<char32_t>(c - '0');
  const char low = static_cast<char>(c | 0x20);
  return low >= 'a' && low <= 'f' ? static_cast<char32_t>(low - 'a' + 10) : 16;
}

void append_utf8(char32_t value, std::string& out) {
  const auto byte = [&](char32_t bits) { out += static_cast<char>(bits); };
  const auto tail = [&](int shift) { byte(0x80 | (value >> shift & 0x3F)); };
  if (value < 0x80) return byte(value);
  if (value < 0x800) return byte(0xC0 | value >> 6), tail(0);
  if (value < 0x10000) return byte(0xE0 | value >> 12), tail(6), tail(0);
  byte(0xF0 | value >> 18), tail(12), tail(6), tail(0);
}

char32_t repaired(char32_t value) {
  if (value >= 0x80 && value < 0xA0) return windows_1252[value - 0x80];
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  return value == 0 || surrogate || value > 0x10FFFF ? replacement : value;
}

bool is_semicolon(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] == ';';
}

/// `text` starts with "&#".
std::size_t read_number(std::string_view text, EntityRules rules, std::string& shown) {
  const bool hex = text.size() > 2 && (text[2] | 0x20) == 'x';
  const char32_t base = hex ? 16 : 10;
  const std::size_t first = hex ? 3 : 2;
  std::size_t at = first;
  char32_t value = 0;
  for (; at < text.size() && digit_of(text[at]) < base; ++at) {
    value = std::min<char32_t>(value * base + digit_of(text[at]), 0x110000);
  }
  const bool closed = is_semicolon(text, at);
  const bool markdown = rules == EntityRules::markdown;
  if (at == first || (markdown && (!closed || at - first > (hex ? 6 : 7)))) return 0;
  append_utf8(repaired(value), shown);
  return at + closed;
}

const NamedEntity* named(std::string_view name) {
  const auto table = named_entities();
  const auto found = std::ranges::lower_bound(table, name, {}, &NamedEntity::name);
  return found != table.end() && found->name == name ? &*found : nullptr;
}

void append_value(const NamedEntity& entity, std::string& shown) {
  append_utf8(entity.first, shown);
  if (entity.second != 0) append_utf8(entity.second, shown);
}

/// The longest name without a semicolon that `word` starts with; none is longer than 6 bytes.
const NamedEntity* bare_name(std::string_view word) {
  for (std::size_t length = std::min<std::size_t>(word.size(), 6); length > 1; --length) {
    const NamedEntity* entity = named(word.substr(0, length));
    if (entity != nullptr && entity->bare) return entity;
  }
  return nullptr;
}

/// An attribute is mostly a link: "?a=1&copy=2" holds no copyright sign.
bool is_part_of_link(std::string_view text, std::size_t next) {
  return next < text.size() && (text[next] == '=' || is_alphanumeric(text[next]));
}

/// `text` starts with "&" and a letter; no name is longer than 31 bytes.
std::size_t read_name(std::string_view text, EntityRules rules, std::string& shown) {
  std::size_t end = 1;
  while (end < text.size() && end <= 32 && is_alphanumeric(text[end])) ++end;
  const std::string_view word = text.substr(1, end - 1);
  const NamedEntity* entity = is_semicolon(text, end) ? named(word) : nullptr;
  if (entity != nullptr) return append_value(*entity, shown), end + 1;
  entity = rules == EntityRules::markdown ? nullptr : bare_name(word);
  if (entity == nullptr) return 0;
  const std::size_t next = 1 + entity->name.size();
  if (rules == EntityRules::attribute && is_part_of_link(text, next)) return 0;
  return append_value(*entity, shown), next;
}

}  // namespace

std::uint32_t read_entity(std::string_view text, std::size_t at, EntityRules rules,
                          std::string& shown) {
  shown.clear();
  const std::string_view rest = text.substr(at);
  if (rest.size() < 3) return 0;
  const std::size_t length = rest[1] == '#'       ? read_number(rest, rules, shown)
                             : is_letter(rest[1]) ? read_name(rest, rules, shown)
                                                  : 0;
  return static_cast<std::uint32_t>(length);
}

}  // namespace caveat
