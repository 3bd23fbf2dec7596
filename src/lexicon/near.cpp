#include "lexicon/near.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "lexicon/misspelling.hpp"

namespace caveat {
namespace {

// --- Hashes and tables of them. The same in every build, so that an index can be stored.

std::uint64_t hash_of(std::uint64_t key) {
  return key * 0x9E3779B97F4A7C15;  // Fibonacci hashing (Knuth, vol. 3, 6.4): no two keys collide
}

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xCBF29CE484222325;  // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

using Entry = std::pair<std::uint64_t, std::uint32_t>;  // hash, value

KeyTable table_of(std::vector<Entry> entries) {
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  KeyTable table;
  const int bits = static_cast<int>(std::bit_width(entries.size())) + 1;
  table.shift = static_cast<std::uint32_t>(64 - bits);
  table.starts.assign((std::size_t{1} << bits) + 1, 0);
  for (const auto& [hash, value] : entries) {
    ++table.starts[(hash >> table.shift) + 1];
    table.hashes.push_back(hash);
    table.values.push_back(value);
  }
  for (std::size_t i = 1; i < table.starts.size(); ++i) table.starts[i] += table.starts[i - 1];
  return table;
}

std::span<const std::uint32_t> find(const KeyTable& table, std::uint64_t hash) {
  if (table.starts.empty()) return {};
  const std::size_t end = table.starts[(hash >> table.shift) + 1];
  std::size_t first = table.starts[hash >> table.shift];
  while (first < end && table.hashes[first] != hash) ++first;
  std::size_t last = first;
  while (last < end && table.hashes[last] == hash) ++last;
  return std::span(table.values).subspan(first, last - first);
}

// --- Forms with letters left out, as integers: letter n in byte n

constexpr std::size_t indexed_letters = 7;
constexpr std::size_t most_forms = 1 + 7 + 7 * 6 / 2;

struct Forms {
  std::array<std::uint64_t, most_forms> keys;
  std::size_t size = 0;
};

std::uint64_t beginning_of(std::string_view word) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < std::min(word.size(), indexed_letters); ++i)
    key |= std::uint64_t{static_cast<unsigned char>(word[i])} << (8 * i);
  return key;
}

std::uint64_t without(std::uint64_t key, std::size_t letter) {
  const std::uint64_t before = (std::uint64_t{1} << (8 * letter)) - 1;
  return (key & before) | ((key >> 8) & ~before);
}

Forms shortened_forms(std::string_view word, std::uint32_t edits) {
  const std::size_t length = std::min(word.size(), indexed_letters);
  Forms forms;
  forms.keys[forms.size++] = beginning_of(word);
  for (std::size_t i = 0; edits > 0 && i < length; ++i) {
    const std::uint64_t shorter = without(forms.keys[0], i);
    forms.keys[forms.size++] = shorter;
    for (std::size_t j = i; edits > 1 && j + 1 < length; ++j)
      forms.keys[forms.size++] = without(shorter, j);
  }
  return forms;
}

// --- Shapes. A misspelling keeps its first letter or swaps it with the second. It keeps its last,
// --- swaps it with the one before, or loses a final e: either way its last letter is one of the
// --- name's last two.

std::size_t shape_cell(char first, char last) {
  return (static_cast<unsigned char>(first) & 31u) * 32 + (static_cast<unsigned char>(last) & 31u);
}

void add_shapes(std::string_view name, std::vector<std::uint32_t>& shapes) {
  std::uint32_t lengths = 0;
  for (std::size_t n = name.size() - 2; n <= name.size() + 2; ++n) lengths |= 1u << (n % 32);
  for (const char first : {name[0], name[1]})
    for (const char last : {name[name.size() - 1], name[name.size() - 2]})
      shapes[shape_cell(first, last)] |= lengths;
}

bool has_shape(const NearIndex& index, std::string_view word) {
  if (word.empty() || index.shapes.empty()) return false;
  return (index.shapes[shape_cell(word.front(), word.back())] >> (word.size() % 32) & 1) != 0;
}

// --- Building

std::string_view letters_of(const NearIndex& index, std::uint32_t part) {
  const NearIndex::Part& place = index.parts[part];
  return std::string_view(index.letters).substr(place.begin, place.length);
}

void add_name(const NearName& name, NearIndex& index) {
  const auto id = static_cast<std::uint32_t>(index.names.size());
  const auto first_part = static_cast<std::uint32_t>(index.parts.size());
  for (std::string_view rest = name.folded; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    if (word.empty()) continue;
    index.parts.push_back({static_cast<std::uint32_t>(index.letters.size()),
                           static_cast<std::uint32_t>(word.size()), id});
    index.letters += word;
    index.known.push_back(hash_of(word));
  }
  const auto parts = static_cast<std::uint32_t>(index.parts.size()) - first_part;
  index.names.push_back({first_part, parts, name.term});
  index.longest_name = std::max(index.longest_name, parts);
}

void add_deletions(const NearIndex& index, std::uint32_t name, std::vector<Entry>& deletions,
                   std::vector<std::uint32_t>& shapes) {
  const std::string_view word = letters_of(index, index.names[name].first_part);
  const std::uint32_t edits = edits_allowed(word, Company::alone);
  if (edits == 0) return;
  add_shapes(word, shapes);
  const Forms forms = shortened_forms(word, edits);
  for (std::size_t i = 0; i < forms.size; ++i) deletions.emplace_back(hash_of(forms.keys[i]), name);
}

