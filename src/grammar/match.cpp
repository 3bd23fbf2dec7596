#include "grammar/match.hpp"

#include <algorithm>

namespace caveat {
namespace {

constexpr std::uint32_t fail = no_id;

/// Deep enough for any honest pattern; a hostile one fails here instead of using up the stack.
constexpr std::uint32_t max_depth = 1000;

bool passes(const Subject& subject, TokenTest test, std::uint32_t at) {
  const auto& token = subject.prose->tokens[at];
  switch (test) {
    case TokenTest::word:
      return token.kind == TokenKind::word;
    case TokenTest::number:
      return token.kind == TokenKind::number;
    case TokenTest::quantity:
      return token.kind == TokenKind::quantity;
    case TokenTest::year:
      return token.year;
    case TokenTest::link:
      return token.kind == TokenKind::link;
    case TokenTest::punctuation:
      return token.kind == TokenKind::punctuation;
    case TokenTest::capital:
      return token.capital;
    case TokenTest::linked:
      return token.linked;
  }
  return false;
}

bool holds(const Subject& subject, StateTest test, std::uint32_t at) {
  switch (test) {
    case StateTest::question:
      return subject.question;
    case StateTest::heading:
      return subject.heading;
    case StateTest::title:
      return subject.title;
    case StateTest::list_item:
      return subject.list_item;
    case StateTest::quotation:
      return subject.quotation;
    case StateTest::start:
      return at == subject.first;
    case StateTest::end:
      return at == subject.last;
  }
  return false;
}

struct Run {
  Matcher& matcher;
  const Program& program;
  std::vector<Call>* calls = nullptr;  ///< null where nobody asks
  std::uint32_t call_depth = 0;

  const Subject& subject() const { return matcher.subject; }

  Matcher::Memo& memo(const Node& node, std::uint32_t at) {
    return matcher.memos[(at - subject().first) * program.memos + node.memo];
  }

  std::uint32_t match(std::uint32_t index, std::uint32_t at) {
    const auto& node = program.nodes[index];
    if (node.memo == no_id) return try_node(node, at);
    if (const auto& known = memo(node, at); known.epoch == matcher.epoch) return known.end;
    const auto end = try_node(node, at);
    memo(node, at) = {matcher.epoch, end};
    return end;
  }

  std::uint32_t try_node(const Node& node, std::uint32_t at) {
    if (matcher.depth == max_depth) return fail;
    ++matcher.depth;
    ++matcher.steps;
    const auto end = dispatch(node, at);
    --matcher.depth;
    return end;
  }

  std::uint32_t dispatch(const Node& node, std::uint32_t at) {
    switch (node.code) {
      case Code::symbol:
        return symbol(node, at);
      case Code::ranked:
        return ranked(node, at);
      case Code::any:
        return at < subject().last && !starts_clause(at) ? at + 1 : fail;
      case Code::token:
        return token(node, at);
      case Code::state:
        return holds(subject(), static_cast<StateTest>(node.a), at) ? at : fail;
      case Code::ending:
        return at < subject().last && ends_in(program.endings[node.a], at) ? at + 1 : fail;
      case Code::scope:
        return scope(node, at);
      case Code::sequence:
        return sequence(node, at);
      case Code::choice:
        return choice(node, at);
      case Code::optional:
        return optional(node, at);
      case Code::star:
        return star(node, at);
      case Code::ahead:
        return match(node.a, at) == fail ? fail : at;
      case Code::absent:
        return match(node.a, at) == fail ? at : fail;
      case Code::gap:
        return gap(node, at).end;
      case Code::slot:
        return match(node.a, at);
      case Code::call:
        return match(program.productions[node.a], at);
    }
    return fail;
  }

  /// The first token of a sentence opens a clause but does not leave one.
  bool starts_clause(std::uint32_t at) const {
    return at != subject().first && subject().marks->clause_start[at] != 0;
  }

  std::uint32_t symbol(const Node& node, std::uint32_t at) const {
    if (at >= subject().last) return fail;
    const auto end = longest(*subject().tagging, at, node.a);
    return end == 0 ? fail : end;
  }

