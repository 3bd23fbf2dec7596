// reviewdog's formats: one document (rdjson), or a line a finding (rdjsonl). Their columns are
// UTF-8 bytes, the end past the last one, whatever --column-unit asks of other formats.
#include <utility>

#include "report/formats.hpp"
#include "report/json_text.hpp"
#include "report/place.hpp"
#include "report/platform.hpp"

namespace caveat {

namespace {

const char* severity_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "ERROR";
    case Severity::warning:
      return "WARNING";
    case Severity::note:
      break;
  }
  return "INFO";
}

struct Page {
  Ruler ruler;
  std::string path;
};

Json position_json(const Page& page, std::uint32_t offset) {
  const LinePlace place = place_on(page.ruler, offset);
  return {{"line", place.line}, {"column", place.column}};
}

Json range_json(const Page& page, Span given) {
  const Span span = within(page.ruler.source, given);
  return {{"start", position_json(page, span.begin)}, {"end", position_json(page, span.end)}};
}

Json location_json(const Page& page, Span span) {
  return {{"path", page.path}, {"range", range_json(page, span)}};
}

/// A suggestion is one range: a fix of several edits cannot be told.
Json suggestions_json(const Page& page, const Diagnostic& diagnostic) {
  Json json = Json::array();
  for (const Fix& fix : diagnostic.fixes)
    if (fix.edits.size() == 1)
      json.push_back({{"range", range_json(page, fix.edits[0].span)}, {"text", fix.edits[0].text}});
  return json;
}

Json related_json(const Page& page, const Diagnostic& diagnostic) {
  Json json = Json::array();
  for (const Note& note : diagnostic.notes)
    if (note.span)
      json.push_back({{"message", note.message}, {"location", location_json(page, *note.span)}});
  return json;
}

Json diagnostic_json(const Page& page, const Diagnostic& diagnostic) {
  Json code = {{"value", diagnostic.rule}};
  if (!diagnostic.url.empty()) code["url"] = diagnostic.url;
  Json json = {{"message", full_message(diagnostic)},
               {"location", location_json(page, diagnostic.span)},
               {"severity", severity_of(diagnostic.severity)},
               {"source", {{"name", "caveat"}}},
               {"code", code},
               {"suggestions", suggestions_json(page, diagnostic)}};
  // reviewdog 0.17 refuses a report with a name that it does not know.
  if (Json related = related_json(page, diagnostic); !related.empty())
    json["relatedLocations"] = std::move(related);
  return json;
}

void append_lines(const FileReport& file, const ReportStyle& style, std::string_view between,
                  std::string& out) {
  const Page page{make_ruler(*file.source, ColumnUnit::byte),
                  path_from_root(style, file.source->path)};
  std::string_view before;
  for (const Diagnostic& diagnostic : file.diagnostics) {
    out += before;
    out += written(diagnostic_json(page, diagnostic));
    before = between;
  }
}

}  // namespace

void rdjson_open(const ReportStyle&, std::string& out) {
  out += "{\"source\":{\"name\":\"caveat\"},\"diagnostics\":[\n";
}

void rdjson_file(const FileReport& file, const ReportStyle& style, std::string& out) {
  append_lines(file, style, ",\n", out);
}

void rdjson_close(const Counts&, std::string& out) {
  out += "\n]}\n";
}

void rdjsonl_file(const FileReport& file, const ReportStyle& style, std::string& out) {
  append_lines(file, style, "\n", out);
  out += '\n';
}

}  // namespace caveat
