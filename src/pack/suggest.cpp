// The matrix of distances is never built: a cell further than `limit` from its diagonal cannot lie
// on a path that is short enough (Ukkonen 1985), so three rows of 2 * limit + 1 cells are all there
// is; three, because a swap of neighbours looks two rows back. Cell `x` of row `i` stands for
// column i + x - limit - 1; one cell beyond each end is always too far.
#include "pack/suggest.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace caveat {
namespace {

struct Band {
  std::span<std::uint32_t> older, previous, current;
  std::uint32_t limit;
};

void drop_common_ends(std::string_view& a, std::string_view& b) {
  const auto front = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto same = static_cast<std::size_t>(front.first - a.begin());
  a.remove_prefix(same);
  b.remove_prefix(same);
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
}

/// Fills row `i` and returns its least cell.
std::uint32_t fill_row(std::string_view a, std::string_view b, std::size_t i, Band& band) {
  const std::uint32_t too_far = band.limit + 1;
  std::uint32_t least = too_far;
  for (std::size_t x = 1; x + 1 < band.current.size(); ++x) {
    band.current[x] = too_far;
    if (i + x < band.limit + 1 || i + x - band.limit - 1 > b.size()) continue;
    const std::size_t j = i + x - band.limit - 1;
    std::uint32_t cost = std::min(band.previous[x + 1], band.current[x - 1]) + 1;
    if (j > 0) cost = std::min(cost, band.previous[x] + (a[i - 1] == b[j - 1] ? 0 : 1));
    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
      cost = std::min(cost, band.older[x] + 1);
    band.current[x] = std::min(cost, too_far);
    least = std::min(least, band.current[x]);
  }
  return least;
}

/// The distance, or limit + 1.
std::uint32_t banded_distance(std::string_view a, std::string_view b, Band band) {
  for (std::uint32_t j = 0; j <= band.limit && j <= b.size(); ++j)
    band.current[band.limit + 1 + j] = j;
  std::uint32_t least_before = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(band.older, band.previous);
    std::swap(band.previous, band.current);
    const std::uint32_t least = fill_row(a, b, i, band);
    if (std::min(least, least_before) > band.limit) return band.limit + 1;
    least_before = least;
  }
  return band.current[b.size() + band.limit + 1 - a.size()];
}

}  // namespace

std::uint32_t edit_distance(std::string_view a, std::string_view b, std::uint32_t limit) {
  drop_common_ends(a, b);
  const auto longest = static_cast<std::uint32_t>(std::max(a.size(), b.size()));
  const auto shortest = static_cast<std::uint32_t>(std::min(a.size(), b.size()));
  const std::uint32_t reach = std::min(limit, longest);
  if (longest - shortest > reach) return limit + 1;
  // Words are checked against names by the million, always with a small limit: no allocation then.
  std::array<std::uint32_t, 64> few;
  std::vector<std::uint32_t> many;
  const std::size_t width = 2 * std::size_t{reach} + 3;
  if (3 * width > few.size()) many.resize(3 * width);
  const auto cells = std::span(many.empty() ? few.data() : many.data(), 3 * width);
  std::fill(cells.begin(), cells.end(), reach + 1);
  const std::uint32_t found = banded_distance(
      a, b, {cells.first(width), cells.subspan(width, width), cells.last(width), reach});
  return found > reach ? limit + 1 : found;
}

std::string did_you_mean(std::string_view wrong, std::span<const std::string> names) {
  auto limit = static_cast<std::uint32_t>(std::max<std::size_t>(1, wrong.size() / 3));
  const std::string* nearest = nullptr;
  for (const std::string& name : names) {
    const std::uint32_t distance = edit_distance(wrong, name, limit);
    if (distance > limit) continue;
    nearest = &name;
    if (distance == 0) break;
    limit = distance - 1;  // only a nearer one may take its place, so ties go to the first
  }
  return nearest == nullptr ? "" : "; did you mean \"" + *nearest + "\"?";
}

}  // namespace caveat
