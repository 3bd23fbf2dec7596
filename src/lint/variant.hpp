// What else a sentence that a rule flags may come as, and what must become of the finding then. A
// rule that cannot tell "Myth: it is safe" from "It is safe" cries wolf; one that misses the words
// in a list or in bold letters is no help. Rejected: variants written by hand for each rule, which
// nobody keeps up.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace caveat {

/// `kept`: the rule must still find the words; otherwise it must be silent.
struct Variant {
  const char* name;    ///< as `keeps` of a rule names it
  const char* format;  ///< of format.hpp
  bool kept = false;
  std::string text;
};

/// The variants of one flagged sentence; none of a text of several sentences or lines, where it is
/// not plain which of them is meant.
std::vector<Variant> variants_of(std::string_view sentence);

/// Names of the variants that silence.
const std::vector<std::string>& silencing_variants();

}  // namespace caveat
