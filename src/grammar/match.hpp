// Runs patterns over one sentence. A Matcher is buffers only: it is reused from sentence to
// sentence and holds nothing that outlives one.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "grammar/program.hpp"
#include "lexicon/tag.hpp"
#include "prose/token.hpp"

namespace caveat {

/// What a scope or clause stage found, by token of the document. Bit s of `scopes[t]`: scope s
/// governs token t.
struct Marks {
  std::vector<std::uint8_t> clause_start;
  std::vector<std::uint64_t> scopes;
};

/// A sentence under the matcher; tokens are indices into Prose::tokens throughout.
struct Subject {
  const Prose* prose = nullptr;
  const Tagging* tagging = nullptr;
  const Marks* marks = nullptr;
  std::string_view text;    ///< that the tokens are places in
  std::uint32_t first = 0;  ///< [first, last) of the sentence
  std::uint32_t last = 0;
  bool question = false;
  bool heading = false;
  bool title = false;
  bool list_item = false;
  bool quotation = false;
};

/// What a slot of the pattern took.
struct Capture {
  std::uint32_t slot = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Match {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::vector<Capture> captures;  ///< in the order of the text
};

/// A production that took part in a match.
struct Call {
  std::uint32_t production = 0;
  std::uint32_t depth = 0;  ///< how many others it stands in
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct Matcher {
  struct Memo {
    std::uint32_t epoch = 0;
    std::uint32_t end = 0;
  };
  Subject subject;
  std::vector<Memo> memos;
  std::uint32_t epoch = 0;
  std::uint32_t depth = 0;
  std::uint64_t steps = 0;                ///< nodes tried so far: the cost of matching, for tests
  std::vector<std::uint32_t> passed;      ///< a stack: tokens that open loops have passed
  std::vector<std::uint64_t> present;     ///< bit by symbol: the sentence holds it
  std::vector<SymbolId> present_symbols;  ///< those set, for clearing
  std::uint32_t window_begin = 0;         ///< scope names count at these tokens only
  std::uint32_t window_end = 0;
};

/// Must be called before any other for each sentence.
void begin_sentence(Matcher& matcher, const Program& program, const Lexicon& lexicon,
                    const Subject& subject);

/// Forgets results: after Marks changed, or with another window for scope names (see `unless` in
/// the pack format: a scope counts where the match stands).
void forget(Matcher& matcher);
void set_window(Matcher& matcher, std::uint32_t begin, std::uint32_t end);

/// Whether the sentence holds what the pattern needs. Cheap; false for most sentences.
bool may_match(const Matcher& matcher, const PatternCode& pattern);

/// The match of `pattern` that starts at `token`.
std::optional<Match> match_at(Matcher& matcher, const Program& program, PatternId pattern,
                              std::uint32_t token);

/// The productions by which `pattern` matches at `token`, an outer one before those inside it; none
/// where it does not match. What a look-ahead called takes no words and is not told.
std::vector<Call> calls_at(Matcher& matcher, const Program& program, PatternId pattern,
                           std::uint32_t token);

/// The first match that starts in [from, to).
std::optional<Match> find_match(Matcher& matcher, const Program& program, PatternId pattern,
                                std::uint32_t from, std::uint32_t to);

/// The first capture of a slot, or nothing.
const Capture* capture_of(const Match& match, std::uint32_t slot);

}  // namespace caveat
