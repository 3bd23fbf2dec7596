#include "lint/word_change.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace caveat {
namespace {

struct Word {
  std::string_view blank;  ///< what stands before it
  std::string_view text;
};

bool ends_word(char c) {
  return c == ' ' || c == '.' || c == ',' || c == ';' || c == ':' || c == '?' || c == '!' ||
         c == '(' || c == ')' || c == '"';
}

/// Marks are words of their own, so that "pain." is the pain of "pain,".
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    auto begin = at;
    while (begin < text.size() && text[begin] == ' ') ++begin;
    auto end = begin;
    while (end < text.size() && !ends_word(text[end])) ++end;
    if (end == begin && end < text.size()) ++end;
    words.push_back({text.substr(at, begin - at), text.substr(begin, end - begin)});
    at = end;
  }
  return words;
}

/// Longest common subsequences of all ends of both lists, row by row.
struct Table {
  std::size_t columns = 0;
  std::vector<std::uint32_t> lengths;

  std::uint32_t& at(std::size_t row, std::size_t column) { return lengths[row * columns + column]; }
};

Table common(const std::vector<Word>& before, const std::vector<Word>& after) {
  Table table{after.size() + 1, {}};
  table.lengths.assign((before.size() + 1) * table.columns, 0);
  for (auto i = before.size(); i-- > 0;) {
    for (auto j = after.size(); j-- > 0;) {
      table.at(i, j) = before[i].text == after[j].text
                           ? table.at(i + 1, j + 1) + 1
                           : std::max(table.at(i + 1, j), table.at(i, j + 1));
    }
  }
  return table;
}

/// The blank before a marked run stands outside it.
void add(const Word& word, bool changed, std::vector<WordChange>& pieces) {
  if (pieces.empty() || pieces.back().changed != changed) {
    if (changed && !pieces.empty())
      pieces.back().text += word.blank;
    else if (!word.blank.empty() && !pieces.empty() && !changed)
      pieces.push_back({std::string(word.blank), false});
    if (pieces.empty() || pieces.back().changed != changed) pieces.push_back({"", changed});
    pieces.back().text += word.text;
    return;
  }
  pieces.back().text += word.blank;
  pieces.back().text += word.text;
}

}  // namespace

WordChanges compare_words(const std::string& before, const std::string& after) {
  constexpr std::size_t most_compared = 1'000'000;
  const auto olds = words_of(before);
  const auto news = words_of(after);
  if (olds.size() * news.size() > most_compared) return {{{before, true}}, {{after, true}}};
  // What both end with belongs together, also where the same word stands elsewhere too.
  std::size_t ending = 0;
  const auto shorter = std::min(olds.size(), news.size());
  while (ending < shorter &&
         olds[olds.size() - 1 - ending].text == news[news.size() - 1 - ending].text)
    ++ending;
  const auto old_end = olds.size() - ending;
  const auto new_end = news.size() - ending;
  Table table = common({olds.begin(), olds.end() - static_cast<std::ptrdiff_t>(ending)},
                       {news.begin(), news.end() - static_cast<std::ptrdiff_t>(ending)});
  WordChanges changes;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < olds.size() || j < news.size()) {
    const bool at_ending = i >= old_end && j >= new_end;
    const bool inside = i < old_end && j < new_end;
    if (at_ending || (inside && olds[i].text == news[j].text)) {
      add(olds[i++], false, changes.before);
      add(news[j++], false, changes.after);
    } else if (j == new_end || (i < old_end && table.at(i + 1, j) >= table.at(i, j + 1))) {
      add(olds[i++], true, changes.before);
    } else {
      add(news[j++], true, changes.after);
    }
  }
  return changes;
}

}  // namespace caveat
