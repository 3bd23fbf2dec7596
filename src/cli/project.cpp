#include "cli/project.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/files.hpp"
#include "report/report.hpp"

namespace fs = std::filesystem;

namespace caveat {

namespace {

/// The shorter of "../.caveat.toml" and "/home/ann/site/.caveat.toml".
std::string shown_path(const fs::path& path) {
  std::error_code unknown;
  const fs::path whole = fs::absolute(path, unknown);
  const std::string relative = whole.lexically_proximate(fs::current_path(unknown)).string();
  return unknown || relative.size() > path.string().size() ? path.string() : relative;
}

/// "folder/name", where "" is the folder at hand.
std::string joined(const fs::path& folder, const std::string& name) {
  return (folder / name).lexically_normal().string();
}

bool lies_in(const fs::path& path, const fs::path& folder) {
  const fs::path inner = path.lexically_relative(folder);
  return !inner.empty() && *inner.begin() != "..";
}

Diagnostic mistake_at(Span span, const char* rule, std::string message) {
  Diagnostic mistake;
  mistake.span = span;
  mistake.severity = Severity::error;
  mistake.rule = std::string("config/") + rule;
  mistake.category = "config";
  mistake.message = std::move(message);
  return mistake;
}

/// Why a path is no pack of the project; empty if it is.
std::string objection(const std::string& folder, const std::string& path) {
  std::error_code error;
  const fs::path real = fs::canonical(fs::path(folder) / path, error);
  if (error) return error.message();
  if (!lies_in(real, folder)) return "it is a link out of the folder of this file";
  const bool is_good = fs::is_directory(real, error) || fs::is_regular_file(real, error);
  return is_good ? "" : "it is neither a file nor a folder";
}

void find_packs(Project& project, std::vector<Diagnostic>& mistakes) {
  const fs::path shown = fs::path(project.source.path).parent_path();
  for (const Text& path : project.config.packs) {
    const std::string why_not = objection(project.folder, path.value);
    if (why_not.empty())
      project.packs.push_back(joined(shown, path.value));
    else
      mistakes.push_back(mistake_at(path.origin.span, "bad-path", "no pack here: " + why_not));
  }
}

/// It may not be there yet, nor the folder that it lies in.
void find_baseline(Project& project, std::vector<Diagnostic>& mistakes) {
  const auto& given = project.config.baseline;
  if (!given) return;
  std::error_code error;
  const fs::path real = fs::weakly_canonical(fs::path(project.folder) / given->value, error);
  std::string why_not;
  if (error)
    why_not = error.message();
  else if (!lies_in(real, project.folder))
    why_not = "it is a link out of the folder of this file";
  else if (fs::exists(real, error) && !fs::is_regular_file(real, error))
    why_not = "it is no file";
  if (why_not.empty())
    project.baseline = joined(fs::path(project.source.path).parent_path(), given->value);
  else
    mistakes.push_back(mistake_at(given->place, "bad-path", "no baseline here: " + why_not));
}

/// Empty, and a mistake, for what is no plain file; a pipe would be waited for.
std::string read_plain(const fs::path& path, std::vector<Diagnostic>& mistakes) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  std::string complaint;
  if (fs::is_directory(status))
    complaint = "this is a folder and no file";
  else if (fs::exists(status) && !fs::is_regular_file(status))
    complaint = "this is no plain file";
  else if (fs::exists(status) && fs::file_size(path, error) > largest_config)
    complaint = "this file is larger than 64K";
  else if (auto bytes = read_file(path.string(), largest_config, complaint))
    return std::move(*bytes);
  mistakes.push_back(mistake_at({}, "unreadable", complaint));
  return "";
}

const Project* read_project(Projects& projects, const fs::path& path) {
  std::vector<Diagnostic> mistakes;
  auto project = std::make_unique<Project>();
  project->folder = locate(path.string()).folder;
  project->source = make_source(shown_path(path), read_plain(path, mistakes));
  if (mistakes.empty()) project->config = read_config(project->source, mistakes);
  find_packs(*project, mistakes);
  find_baseline(*project, mistakes);
  report_config(*project, std::move(mistakes), projects);
  projects.read.push_back(std::move(project));
  return projects.read.back().get();
}

bool is_there(const fs::path& path) {
  std::error_code unknown;
  return fs::exists(fs::symlink_status(path, unknown));
}

/// As `caveat config` and a plan want it: what several flags and files say of one thing.
template <typename Value, typename Into>
void take(const Setting<Value>& given, bool typed, Into& into) {
  if (given && !typed) into = given->value;
}

bool is_typed_pack(const Settings& flags, const std::string& path) {
  std::error_code unknown;
  return std::ranges::any_of(
      flags.packs, [&](const std::string& typed) { return fs::equivalent(typed, path, unknown); });
}

}  // namespace

