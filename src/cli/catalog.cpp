#include "cli/catalog.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

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
};

Severity as_reported(Severity severity, const Review& review) {
  return review.verified ? severity : std::min(severity, Severity::warning);
}

Entry entry_of(const Pack& pack, const RuleDef& rule) {
  Entry entry;
  entry.id = fmt::format("{}/{}", pack.name.value, rule.id.value);
  entry.kind = rule.category == "fact" ? "fact" : "rule";
  entry.category = rule.category;
  entry.severity = as_reported(rule.severity, rule.review);
  entry.review = &rule.review;
  entry.origin = rule.id.origin;
  entry.rule = &rule;
  return entry;
}

Entry entry_of(const Pack& pack, const CaveatDef& caveat) {
  Entry entry;
  entry.id = fmt::format("{}/{}", pack.name.value, caveat.id.value);
  entry.kind = "caveat";
  entry.category = "caveat";
  entry.severity = as_reported(caveat.severity, caveat.review);
  entry.review = &caveat.review;
  entry.origin = caveat.id.origin;
  entry.caveat = &caveat;
  return entry;
}

}  // namespace

std::vector<Entry> entries_of(const PackSet& packs) {
  std::vector<Entry> entries;
  for (const Pack& pack : packs.packs) {
    for (const RuleDef& rule : pack.rules) entries.push_back(entry_of(pack, rule));
    for (const CaveatDef& caveat : pack.caveats) entries.push_back(entry_of(pack, caveat));
  }
  return entries;
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
