// caveat explain: all that a pack says about one of its entries, for the person who was told off.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/catalog.hpp"
#include "cli/commands.hpp"
#include "cli/packs.hpp"
#include "cli/page.hpp"
#include "cli/pages.hpp"
#include "cli/related.hpp"
#include "pack/embedded.hpp"
#include "pack/suggest.hpp"

namespace caveat {

namespace {

std::string review_text(const Review& review) {
  const std::string date = review.reviewed.empty() ? "" : "reviewed " + review.reviewed;
  if (review.verified) return date;
  return (date.empty() ? "" : date + "; ") +
         "UNVERIFIED: nobody has compared this entry with its source yet";
}

void append_source(const Citation& source, const Review& review, std::string& page) {
  append_field("source", title_of(source), page);
  append_field("", source.url, page);
  append_field("", review_text(review), page);
}

void append_examples(std::string_view label, const std::vector<Text>& examples, std::string& page) {
  for (const Text& example : examples) {
    append_field(label, "- " + example.value, page);
    label = "";
  }
}

/// Rows on what the rule is about; else where those on its subject can be seen.
void append_related(const Pack& pack, const RelatedEvidence& related, std::string& page) {
  std::string_view label = "evidence";
  for (const EvidenceDef* row : related.rows) {
    append_field(label,
                 fmt::format("- {} on {}: certainty {}, effect {}, carries up to {}; {}",
                             row->intervention.value, row->outcome.value, name_of(row->certainty),
                             name_of(row->effect), name_of(row->carries), title_of(row->source)),
                 page);
    label = "";
  }
  if (!related.rows.empty() || related.subjects.empty()) return;
  append_field(label,
               fmt::format("on {}: caveat explain {}/efficacy", fmt::join(related.subjects, ", "),
                           pack.name.value),
               page);
}

/// What a rule and a caveat have in common.
template <typename Def>
void append_def(const Pack& pack, const Def& def, std::string_view message, std::string_view harm,
                std::string& page) {
  append_field("what", message, page);
  append_field("why", def.why, page);
  append_related(pack, related_evidence(pack, def), page);
  append_field("harm", harm, page);
  append_source(def.source, def.review, page);
  append_examples("flagged", def.flags, page);
  append_examples("allowed", def.allows, page);
}

std::string evidence_source(const EvidenceDef& row) {
  std::string text = title_of(row.source);
  if (!row.source.url.empty()) text += " " + row.source.url;
  if (!row.review.reviewed.empty()) text += "; reviewed " + row.review.reviewed;
  if (!row.review.verified) text += "; UNVERIFIED";
  if (!row.note.empty()) text += "; " + row.note;
  return text;
}

using Row = std::array<std::string, 6>;

/// Columns as wide as their widest cell, the last one free.
std::string table_of(const std::vector<Row>& rows) {
  std::array<std::size_t, 6> widths = {};
  for (const Row& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  std::string page;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i + 1 < row.size(); ++i)
      page += fmt::format("{:<{}}  ", row[i], widths[i]);
    page += row.back() + '\n';
  }
  return page;
}

void append_evidence(const Pack& pack, std::string& page) {
  std::vector<Row> rows = {
      {"intervention", "outcome", "certainty", "effect", "carries up to", "source"}};
  for (const EvidenceDef& row : pack.evidence)
    rows.push_back({printable(row.intervention.value), printable(row.outcome.value),
                    name_of(row.certainty), name_of(row.effect), name_of(row.carries),
                    printable(evidence_source(row))});
  page += table_of(rows);
}

void append_term(const PackSet& packs, const TermDef& term, std::string& page) {
  page += printable(term.correct.value) + ": term\n";
  append_field("what", term.message, page);
  for (const Text& wrong : term.wrong) append_field("wrong", wrong.value, page);
  if (term.near) append_field("also", "misspellings close to it", page);
  for (const Text& known : term.known) append_field("but not", known.value, page);
  append_source(term.source, term.review, page);
  append_field("where", place_in_pack(packs, term.correct.origin), page);
}

/// Pages are written for the packs that are built in, and checks that no pack defines.
bool has_page(const PackSet& packs, const Entry& entry) {
  if (!entry.origin) return true;
  return std::ranges::any_of(embedded_packs(), [&](const EmbeddedFile& file) {
    return file.path == packs.sources.at(entry.origin->source).path;
  });
}

void append_entry(const PackSet& packs, const Entry& entry, std::string& page) {
  page += printable(fmt::format("{}: {}, {}, category {}", entry.id, reported_as(entry),
                                name_of(entry.kind), entry.category)) +
          '\n';
  append_field("what", entry.meaning, page);
  if (entry.rule != nullptr)
    append_def(*entry.pack, *entry.rule, entry.rule->message.value, entry.rule->harm, page);
  if (entry.caveat != nullptr)
    append_def(*entry.pack, *entry.caveat, entry.caveat->message, "", page);
  if (entry.origin) append_field("where", place_in_pack(packs, *entry.origin), page);
  if (has_page(packs, entry)) append_field("page", "docs/rules/" + page_path(entry.id), page);
  if (entry.kind == EntryKind::evidence) append_evidence(*entry.pack, page);
  if (entry.kind == EntryKind::terms)
    for (const TermDef& term : entry.pack->terms) append_term(packs, term, page);
}

std::string category_page(const PackSet& packs, const Category& category) {
  std::string page = fmt::format("{}: {}\n", category.name, category.meaning);
  for (const Entry& entry : entries_of(packs))
    if (entry.category == category.name) page += "  " + printable(entry.id) + '\n';
  return page;
}

/// Entries by id, with or without the pack: "absolute-safety".
std::string entries_page(const PackSet& packs, const std::string& id) {
  std::string page;
  for (const Entry& entry : entries_of(packs))
    if (entry.id == id || entry.id.ends_with("/" + id)) append_entry(packs, entry, page);
  return page;
}

/// Terms by their correct or a wrong form.
std::string terms_page(const PackSet& packs, const std::string& id) {
  const auto is_it = [&](const Text& form) { return form.value == id; };
  std::string page;
  for (const Pack& pack : packs.packs)
    for (const TermDef& term : pack.terms)
      if (is_it(term.correct) || std::ranges::any_of(term.wrong, is_it))
        append_term(packs, term, page);
  return page;
}

std::string page_about(const PackSet& packs, const std::string& id) {
  if (const Category* category = category_named(id)) return category_page(packs, *category);
  const std::string page = entries_page(packs, id);
  return page.empty() ? terms_page(packs, id) : page;
}

std::vector<std::string> all_ids(const PackSet& packs) {
  std::vector<std::string> ids;
  for (const Entry& entry : entries_of(packs)) ids.push_back(entry.id);
  for (const Category& category : categories()) ids.emplace_back(category.name);
  for (const Pack& pack : packs.packs)
    for (const TermDef& term : pack.terms) ids.push_back(term.correct.value);
  return ids;
}

}  // namespace

Exit run_explain(const Settings& settings, Output& output) {
  const LoadedPacks loaded = load_in_force(settings);
  const std::string& id = settings.operands.front();
  const std::string page = page_about(loaded.packs, id);
  print(output, page);
  if (!page.empty()) return loaded.exit;
  complain(fmt::format("no rule, fact, caveat, term or category '{}'{}", id,
                       did_you_mean(id, all_ids(loaded.packs))));
  return Exit::trouble;
}

}  // namespace caveat
