// What comes first: packs that require packs, concepts that have broader ones.
#pragma once

#include <cstdint>
#include <vector>

#include "pack/pack.hpp"

namespace caveat {

/// "needs `to`", and where an author wrote so.
struct Edge {
  std::uint32_t to = 0;
  Origin origin;
};

/// The edges of each node, by number.
using Graph = std::vector<std::vector<Edge>>;

struct Cycle {
  std::vector<std::uint32_t> path;  ///< nodes in the order of their edges; the last needs the first
  Origin origin;                    ///< of the edge that closes it
};

struct GraphOrder {
  std::vector<std::uint32_t> nodes;  ///< each after those it needs, else in the order given
  std::vector<Cycle> cycles;         ///< one for each edge that had to be ignored
};

GraphOrder order_of(const Graph& graph);

}  // namespace caveat
