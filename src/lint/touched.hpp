// Of all findings those that a change answers for, so that an old text can be linted from now on
// without first being mended. A finding counts where its sentence touches a changed line: who takes
// "wrongly, it is said that" from one line changes what stands on the next. A missing caveat has no
// line of its own and counts where the text before the change did not lack it.
#pragma once

#include <vector>

#include "git/changes.hpp"
#include "lint/lint.hpp"

namespace caveat {

/// `before` are the findings of the old text, `lines` those of the new one that are new. Of what
/// comments silence, likewise.
Findings touched_by(const std::vector<LineRange>& lines, const Source& source, const Reading& after,
                    const Findings& before);

}  // namespace caveat
