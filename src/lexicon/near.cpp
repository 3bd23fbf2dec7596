#include "lexicon/near.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

#include "pack/suggest.hpp"

namespace caveat {
namespace {

constexpr std::size_t prefix_length = 7;
constexpr std::size_t most_forms = 29;  // 1 + 7 + 7 * 6 / 2
constexpr std::size_t anchor_length = 5;

#ifndef NEAR_LIMIT2
#define NEAR_LIMIT2 9
#endif
#ifndef NEAR_LIMIT1
#define NEAR_LIMIT1 7
#endif

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; }

std::uint32_t edits_allowed(std::string_view word) {
  const auto letters = std::count_if(word.begin(), word.end(), is_letter);
  return letters >= NEAR_LIMIT2 ? 2 : letters >= NEAR_LIMIT1 ? 1 : 0;
}

// ---- forms with letters left out -------------------------------------------------------------

std::uint64_t packed(std::string_view word) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < std::min(word.size(), prefix_length); ++i)
    key |= std::uint64_t{static_cast<unsigned char>(word[i])} << (8 * i);
  return key;
}

std::uint64_t without(std::uint64_t key, std::size_t byte) {
  const std::uint64_t below = (std::uint64_t{1} << (8 * byte)) - 1;
  return (key & below) | ((key >> 8) & ~below);
}

struct Forms {
  std::array<std::uint64_t, most_forms> keys;
  std::size_t size = 0;
};

Forms forms_of(std::string_view word, std::uint32_t edits) {
  const std::size_t length = std::min(word.size(), prefix_length);
  Forms forms;
  forms.keys[forms.size++] = packed(word);
  for (std::size_t i = 0; edits > 0 && i < length; ++i) {
    const std::uint64_t one = without(forms.keys[0], i);
    forms.keys[forms.size++] = one;
    for (std::size_t j = i; edits > 1 && j + 1 < length; ++j)
      forms.keys[forms.size++] = without(one, j);
  }
  return forms;
}

// ---- tables ----------------------------------------------------------------------------------

using Entry = std::pair<std::uint64_t, std::uint32_t>;  // hash, value

std::uint64_t hash_of(std::uint64_t key) { return key * 0x9E3779B97F4A7C15; }

std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = 0xCBF29CE484222325;  // FNV-1a: the same in every build
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

KeyTable table_of(std::vector<Entry> entries) {
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  KeyTable table;
  const int bits = std::max(1, static_cast<int>(std::bit_width(entries.size())));
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
  std::size_t first = table.starts[hash >> table.shift];
  const std::size_t end = table.starts[(hash >> table.shift) + 1];
  while (first < end && table.hashes[first] < hash) ++first;
  std::size_t last = first;
  while (last < end && table.hashes[last] == hash) ++last;
  return std::span(table.values).subspan(first, last - first);
}

// ---- what counts as a misspelling ------------------------------------------------------------

struct Variant {
  std::string_view from;
  std::string_view to;
};
constexpr std::array variants = {
    Variant{"-", ""},       Variant{"ae", "e"},      Variant{"oe", "e"},  Variant{"sulph", "sulf"},
    Variant{"cepha", "cefa"}, Variant{"amphet", "amfet"}, Variant{"alumini", "alumin"}};

void replace_all(std::string& text, const Variant& variant) {
  for (std::size_t at = text.find(variant.from); at != text.npos;
       at = text.find(variant.from, at + variant.to.size()))
    text.replace(at, variant.from.size(), variant.to);
}

/// One spelling for all that a careful writer may use.
std::string plain_spelling(std::string_view word) {
  std::string plain(word);
  for (const Variant& variant : variants) replace_all(plain, variant);
  return plain;
}

constexpr std::array<std::string_view, 3> endings = {"", "s", "es"};

bool is_form_of(std::string_view word, std::string_view name) {
  const std::string plain = plain_spelling(word);
  const std::string stem = plain_spelling(name);
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
    return plain.size() == stem.size() + ending.size() && plain.starts_with(stem) &&
           plain.ends_with(ending);
  });
}

bool same_start(std::string_view a, std::string_view b) {
  return a[0] == b[0] || (a[0] == b[1] && a[1] == b[0]);
}

bool same_marks(std::string_view word, std::string_view name) {
  std::string a, b;
  std::copy_if(word.begin(), word.end(), std::back_inserter(a), is_digit);
  std::copy_if(name.begin(), name.end(), std::back_inserter(b), is_digit);
  return a == b && std::count(word.begin(), word.end(), '-') <=
                       std::count(name.begin(), name.end(), '-');
}

