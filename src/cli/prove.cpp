// caveat test: every example of a pack, run.
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/packs.hpp"
#include "pack/suggest.hpp"

namespace caveat {

namespace {

bool is_path(const std::string& operand) {
  return operand.find('/') != std::string::npos || operand.ends_with(".toml");
}

/// Whether one of the operands names the pack or the file that it starts in.
bool is_wanted(const LoadedPacks& loaded, const Pack& pack, const Settings& settings) {
  if (settings.operands.empty()) return true;
  const std::string& path = loaded.packs.sources.at(pack.name.origin.source).path;
  return std::ranges::any_of(settings.operands, [&](const std::string& operand) {
    if (!is_path(operand)) return pack.name.value == operand;
    std::vector<std::string> said_already;
    const auto files = pack_files(std::span(&operand, 1), said_already);
    return std::ranges::find(files, path) != files.end();
  });
}

std::string unknown_packs(const LoadedPacks& loaded, const Settings& settings) {
  std::vector<std::string> names;
  for (const Pack& pack : loaded.packs.packs) names.push_back(pack.name.value);
  for (const std::string& operand : settings.operands)
    if (!is_path(operand) && std::ranges::find(names, operand) == names.end())
      return fmt::format("no pack '{}'{}", operand, did_you_mean(operand, names));
  return "";
}

Proof prove_wanted(const LoadedPacks& loaded, const Settings& settings) {
  Proof sum;
  const DeskPtr desk = make_desk();
  for (std::size_t i = 0; i < loaded.packs.packs.size(); ++i) {
    if (!is_wanted(loaded, loaded.packs.packs[i], settings)) continue;
    Proof proof = prove_pack(loaded.packs, i, *loaded.rules, *desk);
    sum.passed += proof.passed;
    std::ranges::move(proof.failures, std::back_inserter(sum.failures));
  }
  return sum;
}

}  // namespace

Exit run_test(const Settings& settings, Output& output) {
  Settings with_operands = settings;
  std::ranges::copy_if(settings.operands, std::back_inserter(with_operands.packs), is_path);
  const LoadedPacks loaded = load_in_force(with_operands);
  const std::string unknown = unknown_packs(loaded, settings);
  if (!unknown.empty()) complain(unknown);

  const Proof proof = prove_wanted(loaded, settings);
  std::string page;
  report_packs(loaded.packs, proof.failures, settings.output_style, page);
  page += fmt::format("{} passed, {} failed\n", proof.passed, proof.failures.size());
  print(output, page);
  const Exit proved = proof.failures.empty() ? Exit::clean : Exit::findings;
  return worse(worse(proved, loaded.exit), unknown.empty() ? Exit::clean : Exit::trouble);
}

}  // namespace caveat
