// When a rule or caveat speaks: "topic NAME", "subject NAME" and "advice", joined by " and ". A
// list and not a language: what a text says is for patterns to ask, what it is about and whether it
// advises anybody are asked here.
#pragma once

#include <optional>
#include <vector>

#include "pack/pack.hpp"

namespace caveat {

struct Condition {
  std::vector<Text> topics;     ///< each with its place; the subject is one of them
  std::optional<Text> subject;  ///< what the text must be mainly about, or tell how to use
  bool advice = false;          ///< the text is no report of research
};

/// Nothing in an empty text; no condition in one that is not of the form above, or that names no
/// topic, or two subjects.
std::optional<Condition> condition_of(const Text& when);

}  // namespace caveat
