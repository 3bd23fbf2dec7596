// What caveat tells people: plain data, the same for a sentence in an article and for a mistake in
// a pack. Every diagnostic has a place; there is no way to build one that says "somewhere".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.hpp"

namespace caveat {

/// Ordered: a greater one is worse.
enum class Severity : std::uint8_t { note, warning, error };

/// Replace the bytes of `span` by `text`.
struct Edit {
  Span span;
  std::string text;
};

/// `safe` promises that the meaning stays (a misspelt name); anything that changes what the text
/// claims is `unsafe` and needs a person.
enum class FixSafety : bool { unsafe, safe };

struct Fix {
  std::string description;
  FixSafety safety = FixSafety::unsafe;
  std::vector<Edit> edits;
};

/// How notes of two kinds begin, for reports that show them as what they are.
inline constexpr std::string_view source_note = "source: ";
inline constexpr std::string_view wording_note = "wording that fits: ";  ///< then in quotes

/// A remark under a diagnostic; without a span it stands at the diagnostic's own place.
struct Note {
  std::string message;
  std::optional<Span> span;
};

struct Diagnostic {
  Span span;
  Severity severity = Severity::warning;
  std::string rule;      ///< "pack/id"
  std::string category;  ///< one of the categories of the design, or "pack", "input"
  std::string message;   ///< one line, lower-case start, no stop at the end
  std::vector<Note> notes;
  std::vector<Fix> fixes;
  std::string url;             ///< of the rule's source; empty if it has none
  std::uint64_t identity = 0;  ///< what it is about, whatever line that stands on; 0: unknown
};

/// "note", "warning", "error".
const char* name_of(Severity severity);
std::optional<Severity> severity_named(std::string_view name);

}  // namespace caveat
