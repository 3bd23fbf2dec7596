#include "pack/strength.hpp"

#include "pack/words.hpp"

namespace caveat {

const char* name_of(Strength strength) {
  for (const Word<Strength>& word : strength_words)
    if (word.value == strength) return word.name;
  return "none";
}

const char* name_of(Voice voice) {
  for (const Word<Voice>& word : voice_words)
    if (word.value == voice) return word.name;
  return "author";
}

const char* name_of(Design design) {
  for (const Word<Design>& word : design_words)
    if (word.value == design) return word.name;
  return "unsaid";
}

// For a reader, so without the hyphen of the TOML.
const char* name_of(Certainty certainty) {
  switch (certainty) {
    case Certainty::very_low:
      return "very low";
    case Certainty::low:
      return "low";
    case Certainty::moderate:
      return "moderate";
    case Certainty::high:
      return "high";
  }
  return "very low";
}

std::optional<Strength> strength_named(std::string_view name) {
  return value_named<Strength>(strength_words, name);
}

std::optional<Certainty> certainty_named(std::string_view name) {
  return value_named<Certainty>(certainty_words, name);
}

Strength carried_by(Certainty certainty) {
  switch (certainty) {
    case Certainty::very_low:
      return Strength::none;
    case Certainty::low:
      return Strength::possible;
    case Certainty::moderate:
      return Strength::probable;
    case Certainty::high:
      return Strength::direct;
  }
  return Strength::none;
}

}  // namespace caveat
