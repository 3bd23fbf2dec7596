#include "pack/check_names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "diagnostic/quoted.hpp"
#include "pack/condition.hpp"
#include "pack/graph.hpp"
#include "pack/suggest.hpp"

namespace caveat {
namespace {

enum class Meaning : std::uint8_t { entity, group, production, scope };

constexpr const char* meaning_names[] = {"concept", "class or tag", "production", "scope"};

const char* name_of(Meaning meaning) {
  return meaning_names[static_cast<std::size_t>(meaning)];
}

struct Use {
  const Text* name = nullptr;
  Meaning meaning = Meaning::entity;
};

/// The first use of a name in each meaning.
using FirstUses = std::map<std::string, std::array<const Text*, 4>, std::less<>>;

struct Names {
  FirstUses first;
  std::vector<std::string> concepts;  ///< in order, for suggestions
  std::vector<std::string> groups;
};

bool stands_before(const Text& a, const Text& b) {
  if (a.origin.source != b.origin.source) return a.origin.source < b.origin.source;
  return a.origin.span.begin < b.origin.span.begin;
}

/// What a pattern can name, in the order of the files.
std::vector<Use> uses_in(const Pack& pack) {
  std::vector<Use> uses;
  for (const ConceptDef& def : pack.concepts) {
    uses.push_back({&def.id, Meaning::entity});
    uses.push_back({&def.of_class, Meaning::group});
    for (const Text& tag : def.tags) uses.push_back({&tag, Meaning::group});
  }
  for (const ProductionDef& def : pack.productions)
    uses.push_back({&def.name, Meaning::production});
  for (const ScopeDef& def : pack.scopes) uses.push_back({&def.id, Meaning::scope});
  std::erase_if(uses, [](const Use& use) { return use.name->value.empty(); });
  std::stable_sort(uses.begin(), uses.end(),
                   [](const Use& a, const Use& b) { return stands_before(*a.name, *b.name); });
  return uses;
}

/// A class may also be a tag: both are groups of concepts. A production may stand for a class.
bool exclude_each_other(Meaning a, Meaning b) {
  return a != b && (a == Meaning::entity || b == Meaning::entity ||
                    (a != Meaning::group && b != Meaning::group));
}

void report_twice(const PackSet& set, const Text& name, const Text& earlier,
                  const std::string& what, Problems& problems) {
  report(problems, name.origin, "duplicate-id",
         "the " + what + ' ' + quoted(name.value) + " is already defined")
      .notes.push_back(note_on(set, earlier.origin, name.origin, "the first one"));
}

void report_ambiguous(const PackSet& set, Use use, const Text& earlier, Meaning other,
                      Problems& problems) {
  report(problems, use.name->origin, "ambiguous-name",
         "the " + std::string(name_of(use.meaning)) + ' ' + quoted(use.name->value) +
             " has the name of a " + name_of(other))
      .notes.push_back(
          note_on(set, earlier.origin, use.name->origin, "the " + std::string(name_of(other))));
}

void add_use(const PackSet& set, Use use, Names& names, Problems& problems) {
  const std::string& name = use.name->value;
  auto& first = names.first[name];
  const Text*& same = first[static_cast<std::size_t>(use.meaning)];
  if (same != nullptr) {
    if (use.meaning != Meaning::group)
      report_twice(set, *use.name, *same, name_of(use.meaning), problems);
    return;
  }
  same = use.name;
  if (use.meaning == Meaning::entity) names.concepts.push_back(name);
  if (use.meaning == Meaning::group) names.groups.push_back(name);
  for (std::size_t i = 0; i < first.size(); ++i) {
    const auto other = static_cast<Meaning>(i);
    if (first[i] == nullptr || !exclude_each_other(use.meaning, other)) continue;
    report_ambiguous(set, use, *first[i], other, problems);
    return;
  }
}

Names collect_names(const PackSet& set, Problems& problems) {
  Names names;
  for (const Pack& pack : set.packs)
    for (const Use& use : uses_in(pack)) add_use(set, use, names, problems);
  return names;
}

/// Ids that name an entry within its pack.
void check_ids(const PackSet& set, std::vector<const Text*> ids, const std::string& what,
               Problems& problems) {
  std::sort(ids.begin(), ids.end(), [](auto* a, auto* b) { return stands_before(*a, *b); });
  std::map<std::string_view, const Text*> first;
  for (const Text* id : ids) {
    const auto [earlier, added] = first.emplace(id->value, id);
    if (!added && !id->value.empty()) report_twice(set, *id, *earlier->second, what, problems);
  }
}

void check_ids(const PackSet& set, const Pack& pack, Problems& problems) {
  std::vector<const Text*> rules, claims, terms, frames;
  for (const RuleDef& def : pack.rules) rules.push_back(&def.id);
  for (const CaveatDef& def : pack.caveats) rules.push_back(&def.id);
  for (const ClaimDef& def : pack.claims) claims.push_back(&def.id);
  for (const ClaimDef& def : pack.statements) claims.push_back(&def.id);
  for (const FrameDef& def : pack.frames) frames.push_back(&def.id);
  for (const TermDef& def : pack.terms) terms.push_back(&def.correct);
  check_ids(set, std::move(rules), "rule", problems);
  check_ids(set, std::move(claims), "claim", problems);
  check_ids(set, std::move(frames), "frame", problems);
  check_ids(set, std::move(terms), "term", problems);
}

bool is_known(const Names& names, std::string_view name, Meaning meaning) {
  const auto found = names.first.find(name);
  return found != names.first.end() && found->second[static_cast<std::size_t>(meaning)] != nullptr;
}

void check_concept(const Text& name, const Names& names, Problems& problems) {
  if (name.value.empty() || is_known(names, name.value, Meaning::entity)) return;
  report(problems, name.origin, "unknown-concept",
         "unknown concept " + quoted(name.value) + did_you_mean(name.value, names.concepts));
}

void check_concept_or_group(const Text& name, const Names& names, Problems& problems) {
  if (name.value.empty() || is_known(names, name.value, Meaning::entity) ||
      is_known(names, name.value, Meaning::group))
    return;
  std::vector<std::string> known = names.concepts;
  known.insert(known.end(), names.groups.begin(), names.groups.end());
  report(problems, name.origin, "unknown-concept",
         "unknown concept " + quoted(name.value) + did_you_mean(name.value, known));
}

/// A rule speaks of one sentence, so what kind of text that stands in is not for it to ask.
enum class Asker { rule, caveat };

void check_when(const Text& when, Asker asker, AllRead all_read, const Names& names,
                Problems& problems) {
  const auto condition = condition_of(when);
  if (!condition || (asker == Asker::rule && (condition->advice || condition->subject))) {
    report(problems, when.origin, "unknown-word",
           "unknown condition " + quoted(when.value) + "; write \"topic NAME\"");
    return;
  }
  if (all_read == AllRead::no) return;
  for (const Text& topic : condition->topics) check_concept_or_group(topic, names, problems);
}

void check_references(const Pack& pack, AllRead all_read, const Names& names, Problems& problems) {
  for (const RuleDef& def : pack.rules)
    check_when(def.when, Asker::rule, all_read, names, problems);
  for (const CaveatDef& def : pack.caveats)
    check_when(def.when, Asker::caveat, all_read, names, problems);
  if (all_read == AllRead::no) return;
  for (const ConceptDef& def : pack.concepts)
    for (const Text& name : def.broader) check_concept(name, names, problems);
  for (const EvidenceDef& def : pack.evidence) {
    check_concept_or_group(def.intervention, names, problems);
    check_concept_or_group(def.outcome, names, problems);
    if (!def.population.value.empty()) check_concept_or_group(def.population, names, problems);
  }
}

struct BroaderGraph {
  std::vector<const ConceptDef*> defs;
  Graph edges;
};

BroaderGraph broader_graph(const PackSet& set) {
  BroaderGraph out;
  std::map<std::string_view, std::uint32_t> numbers;
  for (const Pack& pack : set.packs)
    for (const ConceptDef& def : pack.concepts) {
      numbers.emplace(def.id.value, static_cast<std::uint32_t>(out.defs.size()));
      out.defs.push_back(&def);
    }
  out.edges.resize(out.defs.size());
  for (std::size_t i = 0; i < out.defs.size(); ++i)
    for (const Text& name : out.defs[i]->broader)
      if (const auto to = numbers.find(name.value); to != numbers.end())
        out.edges[i].push_back({to->second, name.origin});
  return out;
}

/// A concept carries all that is above it to each of its terms: a long chain costs its square.
void check_broader_chains(const BroaderGraph& graph, const GraphOrder& order, Problems& problems) {
  constexpr std::uint32_t most = 100;
  std::vector<std::uint32_t> above(graph.defs.size(), 0);
  for (const std::uint32_t node : order.nodes)
    for (const Edge& edge : graph.edges[node]) {
      if (above[edge.to] < most)
        above[node] = std::max(above[node], above[edge.to] + 1);
      else
        report(problems, edge.origin, "broader-chain",
               "more than " + std::to_string(most) + " steps of \"broader\", each above the other");
    }
}

void check_broader(const PackSet& set, Problems& problems) {
  const BroaderGraph graph = broader_graph(set);
  const GraphOrder order = order_of(graph.edges);
  check_broader_chains(graph, order, problems);
  for (const Cycle& cycle : order.cycles) {
    std::vector<std::string> names;
    for (const std::uint32_t node : cycle.path) names.push_back(graph.defs[node]->id.value);
    report(
        problems, cycle.origin, "broader-cycle",
        "the concept " + quoted(names.front()) + " is broader than itself: " + cycle_text(names));
  }
}

}  // namespace

std::string cycle_text(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += name + " -> ";
  return out + names.front();
}

Note note_on(const PackSet& set, Origin earlier, Origin here, const std::string& what) {
  if (earlier.source == here.source) return {what + " is here", earlier.span};
  const Source& source = set.sources[earlier.source];
  const Place place = place_of(source, earlier.span.begin);
  return {what + " is at " + source.path + ':' + std::to_string(place.line) + ':' +
              std::to_string(place.column),
          std::nullopt};
}

namespace {

/// A law is switched on and off, and what all rules share cannot be: all else is refused beside it,
/// so that a law that is off changes nothing.
void check_law(const Pack& pack, Problems& problems) {
  const bool tells_law = pack.jurisdiction != Jurisdiction::everywhere;
  const auto refuse = [&](const auto& defs, const char* table) {
    if (!tells_law || defs.empty()) return;
    report(problems, pack.name.origin, "law-only",
           "a pack with a jurisdiction holds rules, facts, caveats, provisions and productions, "
           "and no " +
               std::string(table));
  };
  refuse(pack.scopes, "[[scope]]");
  refuse(pack.frames, "[[frame]]");
  refuse(pack.concepts, "[[concept]]");
  refuse(pack.claims, "[[claim]]");
  refuse(pack.statements, "[[statement]]");
  refuse(pack.sentences, "[[sentence]]");
  refuse(pack.evidence, "[[evidence]]");
  refuse(pack.terms, "[[term]]");
  const auto& words = pack.words;
  for (const auto* list : {&words.abbreviations, &words.starters, &words.openers, &words.labels,
                           &words.units, &words.whole})
    refuse(*list, "[language]");
  for (const auto* list : {&words.verb_endings, &words.noun_endings}) refuse(*list, "[inflection]");
  refuse(words.irregular, "[inflection]");
  refuse(pack.overrides, "[[override]]");
  refuse(pack.changes, "terms-add and terms-remove");
  if (!tells_law && !pack.provisions.empty())
    report(problems, pack.provisions.front().article.origin, "law-only",
           "a [[provision]] needs the key \"jurisdiction\" in the [pack] of its pack");
}

}  // namespace

void check_names(const PackSet& set, const std::vector<AllRead>& all_read, Problems& problems) {
  const Names names = collect_names(set, problems);
  for (const Pack& pack : set.packs) check_ids(set, pack, problems);
  for (const Pack& pack : set.packs) check_law(pack, problems);
  for (std::size_t i = 0; i < set.packs.size(); ++i)
    check_references(set.packs[i], all_read[i], names, problems);
  check_broader(set, problems);
}

}  // namespace caveat
