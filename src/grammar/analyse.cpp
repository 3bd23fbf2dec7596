#include "grammar/analyse.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace caveat {
namespace {

std::span<const std::uint32_t> kids_of(const Program& program, const Node& node) {
  return {program.kids.data() + node.a, node.b};
}

bool is_nullable(const Program& program, const std::vector<bool>& nullable, const Node& node) {
  const auto null = [&](std::uint32_t kid) { return nullable[kid]; };
  switch (node.code) {
    case Code::sequence:
      return std::ranges::all_of(kids_of(program, node), null);
    case Code::choice:
      return std::ranges::any_of(kids_of(program, node), null);
    case Code::gap:
    case Code::slot:
      return nullable[node.a];
    case Code::call:
      return nullable[program.productions[node.a]];
    case Code::optional:
    case Code::star:
    case Code::ahead:
    case Code::absent:
    case Code::state:
      return true;
    default:
      return false;
  }
}

/// Productions that can be called at the token where `at` starts.
void left_calls(const Program& program, const std::vector<bool>& nullable, std::uint32_t at,
                std::vector<std::uint32_t>& calls) {
  const auto& node = program.nodes[at];
  if (node.code == Code::call) calls.push_back(node.a);
  if (node.code >= Code::optional && node.code <= Code::slot) {
    left_calls(program, nullable, node.a, calls);
  }
  if (node.code != Code::sequence && node.code != Code::choice) return;
  for (const auto kid : kids_of(program, node)) {
    left_calls(program, nullable, kid, calls);
    if (node.code == Code::sequence && !nullable[kid]) return;
  }
}

using Symbols = std::vector<SymbolId>;
using Needs = std::vector<Symbols>;

Symbols united(Symbols a, const Symbols& b) {
  a.insert(a.end(), b.begin(), b.end());
  std::sort(a.begin(), a.end());
  a.erase(std::unique(a.begin(), a.end()), a.end());
  return a;
}

Symbols symbols_of(const Program& program, const Node& node) {
  if (node.code == Code::symbol) return {node.a};
  Symbols symbols;
  for (auto at = node.a; at < node.a + node.b; ++at) symbols.push_back(program.ranked[at].symbol);
  return united(std::move(symbols), {});
}

/// A long list of conditions costs more than it saves.
constexpr std::size_t most_needs = 4;

struct Beginning {
  bool known = false;
  Symbols symbols;
};

/// Computes needs and begins node by node, each production once. Of a production that is being
/// computed (it recurses), and of a chain deeper than `most_open`, nothing is assumed.
struct Finder {
  static constexpr std::uint32_t most_open = 500;

  const Program& program;
  const std::vector<bool>& nullable;
  std::vector<bool> open;
  std::vector<std::optional<Needs>> needs_known;
  std::vector<std::optional<Beginning>> begins_known;
  std::uint32_t depth = 0;

  Needs needs(std::uint32_t at) {
    const auto& node = program.nodes[at];
    switch (node.code) {
      case Code::symbol:
      case Code::ranked:
        return {symbols_of(program, node)};
      case Code::sequence:
        return needs_of_sequence(node);
      case Code::choice:
        return needs_of_choice(node);
      case Code::ahead:
      case Code::gap:
      case Code::slot:
        return needs(node.a);
      case Code::call:
        return needs_of_call(node);
      default:
        return {};
    }
  }

  Needs needs_of_call(const Node& node) {
    auto& known = needs_known[node.a];
    if (known) return *known;
    if (open[node.a] || depth == most_open) return {};
    open[node.a] = true;
    ++depth;
    known = needs(program.productions[node.a]);
    --depth;
    open[node.a] = false;
    return *known;
  }

  Needs needs_of_sequence(const Node& node) {
    Needs all;
    for (const auto kid : kids_of(program, node)) {
      auto some = needs(kid);
      all.insert(all.end(), some.begin(), some.end());
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const auto& a, const auto& b) { return a.size() < b.size(); });
    if (all.size() > most_needs) all.resize(most_needs);
    return all;
  }

  /// One set: some symbol of the narrowest need of each alternative.
  Needs needs_of_choice(const Node& node) {
    Symbols either;
    for (const auto kid : kids_of(program, node)) {
      const auto some = needs(kid);
      if (some.empty()) return {};
      either = united(std::move(either), some.front());
    }
    return either.empty() ? Needs{} : Needs{either};
  }

  /// False: it can begin at any token.
  bool begins(std::uint32_t at, Symbols& symbols) {
    const auto& node = program.nodes[at];
    switch (node.code) {
      case Code::symbol:
      case Code::ranked:
        symbols = united(std::move(symbols), symbols_of(program, node));
        return true;
      case Code::sequence:
        return begins_sequence(node, symbols);
      case Code::choice:
        return std::ranges::all_of(kids_of(program, node), [&](auto kid) {
          return !nullable[kid] && begins(kid, symbols);
        });
      case Code::slot:
        return begins(node.a, symbols);
      case Code::call:
        return begins_call(node, symbols);
      default:
        return false;
    }
  }

  bool begins_sequence(const Node& node, Symbols& symbols) {
    for (const auto kid : kids_of(program, node)) {
      const auto code = program.nodes[kid].code;
      if (code == Code::absent || code == Code::ahead || code == Code::state) continue;
      const bool may_skip = nullable[kid];
      const bool optional = code == Code::optional || code == Code::star;
      if (!begins(optional ? program.nodes[kid].a : kid, symbols)) return false;
      if (!may_skip) return true;
    }
    return false;
  }

  bool begins_call(const Node& node, Symbols& symbols) {
    auto& beginning = begins_known[node.a];
    if (!beginning) {
      if (open[node.a] || depth == most_open) return false;
      open[node.a] = true;
      ++depth;
      Beginning found;
      found.known = begins(program.productions[node.a], found.symbols);
      beginning = std::move(found);
      --depth;
      open[node.a] = false;
    }
    symbols = united(std::move(symbols), beginning->symbols);
    return beginning->known;
  }
};

}  // namespace

std::vector<bool> nullable_nodes(const Program& program) {
  std::vector<bool> nullable(program.nodes.size());
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t at = 0; at < nullable.size(); ++at) {
      if (nullable[at] || !is_nullable(program, nullable, program.nodes[at])) continue;
      nullable[at] = changed = true;
    }
  }
  return nullable;
}

std::vector<bool> left_recursive(const Program& program, const std::vector<bool>& nullable) {
  const auto count = program.productions.size();
  std::vector<std::vector<std::uint32_t>> calls(count);
  for (std::size_t at = 0; at < count; ++at) {
    left_calls(program, nullable, program.productions[at], calls[at]);
  }
  std::vector<bool> recursive(count);
  for (std::uint32_t from = 0; from < count; ++from) {
    std::vector<bool> seen(count);
    auto open = calls[from];
    while (!open.empty()) {
      const auto at = open.back();
      open.pop_back();
      if (at == from) recursive[from] = true;
      if (seen[at]) continue;
      seen[at] = true;
      open.insert(open.end(), calls[at].begin(), calls[at].end());
    }
  }
  return recursive;
}

void find_needs(Program& program, const std::vector<bool>& nullable) {
  const auto count = program.productions.size();
  Finder finder{program, nullable, std::vector<bool>(count), {}, {}};
  finder.needs_known.resize(count);
  finder.begins_known.resize(count);
  for (auto& pattern : program.patterns) {
    pattern.needs = finder.needs(pattern.root);
    pattern.begins.clear();
    pattern.begins_anywhere =
        nullable[pattern.root] || !finder.begins(pattern.root, pattern.begins);
  }
}

}  // namespace caveat
