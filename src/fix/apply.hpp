// Fixes to bytes. A fix is all of its edits or none, and no byte outside of its edits changes, so
// line ends and a byte order mark stay. Where two fixes want the same bytes the first one wins:
// what the other one was about is found again by linting what came out, at its new place. Rejected:
// merging edits that overlap, which makes a wording that no rule wrote.
#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostic/diagnostic.hpp"

namespace caveat {

/// Where a fix changed the text: from its first edit to its last, and all that its finding spans.
struct AppliedFix {
  std::size_t diagnostic = 0;  ///< whose first fix that is safe enough it is
  FixSafety safety = FixSafety::unsafe;
  Span before;  ///< bytes of the old text
  Span after;   ///< bytes of the new one
};

struct FixedText {
  std::string bytes;
  std::vector<AppliedFix> applied;  ///< in the order of the diagnostics
  std::size_t skipped = 0;          ///< fixes that wanted bytes of another one, or no bytes at all
};

/// `least` is `unsafe` to apply all fixes, `safe` to apply the safe ones; those of the `refused`
/// diagnostics are left out.
FixedText apply_fixes(std::string_view bytes, std::span<const Diagnostic> diagnostics,
                      FixSafety least, const std::set<std::size_t>& refused = {});

}  // namespace caveat
