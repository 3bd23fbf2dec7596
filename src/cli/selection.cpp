#include "cli/selection.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace fs = std::filesystem;

namespace caveat {

namespace {

std::string told(const Project& project, const char* key, const PlacedGlob& glob) {
  const Place at = place_of(project.source, glob.place.begin);
  return fmt::format("{} \"{}\" ({}:{}:{})", key, glob.text, project.source.path, at.line,
                     at.column);
}

/// Of a file: that it is not among what is included.
std::string why_not_included(const Project& project, const std::string& path) {
  const Globs& include = project.config.include;
  if (include.empty() || covering(include, path, false) != nullptr) return "";
  return fmt::format("no glob of include covers it ({})", project.source.path);
}

/// By what the project says of this very path, whatever it says of the folders above.
std::string why_skipped(const Project& project, const std::string& path, bool is_folder) {
  for (const PlacedGlob& glob : project.config.exclude)
    if (matches(glob.glob, path, is_folder)) return told(project, "exclude", glob);
  return is_folder ? "" : why_not_included(project, path);
}

/// Folders from the top down, each by the project in which it lies, as a walk would go.
std::string why_excluded(Selection& selection, const Location& location, bool is_folder) {
  const Project* project = project_in(selection.projects, location.folder);
  if (project == nullptr || location.name.empty()) return "";
  std::string why = why_excluded(selection, locate(location.folder), true);
  if (!why.empty()) return why;
  const std::string path = path_in(*project, location);
  return path.empty() ? "" : why_skipped(*project, path, is_folder);
}

bool git_ignores(Selection& selection, const Location& location, bool is_folder) {
  return !location.name.empty() && is_ignored(*selection.ignores, location.folder, location.name,
                                              is_folder, selection.complaints);
}

bool lies_in_open_folder(const Selection& selection, const std::string& folder) {
  return std::ranges::any_of(selection.open_folders, [&](const std::string& open) {
    return folder == open || folder.starts_with(open + '/');
  });
}

/// What a walk came across, whose folder was taken.
bool is_skipped(Selection& selection, const std::string& path, bool is_folder) {
  const Location location = locate(path);
  const Project* project = project_in(selection.projects, location.folder);
  if (project != nullptr && !why_skipped(*project, path_in(*project, location), is_folder).empty())
    return true;
  return !lies_in_open_folder(selection, location.folder) &&
         git_ignores(selection, location, is_folder);
}

/// Who names a folder that git ignores means what is in it.
void open_if_ignored(Selection& selection, const std::string& path) {
  const Location location = locate(path);
  if (git_ignores(selection, location, true))
    selection.open_folders.push_back((fs::path(location.folder) / location.name).string());
}

}  // namespace

std::string why_left_out(Selection& selection, const std::string& path, bool is_folder) {
  const Location location = locate(path);
  const std::string why = why_excluded(selection, location, is_folder);
  if (!why.empty()) return why;
  return git_ignores(selection, location, is_folder) ? "git ignores it" : "";
}

Selected select_files(Selection& selection, std::vector<std::string>& complaints) {
  const Settings& settings = selection.projects.settings;
  Selected selected;
  std::vector<std::string> named;
  for (const std::string& path : settings.operands) {
    std::error_code unknown;
    const bool is_folder = path != "-" && fs::is_directory(path, unknown);
    if (settings.force_exclude && path != "-" &&
        !why_left_out(selection, path, is_folder).empty()) {
      ++selected.left_out;
      continue;
    }
    if (is_folder) open_if_ignored(selection, path);
    named.push_back(path);
  }
  const auto skips = [&](const std::string& path, bool is_folder) {
    return is_skipped(selection, path, is_folder);
  };
  selected.paths = list_files(named, is_text, complaints, skips);
  complaints.insert(complaints.end(), selection.complaints.begin(), selection.complaints.end());
  return selected;
}

}  // namespace caveat
