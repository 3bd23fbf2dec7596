#include "lexicon/misspelling.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "pack/suggest.hpp"

namespace caveat {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t letters_in(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_letter));
}

// --- Spellings of one name

struct Respelling {
  std::string_view from;
  std::string_view to;
};

// British to American, older British and American names to the international ones (WHO, general
// principles for nonproprietary names: f for ph, t for th, e for ae and oe), hyphens. Only where
// both are in use: morfine is no spelling of morphine.
constexpr std::array respellings = {
    Respelling{"-", ""},
    Respelling{"ae", "e"},
    Respelling{"oe", "e"},
    Respelling{"th", "t"},
    Respelling{"sulph", "sulf"},
    Respelling{"amphet", "amfet"},
    Respelling{"cepha", "cefa"},
    Respelling{"trophin", "tropin"},
    Respelling{"alumini", "alumin"},
    Respelling{"ize", "ise"},
    Respelling{"ization", "isation"},
    Respelling{"yze", "yse"},
};

std::string respelt(std::string_view word) {
  std::string text(word);
  for (const auto& [from, to] : respellings)
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
      text.replace(at, from.size(), to);
  return text;
}

bool is_inflection(std::string_view longer, std::string_view shorter) {
  constexpr std::array<std::string_view, 5> endings = {"", "s", "es", "d", "ed"};
  if (!longer.starts_with(shorter)) return false;
  longer.remove_prefix(shorter.size());
  return std::find(endings.begin(), endings.end(), longer) != endings.end();
}

bool is_form_of(std::string_view word, std::string_view name) {
  const std::string a = respelt(word);
  const std::string b = respelt(name);
  return is_inflection(a, b) || is_inflection(b, a);
}

// --- What agrees between two words

bool same_start(std::string_view a, std::string_view b) {
  return a[0] == b[0] || (a[0] == b[1] && a[1] == b[0]);
}

bool same_end(std::string_view word, std::string_view name, std::size_t letters) {
  if (word.back() == name.back()) return true;
  const std::size_t last = word.size() - 1;
  if (word.size() == name.size())
    return word[last] == name[last - 1] && word[last - 1] == name[last];
  return letters >= 10 && name.ends_with('e') && name.substr(0, name.size() - 1) == word;
}

/// Digits, apostrophes and the like are the same in both, and the word adds no hyphen.
bool same_marks(std::string_view word, std::string_view name) {
  const auto is_mark = [](char c) { return !is_letter(c) && c != '-'; };
  std::string marks[2];
  std::copy_if(word.begin(), word.end(), std::back_inserter(marks[0]), is_mark);
  std::copy_if(name.begin(), name.end(), std::back_inserter(marks[1]), is_mark);
  return marks[0] == marks[1] &&
         std::count(word.begin(), word.end(), '-') <= std::count(name.begin(), name.end(), '-');
}

/// The class that an ending gives a compound (IUPAC 2013, P-33; -ase of enzymes, -ose of sugars);
/// two different ones are two compounds. The ending -ene is left out: it is how people write -ine.
std::string_view compound_class(std::string_view word) {
  constexpr std::array<std::string_view, 11> endings = {"ol",  "yl",  "al",  "one", "ane", "ate",
                                                        "ite", "ide", "ase", "ose", "ine"};
  const auto found = std::find_if(endings.begin(), endings.end(),
                                  [&](std::string_view ending) { return word.ends_with(ending); });
  return found == endings.end() ? std::string_view() : *found;
}

bool other_compound(std::string_view word, std::string_view name) {
  const std::string_view a = compound_class(word);
  const std::string_view b = compound_class(name);
  return !a.empty() && !b.empty() && a != b;
}

/// Letters that sound alike made the same, silent and doubled ones left out.
std::string sound_of(std::string_view word) {
  constexpr std::string_view sounds = "abkdafgxajklmnapkrstavwxas";  // of a to z
  std::string sound;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool ph = word[i] == 'p' && word.substr(i + 1).starts_with('h');
    if (word[i] == 'h') continue;
    const bool plain = word[i] >= 'a' && word[i] <= 'z';
    const char c = ph ? 'f' : plain ? sounds[static_cast<std::size_t>(word[i] - 'a')] : word[i];
    if (sound.empty() || sound.back() != c) sound += c;
  }
  return sound;
}

/// For one edit apart: the place of the one letter that was replaced, if it was.
std::optional<std::size_t> replaced_letter(std::string_view word, std::string_view name) {
  if (word.size() != name.size()) return std::nullopt;
  const auto at = static_cast<std::size_t>(
      std::mismatch(word.begin(), word.end(), name.begin()).first - word.begin());
  if (word.substr(at + 1) != name.substr(at + 1)) return std::nullopt;
  return at;
}

/// The table in the header, for words that differ by `edits`.
bool likely(std::string_view word, std::string_view name, std::uint32_t edits, Company company) {
  const std::size_t letters = std::min(letters_in(word), letters_in(name));
  if (company == Company::alone && !same_end(word, name, letters)) return false;
  if (letters >= 13) return true;
  const bool alike = sound_of(word) == sound_of(name);
  if (edits == 2) return alike;
  const auto replaced = replaced_letter(word, name);
  if (!replaced || letters >= 10) return true;
  const bool at_end = letters < 9 && *replaced + 3 >= name.size();
  return alike && (!at_end || company == Company::in_name);
}

}  // namespace

std::uint32_t edits_allowed(std::string_view word, Company company) {
  const std::size_t letters = letters_in(word);
  return letters >= 9 ? 2 : letters >= (company == Company::alone ? 7u : 6u) ? 1 : 0;
}

std::optional<std::uint32_t> misspelling(std::string_view word, std::string_view name,
                                         Company company) {
  constexpr std::uint32_t most = 2;
  if (word == name) return 0;
  if (word.size() > name.size() + most || name.size() > word.size() + most) return std::nullopt;
  if (std::min(word.size(), name.size()) < 2 || !same_start(word, name)) return std::nullopt;
  const std::uint32_t edits = edit_distance(word, name, most);
  if (edits > most) return std::nullopt;
  if (is_form_of(word, name)) return 0;
  if (edits > std::min(edits_allowed(word, company), edits_allowed(name, company)))
    return std::nullopt;
  const bool slip =
      same_marks(word, name) && !other_compound(word, name) && likely(word, name, edits, company);
  return slip ? std::optional(edits) : std::nullopt;
}

}  // namespace caveat
