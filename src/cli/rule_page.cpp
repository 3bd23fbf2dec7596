// The page of one rule, fact or caveat, and of an id that a check reports.
#include <fmt/format.h>

#include "cli/markdown.hpp"
#include "cli/pages.hpp"
#include "cli/related.hpp"

namespace caveat {

namespace {

void append_section(std::string_view head, std::string_view body, std::string& page) {
  if (!body.empty()) page += fmt::format("\n## {}\n\n{}\n", head, body);
}

/// "error in the category advice: …".
std::string standing_of(const Entry& entry) {
  std::string text = fmt::format("**{}**", name_of(entry.severity));
  if (const Category* category = category_named(entry.category))
    text += fmt::format(" in the category [{0}](../README.md#{0}): {1}.", category->name,
                        category->meaning);
  if (entry.pack != nullptr)
    text += fmt::format(" A {} of the pack [{}](README.md).", name_of(entry.kind),
                        markdown_of(entry.pack->name.value));
  return text;
}

std::string source_of(const Citation& source, const Review& review) {
  std::string text = markdown_link(title_of(source), source.url);
  const std::string reviewed = review_sentence(review);
  if (!text.empty() && !reviewed.empty()) text += "\n\n";
  return text + reviewed;
}

std::string examples_of(const std::vector<Text>& examples) {
  std::string text;
  for (const Text& example : examples) text += markdown_item(example.value);
  while (text.ends_with('\n')) text.pop_back();
  return text;
}

std::string flagged_of(const std::vector<Text>& flags) {
  const std::string examples = examples_of(flags);
  const bool has_marks = examples.find("«") != std::string::npos;
  return has_marks ? "What stands between « and » is reported.\n\n" + examples : examples;
}

/// The rows, or where those on its subjects are.
std::string evidence_of(const RelatedEvidence& related, const Labels& labels) {
  if (!related.rows.empty()) return evidence_table(related.rows, labels);
  if (related.subjects.empty()) return "";
  std::string subjects;
  for (const std::string& name : related.subjects)
    subjects += (subjects.empty() ? "" : ", ") + markdown_of(label_of(labels, {name, {}}));
  return fmt::format("What is known of {} stands in [the table of the pack](README.md#evidence).",
                     subjects);
}

template <typename Def>
void append_def(const Entry& entry, const Def& def, std::string_view harm, const Labels& labels,
                std::string& page) {
  append_section("Why", markdown_of(def.why), page);
  append_section("Harm", markdown_of(harm), page);
  append_section("Evidence", evidence_of(related_evidence(*entry.pack, def), labels), page);
  append_section("Source", source_of(def.source, def.review), page);
  append_section("Flagged", flagged_of(def.flags), page);
  append_section("Allowed", examples_of(def.allows), page);
}

std::string where_the_table_is(const Entry& entry) {
  if (entry.kind == EntryKind::evidence)
    return "\nThe rows are [the evidence of the pack](README.md#evidence).\n";
  if (entry.kind == EntryKind::terms && !entry.pack->terms.empty())
    return "\nThe rows are [the names of the pack](README.md#wrong-names).\n";
  return "";
}

}  // namespace

std::string rule_page(const Entry& entry, const Labels& labels) {
  std::string page = fmt::format("# {}\n\n> {}\n\n{}\n", markdown_of(entry.id),
                                 markdown_of(message_of(entry)), standing_of(entry));
  if (entry.rule != nullptr) {
    append_section("Suggested wording", markdown_of(entry.rule->fix.value), page);
    append_def(entry, *entry.rule, entry.rule->harm, labels, page);
  }
  if (entry.caveat != nullptr) append_def(entry, *entry.caveat, "", labels, page);
  return page + where_the_table_is(entry) + "\n[All packs](../README.md)\n";
}

}  // namespace caveat
