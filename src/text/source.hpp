// A file as it was read, and the only way from a byte offset to a line and a column. Consumers
// disagree on what a column counts (vim and rdjson: bytes, SARIF: code points, LSP: UTF-16), so
// all of them are computed here, once, at the edge; nothing inside caveat stores any of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace caveat {

/// Owns the bytes. Views and spans made from it live as long as it does.
struct Source {
  std::string path;                        ///< as the user named it; "<stdin>" for standard input
  std::string bytes;                       ///< unchanged, byte order mark and CRLF included
  std::vector<std::uint32_t> line_starts;  ///< offset of the first byte of each line; first is 0
};

/// 1-based. A column counts from the first byte of the line; a byte order mark counts as bytes
/// (3) and as one code point and UTF-16 unit, since that is what an editor's file holds.
struct Place {
  std::uint32_t line = 1;
  std::uint32_t column = 1;      ///< UTF-8 bytes
  std::uint32_t code_point = 1;  ///< Unicode scalar values; an invalid byte counts as one
  std::uint32_t utf16 = 1;       ///< UTF-16 code units
};

/// Lines end at LF or CRLF; a lone CR ends none, as in editors.
Source make_source(std::string path, std::string bytes);

/// The 1-based line that holds a byte.
std::uint32_t line_number_at(const Source& source, std::uint32_t offset);

/// `offset` may be one past the last byte. Counts from the start of the line.
Place place_of(const Source& source, std::uint32_t offset);

std::string_view slice(const Source& source, Span span);

/// The bytes of a 1-based line without its line end.
Span line_span(const Source& source, std::uint32_t line);

}  // namespace caveat
