// caveat check --only-changed and --diff-base: which files a change touches, and which of their
// findings it answers for. The change is that of a repository, or what a patch says. Threads ask
// for files at the same time; what they read of the repository, they read in turn.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "cli/input.hpp"
#include "cli/plan.hpp"
#include "cli/settings.hpp"
#include "lint/lint.hpp"

namespace caveat {

struct ChangedTexts;
struct ChangedTextsDeleter {
  void operator()(ChangedTexts* texts) const;
};
using ChangedTextsPtr = std::unique_ptr<ChangedTexts, ChangedTextsDeleter>;

/// Since settings.only_changed, or by the patch settings.diff_base, whose paths start at the top of
/// the work tree. Null, and a complaint, where there is nothing to compare with.
ChangedTextsPtr find_changed_texts(const Settings& settings, std::string& complaint);

/// Of these files those that changed, standard input, and what is not there, so that it is said;
/// with `all`, every text that changed. A file of no or another repository is a complaint, and so
/// is a text of a patch that is not here.
std::vector<std::string> only_changed(const ChangedTexts& texts,
                                      const std::vector<std::string>& paths, bool all,
                                      std::vector<std::string>& complaints);

/// The findings that the change answers for; all of them, and a complaint, where the old text
/// cannot be read, or the patch is one of another text.
Findings lint_changed(ChangedTexts& texts, const Input& input, const FilePlan& plan, Desk& desk,
                      std::string& complaint);

}  // namespace caveat
