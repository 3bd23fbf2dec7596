// TOML as a tree in which everything has its place. toml11 knows the place of every value to the
// byte, but keeps none for a key, no order of the keys, and stops at the first error; here keys
// get their places, tables the order of the file, and a file with an error is read once more table
// by table, so that one slip does not lose the other entries. toml_tree.cpp is the only file that
// includes toml11; its exceptions stop there.
#pragma once

#include <cstdint>
#include <vector>

#include "pack/pack.hpp"
#include "pack/problem.hpp"

namespace caveat {

enum class TomlKind : std::uint8_t { string, integer, number, boolean, date, time, array, table };

struct TomlMember;

struct TomlValue {
  TomlKind kind = TomlKind::table;
  Origin origin;                    ///< all of it; of a table its [header], {braces} or dotted key
  Text text;                        ///< a string without its quotes; anything else as it is written
  std::int64_t number = 0;          ///< of an integer; 1 for true
  std::vector<TomlValue> items;     ///< of an array
  std::vector<TomlMember> members;  ///< of a table, in the order of the file
};

struct TomlMember {
  Text key;
  TomlValue value;
};

/// The root table of `source`, which is number `index` of its PackSet and holds UTF-8. What
/// cannot be read is left out and reported as pack/malformed-toml.
TomlValue read_toml(const Source& source, std::uint32_t index, Problems& problems);

}  // namespace caveat
