#include "cli/rule_infos.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/catalog.hpp"
#include "cli/pages.hpp"
#include "cli/related.hpp"

namespace caveat {

namespace {

struct Reasons {
  std::string why;
  const Citation* source = nullptr;
};

Reasons reasons_of(const Entry& entry) {
  if (entry.rule != nullptr) return {entry.rule->why, &entry.rule->source};
  if (entry.caveat != nullptr) return {entry.caveat->why, &entry.caveat->source};
  return {};
}

RuleInfo info_of(const Entry& entry) {
  const Reasons reasons = reasons_of(entry);
  RuleInfo info;
  info.id = entry.id;
  info.category = entry.category;
  info.summary = message_of(entry);
  info.help = reasons.why;
  info.severity = entry.severity;
  if (reasons.source == nullptr) return info;
  info.url = reasons.source->url;
  if (!info.help.empty()) info.help += "\n\n";
  info.help += fmt::format("Source: {}", title_of(*reasons.source));
  return info;
}

}  // namespace

std::vector<RuleInfo> rule_infos(const PackSet& packs) {
  if (packs.packs.empty()) return {};
  std::vector<RuleInfo> infos;
  for (const Entry& entry : entries_of(packs)) infos.push_back(info_of(entry));
  std::ranges::sort(infos, {}, &RuleInfo::id);
  return infos;
}

}  // namespace caveat
