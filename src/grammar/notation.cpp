#include "grammar/notation.hpp"

#include <algorithm>
#include <limits>
#include <tao/pegtl.hpp>
#include <tao/pegtl/contrib/parse_tree.hpp>

namespace caveat {
namespace {

namespace pegtl = tao::pegtl;

namespace grammar {
using namespace tao::pegtl;

// clang-format off
struct comment   : seq<one<'#'>, until<eolf>> {};
struct space     : star<sor<one<' ', '\t', '\r', '\n'>, comment>> {};
struct name      : seq<range<'a', 'z'>, star<sor<range<'a', 'z'>, range<'0', '9'>, one<'-'>>>> {};
struct words     : seq<plus<not_one<'\'', '\n'>>> {};
struct lemmas    : seq<plus<not_one<'"', '\n'>>> {};
struct close_quote  : one<'\''> {};
struct close_lemmas : one<'"'> {};
struct close_paren  : one<')'> {};
struct gap_size  : plus<digit> {};
struct gap       : seq<two<'.'>, opt<gap_size>> {};
struct any       : seq<one<'.'>, not_at<one<'.'>>> {};
struct ahead     : one<'&'> {};
struct absent    : one<'!'> {};
struct optional  : one<'?'> {};
struct star_     : one<'*'> {};
struct plus_     : one<'+'> {};
struct choice;
struct quoted    : if_must<one<'\''>, words, close_quote> {};
struct inflected : if_must<one<'"'>, lemmas, close_lemmas> {};
struct inner     : seq<choice> {};
struct group     : seq<one<'('>, space, must<inner>, space, must<close_paren>> {};
struct primary   : sor<group, quoted, inflected, any, name> {};
struct repeated  : seq<primary, star<seq<space, sor<optional, star_, plus_>>>> {};
struct slot      : seq<name, space, one<':'>> {};
struct captured  : seq<opt<seq<slot, space>>, repeated> {};
struct operand   : seq<captured> {};
struct item      : sor<seq<plus<seq<sor<ahead, absent>, space>>, must<operand>>, captured> {};
struct sequence  : list<item, space> {};
struct after_gap : seq<sequence> {};
struct gapped    : seq<sor<seq<gap, space, must<after_gap>>, sequence>,
                       star<seq<space, gap, space, must<after_gap>>>> {};
struct next_     : seq<gapped> {};
struct choice    : seq<gapped, star<seq<space, one<'/'>, space, must<next_>>>> {};
struct whole     : seq<choice> {};
struct at_end    : eof {};
struct pattern   : seq<space, must<whole>, space, must<at_end>> {};
// clang-format on

template <typename>
inline constexpr const char* message = nullptr;
template <>
inline constexpr const char* message<words> = "nothing between the quotes";
template <>
inline constexpr const char* message<lemmas> = "nothing between the quotes";
template <>
inline constexpr const char* message<close_quote> = "no closing '";
template <>
inline constexpr const char* message<close_lemmas> = "no closing \"";
template <>
inline constexpr const char* message<close_paren> = "expected ')'";
template <>
inline constexpr const char* message<inner> = "nothing between the parentheses";
template <>
inline constexpr const char* message<operand> = "nothing to look for after the predicate";
template <>
inline constexpr const char* message<after_gap> = "nothing after the gap";
template <>
inline constexpr const char* message<next_> = "nothing after '/'";
template <>
inline constexpr const char* message<whole> = "the pattern does not start with an expression";
template <>
inline constexpr const char* message<at_end> = "not part of a pattern";

struct errors {
  template <typename Rule>
  static constexpr auto message = grammar::message<Rule>;
};
template <typename Rule>
using control = must_if<errors>::control<Rule>;

template <typename Rule>
using kept = parse_tree::selector<
    Rule, parse_tree::store_content::on<name, words, lemmas, gap_size, gap, any, ahead, absent,
                                        optional, star_, plus_, slot, repeated, captured, item,
                                        sequence, gapped, choice>>;
}  // namespace grammar

using Tree = pegtl::parse_tree::node;

std::uint32_t offset(const pegtl::position& position) {
  return static_cast<std::uint32_t>(position.byte);
}

/// Turns PEGTL's tree into ours, bottom up: every production with one child and nothing to add
/// stands for that child.
struct Builder {
  Notation notation;

  std::uint32_t add(Op op, Span span, std::vector<std::uint32_t> parts, std::string text = "") {
    notation.expressions.push_back({op, span, std::move(text), 0, std::move(parts)});
    return static_cast<std::uint32_t>(notation.expressions.size() - 1);
  }

  std::uint32_t leaf(Op op, const Tree& tree) {
    return add(op, span_of(tree), {}, std::string(tree.string_view()));
  }

  static Span span_of(const Tree& tree) { return {offset(tree.begin()), offset(tree.end())}; }

  std::uint32_t build(const Tree& tree) {
    if (tree.is_type<grammar::words>()) return leaf(Op::words, tree);
    if (tree.is_type<grammar::lemmas>()) return leaf(Op::lemmas, tree);
    if (tree.is_type<grammar::name>()) return leaf(Op::name, tree);
    if (tree.is_type<grammar::any>()) return leaf(Op::any, tree);
    if (tree.is_type<grammar::repeated>()) return repeated(tree);
    if (tree.is_type<grammar::captured>()) return captured(tree);
    if (tree.is_type<grammar::item>()) return item(tree);
    if (tree.is_type<grammar::sequence>()) return many(Op::sequence, tree);
    if (tree.is_type<grammar::choice>()) return many(Op::choice, tree);
    return gapped(tree);
  }

