// SARIF 2.1.0 as GitHub code scanning takes it: rules with their help, four fields to a region,
// places from the root of the repository, and the fingerprint that its upload action would make.
// GitHub keeps 5,000 results of a run, so the gravest are told and a notification says how many
// were left. A column counts UTF-16 or code points, never bytes: the format has no word for them.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "report/formats.hpp"
#include "report/json_text.hpp"
#include "report/line_hash.hpp"
#include "report/place.hpp"
#include "report/platform.hpp"

#ifndef CAVEAT_VERSION
#define CAVEAT_VERSION "0.0.0"
#endif

namespace caveat {

namespace {

constexpr std::size_t most_results = 5000;
constexpr std::size_t longest_description = 1024;

struct Found {
  const FileReport* file = nullptr;
  const Diagnostic* diagnostic = nullptr;
};

ColumnUnit unit_of(const ReportStyle& style) {
  return style.column_unit == ColumnUnit::code_point ? ColumnUnit::code_point : ColumnUnit::utf16;
}

const char* level_of(Severity severity) {
  return name_of(severity);  // "note", "warning" and "error" are SARIF's words too
}

const char* problem_of(Severity severity) {
  return severity == Severity::note ? "recommendation" : name_of(severity);
}

/// RFC 3986: what may stand in a path stays.
std::string percent_encoded(std::string_view path) {
  constexpr std::string_view kept = "-._~/!$&'()*+,;=@";
  std::string uri;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       kept.find(c) != std::string_view::npos;
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

Json artifact_json(const ReportStyle& style, std::string_view path) {
  const std::string told = path_from_root(style, path);
  if (told.starts_with('/')) return {{"uri", "file://" + percent_encoded(told)}};
  return {{"uri", percent_encoded(told)}, {"uriBaseId", "ROOT"}};
}

Json region_json(const Ruler& ruler, Span given) {
  const Span span = within(ruler.source, given);
  const LinePlace begin = place_on(ruler, span.begin);
  const LinePlace end = place_on(ruler, span.end);
  return {{"startLine", begin.line},
          {"startColumn", begin.column},
          {"endLine", end.line},
          {"endColumn", end.column}};
}

Json location_json(const Ruler& ruler, const ReportStyle& style, Span span) {
  return {{"physicalLocation",
           {{"artifactLocation", artifact_json(style, ruler.source.path)},
            {"region", region_json(ruler, span)}}}};
}

Json related_json(const Ruler& ruler, const ReportStyle& style, const Diagnostic& diagnostic) {
  Json related = Json::array();
  for (const Note& note : diagnostic.notes) {
    if (!note.span) continue;
    Json location = location_json(ruler, style, *note.span);
    location["id"] = related.size() + 1;
    location["message"] = {{"text", note.message}};
    related.push_back(std::move(location));
  }
  return related;
}

Json fix_json(const Ruler& ruler, const ReportStyle& style, const Fix& fix) {
  Json replacements = Json::array();
  for (const Edit& edit : fix.edits)
    replacements.push_back({{"deletedRegion", region_json(ruler, edit.span)},
                            {"insertedContent", {{"text", edit.text}}}});
  const Json change = {{"artifactLocation", artifact_json(style, ruler.source.path)},
                       {"replacements", std::move(replacements)}};
  return {{"description", {{"text", fix.description}}}, {"artifactChanges", Json::array({change})}};
}

Json fixes_json(const Ruler& ruler, const ReportStyle& style, const Diagnostic& diagnostic) {
  Json fixes = Json::array();
  for (const Fix& fix : diagnostic.fixes)
    if (!fix.edits.empty()) fixes.push_back(fix_json(ruler, style, fix));
  return fixes;
}

/// What is the same for all findings of a file.
struct FileFacts {
  Ruler ruler;
  std::vector<std::string> hashes;
};

Json result_json(const Found& found, const FileFacts& facts, const ReportStyle& style,
                 std::size_t rule) {
  const Diagnostic& diagnostic = *found.diagnostic;
  const auto line = place_on(facts.ruler, within(facts.ruler.source, diagnostic.span).begin).line;
  Json result = {{"ruleId", diagnostic.rule},
                 {"ruleIndex", rule},
                 {"level", level_of(diagnostic.severity)},
                 {"message", {{"text", full_message(diagnostic)}}},
                 {"locations", Json::array({location_json(facts.ruler, style, diagnostic.span)})}};
  if (line <= facts.hashes.size())
    result["partialFingerprints"] = {{"primaryLocationLineHash", facts.hashes[line - 1]}};
  if (Json related = related_json(facts.ruler, style, diagnostic); !related.empty())
    result["relatedLocations"] = std::move(related);
  if (Json fixes = fixes_json(facts.ruler, style, diagnostic); !fixes.empty())
    result["fixes"] = std::move(fixes);
  return result;
}

std::string cut(std::string text) {
  if (text.size() <= longest_description) return text;
  std::size_t end = longest_description - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

std::string markdown_help(const RuleInfo& info) {
  return info.url.empty() ? info.help : fmt::format("{}\n\n<{}>", info.help, info.url);
}

/// GitHub takes no empty text, so what a rule does not say of itself its summary says again.
Json rule_json(RuleInfo info) {
  if (info.summary.empty()) info.summary = info.id;
  if (info.help.empty()) info.help = info.summary;
  Json rule = {{"id", info.id},
               {"name", info.id},
               {"shortDescription", {{"text", cut(info.summary)}}},
               {"fullDescription", {{"text", cut(info.help)}}},
               {"help", {{"text", info.help}, {"markdown", markdown_help(info)}}},
               {"defaultConfiguration", {{"level", level_of(info.severity)}}},
               {"properties",
                {{"precision", "high"},
                 {"problem.severity", problem_of(info.severity)},
                 {"tags", Json::array({"health", info.category})}}}};
  if (!info.url.empty()) rule["helpUri"] = info.url;
  return rule;
}

RuleInfo info_of(const ReportStyle& style, const Diagnostic& diagnostic) {
  const auto info = std::ranges::find(style.rules, diagnostic.rule, &RuleInfo::id);
  if (info != style.rules.end()) return *info;
  return {diagnostic.rule, diagnostic.category, "", "", diagnostic.url, diagnostic.severity};
}

/// The gravest first, if not all can be told; else by file and place.
std::vector<Found> told_of(std::span<const FileReport> files) {
  std::vector<Found> found;
  for (const FileReport& file : files)
    for (const Diagnostic& diagnostic : file.diagnostics) found.push_back({&file, &diagnostic});
  if (found.size() <= most_results) return found;
  std::ranges::stable_sort(found, std::greater{},
                           [](const Found& one) { return one.diagnostic->severity; });
  found.resize(most_results);
  return found;
}

/// Index of each rule that has results, in order of id.
std::map<std::string_view, std::size_t> indices_of(const std::vector<Found>& told, Json& rules,
                                                   const ReportStyle& style) {
  std::map<std::string_view, std::size_t> indices;
  for (const Found& found : told) indices.emplace(found.diagnostic->rule, 0);
  for (auto& [id, index] : indices) {
    index = rules.size();
    const auto first = std::ranges::find(
        told, id, [](const Found& one) -> std::string_view { return one.diagnostic->rule; });
    rules.push_back(rule_json(info_of(style, *first->diagnostic)));
  }
  return indices;
}

Json results_json(const std::vector<Found>& told, const ReportStyle& style,
                  const std::map<std::string_view, std::size_t>& rules) {
  Json results = Json::array();
  std::map<const FileReport*, FileFacts> facts;
  for (const Found& found : told) {
    auto& file =
        facts
            .try_emplace(found.file, FileFacts{make_ruler(*found.file->source, unit_of(style)), {}})
            .first->second;
    if (file.hashes.empty()) file.hashes = line_hashes(*found.file->source);
    results.push_back(result_json(found, file, style, rules.at(found.diagnostic->rule)));
  }
  return results;
}

/// Says what was left out.
Json invocation_json(std::size_t left) {
  Json invocation = {{"executionSuccessful", true}};
  if (left > 0)
    invocation["toolExecutionNotifications"] = Json::array(
        {{{"level", "warning"},
          {"message", {{"text", fmt::format("{} more findings were left out", left)}}}}});
  return invocation;
}

std::size_t number_of(std::span<const FileReport> files) {
  std::size_t number = 0;
  for (const FileReport& file : files) number += file.diagnostics.size();
  return number;
}

}  // namespace

void sarif_whole(std::span<const FileReport> files, const ReportStyle& style, std::string& out) {
  const auto told = told_of(files);
  Json rules = Json::array();
  const auto indices = indices_of(told, rules, style);
  Json run;
  run["tool"]["driver"] = {
      {"name", "caveat"}, {"semanticVersion", CAVEAT_VERSION}, {"rules", std::move(rules)}};
  run["columnKind"] = unit_of(style) == ColumnUnit::utf16 ? "utf16CodeUnits" : "unicodeCodePoints";
  run["originalUriBaseIds"]["ROOT"]["description"]["text"] = "the root of the work tree";
  run["invocations"] = Json::array({invocation_json(number_of(files) - told.size())});
  run["results"] = results_json(told, style, indices);
  const Json document = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                         {"version", "2.1.0"},
                         {"runs", Json::array({std::move(run)})}};
  out += written(document) + '\n';
}

}  // namespace caveat
