// caveat whynot RULE FILE:LINE: how far a rule got there, and what stopped it.
#include "lint/whynot.hpp"

#include <fmt/format.h>

#include <charconv>

#include "cli/catalog.hpp"
#include "cli/commands.hpp"
#include "cli/input.hpp"
#include "cli/packs.hpp"
#include "pack/suggest.hpp"

namespace caveat {

namespace {

struct Asked {
  std::string path;
  std::uint32_t line = 0;  ///< 1-based; 0: none was given
};

/// "page.md:12", and "page.md:12:7" as a compiler prints it.
Asked read_asked(const std::string& operand) {
  Asked place{operand, 0};
  for (int part = 0; part < 2; ++part) {
    const auto colon = place.path.rfind(':');
    if (colon == std::string::npos) break;
    std::uint32_t number = 0;
    const char* end = place.path.data() + place.path.size();
    const auto [stop, error] = std::from_chars(place.path.data() + colon + 1, end, number);
    if (error != std::errc() || stop != end) break;
    place.line = number;
    place.path.resize(colon);
  }
  return place;
}

std::vector<std::string> rule_ids(const PackSet& packs) {
  std::vector<std::string> ids;
  for (const Entry& entry : entries_of(packs)) ids.push_back(entry.id);
  return ids;
}

/// The whole id of a rule that may be given without its pack; empty if there is none.
std::string full_id(const std::vector<std::string>& ids, const std::string& rule) {
  for (const auto& id : ids)
    if (id == rule || id.ends_with("/" + rule)) return id;
  return "";
}

}  // namespace

Exit run_whynot(const Settings& settings, Output& output) {
  const Asked place = read_asked(settings.operands[1]);
  if (place.line == 0) {
    complain(fmt::format("'{}' names no line, as in page.md:12", settings.operands[1]));
    return Exit::trouble;
  }
  std::string complaint;
  const auto input = read_input(place.path, settings, complaint);
  if (!input) {
    complain(complaint);
    return Exit::trouble;
  }
  const LoadedPacks loaded = load_in_force(settings);
  const auto ids = rule_ids(loaded.packs);
  const auto rule = full_id(ids, settings.operands[0]);
  if (rule.empty()) {
    complain(fmt::format("no rule '{}'{}", settings.operands[0],
                         did_you_mean(settings.operands[0], ids)));
    return Exit::trouble;
  }
  const DeskPtr desk = make_desk();
  const LintOptions options = lint_options(settings, input->format);
  for (const auto& line : why_not(input->source, *loaded.rules, *desk, rule, place.line, options)) {
    print(output, printable(line) + '\n');
  }
  return loaded.exit;
}

}  // namespace caveat