/// 0: the name or a form of it; nothing: another word.
std::optional<std::uint32_t> edits_between(std::string_view word, std::string_view name) {
  if (word == name) return 0;
#ifdef NEAR_NAME_RULE
  const std::uint32_t limit = edits_allowed(name);
#else
  const std::uint32_t limit = std::min(edits_allowed(word), edits_allowed(name));
#endif
  if (limit == 0) return is_form_of(word, name) ? std::optional<std::uint32_t>(0) : std::nullopt;
  if (word.size() > name.size() + limit || name.size() > word.size() + limit) return std::nullopt;
  if (!same_start(word, name)) return std::nullopt;
  const std::uint32_t edits = edit_distance(word, name, limit);
  if (edits > limit || !same_marks(word, name)) return std::nullopt;
  return is_form_of(word, name) ? 0 : edits;
}

std::string_view letters_of(const NearIndex& index, const NearIndex::Part& part) {
  return std::string_view(index.letters).substr(part.begin, part.length);
}

bool is_known(const NearIndex& index, std::string_view word) {
  return std::binary_search(index.known.begin(), index.known.end(), hash_of(word));
}

std::string_view without_possessive(std::string_view word) {
  if (word.ends_with("'s")) word.remove_suffix(2);
  if (word.ends_with("'")) word.remove_suffix(1);
  return word;
}

}  // namespace

NearIndex build_near_index(std::span<const NearName> names, std::span<const std::string> known) {
  NearIndex index;
  std::vector<Entry> deletions, anchors;
  for (const NearName& name : names) {
    const auto id = static_cast<std::uint32_t>(index.names.size());
    NearIndex::Name entry{static_cast<std::uint32_t>(index.parts.size()), 0, name.term};
    std::string_view rest = name.folded;
    while (!rest.empty()) {
      const std::size_t space = std::min(rest.find(' '), rest.size());
      index.parts.push_back({static_cast<std::uint32_t>(index.letters.size()),
                             static_cast<std::uint32_t>(space), id});
      index.letters += rest.substr(0, space);
      index.known.push_back(hash_of(rest.substr(0, space)));
      rest.remove_prefix(std::min(space + 1, rest.size()));
      ++entry.parts;
    }
    index.names.push_back(entry);
    if (entry.parts == 1) {
      const std::uint32_t limit = edits_allowed(name.folded);
      if (limit == 0) continue;
      const Forms forms = forms_of(name.folded, limit);
      for (std::size_t i = 0; i < forms.size; ++i)
        deletions.emplace_back(hash_of(forms.keys[i]), id);
    } else {
      for (std::uint32_t p = entry.first_part; p < index.parts.size(); ++p) {
        const auto w = letters_of(index, index.parts[p]);
        if (w.size() >= anchor_length) anchors.emplace_back(hash_of(packed(w)), p);
      }
    }
  }
  for (const std::string& word : known) index.known.push_back(hash_of(word));
  std::sort(index.known.begin(), index.known.end());
  index.known.erase(std::unique(index.known.begin(), index.known.end()), index.known.end());
  index.deletions = table_of(std::move(deletions));
  index.anchors = table_of(std::move(anchors));
  return index;
}

std::optional<NearHit> nearest(const NearIndex& index, std::string_view word) {
  word = without_possessive(word);
  const std::uint32_t allowed = edits_allowed(word);
  if (allowed == 0) return std::nullopt;
  std::optional<NearHit> best;
  bool unique = true;
  const Forms forms = forms_of(word, allowed);
  for (std::size_t i = 0; i < forms.size; ++i) {
    for (const std::uint32_t id : find(index.deletions, hash_of(forms.keys[i]))) {
      const NearIndex::Name& name = index.names[id];
      const auto edits = edits_between(word, letters_of(index, index.parts[name.first_part]));
      if (!edits) continue;
      if (*edits == 0) return std::nullopt;
      if (best && *edits == best->distance && name.term != best->term) unique = false;
      if (best && *edits >= best->distance) continue;
      best = NearHit{name.term, *edits};
      unique = true;
    }
  }
  if (!best || !unique || is_known(index, word)) return std::nullopt;
  return best;
}

std::optional<NearPhrase> nearest_phrase(const NearIndex& index,
                                         std::span<const std::string_view> words, std::size_t at) {
  std::optional<NearPhrase> best;
  for (const std::uint32_t anchor : find(index.anchors, hash_of(packed(words[at])))) {
    const auto& part = index.parts[anchor];
    if (letters_of(index, part) != words[at]) continue;
    const auto& name = index.names[part.name];
    const std::uint32_t before = anchor - name.first_part;
    if (at < before || at - before + name.parts > words.size()) continue;
    std::uint32_t sum = 0;
    bool ok = true;
    for (std::uint32_t i = 0; ok && i < name.parts; ++i) {
      const auto word = words[at - before + i];
      const auto e = edits_between(word, letters_of(index, index.parts[name.first_part + i]));
      ok = e && (*e == 0 || !is_known(index, word));
      if (e) sum += *e;
    }
    if (ok && sum > 0) best = NearPhrase{{name.term, sum}, static_cast<std::uint32_t>(at - before), name.parts};
  }
  return best;
}

}  // namespace caveat
