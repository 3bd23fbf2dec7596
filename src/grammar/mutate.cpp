#include "grammar/mutate.hpp"

#include <algorithm>
#include <functional>

namespace caveat {
namespace {

std::string printed(const Program& program, const Lexicon& lexicon, std::uint32_t index,
                    std::uint32_t depth = 0);

std::string printed_kids(const Program& program, const Lexicon& lexicon, const Node& node,
                         std::uint32_t depth) {
  const std::string between = node.code == Code::choice ? " / " : " ";
  std::string text = node.b == 0 ? "!." : "";
  for (std::uint32_t kid = 0; kid < node.b; ++kid) {
    if (kid == 3) return "( " + text + between + "… )";
    if (kid > 0) text += between;
    text += printed(program, lexicon, program.kids[node.a + kid], depth + 1);
  }
  return "( " + text + " )";
}

std::string printed_ranked(const Program& program, const Lexicon& lexicon, const Node& node) {
  const bool more = node.b > 1;
  return "( " + lexicon.symbols[program.ranked[node.a].symbol].name + (more ? " / … )" : " )");
}

const char* mark_of(Code code) {
  switch (code) {
    case Code::ahead:
      return "&";
    case Code::absent:
      return "!";
    case Code::gap:
      return ".. ";
    default:
      return "";
  }
}

std::string printed(const Program& program, const Lexicon& lexicon, std::uint32_t index,
                    std::uint32_t depth) {
  const Node& node = program.nodes[index];
  if (depth > 6) return "…";
  switch (node.code) {
    case Code::symbol:
      return lexicon.symbols[node.a].name;
    case Code::ranked:
      return printed_ranked(program, lexicon, node);
    case Code::call:
      return program.production_names[node.a];
    case Code::scope:
      return program.scope_names[node.a];
    case Code::any:
      return ".";
    case Code::sequence:
    case Code::choice:
      return printed_kids(program, lexicon, node, depth);
    case Code::slot:
      return program.slot_names[node.b] + ":" + printed(program, lexicon, node.a, depth + 1);
    case Code::ahead:
    case Code::absent:
    case Code::gap:
      return mark_of(node.code) + printed(program, lexicon, node.a, depth + 1);
    case Code::optional:
      return printed(program, lexicon, node.a, depth + 1) + "?";
    case Code::star:
      return printed(program, lexicon, node.a, depth + 1) + "*";
    default:
      return "a kind of token";
  }
}

/// What may match nothing is no part that somebody asked for.
bool is_asked_for(const Node& node) {
  return node.code != Code::optional && node.code != Code::star;
}

bool has_child(const Node& node) {
  return node.code == Code::optional || node.code == Code::star || node.code == Code::gap ||
         node.code == Code::slot;
}

void collect(const Program& program, std::uint32_t index, std::vector<std::uint32_t>& found);

/// A choice inside a sequence is one part: its alternatives are words for one thing, and to ask for
/// an example of each would make lists short instead of rules sure. So is a predicate.
void collect_parts(const Program& program, const Node& node, std::vector<std::uint32_t>& found) {
  for (std::uint32_t kid = 0; kid < node.b; ++kid) {
    const auto child = program.kids[node.a + kid];
    const auto& part = program.nodes[child];
    if (node.b > 1 && is_asked_for(part)) found.push_back(child);
    if (has_child(part)) collect(program, part.a, found);
  }
}

void collect(const Program& program, std::uint32_t index, std::vector<std::uint32_t>& found) {
  const Node& node = program.nodes[index];
  if (has_child(node)) collect(program, node.a, found);
  if (node.code == Code::sequence) collect_parts(program, node, found);
}

/// The shapes that a whole pattern may have.
std::vector<std::uint32_t> shapes_of(const Program& program, PatternId pattern) {
  const auto root = program.patterns[pattern].root;
  const Node& node = program.nodes[root];
  if (node.code != Code::choice || node.b == 0) return {root};
  const auto first = program.kids.begin() + node.a;
  return {first, first + node.b};
}

/// A changed pattern may begin anywhere and needs nothing that is known of it.
void loosen(Program& program, PatternId pattern) {
  program.patterns[pattern].begins_anywhere = true;
  program.patterns[pattern].needs.clear();
}

std::vector<Part> named(const Program& program, const Lexicon& lexicon,
                        const std::vector<std::uint32_t>& nodes) {
  std::vector<Part> parts;
  for (const auto node : nodes) parts.push_back({{node}, printed(program, lexicon, node)});
  return parts;
}

bool is_word(const Program& program, const Lexicon& lexicon, std::uint32_t node) {
  const auto& code = program.nodes[node];
  return code.code == Code::ranked || (code.code == Code::symbol && code.a >= lexicon.literals);
}

}  // namespace

std::vector<Part> conjuncts_of(const Program& program, const Lexicon& lexicon, PatternId pattern) {
  std::vector<std::uint32_t> nodes;
  for (const auto shape : shapes_of(program, pattern)) collect(program, shape, nodes);
  return named(program, lexicon, nodes);
}

std::vector<Part> alternatives_of(const Program& program, const Lexicon& lexicon,
                                  PatternId pattern) {
  auto shapes = shapes_of(program, pattern);
  const auto is_plain = [&](std::uint32_t node) { return is_word(program, lexicon, node); };
  const auto words = std::stable_partition(shapes.begin(), shapes.end(), std::not_fn(is_plain));
  Part list{{words, shapes.end()}, ""};
  shapes.erase(words, shapes.end());
  auto parts = named(program, lexicon, shapes);
  if (list.nodes.empty()) return parts;
  list.words = "the words " + printed(program, lexicon, list.nodes.front()) + "…";
  parts.push_back(std::move(list));
  return parts;
}

void leave_out(Program& program, const Part& part, PatternId pattern) {
  program.nodes.push_back({Code::choice, 0, 0, no_id});
  const auto never = static_cast<std::uint32_t>(program.nodes.size() - 1);
  for (const auto node : part.nodes) program.nodes[node] = {Code::optional, never, 0, no_id};
  loosen(program, pattern);
}

void forbid(Program& program, const Part& part, PatternId pattern) {
  for (const auto node : part.nodes) program.nodes[node] = {Code::choice, 0, 0, no_id};
  loosen(program, pattern);
}

}  // namespace caveat
