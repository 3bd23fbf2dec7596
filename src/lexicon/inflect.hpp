// The forms of a word, from the endings and irregular rows that a language pack gives. Forms are
// over-generated on purpose ("stoped" beside "stopped"): a form that is no word matches nothing,
// while a missed form loses a claim; so a language needs no lists of which verb doubles its letter.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pack/pack.hpp"

namespace caveat {

struct Inflector {
  std::vector<std::pair<std::string, std::vector<std::string>>> verb_endings;
  std::vector<std::pair<std::string, std::vector<std::string>>> noun_endings;
  /// Base form -> all its forms, itself included.
  std::unordered_map<std::string, std::vector<std::string>> irregular;
};

Inflector compile_inflector(std::span<const Pack> packs);

/// All forms of a folded word, itself first. `verb` includes the forms of `noun`, since a language
/// like English spells both alike.
std::vector<std::string> forms_of(const Inflector& inflector, const std::string& word,
                                  Inflect inflect);

}  // namespace caveat
