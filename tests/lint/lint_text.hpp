// Linting with the packs that ship, as a reader of the output would see it.
#pragma once

#include <string>
#include <string_view>

#include "lint/lint.hpp"
#include "pack/embedded.hpp"
#include "pack/load.hpp"

namespace caveat {

/// The embedded packs, compiled once for all tests of a file.
struct Shipped {
  std::vector<PackDiagnostic> diagnostics;
  PackSet packs;
  RuleSetPtr rules;
  DeskPtr desk;
};

inline Shipped load_shipped() {
  Shipped shipped;
  std::vector<PackFile> files;
  for (const auto& file : embedded_packs()) {
    files.push_back({std::string(file.path), std::string(file.bytes)});
  }
  shipped.packs = load_packs(std::move(files), shipped.diagnostics);
  shipped.rules = compile_rules(shipped.packs, shipped.diagnostics);
  shipped.desk = make_desk();
  return shipped;
}

/// `severity rule «words»` a line for every finding, in order of place.
inline std::string lint_text(const Shipped& shipped, std::string_view text) {
  const auto source = make_source("text", std::string(text));
  std::string lines;
  for (const auto& diagnostic : lint(source, *shipped.rules, *shipped.desk)) {
    lines += std::string(name_of(diagnostic.severity)) + " " + diagnostic.rule + " «" +
             std::string(slice(source, diagnostic.span)) + "»\n";
  }
  return lines;
}

}  // namespace caveat
