// What an edit does to the claims of a text. Claims of the old and the new text are matched by what
// they are about, as the packs mean it, then by the likeness of their sentences, one to one: text
// that is moved, reflowed or put into other words of the same strength is no change. Rejected: a
// comparison of lines, which tells where an editor typed and not what the text now promises.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lint/account.hpp"

namespace caveat {

enum class ChangeKind : std::uint8_t {
  claim_added,
  claim_strengthened,
  claim_weakened,
  claim_removed,
  claim_turned,
  citation_removed,
  citation_added,
  caveat_removed,
  caveat_added,
};

struct ClaimChange {
  ChangeKind kind = ChangeKind::claim_added;
  Severity severity = Severity::note;
  Span place;                       ///< in the new text; of what is gone, where it stood
  std::optional<ToldClaim> before;  ///< of a claim, where the old text had it
  std::optional<ToldClaim> after;
  std::optional<std::uint32_t> old_sentence;
  std::optional<std::uint32_t> new_sentence;
  std::string caveat;                ///< "kratom/dependence", of a caveat
  std::string message;               ///< what is said where it is missing
  std::vector<std::string> remarks;  ///< "lost its hedge "may""
};

/// In order of place in the new text.
std::vector<ClaimChange> compare(const Account& before, const Account& after);

/// "claim-strengthened".
const char* name_of(ChangeKind kind);

}  // namespace caveat
