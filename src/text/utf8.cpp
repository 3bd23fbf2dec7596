// Most text is ASCII, so every function looks at ASCII first and asks utf8proc only for the rest.
#include "text/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace caveat {
namespace {

constexpr unsigned char to_byte(char c) {
  return static_cast<unsigned char>(c);
}

/// Bytes of the sequence that this byte starts; 0 if it starts none.
constexpr std::uint32_t length_of(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

/// By length: a smaller value is an overlong form.
constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};

constexpr bool is_scalar(char32_t value) {
  return value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
}

/// Eight bytes at a step: files are checked whole before anything else happens to them.
std::size_t skip_ascii(std::string_view bytes, std::size_t at) {
  constexpr std::uint64_t high_bits = 0x8080808080808080U;
  for (std::uint64_t word = 0; at + sizeof word <= bytes.size(); at += sizeof word) {
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & high_bits) != 0) break;
  }
  while (at < bytes.size() && to_byte(bytes[at]) < 0x80) ++at;
  return at;
}

constexpr char lower_ascii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

void append_encoded(char32_t value, std::string& out) {
  std::array<utf8proc_uint8_t, 4> buffer = {};
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), buffer.data());
  for (utf8proc_ssize_t i = 0; i < length; ++i) {
    out.push_back(static_cast<char>(buffer[static_cast<std::size_t>(i)]));
  }
}

}  // namespace

CodePoint decode(std::string_view bytes, std::size_t offset) {
  constexpr CodePoint invalid = {0xFFFD, 1, false};
  const unsigned char lead = to_byte(bytes[offset]);
  if (lead < 0x80) return {lead, 1, true};
  const std::uint32_t length = length_of(lead);
  if (length == 0 || bytes.size() - offset < length) return invalid;
  char32_t value = lead & (0xFFU >> (length + 1));
  for (std::uint32_t i = 1; i < length; ++i) {
    const unsigned char byte = to_byte(bytes[offset + i]);
    if ((byte & 0xC0U) != 0x80U) return invalid;
    value = (value << 6U) | (byte & 0x3FU);
  }
  if (value < smallest[length] || !is_scalar(value)) return invalid;
  return {value, length, true};
}

std::vector<Span> invalid_utf8(std::string_view bytes) {
  std::vector<Span> runs;
  for (std::size_t at = skip_ascii(bytes, 0); at < bytes.size(); at = skip_ascii(bytes, at)) {
    const CodePoint point = decode(bytes, at);
    const auto begin = static_cast<std::uint32_t>(at);
    at += point.length;
    if (point.valid) continue;
    if (!runs.empty() && runs.back().end == begin) {
      ++runs.back().end;
    } else {
      runs.push_back({begin, begin + 1});
    }
  }
  return runs;
}

char32_t folded(char32_t value) {
  switch (value) {
    case 0x2019:
    case 0x02BC:
      return '\'';
    case 0x2010:
    case 0x2011:
      return '-';
    case 0x00AD:
      return 0;
    case 0x00B5:
      return 0x03BC;
    default:
      break;
  }
  if (value < 0x80) return static_cast<char32_t>(lower_ascii(static_cast<char>(value)));
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(value)));
}

void append_folded(std::string_view text, std::string& out) {
  std::size_t at = skip_ascii(text, 0);
  const auto appended = static_cast<std::ptrdiff_t>(out.size());
  out.append(text.substr(0, at));
  std::transform(out.begin() + appended, out.end(), out.begin() + appended, lower_ascii);
  while (at < text.size()) {
    const CodePoint point = decode(text, at);
    if (!point.valid) {
      out.push_back(text[at]);
    } else if (const char32_t value = folded(point.value); value != 0) {
      append_encoded(value, out);
    }
    at += point.length;
  }
}

std::uint32_t display_width(char32_t value) {
  if (value < 0x80) return 1;
  const auto point = static_cast<utf8proc_int32_t>(value);
  if (utf8proc_category(point) == UTF8PROC_CATEGORY_CC) return 1;
  return static_cast<std::uint32_t>(utf8proc_charwidth(point));
}

}  // namespace caveat
