// caveat config: what holds for a file, and where that is said.
#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/plan.hpp"

namespace fs = std::filesystem;

namespace caveat {

namespace {

using Json = nlohmann::ordered_json;

/// `from` is "--profile", ".caveat.toml:3:1" or "default".
struct Row {
  std::string key;
  std::string value;
  std::string from;
};

struct Page {
  std::string file;
  std::string config;    ///< of the project; empty: none
  std::string left_out;  ///< why it would not be linted; empty: it would
  std::vector<Row> settings;
  std::vector<Row> rules;  ///< severities that some table names, those that count more first
};

struct Asked {
  const Settings& flags;
  const Project* project = nullptr;
  std::vector<std::size_t> overrides;
};

std::string place_in(const Project& project, Span span) {
  const Place at = place_of(project.source, span.begin);
  return fmt::format("{}:{}:{}", project.source.path, at.line, at.column);
}

std::string source_of(const Asked& asked, std::string_view flag, const Span* place) {
  if (is_typed(asked.flags, flag)) return std::string(flag);
  return place == nullptr ? "default" : place_in(*asked.project, *place);
}

/// The last place that says it: of the project, or of one of its overrides.
const Span* profile_place(const Asked& asked) {
  if (asked.project == nullptr) return nullptr;
  const Config& config = asked.project->config;
  const Span* place = config.profile ? &config.profile->place : nullptr;
  for (const std::size_t at : asked.overrides)
    if (config.overrides[at].profile) place = &config.overrides[at].profile->place;
  return place;
}

template <typename Value>
const Span* place_of_setting(const Asked& asked, Setting<Value> Config::*setting) {
  if (asked.project == nullptr) return nullptr;
  const auto& given = asked.project->config.*setting;
  return given ? &given->place : nullptr;
}

/// "us,eu", as --jurisdiction takes it.
std::string names_of(Jurisdictions asked) {
  std::string names;
  for (const Jurisdiction one :
       {Jurisdiction::us, Jurisdiction::uk, Jurisdiction::eu, Jurisdiction::au})
    if ((asked & bit_of(one)) != 0)
      names += fmt::format("{}{}", names.empty() ? "" : ",", name_of(one));
  return names.empty() ? "none" : names;
}

void add_values(const Asked& asked, const Settings& settings, std::vector<Row>& rows) {
  const auto add = [&](std::string key, std::string value, std::string_view flag,
                       const Span* place) {
    rows.push_back({std::move(key), std::move(value), source_of(asked, flag, place)});
  };
  add("profile", std::string(profile_names[static_cast<std::size_t>(settings.profile)]),
      "--profile", profile_place(asked));
  add("jurisdiction", names_of(settings.jurisdictions), "--jurisdiction",
      place_of_setting(asked, &Config::jurisdictions));
  add("baseline", settings.baseline.empty() ? "none" : settings.baseline, "--baseline",
      place_of_setting(asked, &Config::baseline));
  add("fail-on", settings.fail_on ? name_of(*settings.fail_on) : "never", "--fail-on",
      place_of_setting(asked, &Config::fail_on));
  add("require-reason", settings.require_reason ? "true" : "false", "--require-reason",
      place_of_setting(asked, &Config::require_reason));
  add("max-file-size", std::to_string(settings.max_file_size), "--max-file-size",
      place_of_setting(asked, &Config::max_file_size));
  add("default-packs", settings.default_packs ? "true" : "false", "--no-default-packs",
      place_of_setting(asked, &Config::default_packs));
}

/// Entries of a list of the project, each with its place.
void add_texts(const Asked& asked, const char* key, const std::vector<Text>& texts,
               std::vector<Row>& rows) {
  for (const Text& text : texts)
    rows.push_back({key, text.value, place_in(*asked.project, text.origin.span)});
}

void add_globs(const Asked& asked, const char* key, const Globs& globs, std::vector<Row>& rows) {
  for (const PlacedGlob& glob : globs)
    rows.push_back({key, glob.text, place_in(*asked.project, glob.place)});
}

void add_lists(const Asked& asked, std::vector<Row>& rows) {
  for (const std::string& pack : asked.flags.packs) rows.push_back({"pack", pack, "--pack"});
  if (asked.project == nullptr) return;
  const Config& config = asked.project->config;
  add_texts(asked, "pack", config.packs, rows);
  add_texts(asked, "enable-packs", config.enable_packs, rows);
  add_texts(asked, "disable-packs", config.disable_packs, rows);
  add_globs(asked, "include", config.include, rows);
  add_globs(asked, "exclude", config.exclude, rows);
}

void add_choices(const Asked& asked, const RuleChoices& choices, std::vector<Row>& rows) {
  for (const RuleChoice& choice : choices)
    rows.push_back({choice.name.value, std::string(name_of(choice.verdict)),
                    place_in(*asked.project, choice.name.origin.span)});
}

std::vector<Row> rules_of(const Asked& asked, std::string_view path) {
  std::vector<Row> rows;
  if (asked.project == nullptr) return rows;
  const Config& config = asked.project->config;
  for (auto at = asked.overrides.rbegin(); at != asked.overrides.rend(); ++at) {
    const ConfigOverride& one = config.overrides[*at];
    const PlacedGlob* glob = covering(one.files, path, false);
    rows.push_back({"[[override]]", glob->text, place_in(*asked.project, glob->place)});
    add_choices(asked, one.severity, rows);
  }
  if (!config.severity.empty()) rows.push_back({"severity", "", ""});
  add_choices(asked, config.severity, rows);
  return rows;
}

void append_rows(const std::vector<Row>& rows, std::string& out) {
  for (const Row& row : rows) {
    std::string line = fmt::format("  {:<28} {:<16} {}", row.key, row.value, row.from);
    line.erase(line.find_last_not_of(' ') + 1);
    out += printable(line) + '\n';
  }
}

std::string text_of(const Page& page) {
  std::string out = printable(page.file) + '\n';
  append_rows({{"linted", page.left_out.empty() ? "yes" : "no", page.left_out},
               {"config", page.config.empty() ? "none" : page.config, ""}},
              out);
  append_rows(page.settings, out);
  append_rows(page.rules, out);
  return out;
}

Json rows_json(const std::vector<Row>& rows) {
  Json list = Json::array();
  for (const Row& row : rows)
    if (!row.from.empty())
      list.push_back({{"key", row.key}, {"value", row.value}, {"from", row.from}});
  return list;
}

std::string json_of(const Page& page) {
  Json json = {{"version", 1}, {"file", page.file}};
  json["config"] = page.config.empty() ? Json(nullptr) : Json(page.config);
  json["linted"] = page.left_out.empty();
  json["why"] = page.left_out.empty() ? Json(nullptr) : Json(page.left_out);
  json["settings"] = rows_json(page.settings);
  json["severity"] = rows_json(page.rules);
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

bool is_folder(const std::string& path) {
  std::error_code unknown;
  return fs::is_directory(path, unknown);
}

}  // namespace

Exit run_config(const Settings& settings, Output& output) {
  Projects projects{settings};
  Selection selection{projects};
  const std::string file = settings.operands.empty() ? "." : settings.operands.front();
  const bool folder = is_folder(file);
  const std::string text = folder ? (fs::path(file) / "x").string() : file;  // some file in it
  const Location location = locate(text);
  Asked asked{settings, project_in(projects, location.folder), {}};
  const std::string inner = asked.project == nullptr ? "" : path_in(*asked.project, location);
  if (asked.project != nullptr && !folder)
    asked.overrides = overrides_for(asked.project->config, inner);
  const Plans plans = plan_files(std::span(&text, 1), selection);  // tells of mistakes in packs

  Page page{file,
            asked.project == nullptr ? "" : asked.project->source.path,
            why_left_out(selection, file, folder),
            {},
            rules_of(asked, inner)};
  add_values(asked, settings_in(settings, asked.project, inner), page.settings);
  add_lists(asked, page.settings);
  print(output, settings.config_json ? json_of(page) : text_of(page));
  for (const std::string& complaint : selection.complaints) complain(complaint);
  return worse(plans.exit, selection.complaints.empty() ? Exit::clean : Exit::trouble);
}

}  // namespace caveat
