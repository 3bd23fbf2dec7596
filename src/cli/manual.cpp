#include "cli/manual.hpp"

#include <fmt/format.h>

#include <cctype>
#include <vector>

#include "cli/flags.hpp"

namespace caveat {

namespace {

/// What stands below it in an entry is not prose.
constexpr std::string_view marker = ".\\\" Of the table of flags:\n";

/// What the tables know of an entry.
struct Heading {
  std::string typed;  ///< "--format", "caveat check": by what its prose is found
  std::string roff;
  std::string help;  ///< for an entry without prose
  std::string tail;  ///< what is told below the prose
};

std::string roff_of(std::string_view text) {
  std::string roff;
  for (const char c : text) {
    if (c == '-' || c == '\\') roff += '\\';
    roff += c;
  }
  return roff;
}

/// Names in capitals are in italics, what is to be typed in bold, the syntax around it in roman.
/// It is `before` that is in force where the text begins.
std::string operands_of(std::string_view operands, char before) {
  std::string roff;
  char font = before;
  for (const char c : operands) {
    const bool is_name = std::isupper(static_cast<unsigned char>(c)) != 0;
    const bool is_syntax = std::string_view("[]|. ").find(c) != std::string_view::npos;
    const char wanted = is_name ? 'I' : is_syntax ? 'R' : 'B';
    if (wanted != font) roff += fmt::format("\\f{}", wanted);
    font = wanted;
    roff += roff_of({&c, 1});
  }
  return roff;
}

/// A help text as a sentence.
std::string sentence_of(std::string_view help) {
  std::string roff = roff_of(help) + ".\n";
  roff.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(roff.front())));
  return roff;
}

std::string long_name(const Flag& flag) {
  return std::string(flag.names.substr(flag.names.find("--")));
}

/// "\-j\fR, \fB\-\-jobs\fR=\fIN"
std::string usage_of(const Flag& flag) {
  std::string roff;
  for (const char c : flag.names) roff += c == ',' ? std::string("\\fR, \\fB") : roff_of({&c, 1});
  const bool optional = flag.value.starts_with('[');
  const std::string_view value = flag.value.substr(optional ? 1 : 0);
  if (!value.empty()) roff += (optional ? "\\fR[=" : "\\fR=") + operands_of(value, 'R');
  return roff;
}

/// "Of check, stream.", or nothing for a flag that all know.
std::string commands_of(const Flag& flag) {
  std::string names;
  bool all = true;
  for (const CommandRow& row : commands()) {
    if ((flag.commands & bit_of(row.command)) != 0)
      names += fmt::format("{}\\fB{}\\fR", names.empty() ? "" : ", ", row.name);
    else
      all = false;
  }
  return all ? "" : fmt::format("(Of {}.)\n", names);
}

std::vector<Heading> flag_headings() {
  std::vector<Heading> headings;
  for (const Flag& flag : flags())
    headings.push_back(
        {long_name(flag), usage_of(flag), sentence_of(flag.help), commands_of(flag)});
  return headings;
}

std::vector<Heading> command_headings() {
  std::vector<Heading> headings;
  for (const CommandRow& row : commands()) {
    const std::string typed = fmt::format("caveat {}", row.name);
    headings.push_back({typed, typed + operands_of(fmt::format(" {}", row.operands), 'B'),
                        sentence_of(row.help), ""});
    if (row.operands.empty()) headings.back().roff = typed;
  }
  return headings;
}

std::string synopsis() {
  std::string text =
      ".B caveat \\fR[\\fICOMMAND\\fR] [\\fIFLAG\\fR...] [\\fIPATH\\fR...|\\fB\\-\\fR]\n";
  for (const Heading& heading : command_headings()) text += ".br\n.B " + heading.roff + "\n";
  return text;
}

/// A line as it is read: without fonts, quotes and requests.
std::string plain(std::string_view line) {
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 2 < line.size() && line[i + 1] == 'f') {
      i += 2;
    } else if (line[i] != '\\' && line[i] != '"') {
      text += line[i];
    }
  }
  return text;
}

bool tells_of(std::string_view heading, std::string_view typed) {
  const std::string text = plain(heading);
  const std::size_t at = text.find(typed);
  if (at == std::string::npos) return false;
  const char next = at + typed.size() < text.size() ? text[at + typed.size()] : ' ';
  return next != '-' && std::islower(static_cast<unsigned char>(next)) == 0;
}

/// From `at` to the next `mark` or the end; `at` goes there.
std::string_view take_until(std::string_view text, std::string_view mark, std::size_t& at) {
  const std::size_t begin = at;
  at = std::min(text.find(mark, at), text.size());
  return text.substr(begin, at - begin);
}

/// The prose of an entry in a section, or nothing.
std::string_view prose_of(std::string_view section, std::string_view typed) {
  constexpr std::string_view mark = ".TP\n";
  std::size_t at = 0;
  take_until(section, mark, at);
  while (at < section.size()) {
    at += mark.size();
    const std::string_view entry = take_until(section, mark, at);
    const std::size_t line = std::min(entry.find('\n'), entry.size() - 1) + 1;
    if (!tells_of(entry.substr(0, line), typed)) continue;
    std::size_t end = line;
    return take_until(entry, marker, end);
  }
  return "";
}

/// The entries of a section anew, with the prose that they had.
std::string filled(std::string_view section, const std::vector<Heading>& headings) {
  std::size_t at = 0;
  std::string text(take_until(section, ".TP\n", at));
  for (const Heading& heading : headings) {
    const std::string_view prose = prose_of(section, heading.typed);
    const std::string tail = (prose.empty() ? heading.help : "") + heading.tail;
    text += fmt::format(".TP\n.B {}\n{}", heading.roff, prose);
    if (!tail.empty()) text += std::string(marker) + tail;
  }
  return text;
}

}  // namespace

std::string manual_page(std::string_view prose) {
  std::string page;
  for (std::size_t at = 0; at < prose.size();) {
    const std::string_view title = take_until(prose, "\n", at);
    const std::string_view section = take_until(prose, "\n.SH ", at);
    std::string body(section.substr(section.empty() ? 0 : 1));
    if (at < prose.size() && !section.empty()) body += '\n';
    if (at < prose.size()) ++at;
    page += std::string(title) + "\n";
    if (title == ".SH SYNOPSIS")
      page += synopsis();
    else if (title == ".SH COMMANDS")
      page += filled(body, command_headings());
    else if (title == ".SH FLAGS")
      page += filled(body, flag_headings());
    else
      page += body;
  }
  return page;
}

}  // namespace caveat
