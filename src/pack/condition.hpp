// When a rule or caveat speaks: "topic NAME", or several of them joined by " and ". A list and not
// a language: what a text says is for patterns to ask, what it is about is asked here.
#pragma once

#include <optional>
#include <vector>

#include "pack/pack.hpp"

namespace caveat {

/// The names of the topics, each with its place. Empty for an empty text; nothing for one that is
/// not of the form above.
std::optional<std::vector<Text>> topics_of(const Text& when);

}  // namespace caveat
