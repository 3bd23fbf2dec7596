// Our own JSON, version 1 of the contract in docs/architecture.md: one document, of which each
// diagnostic is a line of its own so that it can be written while files are still being linted, or
// these lines alone (jsonl).
#include <fmt/format.h>

#include "report/formats.hpp"
#include "report/json_text.hpp"
#include "report/place.hpp"

#ifndef CAVEAT_VERSION
#define CAVEAT_VERSION "0.0.0"
#endif

namespace caveat {

namespace {

void put_span(const Ruler& ruler, Span given, Json& json) {
  const Span span = within(ruler.source, given);
  const LinePlace begin = place_on(ruler, span.begin);
  const LinePlace end = place_on(ruler, span.end);
  json["line"] = begin.line;
  json["column"] = begin.column;
  json["endLine"] = end.line;
  json["endColumn"] = end.column;
  json["offset"] = span.begin;
  json["length"] = size(span);
}

Json note_json(const Ruler& ruler, const Note& note) {
  Json json = {{"message", note.message}};
  if (note.span) put_span(ruler, *note.span, json);
  return json;
}

Json edit_json(const Edit& edit) {
  return {{"offset", edit.span.begin}, {"length", size(edit.span)}, {"text", edit.text}};
}

Json fix_json(const Fix& fix) {
  Json json = {{"description", fix.description}, {"safe", fix.safety == FixSafety::safe}};
  json["edits"] = Json::array();
  for (const Edit& edit : fix.edits) json["edits"].push_back(edit_json(edit));
  return json;
}

Json diagnostic_json(const Ruler& ruler, const Diagnostic& diagnostic) {
  Json json = {{"file", ruler.source.path}};
  put_span(ruler, diagnostic.span, json);
  json["severity"] = name_of(diagnostic.severity);
  json["rule"] = diagnostic.rule;
  json["category"] = diagnostic.category;
  json["message"] = diagnostic.message;
  json["notes"] = Json::array();
  for (const Note& note : diagnostic.notes) json["notes"].push_back(note_json(ruler, note));
  json["fixes"] = Json::array();
  for (const Fix& fix : diagnostic.fixes) json["fixes"].push_back(fix_json(fix));
  json["url"] = diagnostic.url;
  return json;
}

}  // namespace

void json_open(const ReportStyle& style, std::string& out) {
  const Json tool = {{"name", "caveat"}, {"version", CAVEAT_VERSION}};
  out += "{\"version\":1,\"tool\":" + written(tool);
  if (style.column_unit != ColumnUnit::byte)
    out += fmt::format(",\"columnUnit\":\"{}\"",
                       column_unit_names[static_cast<std::size_t>(style.column_unit)]);
  out += ",\"diagnostics\":[\n";
}

void json_file(const FileReport& file, const ReportStyle& style, std::string& out) {
  const Ruler ruler = make_ruler(*file.source, style.column_unit);
  std::string_view between;
  for (const Diagnostic& diagnostic : file.diagnostics) {
    out += between;
    out += written(diagnostic_json(ruler, diagnostic));
    between = ",\n";
  }
}

void json_close(const Counts& counts, std::string& out) {
  const Json summary = {{"files", counts.files},   {"filesWithDiagnostics", counts.files_with_any},
                        {"errors", counts.errors}, {"warnings", counts.warnings},
                        {"notes", counts.notes},   {"suppressed", counts.suppressed}};
  out += "\n],\"summary\":" + written(summary) + "}\n";
}

void jsonl_file(const FileReport& file, const ReportStyle& style, std::string& out) {
  const Ruler ruler = make_ruler(*file.source, style.column_unit);
  for (const Diagnostic& diagnostic : file.diagnostics)
    out += written(diagnostic_json(ruler, diagnostic)) + '\n';
}

}  // namespace caveat