  std::uint32_t ranked(const Node& node, std::uint32_t at) const {
    if (at >= subject().last) return fail;
    std::uint32_t best = fail;
    std::uint32_t end = fail;
    const auto first = program.ranked.begin() + node.a;
    for (const auto& tag : tags_at(*subject().tagging, at)) {
      const auto found = std::lower_bound(first, first + node.b, tag.symbol,
                                          [](const auto& a, SymbolId b) { return a.symbol < b; });
      if (found == first + node.b || found->symbol != tag.symbol) continue;
      if (found->rank < best || (found->rank == best && tag.end > end)) {
        best = found->rank;
        end = tag.end;
      }
    }
    return end;
  }

  std::uint32_t token(const Node& node, std::uint32_t at) const {
    if (at >= subject().last) return fail;
    return passes(subject(), static_cast<TokenTest>(node.a), at) ? at + 1 : fail;
  }

  /// Only letters of ASCII end a word of a language that a pack tells by its endings.
  bool ends_in(std::string_view ending, std::uint32_t at) const {
    const auto& token = subject().prose->tokens[at];
    if (token.kind != TokenKind::word || size(token.span) <= ending.size()) return false;
    const auto letters = subject().text.substr(token.span.end - ending.size(), ending.size());
    return std::ranges::equal(letters, ending, [](char a, char b) {
      return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b;
    });
  }

  std::uint32_t scope(const Node& node, std::uint32_t at) const {
    if (at >= subject().last || at < matcher.window_begin || at >= matcher.window_end) return fail;
    return (subject().marks->scopes[at] >> node.a & 1U) != 0 ? at + 1 : fail;
  }

  std::uint32_t sequence(const Node& node, std::uint32_t at) {
    for (auto kid = node.a; kid < node.a + node.b && at != fail; ++kid) {
      at = match(program.kids[kid], at);
    }
    return at;
  }

  std::uint32_t choice(const Node& node, std::uint32_t at) {
    for (auto kid = node.a; kid < node.a + node.b; ++kid) {
      const auto end = match(program.kids[kid], at);
      if (end != fail) return end;
    }
    return fail;
  }

  std::uint32_t optional(const Node& node, std::uint32_t at) {
    const auto end = match(node.a, at);
    return end == fail ? at : end;
  }

  /// The loop ends alike from every token that it passes, so all of them are remembered at once:
  /// without that, loops tried at each token would cost the square of the sentence.
  std::uint32_t star(const Node& node, std::uint32_t at) {
    auto end = at;
    auto& passed = matcher.passed;
    const auto mine = passed.size();
    for (;;) {
      if (const auto& known = memo(node, end); known.epoch == matcher.epoch) {
        end = known.end;
        break;
      }
      const auto next = match(node.a, end);
      if (next == fail || next == end) break;
      passed.push_back(end);
      end = next;
    }
    for (auto token = mine; token < passed.size(); ++token) {
      memo(node, passed[token]) = {matcher.epoch, end};
    }
    passed.resize(mine);
    return end;
  }

  struct Gap {
    std::uint32_t begin = fail;
    std::uint32_t end = fail;
  };

  Gap gap(const Node& node, std::uint32_t at) {
    const auto limit = std::min(subject().last, at + node.b);
    for (auto token = at; token <= limit; ++token) {
      if (token < subject().last && starts_clause(token)) return {};
      const auto end = match(node.a, token);
      if (end != fail) return {token, end};
    }
    return {};
  }

  /// Walks the one way through the pattern that matched and collects its slots. Memos make each
  /// step of it a look-up.
  void capture(std::uint32_t index, std::uint32_t at, std::vector<Capture>& captures) {
    const auto& node = program.nodes[index];
    if (matcher.depth == max_depth) return;
    ++matcher.depth;
    switch (node.code) {
      case Code::sequence:
        capture_sequence(node, at, captures);
        break;
      case Code::choice:
        capture_choice(node, at, captures);
        break;
      case Code::optional:
        if (match(node.a, at) != fail) capture(node.a, at, captures);
        break;
      case Code::star:
        capture_star(node, at, captures);
        break;
      case Code::gap:
        capture(node.a, gap(node, at).begin, captures);
        break;
      case Code::call:
        capture_call(node, at, captures);
        break;
      case Code::slot:
        captures.push_back({node.b, at, match(node.a, at)});
        capture(node.a, at, captures);
        break;
      default:
        break;
    }
    --matcher.depth;
  }

  void capture_call(const Node& node, std::uint32_t at, std::vector<Capture>& captures) {
    const auto root = program.productions[node.a];
    if (calls != nullptr) calls->push_back({node.a, call_depth, at, match(root, at)});
    ++call_depth;
    capture(root, at, captures);
    --call_depth;
  }

