#include "cli/packs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <set>

#include "cli/files.hpp"
#include "image/image.hpp"
#include "pack/embedded.hpp"
#include "pack/load.hpp"

namespace fs = std::filesystem;

namespace caveat {

namespace {

constexpr std::uint64_t largest_pack = std::uint64_t{64} << 20;  ///< bytes of one file

/// The name under [pack], read by eye: only to see which built-in pack another one replaces. A
/// name that this misses is found by load_packs as a duplicate.
std::string name_in(std::string_view toml) {
  const std::size_t table = toml.find("[pack]");
  const std::size_t key = toml.find("\nname", table);
  if (table == std::string_view::npos || key == std::string_view::npos) return "";
  const std::size_t begin = toml.find('"', key);
  const std::size_t end = toml.find('"', begin + 1);
  if (begin == std::string_view::npos || end == std::string_view::npos) return "";
  return std::string(toml.substr(begin + 1, end - begin - 1));
}

/// "rules/en/" for "rules/en/pack.toml", whose pack is the whole folder; else the path itself.
std::string_view extent_of(std::string_view path) {
  constexpr std::string_view head = "pack.toml";
  return path.ends_with("/pack.toml") ? path.substr(0, path.size() - head.size()) : path;
}

std::vector<PackFile> built_in(const std::set<std::string>& replaced) {
  std::vector<std::string_view> left_out;
  for (const EmbeddedFile& file : embedded_packs())
    if (replaced.contains(name_in(file.bytes))) left_out.push_back(extent_of(file.path));
  std::vector<PackFile> files;
  for (const EmbeddedFile& file : embedded_packs()) {
    const auto covers = [&](std::string_view extent) { return file.path.starts_with(extent); };
    if (std::ranges::none_of(left_out, covers))
      files.push_back({std::string(file.path), std::string(file.bytes)});
  }
  return files;
}

/// One file of a folder that is a pack stands for the folder.
std::string whole_pack(const std::string& path) {
  std::error_code unknown;
  const fs::path folder = fs::path(path).parent_path();
  const bool is_part = path.ends_with(".toml") && fs::exists(folder / "pack.toml", unknown);
  if (!is_part) return path;
  return folder.empty() ? "." : folder.string();
}

std::vector<PackFile> read_own(const Settings& settings, std::vector<std::string>& complaints) {
  std::vector<PackFile> files;
  for (const std::string& path : pack_files(settings.packs, complaints)) {
    std::string complaint;
    auto bytes = read_file(path, largest_pack, complaint);
    if (bytes)
      files.push_back({path, std::move(*bytes)});
    else
      complaints.push_back(complaint);
  }
  return files;
}

bool is_mistake(const PackDiagnostic& found) {
  return found.diagnostic.severity != Severity::note;
}

}  // namespace

std::vector<std::string> pack_files(std::span<const std::string> paths,
                                    std::vector<std::string>& complaints) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    const std::string whole = whole_pack(path);
    const std::size_t said = complaints.size();
    const auto found = list_files(std::span(&whole, 1), is_pack, complaints);
    if (found.empty() && complaints.size() == said)
      complaints.push_back(fmt::format("no .toml file in '{}'", path));
    std::ranges::copy_if(found, std::back_inserter(files), [&](const std::string& file) {
      return std::ranges::find(files, file) == files.end();
    });
  }
  return files;
}

LoadedPacks load_in_force(const Settings& settings) {
  LoadedPacks loaded;
  std::vector<std::string> complaints;
  std::vector<PackFile> own = read_own(settings, complaints);
  std::set<std::string> names;
  for (const PackFile& file : own)
    if (const std::string name = name_in(file.bytes); !name.empty()) names.insert(name);
  std::vector<PackFile> files;
  if (settings.default_packs) files = built_in(names);
  std::ranges::move(own, std::back_inserter(files));

  std::vector<PackDiagnostic> mistakes;
  loaded.packs = load_packs(std::move(files), mistakes);
  loaded.rules = compile_rules(loaded.packs, mistakes);
  if (loaded.packs.packs.empty())
    complaints.emplace_back("no pack is in force, nothing is checked");

  std::string report;
  report_packs(loaded.packs, mistakes, settings.error_style, report);
  print_error(report);
  for (const std::string& complaint : complaints) complain(complaint);
  const bool sound = complaints.empty() && std::ranges::none_of(mistakes, is_mistake);
  loaded.exit = sound ? Exit::clean : Exit::trouble;
  return loaded;
}

LoadedRules load_rules(const Settings& settings) {
  const bool as_built = settings.default_packs && settings.packs.empty();
  if (const std::string_view image = embedded_image(); as_built && !image.empty()) {
    std::string mistake;
    if (RuleSetPtr rules = read_image(image, mistake)) return {std::move(rules), Exit::clean};
    complain("the compiled packs in this program are broken: " + mistake +
             "; their sources are read instead");
  }
  LoadedPacks loaded = load_in_force(settings);
  return {std::move(loaded.rules), loaded.exit};
}

void report_packs(const PackSet& packs, const std::vector<PackDiagnostic>& diagnostics,
                  const ReportStyle& style, std::string& out) {
  std::vector<FileReport> files(packs.sources.size());
  for (std::size_t i = 0; i < files.size(); ++i) files[i].source = &packs.sources[i];
  for (const PackDiagnostic& found : diagnostics)
    files.at(found.source).diagnostics.push_back(found.diagnostic);
  for (FileReport& file : files)
    std::ranges::stable_sort(file.diagnostics, {},
                             [](const Diagnostic& d) { return d.span.begin; });
  report_gcc(files, style, out);
}

}  // namespace caveat
