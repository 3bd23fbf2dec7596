// The names of src/format/entities.txt, embedded when caveat is built. Private to entity.cpp.
#pragma once

#include <span>
#include <string_view>

namespace caveat {

struct NamedEntity {
  std::string_view name;  ///< without "&" and ";"
  char32_t first = 0;
  char32_t second = 0;  ///< 0 if it stands for one code point only
  bool bare = false;    ///< HTML takes it without its semicolon
};

/// In order of the bytes of their names.
std::span<const NamedEntity> named_entities();

}  // namespace caveat
