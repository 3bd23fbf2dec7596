// The article as it reads, its findings and claims marked. Marks are cut at every edge, so that
// elements nest however findings overlap and whatever markup the file has inside a word.
#include <fmt/format.h>

#include <algorithm>

#include "report/html.hpp"
#include "report/xml_text.hpp"

namespace caveat {

namespace {

constexpr std::string_view object = "\xEF\xBF\xBC";  // stands for code inside a sentence

/// Text that is written, with what is said of it, until something else is said.
struct Writer {
  const PageFile& file;
  const FileMarks& marks;
  std::vector<Anchor> anchors;  ///< in order of place
  std::string& out;
  std::string held = {};
  Stretch saying = {};
};

std::string numbers(const std::vector<std::uint32_t>& indices, std::size_t first) {
  std::string text;
  for (const auto index : indices)
    text += fmt::format("{}{}", text.empty() ? "" : " ", first + index);
  return text;
}

Severity worst_of(const Writer& writer, const Stretch& stretch) {
  Severity worst = Severity::note;
  for (const auto finding : stretch.findings)
    worst = std::max(worst, writer.file.report.diagnostics[finding].severity);
  return worst;
}

/// The strongest claim of those that stand there.
std::uint8_t strength_at(const Writer& writer, const Stretch& stretch) {
  std::uint8_t strength = 0;
  for (const auto claim : stretch.claims)
    strength = std::max(strength, writer.file.report.article->claims[claim].strength);
  return strength;
}

std::string opening_of(const Writer& writer, const Stretch& stretch) {
  std::string tag = "<a class=\"m";
  if (!stretch.claims.empty()) tag += fmt::format(" s{}", strength_at(writer, stretch));
  if (!stretch.findings.empty()) tag += fmt::format(" {}", name_of(worst_of(writer, stretch)));
  const bool found = !stretch.findings.empty();
  const auto first = found ? writer.file.first_finding + stretch.findings.front()
                           : writer.file.first_claim + stretch.claims.front();
  tag += fmt::format("\" href=\"#{}{}\"", found ? 'f' : 'r', first);
  if (found)
    tag += fmt::format(" data-f=\"{}\"", numbers(stretch.findings, writer.file.first_finding));
  if (!stretch.claims.empty())
    tag += fmt::format(" data-c=\"{}\"", numbers(stretch.claims, writer.file.first_claim));
  return tag + '>';
}

void append_words(std::string_view words, std::string& out) {
  for (auto at = words.find(object); at != words.npos; at = words.find(object)) {
    out += xml_text(words.substr(0, at)) + "<i class=\"gap\">…</i>";
    words.remove_prefix(at + object.size());
  }
  out += xml_text(words);
}

void flush(Writer& writer) {
  if (writer.held.empty()) return;
  const bool plain = writer.saying.findings.empty() && writer.saying.claims.empty();
  if (!plain) writer.out += opening_of(writer, writer.saying);
  append_words(writer.held, writer.out);
  if (!plain) writer.out += "</a>";
  writer.held.clear();
}

void write(Writer& writer, std::string_view text, const Stretch& saying) {
  if (!writer.saying.says_same(saying)) flush(writer);
  writer.saying = saying;
  writer.held += text;
}

void place_anchors(Writer& writer, Span source) {
  auto at = std::ranges::lower_bound(writer.anchors, source.begin, {}, &Anchor::offset);
  for (; at != writer.anchors.end() && at->offset < source.end; ++at) {
    if (*at->placed != 0) continue;
    flush(writer);
    writer.out += at->element;
    *at->placed = 1;
  }
}

const Stretch& stretch_at(const Writer& writer, std::uint32_t offset) {
  const auto after = std::ranges::upper_bound(writer.marks.stretches, offset, {}, &Stretch::begin);
  return *std::prev(after);
}

std::vector<std::uint32_t> common(const std::vector<std::uint32_t>& a,
                                  const std::vector<std::uint32_t>& b) {
  std::vector<std::uint32_t> both;
  std::ranges::copy_if(a, std::back_inserter(both),
                       [&](auto one) { return std::ranges::find(b, one) != b.end(); });
  return both;
}

/// A blank that stands between two bytes belongs to what both belong to.
Stretch between(const Writer& writer, std::uint32_t offset) {
  const Stretch& before = stretch_at(writer, offset == 0 ? 0 : offset - 1);
  const Stretch& after = stretch_at(writer, offset);
  return {0, common(before.findings, after.findings), common(before.claims, after.claims)};
}

/// The next byte after `offset` where something else is said or a link leads to.
std::uint32_t next_edge(const Writer& writer, std::uint32_t offset) {
  std::uint32_t edge = 0xFFFFFFFF;
  const auto stretch =
      std::ranges::upper_bound(writer.marks.stretches, offset, {}, &Stretch::begin);
  if (stretch != writer.marks.stretches.end()) edge = stretch->begin;
  const auto anchor = std::ranges::upper_bound(writer.anchors, offset, {}, &Anchor::offset);
  if (anchor != writer.anchors.end()) edge = std::min(edge, anchor->offset);
  return edge;
}

bool is_inside_character(char c) {
  return (c & 0xC0) == 0x80;
}

/// Bytes that the file holds as they are shown.
void write_verbatim(Writer& writer, std::string_view text, std::uint32_t offset) {
  for (std::size_t at = 0; at < text.size();) {
    const auto here = offset + static_cast<std::uint32_t>(at);
    std::size_t end = std::min<std::size_t>(text.size(), next_edge(writer, here) - offset);
    while (end < text.size() && is_inside_character(text[end])) ++end;
    place_anchors(writer, {here, offset + static_cast<std::uint32_t>(end)});
    write(writer, text.substr(at, end - at), stretch_at(writer, here));
    at = end;
  }
}

/// One run, or what of it stands in the block.
void write_run(Writer& writer, std::string_view text, const Run& run, std::uint32_t run_end,
               Span part) {
  if (size(run.source) == run_end - run.shown)
    return write_verbatim(writer, text, run.source.begin + part.begin - run.shown);
  place_anchors(writer, run.source);
  const bool stands = !empty(run.source);
  write(writer, text,
        stands ? stretch_at(writer, run.source.begin) : between(writer, run.source.begin));
}

void write_shown(Writer& writer, const Passage& passage, Span shown) {
  const auto& runs = passage.runs;
  auto at = std::ranges::upper_bound(runs, shown.begin, {}, &Run::shown);
  if (at != runs.begin()) --at;
  for (; at != runs.end() && at->shown < shown.end; ++at) {
    const auto next = std::next(at);
    const auto end =
        next == runs.end() ? static_cast<std::uint32_t>(passage.text.size()) : next->shown;
    const Span part{std::max(at->shown, shown.begin), std::min(end, shown.end)};
    if (empty(part)) continue;
    const auto text = std::string_view(passage.text).substr(part.begin, size(part));
    write_run(writer, text, *at, end, part);
  }
  flush(writer);
}

std::vector<Anchor> anchors_of(const PageFile& file, Shown& shown) {
  std::vector<Anchor> anchors;
  const auto& report = file.report;
  const auto add = [&](Span span, std::string element, char& placed) {
    anchors.push_back({within(*report.source, span).begin, std::move(element), &placed});
  };
  for (std::size_t i = 0; i < report.diagnostics.size(); ++i) {
    const Diagnostic& finding = report.diagnostics[i];
    const auto number = file.first_finding + i;
    add(finding.span,
        fmt::format("<i class=\"pin {}\" id=\"m{}\"></i>", name_of(finding.severity), number),
        shown.findings[i]);
    for (std::size_t n = 0; n < finding.notes.size(); ++n)
      if (finding.notes[n].span)
        add(*finding.notes[n].span, fmt::format("<i id=\"n{}-{}\"></i>", number, n),
            shown.notes[i][n]);
  }
  for (std::size_t i = 0; report.article && i < report.article->claims.size(); ++i)
    add(report.article->claims[i].span, fmt::format("<i id=\"c{}\"></i>", file.first_claim + i),
        shown.claims[i]);
  std::ranges::stable_sort(anchors, {}, &Anchor::offset);
  return anchors;
}

Shown nothing_shown(const FileReport& report) {
  Shown shown;
  shown.findings.resize(report.diagnostics.size());
  for (const Diagnostic& finding : report.diagnostics)
    shown.notes.emplace_back(finding.notes.size());
  if (report.article) shown.claims.resize(report.article->claims.size());
  return shown;
}

/// What is open around the block at hand.
enum class Around : std::uint8_t { nothing, list, table };

Around around(const TextBlock& block) {
  if (block.kind == TextKind::list_item) return Around::list;
  const bool cell = block.kind == TextKind::cell || block.kind == TextKind::head;
  return cell ? Around::table : Around::nothing;
}

constexpr std::array<std::string_view, 3> openings = {"", "<ul>\n", "<table>\n<tr>"};
constexpr std::array<std::string_view, 3> closings = {"", "</ul>\n", "</tr>\n</table>\n"};

std::string_view opening(Around what) {
  return openings[static_cast<std::size_t>(what)];
}
std::string_view closing(Around what) {
  return closings[static_cast<std::size_t>(what)];
}

struct Tags {
  std::string open;
  std::string close;
};

Tags tags_of(const TextBlock& block) {
  switch (block.kind) {
    case TextKind::heading: {  // below the heading that names the file
      const int level = std::clamp(block.level + 2, 3, 6);
      return {fmt::format("<h{} class=\"l{}\">", level, std::clamp<int>(block.level, 1, 6)),
              fmt::format("</h{}>\n", level)};
    }
    case TextKind::list_item:
      return {"<li>", "</li>\n"};
    case TextKind::cell:
      return {"<td>", "</td>"};
    case TextKind::head:
      return {"<th>", "</th>"};
    case TextKind::caption:
      return {"<p class=\"caption\">", "</p>\n"};
    case TextKind::alt:
      return {"<p class=\"alt\">", "</p>\n"};
    case TextKind::description:
      return {"<p class=\"description\">", "</p>\n"};
    default:
      return {"<p>", "</p>\n"};
  }
}

void write_blocks(Writer& writer, const Article& article) {
  Around open = Around::nothing;
  bool quoted = false;
  const auto change = [&](Around next, bool quote) {
    if (next == open && quote == quoted) return false;
    writer.out += closing(open);
    if (quote != quoted) writer.out += quote ? "<blockquote>\n" : "</blockquote>\n";
    writer.out += opening(next);
    open = next;
    quoted = quote;
    return true;
  };
  for (const TextBlock& block : article.blocks) {
    const bool changed = change(around(block), block.quote);
    if (block.opens_row && !changed) writer.out += "</tr>\n<tr>";
    const Tags tags = tags_of(block);
    writer.out += tags.open;
    write_shown(writer, article.passage, block.shown);
    writer.out += tags.close;
  }
  change(Around::nothing, false);
}

/// Where nobody has read the article: its bytes, as they are.
void write_bytes(Writer& writer, const Source& source) {
  writer.out += "<div class=\"raw\">";
  write_verbatim(writer, source.bytes, 0);
  flush(writer);
  writer.out += "</div>\n";
}

}  // namespace

Shown append_text(const PageFile& file, const FileMarks& marks, std::string& out) {
  Shown shown = nothing_shown(file.report);
  Writer writer{file, marks, anchors_of(file, shown), out};
  if (file.report.article)
    write_blocks(writer, *file.report.article);
  else
    write_bytes(writer, *file.report.source);
  return shown;
}

}  // namespace caveat
