#include "cli/catalog.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "check/coded.hpp"
#include "lint/override.hpp"

namespace caveat {

namespace {

constexpr std::array table = {
    Category{"efficacy", "a benefit worded more strongly than its evidence carries"},
    Category{"disease", "a supplement, food or cosmetic said to treat a disease"},
    Category{"underclaim", "an established effect hedged away or denied"},
    Category{"safety", "safety without qualification"},
    Category{"comparative", "better or safer than, or alternative to, a proven treatment"},
    Category{"uncited", "studies, experts or doctors without a source"},
    Category{"testimonial", "a personal story in the place of evidence"},
    Category{"mechanism", "a mechanism, a tube or a mouse in the place of a benefit to people"},
    Category{"advice", "advice that can do harm"},
    Category{"term", "a wrong or misspelt name"},
    Category{"fact", "a wrong statement or a stale figure"},
    Category{"caveat", "a caveat that a text on the topic must carry, missing"},
    Category{"consistency", "the document contradicts itself"},
    Category{"hedge", "stacked or empty hedging"},
    Category{"input", "the file is not what it should be: invalid UTF-8"},
    Category{"change", "with 'caveat diff': what an edit does to the claims and caveats of a text"},
    Category{"suppression", "a comment that silences findings, and should not or does not"},
};

/// Reported of changes, comments and bytes.
constexpr std::array of_lint = {
    CodedRule{"change/claim-added", Severity::warning, "change",
              "an edit adds a claim; a note where its evidence carries it"},
    CodedRule{"change/claim-strengthened", Severity::warning, "change",
              "an edit words a claim more strongly than before ('may ease' became 'eases'); a note "
              "where its evidence carries the new words"},
    CodedRule{"change/claim-weakened", Severity::note, "change",
              "an edit words a claim less strongly than before"},
    CodedRule{"change/claim-removed", Severity::note, "change", "an edit takes a claim out"},
    CodedRule{"change/claim-turned", Severity::warning, "change",
              "an edit claims what was denied, or denies what was claimed; a note where the "
              "evidence carries it"},
    CodedRule{"change/citation-removed", Severity::note, "change",
              "a claim keeps its strength and loses its source"},
    CodedRule{"change/citation-added", Severity::note, "change",
              "a claim keeps its strength and is given a source"},
    CodedRule{"change/caveat-removed", Severity::warning, "change",
              "an edit takes out what a text on this topic must say"},
    CodedRule{"change/caveat-added", Severity::note, "change",
              "an edit says what a text on this topic must say, and did not"},
    CodedRule{"input/invalid-utf8", Severity::error, "input",
              "bytes that are not UTF-8; what stands around them is still linted"},
    CodedRule{"suppression/unused", Severity::warning, "suppression",
              "a comment silences a rule that found nothing there: the text was mended, or the "
              "comment stands in the wrong place, and it would hide the next finding"},
    CodedRule{"suppression/unknown-rule", Severity::warning, "suppression",
              "a comment names a rule that nothing in force has, or one that is never silenced"},
    CodedRule{"suppression/no-rule", Severity::warning, "suppression",
              "a comment names no rule and silences nothing: it would hide what nobody has seen"},
    CodedRule{"suppression/no-reason", Severity::warning, "suppression",
              "with --require-reason: a comment says no reason after '--' and silences nothing"},
    CodedRule{"suppression/malformed", Severity::warning, "suppression",
              "a comment speaks to caveat and is none of caveat-disable-next-line, "
              "caveat-disable, caveat-enable, caveat-disable-file"},
};

Severity as_reported(Severity severity, const Review& review) {
  return review.verified ? severity : std::min(severity, Severity::warning);
}

Entry entry_of(const Pack& pack, EntryKind kind, std::string_view id, const Origin& origin) {
  Entry entry;
  entry.kind = kind;
  entry.id = fmt::format("{}/{}", pack.name.value, id);
  entry.origin = origin;
  entry.pack = &pack;
  return entry;
}

Entry entry_of(const Pack& pack, const RuleDef& rule) {
  const EntryKind kind = rule.category == "fact" ? EntryKind::fact : EntryKind::rule;
  Entry entry = entry_of(pack, kind, rule.id.value, rule.id.origin);
  entry.category = rule.category;
  entry.severity = as_reported(rule.severity, rule.review);
  entry.rule = &rule;
  return entry;
}

Entry entry_of(const Pack& pack, const CaveatDef& caveat) {
  Entry entry = entry_of(pack, EntryKind::caveat, caveat.id.value, caveat.id.origin);
  entry.category = "caveat";
  entry.severity = as_reported(caveat.severity, caveat.review);
  entry.caveat = &caveat;
  return entry;
}

Entry table_entry(const Pack& pack, EntryKind kind, const Origin& origin, const CodedRule& rule) {
  Entry entry = entry_of(pack, kind, rule.id, origin);
  entry.category = rule.category;
  entry.severity = rule.severity;
  entry.meaning = rule.meaning;
  return entry;
}

/// Of the first name whose misspellings the pack tells; nothing if it tells none.
std::optional<Origin> origin_of_names(const Pack& pack) {
  if (!pack.terms.empty()) return pack.terms.front().correct.origin;
  const auto named = std::ranges::find(pack.concepts, true, &ConceptDef::near);
  if (named == pack.concepts.end()) return std::nullopt;
  return named->id.origin;
}

void add_pack(const Pack& pack, std::vector<Entry>& entries) {
  for (const RuleDef& rule : pack.rules) entries.push_back(entry_of(pack, rule));
  for (const CaveatDef& caveat : pack.caveats) entries.push_back(entry_of(pack, caveat));
  if (!pack.evidence.empty())
    for (const CodedRule& rule : coded::of_evidence)
      entries.push_back(table_entry(pack, EntryKind::evidence, pack.evidence.front().origin, rule));
  if (const auto origin = origin_of_names(pack))
    entries.push_back(table_entry(pack, EntryKind::terms, *origin, coded::misspelt_name));
}

Entry built_in_entry(const CodedRule& rule) {
  Entry entry;
  entry.kind = EntryKind::built_in;
  entry.id = rule.id;
  entry.category = rule.category;
  entry.severity = rule.severity;
  entry.meaning = rule.meaning;
  return entry;
}

/// As the packs that extend others want them; their mistakes are told where packs are compiled.
void apply_overrides(const PackSet& packs, std::vector<Entry>& entries) {
  std::vector<RuleName> names;
  for (const Entry& entry : entries) names.push_back({entry.id, std::string(entry.category), {}});
  std::vector<PackDiagnostic> told_elsewhere;
  const Overrides overrides = compile_overrides(packs, names, told_elsewhere);
  for (Entry& entry : entries) {
    const auto change = overrides.find(entry.id);
    if (change == overrides.end()) continue;
    const auto& [severity, at_most, disabled] = change->second;
    entry.severity = at_most ? std::min(entry.severity, severity) : severity;
    entry.disabled = disabled;
  }
}

}  // namespace

const char* reported_as(const Entry& entry) {
  return entry.disabled ? "off" : name_of(entry.severity);
}

std::vector<Entry> entries_of(const PackSet& packs) {
  std::vector<Entry> entries;
  for (const Pack& pack : packs.packs) add_pack(pack, entries);
  for (const CodedRule& rule : coded::of_documents) entries.push_back(built_in_entry(rule));
  for (const CodedRule& rule : of_lint) entries.push_back(built_in_entry(rule));
  apply_overrides(packs, entries);
  return entries;
}

const char* name_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::rule:
      return "rule";
    case EntryKind::fact:
      return "fact";
    case EntryKind::caveat:
      return "caveat";
    case EntryKind::evidence:
      return "table of evidence";
    case EntryKind::terms:
      return "table of terms";
    case EntryKind::built_in:
      break;
  }
  return "built-in check";
}

std::span<const Category> categories() {
  return table;
}

const Category* category_named(std::string_view name) {
  const auto row = std::ranges::find(table, name, &Category::name);
  return row == table.end() ? nullptr : &*row;
}

std::string place_in_pack(const PackSet& packs, const Origin& origin) {
  const Source& source = packs.sources.at(origin.source);
  return fmt::format("{}:{}", source.path, place_of(source, origin.span.begin).line);
}

}  // namespace caveat
