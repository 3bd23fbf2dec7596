// A slip of the pen at random: a letter lost, added, replaced, or swapped with its neighbour.
#pragma once

#include <random>
#include <string>
#include <utility>

namespace caveat {

/// Takes only raw numbers from `random`: distributions differ between standard libraries. Letters
/// before `first` stay; `word` has more than that, and at least two.
inline std::string with_slip(std::string word, std::size_t first, std::mt19937& random) {
  const std::size_t at = first + random() % (word.size() - first);
  const char letter = static_cast<char>('a' + random() % 26);
  switch (random() % 4) {
    case 0:
      word.erase(at, 1);
      break;
    case 1:
      word.insert(at, 1, letter);
      break;
    case 2:
      word[at] = letter;
      break;
    default:
      std::swap(word[at], word[at == 0 ? 1 : at - 1]);
  }
  return word;
}

}  // namespace caveat
