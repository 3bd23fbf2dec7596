#include "grammar/compile.hpp"

#include <algorithm>
#include <array>
#include <functional>

#include "grammar/analyse.hpp"
#include "pack/problem.hpp"
#include "pack/suggest.hpp"

namespace caveat {
namespace {

struct Builtin {
  std::string_view name;
  Code code;
  std::uint32_t test;
};

constexpr std::uint32_t test(TokenTest value) {
  return static_cast<std::uint32_t>(value);
}
constexpr std::uint32_t test(StateTest value) {
  return static_cast<std::uint32_t>(value);
}

constexpr auto builtins = std::to_array<Builtin>({
    {"word", Code::token, test(TokenTest::word)},
    {"number", Code::token, test(TokenTest::number)},
    {"quantity", Code::token, test(TokenTest::quantity)},
    {"year", Code::token, test(TokenTest::year)},
    {"link", Code::token, test(TokenTest::link)},
    {"punctuation", Code::token, test(TokenTest::punctuation)},
    {"capital", Code::token, test(TokenTest::capital)},
    {"linked", Code::token, test(TokenTest::linked)},
    {"question", Code::state, test(StateTest::question)},
    {"heading", Code::state, test(StateTest::heading)},
    {"title", Code::state, test(StateTest::title)},
    {"list-item", Code::state, test(StateTest::list_item)},
    {"quotation", Code::state, test(StateTest::quotation)},
    {"start", Code::state, test(StateTest::start)},
    {"end", Code::state, test(StateTest::end)},
});

/// `ends-ed`: "ed". Empty for every other name.
std::string_view ending_of(std::string_view name) {
  constexpr std::string_view prefix = "ends-";
  return name.starts_with(prefix) ? name.substr(prefix.size()) : std::string_view{};
}

/// One pattern on its way into the program.
struct Compiler {
  GrammarBuilder& grammar;
  LexiconBuilder& lexicon;
  const Text& text;
  const Notation& notation;
  std::vector<PackDiagnostic>& diagnostics;

  std::uint32_t add(Code code, std::uint32_t a, std::uint32_t b, Span span, bool memo = false) {
    auto& program = grammar.program;
    program.nodes.push_back({code, a, b, memo ? program.memos++ : no_id});
    grammar.origins.push_back(place_in(text, span));
    return static_cast<std::uint32_t>(program.nodes.size() - 1);
  }

  std::uint32_t add_list(Code code, const std::vector<std::uint32_t>& nodes, Span span) {
    auto& kids = grammar.program.kids;
    const auto first = static_cast<std::uint32_t>(kids.size());
    kids.insert(kids.end(), nodes.begin(), nodes.end());
    return add(code, first, static_cast<std::uint32_t>(nodes.size()), span);
  }

  std::uint32_t literal(const Expression& expression) {
    const auto endings = expression.op == Op::words ? Endings::none : Endings::every;
    const auto symbol = literal_symbol(lexicon, expression.text, endings);
    if (symbol != no_id) return add(Code::symbol, symbol, 0, expression.span);
    report(diagnostics, place_in(text, expression.span), "empty-literal",
           "nothing to match between the quotes");
    return add(Code::choice, 0, 0, expression.span);
  }

  std::uint32_t ending_index(std::string_view ending) {
    auto& endings = grammar.program.endings;
    const auto at = std::find(endings.begin(), endings.end(), ending);
    if (at == endings.end()) endings.emplace_back(ending);
    return static_cast<std::uint32_t>(std::find(endings.begin(), endings.end(), ending) -
                                      endings.begin());
  }

  std::uint32_t name(const Expression& expression) {
    const auto& name = expression.text;
    if (const auto at = grammar.productions.find(name); at != grammar.productions.end()) {
      return add(Code::call, at->second, 0, expression.span);
    }
    for (const auto& builtin : builtins) {
      if (builtin.name == name) return add(builtin.code, builtin.test, 0, expression.span);
    }
    if (const auto ending = ending_of(name); !ending.empty()) {
      return add(Code::ending, ending_index(ending), 0, expression.span);
    }
    if (const auto symbol = symbol_named(lexicon, name); symbol != no_id) {
      return add(Code::symbol, symbol, 0, expression.span);
    }
    if (const auto at = grammar.scopes.find(name); at != grammar.scopes.end()) {
      return add(Code::scope, at->second, 0, expression.span);
    }
    report(diagnostics, place_in(text, expression.span), "unknown-name",
           "no loaded pack has a production, concept, class, tag or scope '" + name + "'" +
               did_you_mean(name, grammar.names));
    return add(Code::choice, 0, 0, expression.span);
  }

