// A text to the text with all that can be fixed in it. It is linted again after each round, since a
// fix can uncover another one, and to judge the fixes: one is only kept if its rule then finds less
// at its place. A safe fix may uncover something else there ("cures depresion" was no claim that
// anybody could weigh, "cures depression" is), for the meaning was the same before; new wording
// that brings any other finding is refused, since it makes one mistake of another.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "diagnostic/diagnostic.hpp"
#include "fix/apply.hpp"
#include "text/source.hpp"

namespace caveat {

using Lint = std::function<std::vector<Diagnostic>(const Source&)>;

struct FixedSource {
  Source source;
  std::vector<Diagnostic> left;  ///< what linting finds in it
  std::size_t fixed = 0;         ///< fixes that were applied
};

/// At most a few rounds; what they leave is left. Nothing if nothing was fixed; `found` is what
/// `lint` finds in the source.
std::optional<FixedSource> fix(const Source& source, std::span<const Diagnostic> found,
                               FixSafety least, const Lint& lint);

/// Which of the applied fixes, by their diagnostics, are not to be kept.
std::vector<std::size_t> regretted(const FixedText& fixed, std::span<const Diagnostic> before,
                                   std::span<const Diagnostic> after);

}  // namespace caveat
