// The page of one pack: its evidence, facts, rules, caveats, names and sources as tables.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/markdown.hpp"
#include "cli/pages.hpp"
#include "cli/related.hpp"

namespace caveat {

namespace {

constexpr std::string_view ladder =
    "Certainty is that of GRADE. A text may word the effect at most as strongly as the column "
    "says: "
    "association (\"is linked to\"), possible (\"may\"), probable (\"probably does\"), direct "
    "(\"does\"), absolute (\"always does\"), or none of them.\n";

void append_rules(const std::vector<Entry>& entries, EntryKind kind, std::string_view head,
                  std::string& page) {
  std::string rows;
  for (const Entry& entry : entries) {
    if (entry.kind != kind) continue;
    const std::string name = entry.id.substr(entry.id.find('/') + 1);
    rows += fmt::format("| [{}](<{}>) | {} | {} |\n", markdown_of(name), page_path(name),
                        name_of(entry.severity), markdown_of(message_of(entry)));
  }
  if (rows.empty()) return;
  page += fmt::format("\n## {}\n\n| id | severity | says |\n|---|---|---|\n{}", head, rows);
}

/// By what they are about, so that a reader finds all rows on one thing together.
void append_evidence(const Pack& pack, const Labels& labels, std::string& page) {
  if (pack.evidence.empty()) return;
  std::vector<const EvidenceDef*> rows;
  for (const EvidenceDef& row : pack.evidence) rows.push_back(&row);
  std::ranges::stable_sort(
      rows, {}, [&](const EvidenceDef* row) { return label_of(labels, row->intervention); });
  page += fmt::format("\n## Evidence\n\n{}\n{}\n", ladder, evidence_table(rows, labels));
}

std::string joined(const std::vector<Text>& words, std::size_t from = 0) {
  std::string text;
  for (std::size_t i = from; i < words.size(); ++i)
    text += (text.empty() ? "" : ", ") + markdown_of(words[i].value);
  return text;
}

void append_concepts(const Pack& pack, std::string& page) {
  if (pack.concepts.empty()) return;
  page +=
      "\n## Names\n\nMisspellings are searched for where the last column says so.\n\n"
      "| name | kind | also | misspellings |\n|---|---|---|---|\n";
  for (const ConceptDef& def : pack.concepts) {
    const std::string name = def.terms.empty() ? def.id.value : def.terms.front().value;
    page +=
        fmt::format("| {} | {} | {} | {} |\n", markdown_of(name), markdown_of(def.of_class.value),
                    joined(def.terms, 1), def.near ? "yes" : "");
  }
}

void append_terms(const Pack& pack, std::string& page) {
  if (pack.terms.empty()) return;
  page += "\n## Wrong names\n\n| right | wrong | source |\n|---|---|---|\n";
  for (const TermDef& def : pack.terms)
    page += fmt::format("| {} | {} | {} |\n", markdown_of(def.correct.value), joined(def.wrong),
                        markdown_link(title_of(def.source), def.source.url));
}

/// Of one source: how many entries cite it, and since when nobody has compared one with it.
struct Cited {
  std::size_t times = 0;
  std::size_t unverified = 0;
  std::string oldest;
};

using Sources = std::map<std::string, Cited>;  ///< by the link that a page shows

void add_source(const Citation& source, const Review& review, Sources& sources) {
  const std::string link = markdown_link(title_of(source), source.url);
  if (link.empty()) return;
  Cited& cited = sources[link];
  ++cited.times;
  if (!review.verified) ++cited.unverified;
  if (!review.reviewed.empty() && (cited.oldest.empty() || review.reviewed < cited.oldest))
    cited.oldest = review.reviewed;
}

void append_sources(const Pack& pack, std::string& page) {
  Sources sources;
  for (const EvidenceDef& row : pack.evidence) add_source(row.source, row.review, sources);
  for (const RuleDef& rule : pack.rules) add_source(rule.source, rule.review, sources);
  for (const CaveatDef& caveat : pack.caveats) add_source(caveat.source, caveat.review, sources);
  for (const TermDef& term : pack.terms) add_source(term.source, term.review, sources);
  if (sources.empty()) return;
  page +=
      "\n## Sources\n\nUnverified are entries that nobody has compared with the source yet; they "
      "warn at most.\n\n| source | entries | unverified | read on |\n|---|--:|--:|---|\n";
  for (const auto& [link, cited] : sources)
    page += fmt::format("| {} | {} | {} | {} |\n", link, cited.times, cited.unverified,
                        markdown_of(cited.oldest));
}

std::string reviewed_cell(const Review& review) {
  if (!review.verified) return "unverified";
  return markdown_of(review.reviewed);
}

}  // namespace

std::string label_of(const Labels& labels, const Text& name) {
  const auto label = labels.find(name.value);
  return label == labels.end() ? name.value : label->second;
}

std::string evidence_table(const std::vector<const EvidenceDef*>& rows, const Labels& labels) {
  if (rows.empty()) return "";
  std::string table =
      "| of | on | in | certainty | effect | wording up to | source | reviewed | again by | note "
      "|\n"
      "|---|---|---|---|---|---|---|---|---|---|";
  for (const EvidenceDef* row : rows)
    table += fmt::format(
        "\n| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
        markdown_of(label_of(labels, row->intervention)),
        markdown_of(label_of(labels, row->outcome)), markdown_of(label_of(labels, row->population)),
        name_of(row->certainty), name_of(row->effect), name_of(row->carries),
        markdown_link(title_of(row->source), row->source.url), reviewed_cell(row->review),
        markdown_of(row->review.review_by), markdown_of(row->note));
  return table;
}

std::string topic_page(const Pack& pack, const std::vector<Entry>& entries, const Labels& labels) {
  std::string page =
      fmt::format("# {}\n\n{}\n", markdown_of(pack.name.value), markdown_of(pack.description));
  append_rules(entries, EntryKind::fact, "Facts", page);
  append_rules(entries, EntryKind::rule, "Rules", page);
  append_rules(entries, EntryKind::caveat, "Caveats", page);
  append_evidence(pack, labels, page);
  append_concepts(pack, page);
  append_terms(pack, page);
  append_sources(pack, page);
  return page + "\n[All packs](../README.md)\n";
}

}  // namespace caveat
