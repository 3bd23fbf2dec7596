// The table of output formats. A reporter is a function from diagnostics to bytes: it prints
// nothing itself, and knows nothing of rules, packs or checks.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "report/article.hpp"
#include "text/source.hpp"

namespace caveat {

/// What was found in one file, in order of place.
struct FileReport {
  const Source* source = nullptr;  ///< not owned
  std::vector<Diagnostic> diagnostics;
  std::size_t suppressed = 0;  ///< findings besides these, which comments in the text silence
  std::optional<Article> article = {};  ///< for reporters that need it
};

/// What a report may say of a rule besides its findings, for formats that list rules.
struct RuleInfo {
  std::string id;
  std::string category;
  std::string summary;                    ///< one line
  std::string help;                       ///< why, and what it rests on; may have several lines
  std::string url;                        ///< of the rule's source; empty if it has none
  Severity severity = Severity::warning;  ///< the worst that it reports
};

enum class Color : bool { off, on };
enum class Excerpt : bool { off, on };
enum class Links : bool { off, on };

/// What a column counts from the first byte of its line.
enum class ColumnUnit : std::uint8_t {
  byte,        ///< of UTF-8: vim, gcc, rdjson
  code_point,  ///< Python, SARIF
  utf16,       ///< JavaScript, Java, LSP
  display,     ///< cells of a terminal, tabs to every 8th: GNU, Emacs
};
/// In the order of the enumeration.
inline constexpr std::array<std::string_view, 4> column_unit_names = {"byte", "code-point", "utf16",
                                                                      "display"};

struct ReportStyle {
  Color color = Color::off;
  Excerpt excerpt = Excerpt::off;  ///< gcc: the line with a caret under the words
  ColumnUnit column_unit = ColumnUnit::byte;
  Links links = Links::off;              ///< gcc: the rule is a link to its source (OSC 8)
  std::span<const RuleInfo> rules = {};  ///< by id; not owned, empty for reporters that need none
  std::string_view root = {};    ///< absolute: what formats for platforms tell paths from; or empty
  std::string_view folder = {};  ///< absolute: what relative paths of sources start at
};

struct Counts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t files = 0;           ///< all
  std::size_t files_with_any = 0;  ///< with at least one diagnostic
  std::size_t suppressed = 0;      ///< not among the above
};
Counts count(std::span<const FileReport> files);
Counts& operator+=(Counts& sum, const Counts& more);

/// What a reporter wants to know besides the diagnostics.
struct ReportNeeds {
  bool rules = false;    ///< ReportStyle::rules
  bool article = false;  ///< FileReport::article, and files that claim something without findings
};

/// A format makes its bytes in one of two ways. Piece by piece, so that ten thousand files never
/// have to be in memory together and each is turned into text by the thread that linted it: open,
/// the files that have diagnostics with `between` two of them, close. Or, where what is said of
/// one file depends on the others (a limit for the whole run, the gravest first), all at once by
/// `whole`, which has the other members null.
struct Reporter {
  std::string_view name;
  void (*open)(const ReportStyle&, std::string& out) = nullptr;
  void (*file)(const FileReport&, const ReportStyle&, std::string& out) = nullptr;
  void (*close)(const Counts&, std::string& out) = nullptr;
  std::string_view between = "";
  void (*whole)(std::span<const FileReport>, const ReportStyle&, std::string& out) = nullptr;
  ReportNeeds needs = {};
};

std::span<const Reporter> reporters();
const Reporter* reporter_named(std::string_view name);

/// Whether these are the bytes of an HTML report, which repeats what is wrong elsewhere: one that
/// was written among the texts is not linted with them the next time.
bool is_html_report(std::string_view bytes);

/// A whole report, by any reporter.
void report(const Reporter& reporter, std::span<const FileReport> files, const ReportStyle& style,
            std::string& out);
void report_gcc(std::span<const FileReport> files, const ReportStyle& style, std::string& out);

/// `path`, which starts at `folder` if it is relative, as told from `root`, with '/'; what lies
/// outside is absolute. All by the letters of the paths: no file is looked at.
std::string path_from(std::string_view root, std::string_view folder, std::string_view path);

/// `text` with every control character, invalid byte and bidirectional override made visible as
/// \xNN or \u{NNNN}: nothing of a linted file or its name reaches a terminal raw. Commands to a
/// CI runner ("##[", "##vso[") are broken up the same way.
std::string printable(std::string_view text);

}  // namespace caveat