  std::uint32_t many(Op op, const Tree& tree) {
    if (tree.children.size() == 1) return build(*tree.children.front());
    std::vector<std::uint32_t> parts;
    for (const auto& child : tree.children) parts.push_back(build(*child));
    return add(op, span_of(tree), std::move(parts));
  }

  std::uint32_t repeated(const Tree& tree) {
    auto at = build(*tree.children.front());
    for (std::size_t child = 1; child < tree.children.size(); ++child) {
      const auto& mark = *tree.children[child];
      const auto op = mark.is_type<grammar::optional>() ? Op::optional
                      : mark.is_type<grammar::star_>()  ? Op::star
                                                        : Op::plus;
      at = add(op, span_of(tree), {at});
    }
    return at;
  }

  std::uint32_t captured(const Tree& tree) {
    const auto at = build(*tree.children.back());
    if (tree.children.size() == 1) return at;
    const auto& name = *tree.children.front()->children.front();
    return add(Op::slot, span_of(tree), {at}, std::string(name.string_view()));
  }

  std::uint32_t item(const Tree& tree) {
    auto at = build(*tree.children.back());
    for (auto child = tree.children.rbegin() + 1; child != tree.children.rend(); ++child) {
      const auto op = (*child)->is_type<grammar::ahead>() ? Op::ahead : Op::absent;
      at = add(op, span_of(tree), {at});
    }
    return at;
  }

  std::uint32_t gapped(const Tree& tree) {
    if (tree.children.size() == 1) return build(*tree.children.front());
    std::vector<std::uint32_t> parts;
    for (std::size_t child = 0; child < tree.children.size(); ++child) {
      const auto& gap = *tree.children[child];
      if (!gap.is_type<grammar::gap>()) {
        parts.push_back(build(gap));
        continue;
      }
      const auto count = gap.children.empty()
                             ? default_gap
                             : std::min<unsigned long>(
                                   std::stoul(gap.children.front()->string().substr(0, 4)), 100);
      const auto after = build(*tree.children[++child]);
      parts.push_back(add(Op::gap, hull(span_of(gap), notation.expressions[after].span), {after}));
      notation.expressions.back().count = static_cast<std::uint32_t>(count);
    }
    return add(Op::sequence, span_of(tree), std::move(parts));
  }
};

/// One past the quotation or comment that opens at `at`.
std::uint32_t skipped(std::string_view pattern, std::uint32_t at) {
  const auto close = pattern.find(pattern[at] == '#' ? '\n' : pattern[at], at + 1);
  return static_cast<std::uint32_t>(std::min(close, pattern.size() - 1) + 1);
}

/// The first parenthesis nested too deep, or the first of too many marks in a row, each of which
/// wraps what it stands at: the parser and all that walk its tree recurse, and a pack must not
/// choose how far.
std::optional<NotationError> too_deep(std::string_view pattern) {
  std::uint32_t depth = 0;
  std::uint32_t marks = 0;
  for (std::uint32_t at = 0; at < pattern.size(); ++at) {
    const char byte = pattern[at];
    if (std::string_view(" \t\r\n").find(byte) != std::string_view::npos) continue;
    const bool mark = std::string_view("!&?*+").find(byte) != std::string_view::npos;
    if (byte != '#') marks = mark ? marks + 1 : 0;
    if (marks > max_marks) return NotationError{{at, at + 1}, "more than 10 of ! & ? * + in a row"};
    if (byte == '(' && ++depth > max_nesting)
      return NotationError{{at, at + 1}, "parentheses are nested more than 100 deep"};
    if (byte == ')' && depth > 0) --depth;
    if (byte == '\'' || byte == '"' || byte == '#') at = skipped(pattern, at) - 1;
  }
  return std::nullopt;
}

const char* name_of(Op op) {
  static constexpr const char* names[] = {"words",    "lemmas", "name",     "any",  "gap",
                                          "sequence", "choice", "optional", "star", "plus",
                                          "ahead",    "absent", "slot"};
  return names[static_cast<std::size_t>(op)];
}

void dump(const Notation& notation, std::uint32_t at, std::string& out) {
  const auto& expression = notation.expressions[at];
  out += std::string("(") + name_of(expression.op);
  if (expression.op == Op::gap) out += ' ' + std::to_string(expression.count);
  if (expression.op != Op::any && !expression.text.empty()) out += ' ' + expression.text;
  for (const auto part : expression.parts) dump(notation, part, out += ' ');
  out += ')';
}

}  // namespace

std::optional<Notation> parse_notation(std::string_view pattern, NotationError& error) {
  if (auto deep = too_deep(pattern)) {
    error = std::move(*deep);
    return std::nullopt;
  }
  try {
    pegtl::memory_input input(pattern.data(), pattern.data() + pattern.size(), "pattern");
    const auto tree =
        pegtl::parse_tree::parse<grammar::pattern, grammar::kept, pegtl::nothing, grammar::control>(
            input);
    Builder builder;
    builder.build(*tree->children.front());
    return std::move(builder.notation);
  } catch (const pegtl::parse_error& mistake) {
    const auto at = offset(mistake.positions().front());
    const auto end = std::min<std::uint32_t>(at + 1, static_cast<std::uint32_t>(pattern.size()));
    error = {{at, end}, std::string(mistake.message())};
    return std::nullopt;
  }
}

std::string dump(const Notation& notation) {
  std::string out;
  dump(notation, static_cast<std::uint32_t>(notation.expressions.size() - 1), out);
  return out;
}

}  // namespace caveat
