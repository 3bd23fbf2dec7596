#include "cli/related.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "pack/condition.hpp"

namespace caveat {

namespace {

bool is_name_part(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

using Names = std::vector<std::string>;

bool holds(const Names& names, const std::string& name) {
  return std::ranges::find(names, name) != names.end();
}

/// The names outside the quotes of a pattern: concepts among them.
void add_pattern_names(std::string_view pattern, Names& names) {
  for (std::size_t at = 0; at < pattern.size();) {
    const char c = pattern[at];
    if (c == '\'' || c == '"') {
      at = std::min(pattern.find(c, at + 1), pattern.size() - 1) + 1;
      continue;
    }
    std::size_t end = at;
    while (end < pattern.size() && is_name_part(pattern[end])) ++end;
    if (end > at) names.emplace_back(pattern.substr(at, end - at));
    at = std::max(end, at + 1);
  }
}

void add_topics(const Text& when, Names& names) {
  const auto condition = condition_of(when);
  if (!condition) return;
  for (const Text& topic : condition->topics) names.push_back(topic.value);
}

RelatedEvidence rows_about(const Pack& pack, const Names& names) {
  RelatedEvidence related;
  for (const EvidenceDef& row : pack.evidence)
    if (holds(names, row.intervention.value) && holds(names, row.outcome.value))
      related.rows.push_back(&row);
  for (const std::string& name : names) {
    const auto is_about = [&](const EvidenceDef& row) { return row.intervention.value == name; };
    if (!holds(related.subjects, name) && std::ranges::any_of(pack.evidence, is_about))
      related.subjects.push_back(name);
  }
  return related;
}

}  // namespace

RelatedEvidence related_evidence(const Pack& pack, const RuleDef& rule) {
  Names names;
  add_topics(rule.when, names);
  add_pattern_names(rule.match.value, names);
  return rows_about(pack, names);
}

RelatedEvidence related_evidence(const Pack& pack, const CaveatDef& caveat) {
  Names names;
  add_topics(caveat.when, names);
  add_pattern_names(caveat.mentions.value, names);
  return rows_about(pack, names);
}

const char* name_of(Effect effect) {
  switch (effect) {
    case Effect::benefit:
      return "benefit";
    case Effect::none:
      return "none";
    case Effect::harm:
      return "harm";
    case Effect::unknown:
      break;
  }
  return "unknown";
}

std::string title_of(const Citation& source) {
  return source.year == 0 ? source.title : fmt::format("{} ({})", source.title, source.year);
}

}  // namespace caveat