void add_anchors(const NearIndex& index, const NearIndex::Name& name, std::vector<Entry>& anchors) {
  constexpr std::size_t shortest_anchor = 5;
  for (std::uint32_t part = name.first_part; part < name.first_part + name.parts; ++part)
    if (const auto word = letters_of(index, part); word.size() >= shortest_anchor)
      anchors.emplace_back(hash_of(beginning_of(word)), part);
}

// --- Looking up

bool is_known(const NearIndex& index, std::string_view word) {
  return std::binary_search(index.known.begin(), index.known.end(), hash_of(word));
}

/// The nearest name so far. A name is met once for each form in common, so the last few that were
/// compared are remembered: it saves a quarter of the time with 3,000 names.
struct Best {
  std::optional<NearHit> hit;
  std::string_view letters;
  bool unique = true;
  std::array<std::uint32_t, 8> compared = {};  ///< ids + 1
  std::size_t turn = 0;
};

bool is_new(std::uint32_t name, Best& best) {
  const auto& compared = best.compared;
  if (std::find(compared.begin(), compared.end(), name + 1) != compared.end()) return false;
  best.compared[best.turn++ % compared.size()] = name + 1;
  return true;
}

void consider(const NearHit& hit, std::string_view letters, Best& best) {
  if (best.hit && hit.distance > best.hit->distance) return;
  const bool nearer = !best.hit || hit.distance < best.hit->distance;
  best.unique = nearer || (best.unique && (letters == best.letters || hit.term == best.hit->term));
  if (!nearer) return;
  best.hit = hit;
  best.letters = letters;
}

std::optional<NearHit> only(const Best& best) {
  return best.unique ? best.hit : std::nullopt;
}

/// Edits that make the start of `words` of a name; nothing where it is another phrase.
std::optional<std::uint32_t> edits_of_phrase(const NearIndex& index, const NearIndex::Name& name,
                                             std::span<const std::string_view> words) {
  std::uint32_t sum = 0;
  for (std::uint32_t i = 0; i < name.parts; ++i) {
    const std::string_view right = letters_of(index, name.first_part + i);
    const auto edits = misspelling(words[i], right, Company::in_name);
    if (!edits || (*edits > 0 && is_known(index, words[i]))) return std::nullopt;
    sum += *edits;
  }
  return sum;
}

std::string_view letters_of(const NearIndex& index, const NearIndex::Name& name) {
  const NearIndex::Part& last = index.parts[name.first_part + name.parts - 1];
  const std::uint32_t begin = index.parts[name.first_part].begin;
  return std::string_view(index.letters).substr(begin, last.begin + last.length - begin);
}

}  // namespace

NearIndex build_near_index(std::span<const NearName> names, std::span<const std::string> known) {
  NearIndex index;
  for (const NearName& name : names) add_name(name, index);
  std::vector<Entry> deletions;
  std::vector<Entry> anchors;
  index.shapes.assign(32 * 32, 0);
  for (std::uint32_t id = 0; id < index.names.size(); ++id) {
    if (index.names[id].parts == 1) add_deletions(index, id, deletions, index.shapes);
    if (index.names[id].parts > 1) add_anchors(index, index.names[id], anchors);
  }
  index.deletions = table_of(std::move(deletions));
  index.anchors = table_of(std::move(anchors));
  for (const std::string& word : known) index.known.push_back(hash_of(word));
  std::sort(index.known.begin(), index.known.end());
  index.known.erase(std::unique(index.known.begin(), index.known.end()), index.known.end());
  return index;
}

std::optional<NearHit> nearest(const NearIndex& index, std::string_view word) {
  if (!has_shape(index, word)) return std::nullopt;
  const std::uint32_t allowed = edits_allowed(word, Company::alone);
  if (allowed == 0) return std::nullopt;
  Best best;
  const Forms forms = shortened_forms(word, allowed);
  for (std::size_t i = 0; i < forms.size; ++i) {
    for (const std::uint32_t id : find(index.deletions, hash_of(forms.keys[i]))) {
      if (!is_new(id, best)) continue;
      const std::string_view letters = letters_of(index, index.names[id]);
      const auto edits = misspelling(word, letters, Company::alone);
      if (edits == 0u) return std::nullopt;
      if (edits) consider({index.names[id].term, *edits, 1}, letters, best);
    }
  }
  return best.hit && !is_known(index, word) ? only(best) : std::nullopt;
}

std::optional<NearHit> nearest_phrase(const NearIndex& index,
                                      std::span<const std::string_view> words) {
  Best best;
  for (std::size_t at = 0; at < std::min<std::size_t>(words.size(), index.longest_name); ++at) {
    for (const std::uint32_t part : find(index.anchors, hash_of(beginning_of(words[at])))) {
      const NearIndex::Name& name = index.names[index.parts[part].name];
      if (part != name.first_part + at || name.parts > words.size()) continue;
      if (letters_of(index, part) != words[at]) continue;
      const auto edits = edits_of_phrase(index, name, words);
      if (edits.value_or(0) == 0) continue;  // right, or another phrase
      consider({name.term, *edits, name.parts}, letters_of(index, name), best);
    }
  }
  return only(best);
}

}  // namespace caveat
