#include "cli/counts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>

#include "report/report.hpp"
#include "text/utf8.hpp"

namespace caveat {

namespace {

using Json = nlohmann::ordered_json;

struct Column {
  std::string_view key;
  std::string_view head;
  std::size_t PackCounts::*value;
};

constexpr std::array columns = {
    Column{"evidence", "evidence", &PackCounts::evidence},
    Column{"well_supported", "supported", &PackCounts::supported},
    Column{"facts", "facts", &PackCounts::facts},
    Column{"rules", "rules", &PackCounts::rules},
    Column{"caveats", "caveats", &PackCounts::caveats},
    Column{"concepts", "concepts", &PackCounts::concepts},
    Column{"names", "names", &PackCounts::names},
    Column{"wrong_names", "wrong names", &PackCounts::slips},
    Column{"unverified", "unverified", &PackCounts::unverified},
    Column{"past_review", "past review", &PackCounts::stale},
};

/// What is counted once however often it is written.
struct Spellings {
  std::set<std::string> names;
  std::set<std::string> slips;
};

std::string folded(const Text& text) {
  std::string out;
  append_folded(text.value, out);
  return out;
}

void collect(const Pack& pack, Spellings& spellings) {
  for (const ConceptDef& def : pack.concepts)
    if (def.near)
      for (const Text& term : def.terms) spellings.names.insert(folded(term));
  for (const TermDef& def : pack.terms) {
    if (def.near) spellings.names.insert(folded(def.correct));
    for (const Text& wrong : def.wrong) spellings.slips.insert(folded(wrong));
  }
}

bool is_supported(const EvidenceDef& row) {
  return row.effect == Effect::benefit && row.certainty >= Certainty::moderate;
}

void count_review(const Review& review, const std::string& today, PackCounts& counts) {
  if (!review.verified) ++counts.unverified;
  if (is_stale(review, today)) ++counts.stale;
}

PackCounts count_pack(const Pack& pack, const std::string& today) {
  PackCounts counts;
  counts.pack = pack.name.value;
  counts.concepts = pack.concepts.size();
  counts.caveats = pack.caveats.size();
  counts.evidence = pack.evidence.size();
  for (const EvidenceDef& row : pack.evidence) {
    if (is_supported(row)) ++counts.supported;
    count_review(row.review, today, counts);
  }
  for (const RuleDef& rule : pack.rules) {
    ++(rule.category == "fact" ? counts.facts : counts.rules);
    count_review(rule.review, today, counts);
  }
  for (const CaveatDef& caveat : pack.caveats) count_review(caveat.review, today, counts);
  for (const TermDef& term : pack.terms) count_review(term.review, today, counts);
  return counts;
}

void set_spellings(const Spellings& spellings, PackCounts& counts) {
  counts.names = spellings.names.size();
  counts.slips = spellings.slips.size();
}

Json json_of(const PackCounts& counts) {
  Json json = Json::object();
  if (!counts.pack.empty()) json["pack"] = counts.pack;
  for (const Column& column : columns) json[std::string(column.key)] = counts.*column.value;
  return json;
}

}  // namespace

bool is_stale(const Review& review, const std::string& today) {
  return !review.review_by.empty() && !today.empty() && review.review_by < today;
}

std::vector<PackCounts> counts_of(const PackSet& packs, const std::string& today) {
  std::vector<PackCounts> all;
  PackCounts total;
  Spellings everywhere;
  for (const Pack& pack : packs.packs) {
    Spellings here;
    collect(pack, here);
    PackCounts counts = count_pack(pack, today);
    set_spellings(here, counts);
    for (const Column& column : columns) total.*column.value += counts.*column.value;
    everywhere.names.merge(here.names);
    everywhere.slips.merge(here.slips);
    all.push_back(std::move(counts));
  }
  std::ranges::sort(all, {}, &PackCounts::pack);
  set_spellings(everywhere, total);
  all.push_back(std::move(total));
  return all;
}

std::string counts_table(const std::vector<PackCounts>& counts) {
  const auto name_of = [](const PackCounts& row) {
    return row.pack.empty() ? std::string("in all") : printable(row.pack);
  };
  std::size_t width = 0;
  for (const PackCounts& row : counts) width = std::max(width, name_of(row).size());
  std::string page = fmt::format("{:<{}}", "pack", width);
  for (const Column& column : columns) page += fmt::format("  {}", column.head);
  page += '\n';
  for (const PackCounts& row : counts) {
    page += fmt::format("{:<{}}", name_of(row), width);
    for (const Column& column : columns)
      page += fmt::format("  {:>{}}", row.*column.value, column.head.size());
    page += '\n';
  }
  return page;
}

std::string counts_json(const std::vector<PackCounts>& counts) {
  Json packs = Json::array();
  for (std::size_t i = 0; i + 1 < counts.size(); ++i) packs.push_back(json_of(counts[i]));
  const Json json = {{"packs", packs}, {"total", json_of(counts.back())}};
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace caveat
