// The words that the generator of verdicts builds sentences of: invented herbs and medicines, one
// for each state of the evidence, and what they are said to do. English is that of rules/en.
#pragma once

#include <string>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "pack/strength.hpp"

namespace caveat::verdict {

/// What is on file for a remedy.
enum class Evidence { very_low, low, moderate, high, against, nothing, gap };

struct Remedy {
  const char* name;
  Evidence evidence;
  const char* what;  ///< "herb": what "this …" calls it
};

/// A name as it may stand in a sentence: "a cup of moonwort tea".
struct Name {
  std::string words;
  bool plural = false;
};

/// A verb and which outcomes it is a benefit for.
struct Verb {
  const char* base;
  const char* third;
  const char* participle;
  const char* gerund;
  Strength strength;
};

extern const std::vector<Remedy> remedies;
extern const std::vector<Verb> lessening;  ///< "relieve pain"
extern const std::vector<Verb> raising;    ///< "boost energy"
extern const std::vector<Verb> altering;   ///< "regulate sleep"
extern const std::vector<const char*> conditions;
extern const std::vector<const char*> faculties;
extern const std::vector<const char*> adjectives;  ///< "calming", of effects

/// The name with its modifiers, the same for the same `seed`.
Name name_of(const Remedy& remedy, unsigned long seed);

/// The pack that knows the remedies and what is on file for them.
std::string herbs_pack();

}  // namespace caveat::verdict
