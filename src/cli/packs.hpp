// The packs in force: those built in, those of --pack, compiled together.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "cli/output.hpp"
#include "cli/settings.hpp"
#include "lint/lint.hpp"
#include "pack/pack.hpp"

namespace caveat {

struct LoadedPacks {
  PackSet packs;
  RuleSetPtr rules;
  Exit exit = Exit::clean;  ///< trouble if a pack has a mistake or cannot be read
};

/// Prints mistakes and unreadable files on standard error and goes on with what is sound. A pack of
/// the user's replaces a built-in one of the same name, so that its author can work on a copy.
LoadedPacks load_in_force(const Settings& settings);

/// What they became.
struct LoadedRules {
  RuleSetPtr rules;
  Exit exit = Exit::clean;  ///< as in LoadedPacks
};

/// The same rules, for commands that only read texts. Without packs of the user's they were
/// compiled when caveat was built, and no TOML is read.
LoadedRules load_rules(const Settings& settings);

/// The TOML files of packs given by path; one file of a folder that is a pack stands for all.
std::vector<std::string> pack_files(std::span<const std::string> paths,
                                    std::vector<std::string>& complaints);

/// The same reporter for a mistake in a pack as for one in an article.
void report_packs(const PackSet& packs, const std::vector<PackDiagnostic>& diagnostics,
                  const ReportStyle& style, std::string& out);

}  // namespace caveat
