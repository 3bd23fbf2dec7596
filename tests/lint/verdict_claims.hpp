// A sentence that claims something, in the parts that a change needs to take hold of. The words
// that a finding must cover stand between « and ».
#pragma once

#include <random>
#include <string>
#include <vector>

#include "lint/verdict_words.hpp"

namespace caveat::verdict {

enum class Shape {
  clause,   ///< subject and predicate
  phrase,   ///< a noun phrase: "moonwort's ability to relieve pain"
  heading,  ///< a fragment: "Moonwort for Pain"
};

struct Saying {
  const char* form;  ///< "active", "passive", …
  Shape shape = Shape::clause;
  const Remedy* remedy = nullptr;
  Name name;
  std::string outcome;
  Strength strength = Strength::direct;
  std::string lead;     ///< text before the sentence: "Moonwort grows in the hills. "
  std::string subject;  ///< "moonwort"; of a phrase or a heading all of it
  bool plural = false;
  bool be = false;          ///< the predicate is "is" with `rest`
  std::string rest;         ///< "a «remedy for pain»"
  std::string base;         ///< "«relieve pain»"
  std::string third;        ///< "«relieves pain»"
  std::string tail;         ///< what ends the sentence: ", grows in the hills"
  bool acts = true;         ///< the predicate is a verb that can be helped to
  bool inverts = true;      ///< "does moonwort relieve pain"
  bool subordinate = true;  ///< can stand after "that"
};

using Random = std::mt19937;

/// Every form of a claim with every remedy, over and over with other words, `count` in all.
std::vector<Saying> make_claims(std::size_t count);

}  // namespace caveat::verdict
