#include "grammar/find.hpp"

#include "grammar/scope.hpp"

namespace caveat {

bool excused(Matcher& matcher, const Program& program, const std::optional<PatternId>& unless,
             const Match& match) {
  if (!unless || !may_match(matcher, program.patterns[*unless])) return false;
  const auto subject = matcher.subject;
  set_window(matcher, match.begin, match.end);
  const auto begin = clause_begin(subject, match.begin);
  const auto end = clause_end(subject, match.end - 1);
  const bool found = find_match(matcher, program, *unless, begin, end).has_value();
  set_window(matcher, subject.first, subject.last);
  return found;
}

std::optional<Match> next_match(Matcher& matcher, const Program& program, PatternId pattern,
                                const std::optional<PatternId>& unless, std::uint32_t from) {
  for (auto token = from; token < matcher.subject.last; ++token) {
    auto match = match_at(matcher, program, pattern, token);
    if (match && match->end > match->begin && !excused(matcher, program, unless, *match)) {
      return match;
    }
  }
  return std::nullopt;
}

}  // namespace caveat
