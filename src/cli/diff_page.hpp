// Changes of claims for people: per file the old and the new sentence with only the changed words
// set off, the way of the strengths, what the evidence carries.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "lint/claim_change.hpp"
#include "report/report.hpp"
#include "text/source.hpp"

namespace caveat {

/// One file before and after a change; empty texts where it was not there.
struct EditedText {
  std::string title;              ///< "page.md, new", "b.md, was a.md"
  const Source* after = nullptr;  ///< of which the lines are numbered
  Account old_account;
  Account new_account;
  std::vector<ClaimChange> changes;
};

void append_changes(const EditedText& text, Color color, std::string& page);

struct ChangeCounts {
  std::map<ChangeKind, std::size_t> of_kind;
  std::size_t files = 0;
  std::size_t files_with_any = 0;
};

/// "3 claims strengthened, 1 caveat removed in 2 of 5 files".
std::string summary_of(const ChangeCounts& counts);

}  // namespace caveat
