// .caveat.toml to Config, key by key. The readers of packs report under "pack/…"; what they say of
// this file is renamed at the end.
#include <algorithm>
#include <array>
#include <string>

#include "config/config.hpp"
#include "config/size.hpp"
#include "diagnostic/quoted.hpp"
#include "pack/fields.hpp"
#include "pack/problem.hpp"
#include "pack/suggest.hpp"
#include "pack/toml_tree.hpp"
#include "pack/words.hpp"
#include "text/utf8.hpp"

namespace caveat {
namespace {

constexpr Word<Verdict> threshold_words[] = {{"note", Severity::note},
                                             {"warning", Severity::warning},
                                             {"error", Severity::error},
                                             {"never", std::nullopt}};
constexpr Word<Verdict> verdict_words[] = {{"note", Severity::note},
                                           {"warning", Severity::warning},
                                           {"error", Severity::error},
                                           {"off", std::nullopt}};
constexpr Word<Jurisdiction> jurisdiction_words[] = {{"us", Jurisdiction::us},
                                                     {"uk", Jurisdiction::uk},
                                                     {"eu", Jurisdiction::eu},
                                                     {"au", Jurisdiction::au}};
constexpr Word<Profile> profile_words[] = {{profile_names[0].data(), Profile::marketing},
                                           {profile_names[1].data(), Profile::editorial},
                                           {profile_names[2].data(), Profile::clinical}};

template <typename Value>
Setting<Value> read_choice(Fields& fields, std::string_view key,
                           std::span<const Word<Value>> words) {
  const auto value = read_word<Value>(fields, key, Need::optional, words);
  if (!value) return std::nullopt;
  fields.asked.pop_back();  // find_field notes each question
  return Given<Value>{*value, find_field(fields, key, Need::optional)->origin.span};
}

Setting<bool> read_switch(Fields& fields, std::string_view key) {
  const TomlValue* value = find_kind(fields, key, Need::optional, TomlKind::boolean);
  if (value == nullptr) return std::nullopt;
  return Given<bool>{value->number != 0, value->origin.span};
}

/// 1048576 or "1M".
Setting<std::uint64_t> read_size(Fields& fields, std::string_view key) {
  const TomlValue* value = find_field(fields, key, Need::optional);
  if (value == nullptr) return std::nullopt;
  if (value->kind != TomlKind::string && value->kind != TomlKind::integer) {
    report_kind(*value, quoted(key), "a size such as \"64M\"", fields.problems);
    return std::nullopt;
  }
  const auto size = size_named(value->text.value);
  if (size) return Given<std::uint64_t>{*size, value->origin.span};
  report(fields.problems, value->origin, "bad-size",
         quoted(key) + " must be below 4G, in bytes or as in \"64M\"");
  return std::nullopt;
}

void refuse_repeats(const std::vector<Text>& names, Problems& problems) {
  for (auto at = names.begin(); at != names.end(); ++at)
    if (std::find_if(names.begin(), at, [&](auto& n) { return n.value == at->value; }) != at)
      report(problems, at->origin, "repeated", quoted(at->value) + " stands in this list twice");
}

/// The names of a list that is not too long to be compared each with each.
std::vector<Text> read_list(Fields& fields, std::string_view key) {
  std::vector<Text> names = read_texts(fields, key, Need::optional);
  if (names.size() > most_globs) {
    report(fields.problems, names[most_globs].origin, "too-many",
           quoted(key) + " has more than " + std::to_string(most_globs) + " entries");
    names.resize(most_globs);
  }
  refuse_repeats(names, fields.problems);
  return names;
}

Globs read_globs(Fields& fields, std::string_view key) {
  Globs globs;
  for (const Text& text : read_list(fields, key)) {
    GlobMistake mistake;
    auto glob = make_glob(text.value, mistake);
    if (glob)
      globs.push_back({text.value, text.origin.span, std::move(*glob)});
    else
      report(fields.problems, place_in(text, mistake.place), "bad-glob", mistake.message);
  }
  return globs;
}

/// jurisdiction = ["us", "eu"]
Setting<Jurisdictions> read_jurisdictions(Fields& fields, std::string_view key) {
  const std::vector<Text> names = read_list(fields, key);
  fields.asked.pop_back();  // find_field notes each question
  const TomlValue* list = find_field(fields, key, Need::optional);
  if (list == nullptr || list->kind != TomlKind::array) return std::nullopt;
  unsigned named = 0;
  for (const Text& name : names) {
    if (const auto one = value_named<Jurisdiction>(jurisdiction_words, name.value))
      named |= bit_of(*one);
    else
      report_word(name, key, names_of<Jurisdiction>(jurisdiction_words), fields.problems);
  }
  return Given<Jurisdictions>{static_cast<Jurisdictions>(named), list->origin.span};
}

/// Why a path of a pack or baseline is not taken, by its letters alone; empty if it is.
std::string objection_to_path(const std::string& path) {
  if (path.empty()) return "this path is empty";
  if (path.find('\0') != std::string::npos) return "no path holds a NUL";
  if (path.starts_with('/')) return "paths are relative to the folder of this file";
  const std::string framed = '/' + path + '/';
  if (framed.find("/../") != std::string::npos)
    return "paths lead to what lies in the folder of this file, not outside it";
  return "";
}

std::vector<Text> read_paths(Fields& fields, std::string_view key) {
  std::vector<Text> paths = read_list(fields, key);
  std::erase_if(paths, [&](const Text& path) {
    const std::string why_not = objection_to_path(path.value);
    if (!why_not.empty()) report(fields.problems, path.origin, "bad-path", why_not);
    return !why_not.empty();
  });
  return paths;
}

Setting<std::string> read_path(Fields& fields, std::string_view key) {
  const TomlValue* value = find_kind(fields, key, Need::optional, TomlKind::string);
  if (value == nullptr) return std::nullopt;
  const std::string why_not = objection_to_path(value->text.value);
  if (why_not.empty()) return Given<std::string>{value->text.value, value->origin.span};
  report(fields.problems, value->origin, "bad-path", why_not);
  return std::nullopt;
}

/// One rule of a table "severity".
void read_rule_choice(const TomlMember& member, RuleChoices& choices, Problems& problems) {
  const TomlValue& value = member.value;
  if (value.kind == TomlKind::table)
    report(problems, member.key.origin, "wrong-type",
           "a rule stands in quotes: \"" + member.key.value + "/\u2026\" = \"off\"");
  else if (value.kind != TomlKind::string)
    report_kind(value, quoted(member.key.value), "a string", problems);
  else if (const auto verdict = value_named<Verdict>(verdict_words, value.text.value))
    choices.push_back({member.key, *verdict});
  else
    report_word(value.text, member.key.value, names_of<Verdict>(verdict_words), problems);
}

/// severity = { "kratom/efficacy" = "note" } or [severity].
RuleChoices read_choices(Fields& fields, std::string_view key) {
  RuleChoices choices;
  const TomlValue* table = find_kind(fields, key, Need::optional, TomlKind::table);
  if (table == nullptr) return choices;
  for (const TomlMember& member : table->members) {
    if (&member - table->members.data() == most_choices) {
      report(fields.problems, member.key.origin, "too-many",
             quoted(key) + " has more than " + std::to_string(most_choices) + " entries");
      break;
    }
    read_rule_choice(member, choices, fields.problems);
  }
  return choices;
}

ConfigOverride read_override(const TomlValue& table, Problems& problems) {
  Fields fields{table, "[[override]]", problems};
  ConfigOverride read;
  read.place = table.origin.span;
  const std::size_t before = problems.size();
  read.files = read_globs(fields, "files");
  if (read.files.empty() && problems.size() == before)
    report(problems, table.origin, "missing-key", "[[override]] has no \"files\"");
  read.severity = read_choices(fields, "severity");
  read.profile = read_choice<Profile>(fields, "profile", profile_words);
  refuse_others(fields);
  return read;
}

std::vector<ConfigOverride> read_overrides(Fields& fields) {
  std::vector<ConfigOverride> overrides;
  const TomlValue* list = find_field(fields, "override", Need::optional);
  if (list == nullptr) return overrides;
  if (list->kind != TomlKind::array)
    report_kind(*list, "\"override\"", "written as [[override]]", fields.problems);
  if (list->kind == TomlKind::table) overrides.push_back(read_override(*list, fields.problems));
  for (const TomlValue& item : list->items) {
    if (overrides.size() == most_overrides) {
      report(fields.problems, item.origin, "too-many",
             "there are more than " + std::to_string(most_overrides) + " [[override]]");
      break;
    }
    if (item.kind == TomlKind::table)
      overrides.push_back(read_override(item, fields.problems));
    else
      report_kind(item, "[[override]]", "a table", fields.problems);
  }
  return overrides;
}

Config read_root(Fields fields) {
  Config config;
  config.packs = read_paths(fields, "packs");
  config.default_packs = read_switch(fields, "default-packs");
  config.enable_packs = read_list(fields, "enable-packs");
  config.disable_packs = read_list(fields, "disable-packs");
  config.profile = read_choice<Profile>(fields, "profile", profile_words);
  config.jurisdictions = read_jurisdictions(fields, "jurisdiction");
  config.baseline = read_path(fields, "baseline");
  config.fail_on = read_choice<Verdict>(fields, "fail-on", threshold_words);
  config.require_reason = read_switch(fields, "require-reason");
  config.max_file_size = read_size(fields, "max-file-size");
  config.include = read_globs(fields, "include");
  config.exclude = read_globs(fields, "exclude");
  config.severity = read_choices(fields, "severity");
  config.overrides = read_overrides(fields);
  refuse_others(fields);
  return config;
}

TomlValue read_tree(const Source& source, Problems& problems) {
  if (source.bytes.size() > largest_config) {
    report(problems, {}, "too-large", "this file is larger than 64K");
    return {};
  }
  const auto bad = invalid_utf8(source.bytes);
  if (bad.empty()) return read_toml(source, 0, problems);
  report(problems, {0, bad.front()}, "not-utf8", "this file is not UTF-8");
  return {};
}

std::vector<Diagnostic> renamed(Problems problems) {
  std::vector<Diagnostic> mistakes;
  constexpr std::string_view of_packs = "pack/";
  for (auto& [source, mistake] : problems) {
    mistake.rule = "config/" + mistake.rule.substr(of_packs.size());
    mistake.category = "config";
    mistakes.push_back(std::move(mistake));
  }
  std::ranges::stable_sort(mistakes, {}, [](const Diagnostic& d) { return d.span.begin; });
  return mistakes;
}

}  // namespace

Config read_config(const Source& source, std::vector<Diagnostic>& mistakes) {
  Problems problems;
  const TomlValue root = read_tree(source, problems);
  Config config = read_root({root, std::string(config_name), problems});
  std::ranges::move(renamed(std::move(problems)), std::back_inserter(mistakes));
  return config;
}

}  // namespace caveat
