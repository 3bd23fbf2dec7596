// What the comments of a document ask for, name by name, and the mistakes in them. Whether they
// silence anything is for suppress.cpp. Private to this room.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "format/directive.hpp"
#include "lint/in_force.hpp"
#include "text/source.hpp"

namespace caveat {

/// One name of one comment.
struct Silence {
  Span name;
  DirectiveKind kind = DirectiveKind::disable;
  Span reach;  ///< findings that begin in it; of `enable`: from the comment on
  const RuleIndices* rules = nullptr;  ///< of the Names; never null, never empty
  bool used = false;
};

/// In order of the comments, which may come in any. A mistake is a diagnostic "suppression/…".
std::vector<Silence> read_silences(const Source& source, const Blocks& blocks, const Names& names,
                                   bool require_reason, std::vector<Diagnostic>& mistakes);

/// Adds "suppression/<rule>"; the words of the file at `span` stand before `message`.
void report_comment(const Source& source, Span span, std::string_view rule,
                    const std::string& message, std::vector<Diagnostic>& diagnostics);

}  // namespace caveat
