// caveat rules: what is in force, and what of it nobody has compared with its source.
#include <fmt/format.h>

#include <algorithm>

#include "cli/catalog.hpp"
#include "cli/commands.hpp"
#include "cli/packs.hpp"
#include "cli/page.hpp"

namespace caveat {

namespace {

struct Totals {
  std::size_t rules = 0;
  std::size_t facts = 0;
  std::size_t caveats = 0;
  std::size_t evidence = 0;
  std::size_t terms = 0;
  std::size_t concepts = 0;
};

std::size_t counted_by_kind(const std::vector<Entry>& entries, EntryKind kind) {
  return static_cast<std::size_t>(std::ranges::count(entries, kind, &Entry::kind));
}

Totals totals_of(const PackSet& packs) {
  const std::vector<Entry> entries = entries_of(packs);
  Totals totals;
  totals.rules = counted_by_kind(entries, EntryKind::rule);
  totals.facts = counted_by_kind(entries, EntryKind::fact);
  totals.caveats = counted_by_kind(entries, EntryKind::caveat);
  for (const Pack& pack : packs.packs) {
    totals.evidence += pack.evidence.size();
    totals.terms += pack.terms.size();
    totals.concepts += pack.concepts.size();
  }
  return totals;
}

std::string file_of(const PackSet& packs, const Entry& entry) {
  return entry.origin ? packs.sources.at(entry.origin->source).path : "built in";
}

std::string list_rules(const PackSet& packs) {
  const std::vector<Entry> entries = entries_of(packs);
  std::size_t width = 0;
  for (const Entry& entry : entries) width = std::max(width, printable(entry.id).size());
  std::string page;
  for (const Entry& entry : entries)
    page +=
        fmt::format("{:<{}}  {:<7}  {:<11}  {}\n", printable(entry.id), width, reported_as(entry),
                    printable(entry.category), printable(file_of(packs, entry)));
  const Totals totals = totals_of(packs);
  page += fmt::format("{}, {}, {}, {}, {}, {} in {}\n", counted(totals.rules, "rule"),
                      counted(totals.facts, "fact"), counted(totals.caveats, "caveat"),
                      counted(totals.evidence, "evidence row"), counted(totals.terms, "term"),
                      counted(totals.concepts, "concept"), counted(packs.packs.size(), "pack"));
  return page;
}

/// One line for each unverified entry, as "place: what".
std::vector<std::string> unverified_of(const PackSet& packs) {
  std::vector<std::string> lines;
  const auto add = [&](const Review& review, const Origin& origin, const std::string& what) {
    if (!review.verified)
      lines.push_back(printable(fmt::format("{}: {}", place_in_pack(packs, origin), what)));
  };
  for (const Entry& entry : entries_of(packs)) {
    if (entry.rule != nullptr) add(entry.rule->review, *entry.origin, entry.id);
    if (entry.caveat != nullptr) add(entry.caveat->review, *entry.origin, entry.id);
  }
  for (const Pack& pack : packs.packs) {
    for (const EvidenceDef& row : pack.evidence)
      add(row.review, row.origin,
          fmt::format("evidence for {} on {}", row.intervention.value, row.outcome.value));
    for (const TermDef& term : pack.terms)
      add(term.review, term.correct.origin, fmt::format("term \"{}\"", term.correct.value));
  }
  return lines;
}

std::string list_unverified(const PackSet& packs) {
  const Totals totals = totals_of(packs);
  const std::vector<std::string> lines = unverified_of(packs);
  std::string page;
  for (const std::string& line : lines) page += line + '\n';
  page +=
      fmt::format("{} of {} entries are unverified\n", lines.size(),
                  totals.rules + totals.facts + totals.caveats + totals.evidence + totals.terms);
  return page;
}

}  // namespace

Exit run_rules(const Settings& settings, Output& output) {
  const LoadedPacks loaded = load_in_force(settings);
  print(output, settings.unverified ? list_unverified(loaded.packs) : list_rules(loaded.packs));
  return loaded.exit;
}

}  // namespace caveat