  std::uint32_t slot(const Expression& expression, std::uint32_t child) {
    auto& names = grammar.program.slot_names;
    const auto next = static_cast<std::uint32_t>(names.size());
    const auto [at, fresh] = grammar.slots.emplace(expression.text, next);
    if (fresh) names.push_back(expression.text);
    return add(Code::slot, child, at->second, expression.span);
  }

  /// A choice among words and concepts only is one look-up, however long.
  std::optional<std::uint32_t> ranked(const Expression& expression,
                                      const std::vector<std::uint32_t>& nodes) {
    auto& program = grammar.program;
    std::vector<RankedSymbol> ranked;
    for (const auto node : nodes) {
      if (program.nodes[node].code != Code::symbol) return std::nullopt;
      ranked.push_back({program.nodes[node].a, static_cast<std::uint32_t>(ranked.size())});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.symbol < b.symbol; });
    const auto first = static_cast<std::uint32_t>(program.ranked.size());
    program.ranked.insert(program.ranked.end(), ranked.begin(), ranked.end());
    return add(Code::ranked, first, static_cast<std::uint32_t>(ranked.size()), expression.span);
  }

  std::uint32_t compound(const Expression& expression, const std::vector<std::uint32_t>& nodes) {
    const auto span = expression.span;
    switch (expression.op) {
      case Op::sequence:
        return add_list(Code::sequence, nodes, span);
      case Op::choice:
        if (const auto node = ranked(expression, nodes)) return *node;
        return add_list(Code::choice, nodes, span);
      case Op::optional:
        return add(Code::optional, nodes[0], 0, span);
      case Op::star:
        return add(Code::star, nodes[0], 0, span, true);
      case Op::plus:
        return add_list(Code::sequence, {nodes[0], add(Code::star, nodes[0], 0, span, true)}, span);
      case Op::ahead:
        return add(Code::ahead, nodes[0], 0, span, true);
      case Op::absent:
        return add(Code::absent, nodes[0], 0, span, true);
      case Op::gap:
        return add(Code::gap, memoised(nodes[0]), expression.count, span, true);
      default:
        return slot(expression, nodes[0]);
    }
  }

  /// What follows a gap is tried at every token of it.
  std::uint32_t memoised(std::uint32_t node) {
    auto& memo = grammar.program.nodes[node].memo;
    if (memo == no_id) memo = grammar.program.memos++;
    return node;
  }

  std::uint32_t compile() {
    std::vector<std::uint32_t> nodes;
    for (const auto& expression : notation.expressions) {
      std::vector<std::uint32_t> parts;
      for (const auto part : expression.parts) parts.push_back(nodes[part]);
      if (expression.op == Op::words || expression.op == Op::lemmas) {
        nodes.push_back(literal(expression));
      } else if (expression.op == Op::name) {
        nodes.push_back(name(expression));
      } else if (expression.op == Op::any) {
        nodes.push_back(add(Code::any, 0, 0, expression.span));
      } else {
        nodes.push_back(compound(expression, parts));
      }
    }
    return nodes.back();
  }
};

std::optional<std::uint32_t> compile_text(GrammarBuilder& grammar, LexiconBuilder& lexicon,
                                          const Text& text,
                                          std::vector<PackDiagnostic>& diagnostics) {
  NotationError error;
  const auto notation = parse_notation(text.value, error);
  if (!notation) {
    report(diagnostics, place_in(text, error.span), "malformed-pattern", error.message);
    return std::nullopt;
  }
  const auto before = diagnostics.size();
  const auto root = Compiler{grammar, lexicon, text, *notation, diagnostics}.compile();
  if (diagnostics.size() > before) return std::nullopt;
  return root;
}

void declare(GrammarBuilder& grammar, std::span<const Pack> packs) {
  auto& program = grammar.program;
  program.nodes.push_back({});  // node 0 never matches: what a broken production calls
  grammar.origins.emplace_back();
  for (const auto& builtin : builtins) grammar.names.emplace_back(builtin.name);
  for (const auto& pack : packs) {
    for (const auto& production : pack.productions) {
      const auto index = static_cast<std::uint32_t>(program.productions.size());
      if (!grammar.productions.emplace(production.name.value, index).second) continue;
      program.productions.push_back(0);
      program.production_names.push_back(production.name.value);
      grammar.names.push_back(production.name.value);
    }
    for (const auto& scope : pack.scopes) {
      if (is_shown(scope.kind)) continue;
      const auto index = static_cast<std::uint32_t>(program.scope_names.size());
      if (index == 64 || !grammar.scopes.emplace(scope.id.value, index).second) continue;
      program.scope_names.push_back(scope.id.value);
      grammar.names.push_back(scope.id.value);
    }
  }
}

void break_loops(GrammarBuilder& grammar, std::vector<PackDiagnostic>& diagnostics) {
  auto& nodes = grammar.program.nodes;
  const auto nullable = nullable_nodes(grammar.program);
  for (std::size_t at = 0; at < nodes.size(); ++at) {
    if (nodes[at].code != Code::star || !nullable[nodes[at].a]) continue;
    report(diagnostics, grammar.origins[at], "empty-loop",
           "what is repeated here can match nothing, so it would repeat forever");
    nodes[at] = {};
  }
}

void break_recursion(GrammarBuilder& grammar, std::vector<PackDiagnostic>& diagnostics) {
  auto& program = grammar.program;
  const auto recursive = left_recursive(program, nullable_nodes(program));
  for (std::size_t at = 0; at < recursive.size(); ++at) {
    if (!recursive[at]) continue;
    report(diagnostics, grammar.origins[program.productions[at]], "left-recursion",
           "production '" + program.production_names[at] +
               "' can call itself before it has taken a token");
    program.productions[at] = 0;
  }
}

}  // namespace

