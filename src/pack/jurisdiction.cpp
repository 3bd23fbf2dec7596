#include "pack/jurisdiction.hpp"

#include "pack/words.hpp"

namespace caveat {

const char* name_of(Jurisdiction one) {
  for (const Word<Jurisdiction>& word : jurisdiction_words)
    if (word.value == one) return word.name;
  return "everywhere";
}

const char* name_of(Forbids forbids) {
  for (const Word<Forbids>& word : forbids_words)
    if (word.value == forbids) return word.name;
  return "";
}

}  // namespace caveat
