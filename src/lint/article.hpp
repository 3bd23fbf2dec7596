// The article that a report shows, with its claims weighed. A reading of its own, after the
// findings are settled: a fix, a comparison with an old text or a baseline may have put another
// text on the desk by then, and only the text that is reported may be shown.
#pragma once

#include "lint/lint.hpp"
#include "report/article.hpp"

namespace caveat {

/// Claims that the text takes back as a whole (references, a myth) are left out, as in lint().
Article article_of(const Source& source, const RuleSet& rules, Desk& desk,
                   const LintOptions& options = {});

}  // namespace caveat
