// What holds for each file of a run: its settings, its packs, its severities. Files of one run may
// lie in several projects. All of it is decided before the threads start, once for all files for
// which the same is said, and packs are compiled once for each choice of them.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "cli/packs.hpp"
#include "cli/project.hpp"
#include "cli/selection.hpp"
#include "lint/choices.hpp"
#include "lint/lint.hpp"

namespace caveat {

struct FilePlan {
  Settings settings;
  const RuleSet* rules = nullptr;    ///< never null, not owned
  const Choices* choices = nullptr;  ///< null: none; not owned
  bool left_out = false;             ///< standard input whose file is: nothing is looked for
};

LintOptions options_of(const FilePlan& plan, const Format& format);

struct Plans {
  std::vector<std::unique_ptr<const LoadedPacks>> loaded;
  std::vector<std::unique_ptr<const Choices>> choices;
  std::vector<std::unique_ptr<const FilePlan>> plans;
  std::unordered_map<std::string, const FilePlan*> of_path;
  Exit exit = Exit::clean;  ///< trouble if a project or pack has a mistake
};

/// Each path is in it; "-" is standard input under the name that it was given.
const FilePlan& plan_of(const Plans& plans, const std::string& path);

/// Prints mistakes of packs and projects on standard error. `load` is asked once for each choice of
/// packs.
using LoadPacks = LoadedPacks (*)(const Settings&);
LoadedPacks load_rules_alone(const Settings& settings);  ///< load_rules, without packs
Plans plan_files(std::span<const std::string> paths, Selection& selection,
                 LoadPacks load = load_rules_alone);

}  // namespace caveat
