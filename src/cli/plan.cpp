#include "cli/plan.hpp"

#include "cli/input.hpp"

#include <map>
#include <utility>

namespace caveat {

namespace {

/// Files for which the same is said.
struct Sameness {
  const Project* project = nullptr;
  std::vector<std::size_t> overrides;
  bool left_out = false;

  auto operator<=>(const Sameness&) const = default;
};

struct Planner {
  Selection& selection;
  LoadPacks load;
  Plans plans = {};
  std::map<std::pair<bool, std::vector<std::string>>, const RuleSet*> rules = {};
  std::map<std::pair<const Project*, const RuleSet*>, bool> named = {};  ///< names were looked up
  std::map<Sameness, const FilePlan*> same = {};
};

const RuleSet* rules_for(Planner& planner, const Settings& settings) {
  const RuleSet*& rules = planner.rules[{settings.default_packs, settings.packs}];
  if (rules != nullptr) return rules;
  auto loaded = std::make_unique<const LoadedPacks>(planner.load(settings));
  planner.plans.exit = worse(planner.plans.exit, loaded->exit);
  rules = loaded->rules.get();
  planner.plans.loaded.push_back(std::move(loaded));
  return rules;
}

bool has_choices(const Config& config) {
  return !config.severity.empty() || !config.overrides.empty() || !config.enable_packs.empty() ||
         !config.disable_packs.empty();
}

const Choices* choices_for(Planner& planner, const Sameness& what, const RuleSet& rules) {
  if (what.project == nullptr || !has_choices(what.project->config)) return nullptr;
  bool& known = planner.named[{what.project, &rules}];
  if (!known)
    report_config(*what.project, check_names(what.project->config, rules),
                  planner.selection.projects);
  known = true;
  planner.plans.choices.push_back(
      std::make_unique<const Choices>(make_choices(what.project->config, what.overrides, rules)));
  return planner.plans.choices.back().get();
}

const FilePlan* plan_for(Planner& planner, const Sameness& what, const std::string& path) {
  const FilePlan*& known = planner.same[what];
  if (known != nullptr) return known;
  auto plan = std::make_unique<FilePlan>();
  plan->settings = settings_in(planner.selection.projects.settings, what.project, path);
  plan->rules = rules_for(planner, plan->settings);
  plan->choices = choices_for(planner, what, *plan->rules);
  plan->left_out = what.left_out;
  known = plan.get();
  planner.plans.plans.push_back(std::move(plan));
  return known;
}

void plan_file(Planner& planner, const std::string& path) {
  Projects& projects = planner.selection.projects;
  const std::string& stdin_name = projects.settings.stdin_filename;
  const Location location = locate(path == "-" ? stdin_name : path);
  Sameness what{project_in(projects, location.folder), {}, false};
  const std::string inner = what.project == nullptr ? "" : path_in(*what.project, location);
  if (what.project != nullptr) what.overrides = overrides_for(what.project->config, inner);
  if (path == "-" && is_typed(projects.settings, "--stdin-filename"))
    what.left_out = !why_left_out(planner.selection, stdin_name, false).empty();
  planner.plans.of_path[path] = plan_for(planner, what, inner);
}

}  // namespace

LintOptions options_of(const FilePlan& plan, const Format& format) {
  LintOptions options = lint_options(plan.settings, &format);
  options.choices = plan.choices;
  return options;
}

const FilePlan& plan_of(const Plans& plans, const std::string& path) {
  return *plans.of_path.at(path);
}

LoadedPacks load_rules_alone(const Settings& settings) {
  LoadedRules loaded = load_rules(settings);
  return {{}, std::move(loaded.rules), loaded.exit};
}

Plans plan_files(std::span<const std::string> paths, Selection& selection, LoadPacks load) {
  Planner planner{selection, load};
  for (const std::string& path : paths) plan_file(planner, path);
  planner.plans.exit = worse(planner.plans.exit, selection.projects.exit);
  return std::move(planner.plans);
}

}  // namespace caveat
