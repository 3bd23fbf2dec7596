// How every stage that reads packs reports a mistake: always as an error of the category "pack",
// always with a place.
#pragma once

#include <string>
#include <vector>

#include "pack/pack.hpp"

namespace caveat {

using Problems = std::vector<PackDiagnostic>;

/// Where bytes `part` of a string lie in its file. A string with escapes is longer in the file
/// than its value; then the whole string is the place.
inline Origin place_in(const Text& text, Span part) {
  auto origin = text.origin;
  if (size(origin.span) == text.value.size()) {
    origin.span = {origin.span.begin + part.begin, origin.span.begin + part.end};
  }
  return origin;
}

/// Adds `pack/<rule>`; the result is for notes and lives until the next call.
inline Diagnostic& report(Problems& problems, Origin origin, const char* rule,
                          std::string message) {
  Diagnostic diagnostic{.span = origin.span,
                        .severity = Severity::error,
                        .rule = std::string("pack/") + rule,
                        .category = "pack",
                        .message = std::move(message),
                        .notes = {},
                        .fixes = {},
                        .url = {}};
  return problems.emplace_back(PackDiagnostic{origin.source, std::move(diagnostic)}).diagnostic;
}

}  // namespace caveat
