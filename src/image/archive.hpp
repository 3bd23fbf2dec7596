// Plain structs to bytes and back. One function, `pass`, walks a value, and the archive says what
// happens at each scalar: a Writer appends it, a Reader fills it in, a Layout notes its type. So
// writing, reading and the version of the layout cannot disagree. What it cannot walk, a pointer or
// a struct whose fields nobody listed, does not compile.
//
// Equal values are equal bytes: hash tables go in the order of their keys, and arrays go as one
// block only where nothing but fields is in them, no gaps.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace caveat {

struct Writer {
  std::string bytes;
};

/// Once broken it reads no more, and what was read until then is of no use.
struct Reader {
  std::string_view bytes;  ///< what is left
  bool broken = false;
};

/// A number that differs where the types of two layouts do.
struct Layout {
  std::uint64_t hash = 0;
};

/// Mixes a word into a hash. After two words that differ in one place only, the hashes differ.
constexpr std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
  return std::rotl((hash ^ word) * 0x9E3779B97F4A7C15ULL, 29);
}

template <typename Value>
concept Scalar = std::integral<Value> || std::is_enum_v<Value>;

/// Values that are their bytes and nothing else. A bool has bytes that it must not be.
template <typename Value>
concept Solid = std::has_unique_object_representations_v<Value> && !std::same_as<Value, bool>;

// --- Bytes

inline void pass_bytes(Writer& writer, const void* from, std::size_t size) {
  if (size != 0) writer.bytes.append(static_cast<const char*>(from), size);
}

inline void pass_bytes(Reader& reader, void* to, std::size_t size) {
  reader.broken = reader.broken || size > reader.bytes.size();
  if (reader.broken || size == 0) return;
  std::memcpy(to, reader.bytes.data(), size);
  reader.bytes.remove_prefix(size);
}

template <typename Archive>
bool is_broken(const Archive& archive) {
  if constexpr (std::same_as<Archive, Reader>) return archive.broken;
  return false;
}

// --- Scalars

template <typename Archive, Scalar Value>
void pass(Archive& archive, Value& value) {
  if constexpr (std::same_as<Archive, Layout>)
    archive.hash = mixed(archive.hash, 2 * sizeof value + (std::is_enum_v<Value> ? 1 : 0));
  else
    pass_bytes(archive, &value, sizeof value);
}

inline void pass(Reader& reader, bool& value) {
  std::uint8_t byte = 0;
  pass_bytes(reader, &byte, 1);
  value = byte != 0;
}

// --- Containers. How many there are is where the archives part.

/// As many as are to be passed. `least` is the bytes that each takes, so that a broken image asks
/// for no more memory than it has bytes.
inline std::size_t pass_size(Writer& writer, std::size_t size, std::size_t) {
  auto count = static_cast<std::uint32_t>(size);
  pass(writer, count);
  return size;
}

inline std::size_t pass_size(Reader& reader, std::size_t, std::size_t least) {
  std::uint32_t count = 0;
  pass(reader, count);
  reader.broken = reader.broken || count > reader.bytes.size() / least;
  return reader.broken ? 0 : count;
}

/// One tells the type.
inline std::size_t pass_size(Layout& layout, std::size_t, std::size_t) {
  layout.hash = mixed(layout.hash, 1);
  return 1;
}

template <typename Archive>
void pass(Archive& archive, std::string& text) {
  text.resize(pass_size(archive, text.size(), 1));
  if constexpr (!std::same_as<Archive, Layout>) pass_bytes(archive, text.data(), text.size());
}

template <typename Archive, typename Value>
void pass(Archive& archive, std::vector<Value>& values) {
  if constexpr (Solid<Value> && !std::same_as<Archive, Layout>) {
    values.resize(pass_size(archive, values.size(), sizeof(Value)));
    pass_bytes(archive, values.data(), values.size() * sizeof(Value));
  } else {
    const std::size_t size = pass_size(archive, values.size(), 1);
    for (std::size_t at = 0; at < size && !is_broken(archive); ++at) {
      if (at == values.size()) values.emplace_back();
      pass(archive, values[at]);
    }
  }
}

template <typename Archive>
void pass(Archive& archive, std::vector<bool>& values) {
  std::vector<std::uint8_t> bytes(values.begin(), values.end());
  pass(archive, bytes);
  values.assign(bytes.begin(), bytes.end());
}

template <typename Archive, typename Value, std::size_t size>
void pass(Archive& archive, std::array<Value, size>& values) {
  for (Value& value : values) pass(archive, value);
}

template <typename Archive, typename First, typename Second>
void pass(Archive& archive, std::pair<First, Second>& value) {
  pass(archive, value.first);
  pass(archive, value.second);
}

template <typename Archive, typename Value>
void pass(Archive& archive, std::optional<Value>& value) {
  bool is_there = value.has_value();
  pass(archive, is_there);
  if (!is_there && !std::same_as<Archive, Layout>) return;
  if (!value) value.emplace();
  pass(archive, *value);
}

template <typename Archive, typename Value, typename... How>
void pass(Archive& archive, std::unordered_set<Value, How...>& values) {
  std::vector<Value> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  pass(archive, sorted);
  values.insert(sorted.begin(), sorted.end());
}

template <typename Archive, typename Key, typename Value, typename... How>
void pass(Archive& archive, std::unordered_map<Key, Value, How...>& map) {
  std::vector<std::pair<Key, Value>> rows(map.begin(), map.end());
  std::ranges::sort(rows, {}, [](const auto& row) -> const Key& { return row.first; });
  pass(archive, rows);
  map.insert(rows.begin(), rows.end());
}

}  // namespace caveat
