#include "lint/touched.hpp"

#include <algorithm>

namespace caveat {
namespace {

/// Lines as bytes: from the first of them to the last; where lines were taken out, the line end
/// before the gap and the first byte after it.
Span bytes_of(const Source& source, const LineRange& lines) {
  const auto& starts = source.line_starts;
  const auto end = static_cast<std::uint32_t>(source.bytes.size());
  const auto start_of = [&](std::uint32_t line) {
    return line - 1 < starts.size() ? starts[line - 1] : end;
  };
  const auto first = start_of(std::max(lines.first, 1U));
  if (lines.last >= lines.first)
    return {first, lines.last < starts.size() ? starts[lines.last] : end};
  return {first == 0 ? 0 : first - 1, std::min(first + 1, end)};
}

bool touches(const std::vector<Span>& changed, Span span) {
  const auto at = std::ranges::lower_bound(changed, span.begin, {},
                                           [](Span one) { return one.end == 0 ? 0 : one.end - 1; });
  return at != changed.end() && at->begin < std::max(span.end, span.begin + 1);
}

/// The finding and the sentences that it stands in.
Span whole_place(const std::vector<SentenceReading>& sentences, Span span) {
  Span whole = span;
  auto at = std::ranges::upper_bound(sentences, span.begin, {},
                                     [](const SentenceReading& one) { return one.span.begin; });
  if (at != sentences.begin()) --at;
  for (; at != sentences.end() && at->span.begin < span.end; ++at)
    if (overlaps(at->span, span)) whole = hull(whole, at->span);
  return whole;
}

std::size_t count_of(const std::vector<Diagnostic>& findings, const std::string& rule) {
  return static_cast<std::size_t>(std::ranges::count(findings, rule, &Diagnostic::rule));
}

}  // namespace

Findings touched_by(const std::vector<LineRange>& lines, const Source& source, const Reading& after,
                    const Findings& before) {
  std::vector<Span> changed;
  for (const LineRange& range : lines) changed.push_back(bytes_of(source, range));
  const auto is_touched = [&](Span span) {
    return touches(changed, whole_place(after.sentences, span));
  };
  const auto touched_of = [&](const auto& now, const auto& once) {
    std::vector<Diagnostic> touched;
    for (const Diagnostic& finding : now) {
      const auto notes = [&](const Note& note) { return note.span && is_touched(*note.span); };
      const bool is_new =
          finding.category == "caveat"
              ? count_of(now, finding.rule) > count_of(once, finding.rule)
              : is_touched(finding.span) || std::ranges::any_of(finding.notes, notes);
      if (is_new) touched.push_back(finding);
    }
    return touched;
  };
  return {touched_of(after.diagnostics, before.diagnostics),
          touched_of(after.suppressed, before.suppressed)};
}

}  // namespace caveat
