// caveat rules: what is in force: listed, counted, written as pages; what of it nobody has compared
// with its source, and what is due for another look.
#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "cli/catalog.hpp"
#include "cli/commands.hpp"
#include "cli/counts.hpp"
#include "cli/packs.hpp"
#include "cli/page.hpp"
#include "cli/pages.hpp"
#include "cli/project.hpp"
#include "lint/choices.hpp"

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

/// "  us, off": of a rule that speaks only where that law counts.
std::string law_of(const Entry& entry, Jurisdictions on) {
  if (entry.pack == nullptr || entry.pack->jurisdiction == Jurisdiction::everywhere) return "";
  const auto law = entry.pack->jurisdiction;
  return fmt::format("  {}, {}", name_of(law), is_on(on, law) ? "on" : "off");
}

/// What a project makes of the packs, if anything.
struct House {
  const Project* project = nullptr;
  Choices choices;
};

/// "warning", or "warning*" where that is the word of the project.
std::string severity_in(const House& house, const Entry& entry) {
  const auto verdict = verdict_on(house.choices, entry.id, std::string(entry.category));
  return verdict ? fmt::format("{}*", name_of(*verdict)) : reported_as(entry);
}

/// Below the list; empty where no project changes a severity.
std::string legend_of(const House& house) {
  if (house.project == nullptr) return "";
  const Config& config = house.project->config;
  std::string legend;
  if (!house.choices.verdicts.empty())
    legend = fmt::format("* as {} has it\n", printable(house.project->source.path));
  const auto changes = [](const ConfigOverride& one) { return !one.severity.empty(); };
  if (std::ranges::any_of(config.overrides, changes))
    legend += fmt::format("{} has other severities for some files; see 'caveat config FILE'\n",
                          printable(house.project->source.path));
  return legend;
}

std::string list_rules(const PackSet& packs, Jurisdictions on, const House& house) {
  const std::vector<Entry> entries = entries_of(packs);
  std::size_t width = 0;
  for (const Entry& entry : entries) width = std::max(width, printable(entry.id).size());
  std::string page;
  for (const Entry& entry : entries)
    page +=
        fmt::format("{:<{}}  {:<{}}  {:<11}  {}{}\n", printable(entry.id), width,
                    severity_in(house, entry), house.choices.verdicts.empty() ? 7 : 8,
                    printable(entry.category), printable(file_of(packs, entry)), law_of(entry, on));
  const Totals totals = totals_of(packs);
  page += fmt::format("{}, {}, {}, {}, {}, {} in {}\n", counted(totals.rules, "rule"),
                      counted(totals.facts, "fact"), counted(totals.caveats, "caveat"),
                      counted(totals.evidence, "evidence row"), counted(totals.terms, "term"),
                      counted(totals.concepts, "concept"), counted(packs.packs.size(), "pack"));
  return page + legend_of(house);
}

/// One line for each entry that its review makes `is_wanted`, as "place: what".
std::vector<std::string> entries_with(const PackSet& packs,
                                      const std::function<bool(const Review&)>& is_wanted) {
  std::vector<std::string> lines;
  const auto add = [&](const Review& review, const Origin& origin, const std::string& what) {
    if (is_wanted(review))
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

std::string list_entries(const PackSet& packs, std::string_view what,
                         const std::function<bool(const Review&)>& is_wanted) {
  const Totals totals = totals_of(packs);
  const std::vector<std::string> lines = entries_with(packs, is_wanted);
  std::string page;
  for (const std::string& line : lines) page += line + '\n';
  const std::size_t all =
      totals.rules + totals.facts + totals.caveats + totals.evidence + totals.terms;
  page += fmt::format("{} of {} entries are {}\n", lines.size(), all, what);
  return page;
}

std::string count_all(const PackSet& packs, const Settings& settings) {
  const std::vector<PackCounts> counts = counts_of(packs, settings.today);
  return settings.counts_json ? counts_json(counts) : counts_table(counts);
}

std::string listing_of(const PackSet& packs, const Settings& settings, const House& house) {
  switch (settings.listing) {
    case Listing::unverified:
      return list_entries(packs, "unverified",
                          [](const Review& review) { return !review.verified; });
    case Listing::stale:
      return list_entries(packs, "past their review",
                          [&](const Review& review) { return is_stale(review, settings.today); });
    case Listing::counts:
      return count_all(packs, settings);
    default:
      return list_rules(packs, in_force(settings.profile, settings.jurisdictions), house);
  }
}

/// Says on standard error what could not be written.
Exit write_pages(const PackSet& packs, const std::string& folder, Output& output) {
  const std::vector<PackPage> pages = pages_of(packs);
  for (const PackPage& page : pages) {
    const std::string trouble = write_page(folder, page);
    if (trouble.empty()) continue;
    complain(trouble);
    return Exit::trouble;
  }
  print(output, fmt::format("{} in {}\n", counted(pages.size(), "page"), printable(folder)));
  return Exit::clean;
}

}  // namespace

Exit run_rules(const Settings& flags, Output& output) {
  Projects projects{flags};
  House house{project_in(projects, locate("x").folder), {}};  // that of this folder
  const Settings settings = settings_in(flags, house.project, "x");
  const LoadedPacks loaded = load_in_force(settings);
  if (settings.listing == Listing::pages)
    return worse(worse(loaded.exit, projects.exit),
                 write_pages(loaded.packs, settings.pages, output));
  if (house.project != nullptr) {
    report_config(*house.project, check_names(house.project->config, *loaded.rules), projects);
    house.choices = make_choices(house.project->config, {}, *loaded.rules);
  }
  print(output, listing_of(loaded.packs, settings, house));
  return worse(loaded.exit, projects.exit);
}

}  // namespace caveat
