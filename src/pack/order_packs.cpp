#include "pack/order_packs.hpp"

#include <map>

#include "pack/graph.hpp"
#include "pack/suggest.hpp"

namespace caveat {
namespace {

std::map<std::string, std::uint32_t> number_packs(const PackSet& set, Problems& problems) {
  std::map<std::string, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < set.packs.size(); ++i) {
    const Text& name = set.packs[i].name;
    const auto [first, added] = numbers.emplace(name.value, i);
    if (added) continue;
    const Origin earlier = set.packs[first->second].name.origin;
    report(problems, name.origin, "duplicate-id",
           "the pack \"" + name.value + "\" is already loaded")
        .notes.push_back(note_on(set, earlier, name.origin, "the first one"));
  }
  return numbers;
}

/// Reports what is required and not there; such a pack is not all_read.
Graph link_packs(const PackSet& set, std::vector<AllRead>& all_read, Problems& problems) {
  const std::map<std::string, std::uint32_t> numbers = number_packs(set, problems);
  std::vector<std::string> names;
  for (const Pack& pack : set.packs) names.push_back(pack.name.value);
  Graph graph(set.packs.size());
  const auto link = [&](std::uint32_t from, const Text& name) {
    const auto to = numbers.find(name.value);
    if (to != numbers.end()) return graph[from].push_back({to->second, name.origin});
    if (all_read[from] == AllRead::yes)
      report(problems, name.origin, "missing-pack",
             "no pack \"" + name.value + "\" is loaded" + did_you_mean(name.value, names));
    all_read[from] = AllRead::no;
  };
  for (std::uint32_t i = 0; i < set.packs.size(); ++i) {
    for (const Text& name : set.packs[i].requires_) link(i, name);
    for (const Text& name : set.packs[i].extends) link(i, name);
  }
  return graph;
}

void report_cycles(const PackSet& set, const GraphOrder& order, Problems& problems) {
  for (const Cycle& cycle : order.cycles) {
    std::vector<std::string> names;
    for (const std::uint32_t node : cycle.path) names.push_back(set.packs[node].name.value);
    report(problems, cycle.origin, "requires-cycle",
           "the pack \"" + names.front() + "\" requires itself: " + cycle_text(names));
  }
}

}  // namespace

void order_packs(PackSet& set, std::vector<AllRead>& all_read, Problems& problems) {
  const GraphOrder order = order_of(link_packs(set, all_read, problems));
  report_cycles(set, order, problems);
  std::vector<Pack> packs;
  std::vector<AllRead> flags;
  for (const std::uint32_t node : order.nodes) {
    packs.push_back(std::move(set.packs[node]));
    flags.push_back(all_read[node]);
  }
  set.packs = std::move(packs);
  all_read = std::move(flags);
}

}  // namespace caveat
