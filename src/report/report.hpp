// The table of output formats. A reporter is a function from diagnostics to bytes: it prints
// nothing itself, and knows nothing of rules, packs or checks.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "text/source.hpp"

namespace caveat {

/// What was found in one file, in order of place.
struct FileReport {
  const Source* source = nullptr;  ///< not owned
  std::vector<Diagnostic> diagnostics;
};

enum class Color : bool { off, on };
enum class Excerpt : bool { off, on };

/// What a column counts from the first byte of its line. Never tabs as more than one.
enum class ColumnUnit : std::uint8_t {
  byte,        ///< of UTF-8: vim, gcc, rdjson
  code_point,  ///< Python, SARIF
  utf16,       ///< JavaScript, Java, LSP
};
/// In the order of the enumeration.
inline constexpr std::array<std::string_view, 3> column_unit_names = {"byte", "code-point",
                                                                      "utf16"};

struct ReportStyle {
  Color color = Color::off;
  Excerpt excerpt = Excerpt::off;  ///< gcc: the line with a caret under the words
  ColumnUnit column_unit = ColumnUnit::byte;
};

struct Counts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t notes = 0;
  std::size_t files = 0;           ///< all
  std::size_t files_with_any = 0;  ///< with at least one diagnostic
};
Counts count(std::span<const FileReport> files);
Counts& operator+=(Counts& sum, const Counts& more);

/// `report` makes a whole report. The other members make the same bytes piece by piece, so that
/// ten thousand files never have to be in memory together, and each may be turned into text by
/// the thread that linted it: open, the files that have diagnostics with `between` two of them,
/// close.
struct Reporter {
  std::string_view name;
  void (*report)(std::span<const FileReport>, const ReportStyle&, std::string& out);
  void (*open)(const ReportStyle&, std::string& out);
  void (*file)(const FileReport&, const ReportStyle&, std::string& out);
  void (*close)(const Counts&, std::string& out);
  std::string_view between;
};

std::span<const Reporter> reporters();

void report_gcc(std::span<const FileReport> files, const ReportStyle& style, std::string& out);
void report_json(std::span<const FileReport> files, const ReportStyle& style, std::string& out);

/// `text` with every control character, invalid byte and bidirectional override made visible as
/// \xNN or \u{NNNN}: nothing of a linted file or its name reaches a terminal raw. Commands to a
/// CI runner ("##[", "##vso[") are broken up the same way.
std::string printable(std::string_view text);

}  // namespace caveat
