#include "pack/graph.hpp"

#include <algorithm>

namespace caveat {
namespace {

enum class Visit : std::uint8_t { never, open, done };

struct Step {
  std::uint32_t node = 0;
  std::size_t next_edge = 0;
};

Cycle close_cycle(const std::vector<Step>& path, const Edge& edge) {
  Cycle cycle{.path = {}, .origin = edge.origin};
  auto from = std::find_if(path.begin(), path.end(),
                           [&](const Step& step) { return step.node == edge.to; });
  for (; from != path.end(); ++from) cycle.path.push_back(from->node);
  return cycle;
}

/// Depth first from `start`, with the path kept here: a chain may be as long as a pack.
void visit(const Graph& graph, std::uint32_t start, std::vector<Visit>& visits, GraphOrder& out) {
  std::vector<Step> path{{start, 0}};
  visits[start] = Visit::open;
  while (!path.empty()) {
    const std::uint32_t node = path.back().node;
    if (path.back().next_edge == graph[node].size()) {
      visits[node] = Visit::done;
      out.nodes.push_back(node);
      path.pop_back();
      continue;
    }
    const Edge& edge = graph[node][path.back().next_edge++];
    if (visits[edge.to] == Visit::open) out.cycles.push_back(close_cycle(path, edge));
    if (visits[edge.to] != Visit::never) continue;
    visits[edge.to] = Visit::open;
    path.push_back({edge.to, 0});
  }
}

}  // namespace

GraphOrder order_of(const Graph& graph) {
  GraphOrder out;
  std::vector<Visit> visits(graph.size(), Visit::never);
  for (std::uint32_t node = 0; node < graph.size(); ++node)
    if (visits[node] == Visit::never) visit(graph, node, visits, out);
  return out;
}

}  // namespace caveat
