// Linting with the packs that ship, or with a few of one's own, as a reader of the output would see
// it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lint/lint.hpp"
#include "pack/embedded.hpp"
#include "pack/load.hpp"

namespace caveat {

/// Packs, compiled once for all tests of a file.
struct Compiled {
  std::vector<PackDiagnostic> diagnostics;
  PackSet packs;
  RuleSetPtr rules;
  DeskPtr desk;
};

inline Compiled load_files(std::vector<PackFile> files) {
  Compiled loaded;
  loaded.packs = load_packs(std::move(files), loaded.diagnostics);
  loaded.rules = compile_rules(loaded.packs, loaded.diagnostics);
  loaded.desk = make_desk();
  return loaded;
}

inline Compiled load_shipped() {
  std::vector<PackFile> files;
  for (const auto& file : embedded_packs()) {
    files.push_back({std::string(file.path), std::string(file.bytes)});
  }
  return load_files(std::move(files));
}

/// A pack named "t" without its header.
inline Compiled load_pack(std::string_view pack) {
  constexpr std::string_view head =
      "[pack]\nname = \"t\"\nversion = \"1\"\nlanguage = \"en\"\ndescription = \"d\"\n";
  return load_files({{"t.toml", std::string(head) + std::string(pack)}});
}

/// What is wrong with the packs: `rule at line: message` a line.
inline std::string pack_mistakes(const Compiled& loaded) {
  std::string lines;
  for (const auto& [source, diagnostic] : loaded.diagnostics) {
    const auto& file = loaded.packs.sources[source];
    lines += diagnostic.rule + " at " + file.path + ":" +
             std::to_string(place_of(file, diagnostic.span.begin).line) + ": " +
             diagnostic.message + "\n";
  }
  return lines;
}

inline std::size_t passed_of(const std::vector<Trial>& trials) {
  std::size_t passed = 0;
  for (const auto& trial : trials) passed += trial.failure ? 0 : 1;
  return passed;
}

inline std::string words_at(const Source& source, Span span) {
  return "«" + std::string(slice(source, span)) + "»";
}

/// `severity rule «words»` a line for every finding, in order of place.
inline std::string lint_text(const Compiled& shipped, std::string_view text) {
  const auto source = make_source("text", std::string(text));
  std::string lines;
  for (const auto& diagnostic : lint(source, *shipped.rules, *shipped.desk)) {
    lines += std::string(name_of(diagnostic.severity)) + " " + diagnostic.rule + " " +
             words_at(source, diagnostic.span) + "\n";
  }
  return lines;
}

/// All that a finding says: `severity rule «words» message`, then its notes and fixes.
inline std::string lint_whole(const Compiled& shipped, std::string_view text) {
  const auto source = make_source("text", std::string(text));
  std::string lines;
  for (const auto& diagnostic : lint(source, *shipped.rules, *shipped.desk)) {
    lines += std::string(name_of(diagnostic.severity)) + " " + diagnostic.rule + " " +
             words_at(source, diagnostic.span) + " " + diagnostic.message + "\n";
    for (const auto& note : diagnostic.notes) {
      lines += "  note " + (note.span ? words_at(source, *note.span) + " " : "") + note.message;
      lines += "\n";
    }
    for (const auto& fix : diagnostic.fixes) {
      lines += fix.safety == FixSafety::safe ? "  safe fix" : "  fix";
      for (const auto& edit : fix.edits) {
        lines += " " + words_at(source, edit.span) + " -> " + edit.text;
      }
      lines += "\n";
    }
  }
  return lines;
}

}  // namespace caveat
