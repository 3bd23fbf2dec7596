// What a finding is about, whatever line it stands on: for baselines, and for platforms that
// follow a finding from one report to the next. A line number changes with every edit above it,
// and a message with every edition of a pack; the rule, the words of the sentence as a reader sees
// them and the words in question stay. Turned down: a hash of the line, which a reflow changes.
#pragma once

#include <vector>

#include "claim/document.hpp"
#include "diagnostic/diagnostic.hpp"

namespace caveat {

/// Sets Diagnostic::identity. A missing caveat is about the whole text and has the identity of its
/// rule; what stands in no sentence that of its bytes. Equal ones in one file are told apart by
/// their order alone.
void identify(const Document& document, const Source& source, std::vector<Diagnostic>& diagnostics);

}  // namespace caveat
