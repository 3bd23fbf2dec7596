// caveat claims: every claim that the files make, for those who review claims. A claim is a form
// with an intervention; with --per-sentence each sentence is told, with all that it states.
#include <fmt/format.h>

#include <algorithm>

#include "check/law.hpp"
#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/plan.hpp"
#include "cli/reading_json.hpp"
#include "lint/rule_set.hpp"
#include "report/place.hpp"

namespace caveat {

namespace {

using Json = nlohmann::ordered_json;

struct Row {
  std::string place;
  std::string strength;
  std::string voice;  ///< who says so, and whether a source stands beside it
  std::string intervention;
  std::string words;
  std::string forbidden;  ///< by which laws, of those asked for
};

/// What one run prints, in the format that was asked for.
struct Inventory {
  const Settings& settings;
  Output& output;
  const Checks* checks = nullptr;  ///< of the file at hand
  std::vector<Row> rows = {};      ///< of the table, which needs the widths of all
  bool any = false;
};

/// Those of the laws asked for that forbid a claim.
Provisions bans_on(const Inventory& inventory, const ClaimReading& claim) {
  return provisions_on(*inventory.checks, inventory.settings.jurisdictions, claim.kinds);
}

/// "us: 21 CFR 101.93(g)(2)(i), 21 CFR 101.14(e); uk: CAP Code 12.1"
std::string told(const Provisions& bans) {
  std::string text;
  auto last = Jurisdiction::everywhere;
  for (const ProvisionCode* ban : bans) {
    if (text.ends_with(ban->article)) continue;  // told of another kind
    if (ban->jurisdiction != last)
      text += fmt::format("{}{}: ", text.empty() ? "" : "; ", name_of(ban->jurisdiction));
    else
      text += ", ";
    text += ban->article;
    last = ban->jurisdiction;
  }
  return text;
}

Json bans_json(const Provisions& bans) {
  Json json = Json::array();
  for (const ProvisionCode* ban : bans) {
    json.push_back({{"jurisdiction", name_of(ban->jurisdiction)},
                    {"forbids", name_of(ban->forbids)},
                    {"article", ban->article},
                    {"title", ban->title},
                    {"url", ban->url}});
  }
  return json;
}

bool asks_law(const Inventory& inventory) {
  return inventory.settings.jurisdictions != 0;
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank)
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  return line;
}

std::string words_of(const Source& source, const std::optional<Span>& part) {
  return part ? one_line(slice(source, *part)) : "";
}

Json claim_line(const Inventory& inventory, const Source& source, const ClaimReading& claim) {
  const LinePlace place = place_on(make_ruler(source, ColumnUnit::byte), claim.span.begin);
  Json json = {{"file", source.path}, {"line", place.line}, {"column", place.column}};
  json.update(claim_json(source, claim));
  json["text"] = slice(source, claim.span);
  if (asks_law(inventory)) json["forbidden"] = bans_json(bans_on(inventory, claim));
  return json;
}

/// RFC 4180.
std::string csv_field(std::string_view text) {
  if (text.find_first_of("\",\r\n") == text.npos) return std::string(text);
  std::string field = "\"";
  for (const char c : text) field += c == '"' ? std::string("\"\"") : std::string(1, c);
  return field + '"';
}

std::string csv_line(const Inventory& inventory, const Source& source, const ClaimReading& claim) {
  const LinePlace place = place_on(make_ruler(source, ColumnUnit::byte), claim.span.begin);
  std::string line =
      fmt::format("{},{},{},{},{},{},{},{},{},{}", csv_field(source.path), place.line, place.column,
                  name_of(claim.strength), static_cast<int>(claim.strength),
                  polarity_of(claim.negative), direction_of(claim), name_of(claim.voice),
                  name_of(claim.design), claim.states ? name_of(*claim.states) : "");
  for (const auto* part : {&claim.intervention, &claim.effect, &claim.outcome, &claim.comparator,
                           &claim.population, &claim.citation}) {
    line += ',' + csv_field(words_of(source, *part));
  }
  if (asks_law(inventory)) line += ',' + csv_field(told(bans_on(inventory, claim)));
  return line + "\r\n";
}

/// What is claimed of this one outcome: of "relieves pain and anxiety", "relieves … anxiety".
std::string said_of(const Source& source, const ClaimReading& claim) {
  if (!claim.effect || !claim.outcome || overlaps(*claim.effect, *claim.outcome))
    return words_of(source, claim.span);
  const bool forward = claim.effect->begin < claim.outcome->begin;
  const Span first = forward ? *claim.effect : *claim.outcome;
  const Span second = forward ? *claim.outcome : *claim.effect;
  const auto between = slice(source, Span{first.end, second.begin});
  const bool near = between.find_first_not_of(" \t\r\n") == between.npos;
  return words_of(source, first) + (near ? " " : " … ") + words_of(source, second);
}

Row row_of(const Inventory& inventory, const Source& source, const ClaimReading& claim) {
  const LinePlace place = place_on(make_ruler(source, ColumnUnit::byte), claim.span.begin);
  const std::string strength = name_of(claim.strength);
  const std::string voice = name_of(claim.voice);
  return {fmt::format("{}:{}:{}", source.path, place.line, place.column),
          claim.negative ? strength + ", denied" : strength,
          claim.citation ? voice + ", cited" : voice,
          words_of(source, claim.intervention),
          said_of(source, claim),
          told(bans_on(inventory, claim))};
}

void add_json(Inventory& inventory, const Json& json) {
  const bool lines = inventory.settings.inventory == InventoryFormat::jsonl;
  std::string text = lines ? "" : inventory.any ? ",\n" : "";
  text += json.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (lines) text += '\n';
  inventory.any = true;
  print(inventory.output, text);
}

void add_claim(Inventory& inventory, const Source& source, const ClaimReading& claim) {
  switch (inventory.settings.inventory) {
    case InventoryFormat::table:
      inventory.rows.push_back(row_of(inventory, source, claim));
      break;
    case InventoryFormat::csv:
      print(inventory.output, csv_line(inventory, source, claim));
      break;
    default:
      add_json(inventory, claim_line(inventory, source, claim));
  }
}

void add_sentence(Inventory& inventory, const Source& source, const SentenceReading& sentence) {
  Json json = {{"file", source.path}};
  json.update(sentence_json(source, sentence));
  for (std::size_t at = 0; asks_law(inventory) && at < sentence.claims.size(); ++at)
    json["claims"][at]["forbidden"] = bans_json(bans_on(inventory, sentence.claims[at]));
  add_json(inventory, json);
}

void add_file(Inventory& inventory, const Input& input, const RuleSet& rules, Desk& desk) {
  const auto reading = read(input.source, rules, desk, {input.format});
  for (const SentenceReading& sentence : reading.sentences) {
    if (inventory.settings.per_sentence) {
      add_sentence(inventory, input.source, sentence);
      continue;
    }
    for (const ClaimReading& claim : sentence.claims) {
      if (!claim.statement) add_claim(inventory, input.source, claim);
    }
  }
}

void open_inventory(Inventory& inventory) {
  const auto format = inventory.settings.inventory;
  if (format == InventoryFormat::json) {
    const bool sentences = inventory.settings.per_sentence;
    print(inventory.output,
          fmt::format("{{\"version\":1,\"{}\":[\n", sentences ? "sentences" : "claims"));
  }
  if (format == InventoryFormat::csv) {
    print(inventory.output,
          "file,line,column,strength,level,polarity,direction,voice,design,certainty,intervention,"
          "effect,outcome,comparator,population,citation");
    print(inventory.output, asks_law(inventory) ? ",forbidden\r\n" : "\r\n");
  }
}

/// Columns as wide as their widest cell, in characters.
void print_table(const Inventory& inventory) {
  std::size_t place = 0;
  std::size_t strength = 0;
  std::size_t voice = 0;
  std::size_t intervention = 0;
  std::size_t words = 0;
  for (const Row& row : inventory.rows) {
    place = std::max(place, row.place.size());
    strength = std::max(strength, row.strength.size());
    voice = std::max(voice, row.voice.size());
    intervention = std::max(intervention, row.intervention.size());
    if (asks_law(inventory)) words = std::max(words, row.words.size());
  }
  for (const Row& row : inventory.rows) {
    print(inventory.output,
          fmt::format("{:<{}}  {:<{}}  {:<{}}  {:<{}}  {:<{}}{}\n", printable(row.place), place,
                      row.strength, strength, row.voice, voice, printable(row.intervention),
                      intervention, printable(row.words), row.forbidden.empty() ? 0 : words,
                      row.forbidden.empty() ? "" : "  " + printable(row.forbidden)));
  }
}

void close_inventory(const Inventory& inventory) {
  if (inventory.settings.inventory == InventoryFormat::json) print(inventory.output, "\n]}\n");
  if (inventory.settings.inventory == InventoryFormat::table) print_table(inventory);
}

}  // namespace

Exit run_claims(const Settings& settings, Output& output) {
  std::vector<std::string> complaints;
  Projects projects{settings};
  Selection selection{projects};
  const auto paths = select_files(selection, complaints).paths;
  const Plans plans = plan_files(paths, selection);
  const DeskPtr desk = make_desk();
  Inventory inventory{settings, output};
  open_inventory(inventory);
  for (const std::string& path : paths) {
    std::string complaint;
    const FilePlan& plan = plan_of(plans, path);
    inventory.checks = &plan.rules->checks;
    if (const auto input = read_input(path, plan.settings, complaint)) {
      if (!plan.left_out) add_file(inventory, *input, *plan.rules, *desk);
    } else {
      complaints.push_back(complaint);
    }
  }
  close_inventory(inventory);
  for (const std::string& complaint : complaints) complain(complaint);
  return worse(plans.exit, complaints.empty() ? Exit::clean : Exit::trouble);
}

}  // namespace caveat
