// One sweep over silences and findings in order of the file. A rule knows at every place what
// silences it: a comment for the line, else the last `disable` that no `enable` has ended, else one
// for the whole file. The closest alone is credited, so that a name which is told to be unused can
// be taken out without any finding coming back. Rejected: intervals for each rule, since `disable`
// of a pack and `enable` of a category cut each other in pieces.
#include "lint/suppress.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "lint/choices.hpp"
#include "lint/in_force.hpp"
#include "lint/silence.hpp"

namespace caveat {
namespace {

constexpr std::uint32_t nothing = 0xFFFFFFFF;

/// Which silences hold a rule at the place of the sweep.
struct Holders {
  std::uint32_t line = nothing;
  std::uint32_t block = nothing;
  std::uint32_t file = nothing;
};

struct Sweep {
  std::vector<Silence>& silences;  ///< in order of reach
  std::vector<Holders> holders;    ///< by rule
  std::uint32_t next = 0;          ///< silence that has not taken effect
};

void take_effect(Sweep& sweep, std::uint32_t at) {
  auto& silence = sweep.silences[at];
  for (const auto rule : *silence.rules) {
    auto& holders = sweep.holders[rule];
    switch (silence.kind) {
      case DirectiveKind::disable_next_line:
        holders.line = at;
        break;
      case DirectiveKind::disable:
        holders.block = at;
        break;
      case DirectiveKind::enable:
        silence.used |= holders.block != nothing;
        holders.block = nothing;
        break;
      default:
        holders.file = at;
    }
  }
}

void advance(Sweep& sweep, std::uint32_t offset) {
  for (; sweep.next < sweep.silences.size(); ++sweep.next) {
    if (sweep.silences[sweep.next].reach.begin > offset) break;
    take_effect(sweep, sweep.next);
  }
}

/// Whether the finding of a rule is silenced; the closest comment is credited.
bool is_silenced(Sweep& sweep, std::uint32_t rule, std::uint32_t offset) {
  const auto& holders = sweep.holders[rule];
  for (const auto at : {holders.line, holders.block, holders.file}) {
    if (at == nothing || offset >= sweep.silences[at].reach.end) continue;
    sweep.silences[at].used = true;
    return true;
  }
  return false;
}

/// Index into Names::rules, or `nothing` for what no comment may silence.
std::uint32_t rule_of(const Names& names, const Diagnostic& diagnostic) {
  const auto found = names.rules_of.find(diagnostic.rule);
  if (found == names.rules_of.end()) return nothing;
  const auto rule = std::ranges::find(found->second, diagnostic.category,
                                      [&](auto at) { return names.rules[at].category; });
  return rule == found->second.end() ? nothing : *rule;
}

std::vector<std::uint32_t> in_order(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::uint32_t> order(diagnostics.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::stable_sort(order, {}, [&](std::uint32_t at) { return diagnostics[at].span.begin; });
  return order;
}

std::vector<bool> find_silenced(const Names& names, std::vector<Silence>& silences,
                                const std::vector<Diagnostic>& diagnostics) {
  std::ranges::stable_sort(silences, {}, [](const auto& s) { return s.reach.begin; });
  Sweep sweep{silences, std::vector<Holders>(names.rules.size())};
  std::vector<bool> silenced(diagnostics.size());
  for (const auto at : in_order(diagnostics)) {
    const auto offset = diagnostics[at].span.begin;
    advance(sweep, offset);
    const auto rule = rule_of(names, diagnostics[at]);
    silenced[at] = rule != nothing && is_silenced(sweep, rule, offset);
  }
  advance(sweep, nothing);
  return silenced;
}

std::string why_unused(const Source& source, const Silence& silence) {
  switch (silence.kind) {
    case DirectiveKind::enable:
      return "ends nothing here";
    case DirectiveKind::disable_file:
      return "silences nothing in this file";
    case DirectiveKind::disable_next_line:
      if (empty(silence.reach)) return "silences nothing, since no line follows";
      return "silences nothing on line " +
             std::to_string(line_number_at(source, silence.reach.begin));
    default:
      return "silences nothing here";
  }
}

/// Names only rules that are off: of laws that nobody asked for, or by the choice of the project.
/// It may well silence something where they speak.
bool sleeps(const Silence& silence, const Names& names, const LintOptions& options) {
  const auto on = in_force(options.profile, options.jurisdictions);
  return std::ranges::all_of(*silence.rules, [&](auto at) {
    const auto& rule = names.rules[at];
    return !is_on(on, rule.jurisdiction) ||
           (options.choices != nullptr && is_off(*options.choices, rule));
  });
}

}  // namespace

std::vector<bool> suppress(const Source& source, const Blocks& blocks, const Checks& checks,
                           const LintOptions& options, const std::vector<Diagnostic>& diagnostics,
                           std::vector<Diagnostic>& reports) {
  if (blocks.directives.empty()) return {};

  // What the comments ask for, and the mistakes in them.
  const auto names = names_of(rules_in_force(checks));
  auto silences = read_silences(source, blocks, names, options.require_reason, reports);

  // What they silence, and which silence nothing.
  auto silenced = find_silenced(names, silences, diagnostics);
  for (const auto& silence : silences) {
    if (silence.used || sleeps(silence, names, options)) continue;
    report_comment(source, silence.name, "unused", why_unused(source, silence), reports);
  }
  return silenced;
}

}  // namespace caveat