std::uint32_t slot_named(const Program& program, std::string_view name) {
  const auto& names = program.slot_names;
  const auto at = std::find(names.begin(), names.end(), name);
  return at == names.end() ? no_id : static_cast<std::uint32_t>(at - names.begin());
}

GrammarBuilder start_grammar(std::span<const Pack> packs, LexiconBuilder& lexicon,
                             std::vector<PackDiagnostic>& diagnostics) {
  GrammarBuilder grammar;
  declare(grammar, packs);
  for (const auto& [name, symbol] : lexicon.by_name) grammar.names.push_back(name);
  std::sort(grammar.names.begin(), grammar.names.end());
  for (const auto& pack : packs) {
    for (const auto& production : pack.productions) {
      auto& root = grammar.program.productions[grammar.productions.at(production.name.value)];
      if (root != 0) continue;
      const auto node = compile_text(grammar, lexicon, production.pattern, diagnostics);
      if (!node) continue;
      auto& memo = grammar.program.nodes[*node].memo;
      if (memo == no_id) memo = grammar.program.memos++;
      root = *node;
    }
  }
  return grammar;
}

std::optional<PatternId> add_pattern(GrammarBuilder& builder, LexiconBuilder& lexicon,
                                     const Text& text, std::vector<PackDiagnostic>& diagnostics) {
  const auto root = compile_text(builder, lexicon, text, diagnostics);
  if (!root) return std::nullopt;
  builder.program.patterns.push_back({*root, {}, true, {}});
  return static_cast<PatternId>(builder.program.patterns.size() - 1);
}

std::vector<std::string> slots_of(const GrammarBuilder& builder, PatternId pattern) {
  const auto& program = builder.program;
  std::vector<std::string> names;
  std::vector<bool> seen(program.nodes.size());
  std::vector<std::uint32_t> open{program.patterns[pattern].root};
  while (!open.empty()) {
    const auto at = open.back();
    open.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    const auto& node = program.nodes[at];
    if (node.code == Code::slot) names.push_back(program.slot_names[node.b]);
    if (node.code == Code::call) open.push_back(program.productions[node.a]);
    if (node.code == Code::sequence || node.code == Code::choice) {
      open.insert(open.end(), program.kids.begin() + node.a,
                  program.kids.begin() + node.a + node.b);
    }
    if (node.code >= Code::optional && node.code <= Code::slot) open.push_back(node.a);
  }
  return names;
}

Program finish_grammar(GrammarBuilder& builder, std::vector<PackDiagnostic>& diagnostics) {
  break_loops(builder, diagnostics);
  break_recursion(builder, diagnostics);
  find_needs(builder.program, nullable_nodes(builder.program));
  return std::move(builder.program);
}

}  // namespace caveat
