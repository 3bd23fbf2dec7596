// caveat test: every example of a pack, run.
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/packs.hpp"
#include "pack/suggest.hpp"
#include "report/xml_text.hpp"

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

std::vector<Trial> prove_wanted(const LoadedPacks& loaded, const Settings& settings) {
  std::vector<Trial> all;
  const DeskPtr desk = make_desk();
  for (std::size_t i = 0; i < loaded.packs.packs.size(); ++i) {
    if (!is_wanted(loaded, loaded.packs.packs[i], settings)) continue;
    auto trials =
        prove_pack(loaded.packs, i, *loaded.rules, *desk, {settings.strict, settings.today});
    std::ranges::move(trials, std::back_inserter(all));
  }
  return all;
}

std::vector<PackDiagnostic> failures_of(const std::vector<Trial>& trials) {
  std::vector<PackDiagnostic> failures;
  for (const Trial& trial : trials)
    if (trial.failure) failures.push_back(*trial.failure);
  return failures;
}

/// Places in packs and a last line for people.
std::string gcc_page(const LoadedPacks& loaded, const std::vector<Trial>& trials,
                     const Settings& settings) {
  const auto failures = failures_of(trials);
  std::string page;
  report_packs(loaded.packs, failures, settings.output_style, page);
  const auto passed = trials.size() - failures.size();
  page += fmt::format("{} passed, {} failed", passed, failures.size());
  if (settings.strict && !trials.empty())
    page += fmt::format(" ({:.1f} % covered)",
                        100.0 * static_cast<double>(passed) / static_cast<double>(trials.size()));
  return page + '\n';
}

std::string place_of_failure(const LoadedPacks& loaded, const PackDiagnostic& failure) {
  const Source& source = loaded.packs.sources.at(failure.source);
  return fmt::format("{}:{}", source.path, place_of(source, failure.diagnostic.span.begin).line);
}

/// Test Anything Protocol, version 13; '#' would begin a directive.
std::string tap_page(const LoadedPacks& loaded, const std::vector<Trial>& trials) {
  std::string page = fmt::format("TAP version 13\n1..{}\n", trials.size());
  for (std::size_t at = 0; at < trials.size(); ++at) {
    std::string name = printable(trials[at].name);
    std::ranges::replace(name, '#', '=');
    std::ranges::replace(name, '\n', ' ');
    const auto& failure = trials[at].failure;
    page += fmt::format("{} {} - {}\n", failure ? "not ok" : "ok", at + 1, name);
    if (!failure) continue;
    page += fmt::format("# {}: {}\n", printable(place_of_failure(loaded, *failure)),
                        printable(failure->diagnostic.message));
  }
  return page;
}

std::string junit_page(const LoadedPacks& loaded, const std::vector<Trial>& trials) {
  std::string page = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  page += fmt::format("<testsuites><testsuite name=\"caveat\" tests=\"{}\" failures=\"{}\">\n",
                      trials.size(), failures_of(trials).size());
  for (const Trial& trial : trials) {
    const auto end = trial.name.find(' ');
    page += fmt::format("<testcase classname=\"{}\" name=\"{}\"",
                        xml_text(trial.name.substr(0, end)), xml_text(trial.name));
    if (!trial.failure) {
      page += "/>\n";
      continue;
    }
    page += fmt::format("><failure message=\"{}\">{}</failure></testcase>\n",
                        xml_text(trial.failure->diagnostic.message),
                        xml_text(place_of_failure(loaded, *trial.failure)));
  }
  return page + "</testsuite></testsuites>\n";
}

std::string page_of(const LoadedPacks& loaded, const std::vector<Trial>& trials,
                    const Settings& settings) {
  switch (settings.proof) {
    case ProofFormat::tap:
      return tap_page(loaded, trials);
    case ProofFormat::junit:
      return junit_page(loaded, trials);
    case ProofFormat::gcc:
      break;
  }
  return gcc_page(loaded, trials, settings);
}

}  // namespace

Exit run_test(const Settings& settings, Output& output) {
  Settings with_operands = settings;
  std::ranges::copy_if(settings.operands, std::back_inserter(with_operands.packs), is_path);
  const LoadedPacks loaded = load_in_force(with_operands);
  const std::string unknown = unknown_packs(loaded, settings);
  if (!unknown.empty()) complain(unknown);

  const auto trials = prove_wanted(loaded, settings);
  print(output, page_of(loaded, trials, settings));
  const Exit proved = failures_of(trials).empty() ? Exit::clean : Exit::findings;
  return worse(worse(proved, loaded.exit), unknown.empty() ? Exit::clean : Exit::trouble);
}

}  // namespace caveat