Location locate(const std::string& path) {
  std::error_code unknown;
  fs::path whole = fs::absolute(path.empty() ? "." : path, unknown);
  if (!whole.has_filename()) whole = whole.parent_path();  // "herbs/"
  const std::string last = whole.filename().string();
  if (last == "." || last == "..") whole = fs::weakly_canonical(whole, unknown);
  const fs::path folder = fs::weakly_canonical(whole.parent_path(), unknown);
  return {folder.string(), whole.filename().string()};
}

const Project* project_in(Projects& projects, const std::string& folder) {
  const Settings& settings = projects.settings;
  if (settings.no_config) return nullptr;
  if (!settings.config.empty()) {
    return projects.read.empty() ? read_project(projects, settings.config)
                                 : projects.read.front().get();
  }
  if (const auto known = projects.of_folder.find(folder); known != projects.of_folder.end())
    return known->second;
  const fs::path path = folder;
  const Project* project = nullptr;
  if (is_there(path / config_name))
    project = read_project(projects, path / config_name);
  else if (!is_there(path / ".git") && path.has_relative_path())
    project = project_in(projects, path.parent_path().string());
  projects.of_folder.emplace(folder, project);
  return project;
}

std::string path_in(const Project& project, const Location& location) {
  const fs::path inner =
      (fs::path(location.folder) / location.name).lexically_relative(project.folder);
  if (inner.empty() || *inner.begin() == ".." || inner == ".") return "";
  return inner.string();
}

void report_config(const Project& project, std::vector<Diagnostic> mistakes, Projects& projects) {
  if (mistakes.empty()) return;
  projects.exit = Exit::trouble;
  std::ranges::stable_sort(mistakes, {}, [](const Diagnostic& d) { return d.span.begin; });
  const FileReport file{&project.source, std::move(mistakes)};
  std::string report;
  report_gcc(std::span(&file, 1), projects.settings.error_style, report);
  print_error(report);
}

Settings settings_in(const Settings& flags, const Project* project, const std::string& path) {
  Settings settings = flags;
  if (project == nullptr) return settings;
  const Config& config = project->config;
  settings.packs.clear();
  for (const std::string& pack : project->packs)
    if (!is_typed_pack(flags, pack)) settings.packs.push_back(pack);
  settings.packs.insert(settings.packs.end(), flags.packs.begin(), flags.packs.end());
  take(config.default_packs, is_typed(flags, "--no-default-packs"), settings.default_packs);
  take(config.fail_on, is_typed(flags, "--fail-on"), settings.fail_on);
  take(config.require_reason, is_typed(flags, "--require-reason"), settings.require_reason);
  take(config.max_file_size, is_typed(flags, "--max-file-size"), settings.max_file_size);
  take(config.jurisdictions, is_typed(flags, "--jurisdiction"), settings.jurisdictions);
  if (!is_typed(flags, "--baseline")) settings.baseline = project->baseline;
  take(config.profile, is_typed(flags, "--profile"), settings.profile);
  for (const std::size_t at : overrides_for(config, path))
    take(config.overrides[at].profile, is_typed(flags, "--profile"), settings.profile);
  return settings;
}

Settings settings_at(const Settings& flags, const std::string& path, Exit& exit) {
  Projects projects{flags};
  const Location location = locate(path);
  const Project* project = project_in(projects, location.folder);
  exit = worse(exit, projects.exit);
  return settings_in(flags, project, project == nullptr ? "" : path_in(*project, location));
}

}  // namespace caveat
