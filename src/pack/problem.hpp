// How every stage that reads packs reports a mistake: always as an error of the category "pack",
// always with a place.
#pragma once

#include <string>
#include <vector>

#include "pack/pack.hpp"

namespace caveat {

using Problems = std::vector<PackDiagnostic>;

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
