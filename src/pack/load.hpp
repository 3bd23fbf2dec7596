// TOML to Pack. toml_tree.cpp is the only file that includes toml11; its exceptions stop there. A
// mistake never stops the load: whatever could be read is returned, and every mistake is a
// diagnostic with a place, so that an author sees all of them at once.
#pragma once

#include <string>
#include <vector>

#include "pack/pack.hpp"

namespace caveat {

/// One TOML file. Files of one folder that holds a `pack.toml` are parts of one pack; any other
/// file is a pack of its own.
struct PackFile {
  std::string path;
  std::string bytes;
};

/// Reads all files and checks what can be checked without the meaning of patterns: unknown keys
/// and tables, wrong types, missing keys, unknown words of an enumeration, duplicate ids, rules
/// with fewer than three flags or allows, missing or circular `requires`, circular `broader`,
/// unknown concepts in evidence and `broader`, text that is not UTF-8, malformed TOML. Packs come
/// out ordered so that a pack follows those it requires.
PackSet load_packs(std::vector<PackFile> files, std::vector<PackDiagnostic>& diagnostics);

}  // namespace caveat
