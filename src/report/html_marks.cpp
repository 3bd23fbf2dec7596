// What is said of each stretch of a file: where findings and claims begin, end and overlap.
#include <algorithm>

#include "report/html.hpp"

namespace caveat {

namespace {

/// Deeper overlaps say nothing to a reader, and would make a hostile page grow with their square.
constexpr std::size_t most_at_once = 8;

struct Edge {
  std::uint32_t offset = 0;
  bool begins = false;
  bool claim = false;
  std::uint32_t index = 0;
};

/// An empty place is that of the byte after it.
void add_edges(Span span, bool claim, std::size_t index, std::vector<Edge>& edges) {
  const auto number = static_cast<std::uint32_t>(index);
  edges.push_back({span.begin, true, claim, number});
  edges.push_back({std::max(span.end, span.begin + 1), false, claim, number});
}

std::vector<Edge> edges_of(const FileReport& report) {
  std::vector<Edge> edges;
  for (std::size_t i = 0; i < report.diagnostics.size(); ++i)
    add_edges(within(*report.source, report.diagnostics[i].span), false, i, edges);
  for (std::size_t i = 0; report.article && i < report.article->claims.size(); ++i)
    add_edges(within(*report.source, report.article->claims[i].span), true, i, edges);
  std::ranges::stable_sort(edges, {}, &Edge::offset);
  return edges;
}

void cross(const Edge& edge, Stretch& stretch) {
  auto& open = edge.claim ? stretch.claims : stretch.findings;
  if (!edge.begins)
    std::erase(open, edge.index);
  else if (open.size() < most_at_once)
    open.push_back(edge.index);
}

std::vector<Stretch> stretches_of(const FileReport& report) {
  std::vector<Stretch> stretches(1);
  for (const Edge& edge : edges_of(report)) {
    if (edge.offset != stretches.back().begin) {
      stretches.push_back(stretches.back());
      stretches.back().begin = edge.offset;
    }
    cross(edge, stretches.back());
  }
  return stretches;
}

Fit fit_of(const ClaimMark& claim, const Diagnostic& finding) {
  if (finding.category == "underclaim") return Fit::under;
  return is_on_evidence(finding) && !claim.negative ? Fit::over : Fit::open;
}

Fit fit_alone(const ClaimMark& claim) {
  const bool carried =
      claim.evidence && claim.strength > 0 && claim.strength <= claim.evidence->carries;
  return carried && !claim.negative ? Fit::fits : Fit::open;
}

std::vector<Fit> fits_of(const FileReport& report, const std::vector<Stretch>& stretches) {
  std::vector<Fit> fits;
  if (!report.article) return fits;
  const auto& claims = report.article->claims;
  for (const ClaimMark& claim : claims) fits.push_back(fit_alone(claim));
  for (const Stretch& stretch : stretches)
    for (const auto claim : stretch.claims)
      for (const auto finding : stretch.findings) {
        const Fit fit = fit_of(claims[claim], report.diagnostics[finding]);
        if (fit != Fit::open) fits[claim] = fit;
      }
  return fits;
}

}  // namespace

bool is_on_evidence(const Diagnostic& finding) {
  constexpr std::array<std::string_view, 4> categories = {"efficacy", "underclaim", "disease",
                                                          "mechanism"};
  return std::ranges::find(categories, finding.category) != categories.end();
}

FileMarks marks_of(const FileReport& report) {
  FileMarks marks{stretches_of(report), {}};
  marks.fits = fits_of(report, marks.stretches);
  return marks;
}

std::vector<std::uint32_t> claims_under(const FileMarks& marks, std::uint32_t finding, Span place) {
  std::vector<std::uint32_t> claims;
  auto at = std::ranges::upper_bound(marks.stretches, place.begin, {}, &Stretch::begin);
  if (at != marks.stretches.begin()) --at;
  for (; at != marks.stretches.end() && at->begin < std::max(place.end, place.begin + 1); ++at) {
    if (std::ranges::find(at->findings, finding) == at->findings.end()) continue;
    for (const auto claim : at->claims)
      if (std::ranges::find(claims, claim) == claims.end()) claims.push_back(claim);
  }
  return claims;
}

}  // namespace caveat
