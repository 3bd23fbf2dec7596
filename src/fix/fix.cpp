#include "fix/fix.hpp"

#include <string_view>
#include <unordered_map>
#include <utility>

namespace caveat {
namespace {

/// A fix uncovers another one or two; more rounds are fixes that undo each other.
constexpr int most_rounds = 8;
/// Each time with fewer fixes.
constexpr int most_tries = 8;

/// How many findings each rule has at a place.
using Tally = std::unordered_map<std::string_view, std::size_t>;

Tally tally(std::span<const Diagnostic> diagnostics, Span place) {
  Tally found;
  for (const Diagnostic& diagnostic : diagnostics)
    if (overlaps(diagnostic.span, place)) ++found[diagnostic.rule];
  return found;
}

std::size_t count_of(const Tally& found, std::string_view rule) {
  const auto at = found.find(rule);
  return at == found.end() ? 0 : at->second;
}

bool is_regretted(const AppliedFix& fix, std::span<const Diagnostic> before,
                  std::span<const Diagnostic> after) {
  const std::string_view own = before[fix.diagnostic].rule;
  const Tally had = tally(before, fix.before);
  const Tally has = tally(after, fix.after);
  if (count_of(has, own) > 0 && count_of(has, own) >= count_of(had, own)) return true;
  if (fix.safety == FixSafety::safe) return false;
  for (const auto& [rule, count] : has)
    if (count > count_of(had, rule)) return true;
  return false;
}

/// One round: all fixes that are kept when the text is linted with them; nothing if there is none.
std::optional<FixedSource> improved(const Source& source, std::span<const Diagnostic> found,
                                    FixSafety least, const Lint& lint) {
  std::set<std::size_t> refused;
  for (int tries = 0; tries < most_tries; ++tries) {
    FixedText text = apply_fixes(source.bytes, found, least, refused);
    if (text.applied.empty()) break;
    Source written = make_source(source.path, std::move(text.bytes));
    std::vector<Diagnostic> left = lint(written);
    const auto bad = regretted(text, found, left);
    if (bad.empty()) return FixedSource{std::move(written), std::move(left), text.applied.size()};
    refused.insert(bad.begin(), bad.end());
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::size_t> regretted(const FixedText& fixed, std::span<const Diagnostic> before,
                                   std::span<const Diagnostic> after) {
  std::vector<std::size_t> bad;
  for (const AppliedFix& one : fixed.applied)
    if (is_regretted(one, before, after)) bad.push_back(one.diagnostic);
  return bad;
}

std::optional<FixedSource> fix(const Source& source, std::span<const Diagnostic> found,
                               FixSafety least, const Lint& lint) {
  auto state = improved(source, found, least, lint);
  for (int round = 1; state && round < most_rounds; ++round) {
    auto better = improved(state->source, state->left, least, lint);
    if (!better) break;
    better->fixed += state->fixed;
    state = std::move(better);
  }
  return state;
}

}  // namespace caveat
