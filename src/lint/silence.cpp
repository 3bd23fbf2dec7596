#include "lint/silence.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <unordered_map>

#include "pack/suggest.hpp"
#include "text/category.hpp"

namespace caveat {
namespace {

constexpr std::size_t most_quoted = 60;  // bytes of the file in a message
constexpr std::size_t most_hints = 100;  // different wrong names that are compared with all names
constexpr std::array<std::string_view, 3> never_silenced = {"pack", "input", "suppression"};

struct Reader {
  const Source& source;
  const Names& names;
  bool require_reason;
  std::vector<Diagnostic>& mistakes;
  std::vector<bool> shows;  ///< by line
  std::vector<Silence> silences = {};
  std::unordered_map<std::string, std::string> hints = {};  ///< for wrong names that were seen
  std::uint32_t line = 0;                                   ///< the last one that a comment meant
};

/// Words of the file in a message: on one line, and not too many.
std::string quoted(const Source& source, Span span) {
  const auto words = slice(source, span);
  auto length = std::min(words.size(), most_quoted);
  while (length < words.size() && length > 0 && (words[length] & 0xC0) == 0x80) --length;
  std::string text = "\"";
  for (const char c : words.substr(0, length)) {
    text += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return text + (length < words.size() ? "\u2026\"" : "\"");
}

void report(Reader& reader, Span span, std::string_view rule, const std::string& message) {
  report_comment(reader.source, span, rule, message, reader.mistakes);
}

/// Each wrong name is looked up once, and only so many: a file of nothing else costs no more than
/// its size.
std::string hint_for(Reader& reader, const std::string& wrong) {
  const auto seen = reader.hints.find(wrong);
  if (seen != reader.hints.end()) return seen->second;
  if (reader.hints.size() >= most_hints) return "";
  return reader.hints.emplace(wrong, did_you_mean(wrong, reader.names.sorted)).first->second;
}

/// The lines, 1-based, of which a person who opens the file reads anything: not those of tags,
/// comments, marks of quotation and white space alone.
std::vector<bool> lines_that_show(const Source& source, const Passage& passage) {
  std::vector<bool> shows(source.line_starts.size() + 1);
  for (std::size_t run = 0; run < passage.runs.size(); ++run) {
    const auto& [shown, place] = passage.runs[run];
    const bool last = run + 1 == passage.runs.size();
    const auto end = last ? passage.text.size() : passage.runs[run + 1].shown;
    auto line = line_number_at(source, place.begin);
    for (auto at = shown; at < end; ++at) {
      const auto byte = static_cast<unsigned char>(passage.text[at]);
      if (byte != '>' && ascii_categories[byte] != Category::space) shows[line] = true;
      if (byte == '\n' && end - shown == size(place)) ++line;
    }
  }
  return shows;
}

/// The line that a comment for the next one means; empty at the end of the file.
/// Comments come in order, so that each line is looked at once.
Span next_line(Reader& reader, Span comment) {
  const auto lines = reader.source.line_starts.size();
  auto& line = reader.line;
  if (const auto from = line_number_at(reader.source, comment.end) + 1; line < from) {
    line = from;
    while (line <= lines && !reader.shows[line]) ++line;
  }
  return line_span(reader.source, line);
}

Span reach_of(Reader& reader, DirectiveKind kind, Span comment) {
  if (kind == DirectiveKind::disable_next_line) return next_line(reader, comment);
  const auto begin = kind == DirectiveKind::disable_file ? 0 : comment.begin;
  return {begin, static_cast<std::uint32_t>(reader.source.bytes.size())};
}

bool is_never_silenced(std::string_view name) {
  return std::ranges::find(never_silenced, name.substr(0, name.find('/'))) != never_silenced.end();
}

/// Whether the name is one, or is like one. `silence` is for all names of the comment.
bool read_name(Reader& reader, Span name, const std::optional<Silence>& silence) {
  const std::string word(slice(reader.source, name));
  if (is_never_silenced(word)) {
    report(reader, name, "unknown-rule", "is never silenced");
    return true;
  }
  if (const auto known = reader.names.rules_of.find(word); known != reader.names.rules_of.end()) {
    if (silence) {
      reader.silences.push_back({name, silence->kind, silence->reach, &known->second});
    }
    return true;
  }
  const auto hint = hint_for(reader, word);
  if (hint.empty()) return false;
  report(reader, name, "unknown-rule", "is no rule, category or pack in force" + hint);
  return true;
}

/// Words that are like no name are told together: most likely they are a reason without its mark.
void read_names(Reader& reader, const Order& order, const std::optional<Silence>& silence) {
  Span strange;
  const auto tell = [&] {
    if (empty(strange)) return;
    report(reader, strange, "unknown-rule",
           "is no rule, category or pack in force; a reason stands after \"--\"");
    strange = {};
  };
  for (const Span name : order.rules) {
    if (read_name(reader, name, silence)) {
      tell();
    } else {
      strange = empty(strange) ? name : hull(strange, name);
    }
  }
  tell();
}

void report_malformed(Reader& reader, Span verb) {
  std::vector<std::string> names;
  std::string list = "; there are";
  for (const auto& known : verbs()) {
    list += (names.empty() ? " " : ", ") + std::string(known.name);
    names.emplace_back(known.name);
  }
  const auto hint = did_you_mean(slice(reader.source, verb), names);
  report(reader, verb, "malformed",
         "is no comment that caveat knows" + (hint.empty() ? list : hint));
}

void read_comment(Reader& reader, const Directive& comment) {
  const auto order = read_directive(reader.source.bytes, comment);
  if (order.kind == DirectiveKind::unknown) return report_malformed(reader, order.verb);
  const bool enable = order.kind == DirectiveKind::enable;
  if (order.rules.empty()) {
    const std::string what = enable ? "ends nothing" : "silences nothing";
    return report(reader, order.verb, "no-rule", "names no rule and " + what);
  }
  std::optional<Silence> silence;
  if (reader.require_reason && !enable && empty(order.reason)) {
    report(reader, order.verb, "no-reason",
           "gives no reason and silences nothing; write one after \"--\"");
  } else {
    silence = Silence{{}, order.kind, reach_of(reader, order.kind, comment.whole)};
  }
  read_names(reader, order, silence);
}

}  // namespace

std::vector<Silence> read_silences(const Source& source, const Blocks& blocks, const Names& names,
                                   bool require_reason, std::vector<Diagnostic>& mistakes) {
  Reader reader{source, names, require_reason, mistakes, lines_that_show(source, blocks.passage)};
  auto comments = blocks.directives;
  std::ranges::stable_sort(comments, {}, [](const auto& comment) { return comment.whole.begin; });
  for (const auto& comment : comments) read_comment(reader, comment);
  return std::move(reader.silences);
}

void report_comment(const Source& source, Span span, std::string_view rule,
                    const std::string& message, std::vector<Diagnostic>& diagnostics) {
  Diagnostic diagnostic;
  diagnostic.span = span;
  diagnostic.rule = "suppression/" + std::string(rule);
  diagnostic.category = "suppression";
  diagnostic.message = quoted(source, span) + " " + message;
  diagnostics.push_back(std::move(diagnostic));
}

}  // namespace caveat