  void capture_sequence(const Node& node, std::uint32_t at, std::vector<Capture>& captures) {
    for (auto kid = node.a; kid < node.a + node.b; ++kid) {
      capture(program.kids[kid], at, captures);
      at = match(program.kids[kid], at);
    }
  }

  void capture_choice(const Node& node, std::uint32_t at, std::vector<Capture>& captures) {
    for (auto kid = node.a; kid < node.a + node.b; ++kid) {
      if (match(program.kids[kid], at) == fail) continue;
      capture(program.kids[kid], at, captures);
      return;
    }
  }

  void capture_star(const Node& node, std::uint32_t at, std::vector<Capture>& captures) {
    for (auto next = match(node.a, at); next != fail && next != at; next = match(node.a, at)) {
      capture(node.a, at, captures);
      at = next;
    }
  }
};

bool can_begin(const Matcher& matcher, const PatternCode& pattern, std::uint32_t at) {
  if (pattern.begins_anywhere) return true;
  if (at >= matcher.subject.last) return false;
  return std::ranges::any_of(tags_at(*matcher.subject.tagging, at), [&](const Tag& tag) {
    return std::binary_search(pattern.begins.begin(), pattern.begins.end(), tag.symbol);
  });
}

void note_symbols(Matcher& matcher, const Lexicon& lexicon) {
  for (const auto symbol : matcher.present_symbols) matcher.present[symbol / 64] = 0;
  matcher.present_symbols.clear();
  matcher.present.resize(lexicon.symbols.size() / 64 + 1);
  const auto& tagging = *matcher.subject.tagging;
  const auto end = tagging.first[matcher.subject.last];
  for (auto at = tagging.first[matcher.subject.first]; at < end; ++at) {
    const auto symbol = tagging.tags[at].symbol;
    matcher.present[symbol / 64] |= 1ULL << (symbol % 64);
    matcher.present_symbols.push_back(symbol);
  }
}

}  // namespace

void begin_sentence(Matcher& matcher, const Program& program, const Lexicon& lexicon,
                    const Subject& subject) {
  matcher.subject = subject;
  note_symbols(matcher, lexicon);
  const auto cells = (subject.last - subject.first + 1) * std::size_t{program.memos};
  if (matcher.memos.size() < cells) matcher.memos.resize(cells);
  set_window(matcher, subject.first, subject.last);
}

void forget(Matcher& matcher) {
  if (++matcher.epoch != 0) return;
  std::fill(matcher.memos.begin(), matcher.memos.end(), Matcher::Memo{});
  matcher.epoch = 1;
}

void set_window(Matcher& matcher, std::uint32_t begin, std::uint32_t end) {
  matcher.window_begin = begin;
  matcher.window_end = end;
  forget(matcher);
}

bool may_match(const Matcher& matcher, const PatternCode& pattern) {
  return std::ranges::all_of(pattern.needs, [&](const auto& need) {
    return std::ranges::any_of(need, [&](SymbolId symbol) {
      return (matcher.present[symbol / 64] >> (symbol % 64) & 1U) != 0;
    });
  });
}

std::optional<Match> match_at(Matcher& matcher, const Program& program, PatternId pattern,
                              std::uint32_t token) {
  const auto& code = program.patterns[pattern];
  if (!can_begin(matcher, code, token)) return std::nullopt;
  Run run{matcher, program};
  const auto end = run.match(code.root, token);
  if (end == fail) return std::nullopt;
  Match match{token, end, {}};
  run.capture(code.root, token, match.captures);
  return match;
}

std::vector<Call> calls_at(Matcher& matcher, const Program& program, PatternId pattern,
                           std::uint32_t token) {
  std::vector<Call> calls;
  if (!match_at(matcher, program, pattern, token)) return calls;
  std::vector<Capture> captures;
  Run{matcher, program, &calls}.capture(program.patterns[pattern].root, token, captures);
  return calls;
}

std::optional<Match> find_match(Matcher& matcher, const Program& program, PatternId pattern,
                                std::uint32_t from, std::uint32_t to) {
  for (auto token = from; token < to; ++token) {
    if (auto match = match_at(matcher, program, pattern, token)) return match;
  }
  return std::nullopt;
}

const Capture* capture_of(const Match& match, std::uint32_t slot) {
  const auto at = std::ranges::find(match.captures, slot, &Capture::slot);
  return at == match.captures.end() ? nullptr : &*at;
}

}  // namespace caveat
