#include "lexicon/lexicon.hpp"

namespace caveat {
namespace {

/// FNV-1a, 32 bits (Fowler, Noll, Vo 1991): short keys, no seed, the same on every machine.
std::uint32_t hash_of(std::string_view bytes) {
  std::uint32_t hash = 2166136261U;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
  return hash;
}

std::string_view key_of(const WordTable& table, const WordTable::Entry& entry) {
  return std::string_view(table.letters).substr(entry.begin, entry.size);
}

/// The entry that holds `folded`, or the free one where it belongs.
std::size_t slot_of(const WordTable& table, std::string_view folded, std::uint32_t hash) {
  const auto mask = table.entries.size() - 1;
  auto at = hash & mask;
  for (; table.entries[at].word != 0; at = (at + 1) & mask) {
    if (table.entries[at].hash == hash && key_of(table, table.entries[at]) == folded) return at;
  }
  return at;
}

void grow(WordTable& table) {
  const auto old = std::move(table.entries);
  table.entries.assign(old.empty() ? 1024 : old.size() * 2, {});
  for (const auto& entry : old) {
    if (entry.word != 0) table.entries[slot_of(table, key_of(table, entry), entry.hash)] = entry;
  }
}

}  // namespace

WordId find_word(const WordTable& table, std::string_view folded) {
  if (table.entries.empty()) return 0;
  return table.entries[slot_of(table, folded, hash_of(folded))].word;
}

WordId add_word(WordTable& table, std::string_view folded) {
  if (table.count * 2 >= table.entries.size()) grow(table);
  const auto hash = hash_of(folded);
  auto& entry = table.entries[slot_of(table, folded, hash)];
  if (entry.word == 0) {
    const auto begin = static_cast<std::uint32_t>(table.letters.size());
    table.letters.append(folded);
    entry = {begin, static_cast<std::uint32_t>(folded.size()), hash, ++table.count};
  }
  return entry.word;
}

std::uint32_t step(const Lexicon& lexicon, std::uint32_t node, UnitId unit) {
  if (lexicon.edges.empty()) return no_id;
  const auto key = (static_cast<std::uint64_t>(node) << 32U) | unit;
  const auto mask = lexicon.edges.size() - 1;
  auto at = edge_slot(key) & mask;
  for (; lexicon.edges[at].key != ~0ULL; at = (at + 1) & mask) {
    if (lexicon.edges[at].key == key) return lexicon.edges[at].node;
  }
  return no_id;
}

}  // namespace caveat
