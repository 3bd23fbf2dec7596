// The compiler format that vim, Emacs, Kakoune, VS Code and CI problem matchers already read:
//   path:line:col: severity: message [rule]
// Columns are 1-based UTF-8 bytes if nothing else is asked for. A range in the first line would be
// read as another line by Emacs, so only where a diagnostic starts is printed.
#include <fmt/format.h>

#include "report/excerpt.hpp"
#include "report/formats.hpp"
#include "report/paint.hpp"
#include "report/place.hpp"

namespace caveat {

namespace {

struct Page {
  const Source& source;
  Ruler ruler;
  std::string path;  ///< printable
  const ReportStyle& style;
  std::string& out;
};

/// A file may be called "::error::x", which a GitHub runner takes for a command when only blanks,
/// Unicode's among them, stand before it on the line.
std::string printable_path(std::string_view path) {
  std::string shown = printable(path);
  const std::size_t at = shown.find("::");
  if (at == std::string::npos) return shown;
  for (std::size_t i = 0; i < at; ++i)
    if (shown[i] > ' ') return shown;
  return shown.replace(at, 1, "\\x3A");
}

/// Messages quote the text, which may run over a line end; a message is one line.
std::string one_line(std::string_view message) {
  std::string line;
  for (const char c : message) {
    const bool blank = c == '\n' || c == '\r' || c == '\t';
    if (!blank)
      line += c;
    else if (line.empty() || line.back() != ' ')
      line += ' ';
  }
  return printable(line);
}

void append_head(const Page& page, Span span, Severity severity, std::string_view message) {
  const LinePlace place = place_on(page.ruler, within(page.source, span).begin);
  const Color color = page.style.color;
  paint(color, Ink::place, fmt::format("{}:{}:{}:", page.path, place.line, place.column), page.out);
  page.out += ' ';
  paint(color, ink_of(severity), fmt::format("{}: ", name_of(severity)), page.out);
  page.out += one_line(message);
}

void append_remark(const Page& page, Span span, std::string_view message) {
  append_head(page, span, Severity::note, message);
  page.out += '\n';
}

void append_note(const Page& page, const Diagnostic& diagnostic, const Note& note) {
  append_remark(page, note.span.value_or(diagnostic.span), note.message);
  const bool elsewhere = note.span && *note.span != diagnostic.span;
  if (elsewhere && page.style.excerpt == Excerpt::on)
    append_excerpt(page.source, *note.span, page.style.color, page.out);
}

void append_edit(const Page& page, const Edit& edit) {
  const Span span = within(page.source, edit.span);
  if (edit.text.empty())
    append_remark(page, span, fmt::format("remove \"{}\"", slice(page.source, span)));
  else if (empty(span))
    append_remark(page, span, fmt::format("insert \"{}\"", edit.text));
  else
    append_remark(page, span, fmt::format("replace with \"{}\"", edit.text));
}

void append_diagnostic(const Page& page, const Diagnostic& diagnostic) {
  append_head(page, diagnostic.span, diagnostic.severity, diagnostic.message);
  if (!diagnostic.rule.empty()) {
    page.out += " [";
    std::string rule;
    paint(page.style.color, ink_of(diagnostic.severity), printable(diagnostic.rule), rule);
    link(page.style.links, diagnostic.url, rule, page.out);
    page.out += ']';
  }
  page.out += '\n';
  if (page.style.excerpt == Excerpt::on)
    append_excerpt(page.source, diagnostic.span, page.style.color, page.out);
  for (const Note& note : diagnostic.notes) append_note(page, diagnostic, note);
  for (const Fix& fix : diagnostic.fixes)
    for (const Edit& edit : fix.edits) append_edit(page, edit);
}

}  // namespace

void gcc_file(const FileReport& file, const ReportStyle& style, std::string& out) {
  const Page page{*file.source, make_ruler(*file.source, style.column_unit),
                  printable_path(file.source->path), style, out};
  for (const Diagnostic& diagnostic : file.diagnostics) append_diagnostic(page, diagnostic);
}

}  // namespace caveat
