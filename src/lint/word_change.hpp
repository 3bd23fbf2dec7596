// A sentence against its old self, word by word: what an editor typed, and no more of it.
#pragma once

#include <string>
#include <vector>

namespace caveat {

struct WordChange {
  std::string text;
  bool changed = false;
};

/// Both as pieces that make up the whole; marked are those that the other one does not have.
struct WordChanges {
  std::vector<WordChange> before;
  std::vector<WordChange> after;
};
WordChanges compare_words(const std::string& before, const std::string& after);

}  // namespace caveat
