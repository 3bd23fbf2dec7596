// Texts, names and messages made to be taken for something else: nothing is forged in any format.
// JSON and XML are read by parsers that are not ours, commands by a model of GitHub's runner.
#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "report/runner_model.hpp"
#include "report/sample.hpp"

using namespace caveat;
using namespace caveat_test;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> pieces = {"::error file=x::forged",
                                         "\n",
                                         "\r",
                                         "\x1B[2J",
                                         "##[error]forged",
                                         "##vso[task.complete]",
                                         "</failure>",
                                         "]]>",
                                         "<!--",
                                         "&#x1b;",
                                         "\"",
                                         "'",
                                         ",",
                                         ":",
                                         "%0A",
                                         "%",
                                         "\xE2\x80\xAE",
                                         "\xEF\xBF\xBE",
                                         "\xFF",
                                         "\xC2\x9B",
                                         "\x7F",
                                         " cures ",
                                         "\\u0022",
                                         "β",
                                         "😀",
                                         "\t"};

std::string hostile(std::mt19937& random) {
  std::string text;
  for (auto left = random() % 6; left > 0; --left) text += pieces[random() % pieces.size()];
  return text + "x";
}

struct Case {
  Source source;
  FileReport report;
};

/// Three findings in a file of a hostile name, text, message and fix.
Case make_case(std::mt19937& random) {
  Case made{make_source("f" + hostile(random), hostile(random) + "\n" + hostile(random)), {}};
  for (const Severity severity : {Severity::error, Severity::warning, Severity::note}) {
    const auto size = static_cast<std::uint32_t>(made.source.bytes.size());
    const auto begin = static_cast<std::uint32_t>(random() % size);
    Diagnostic diagnostic;
    diagnostic.span = {begin, begin + static_cast<std::uint32_t>(random() % (size - begin + 1))};
    diagnostic.severity = severity;
    diagnostic.rule = "kratom/efficacy";
    diagnostic.category = "efficacy";
    diagnostic.message = hostile(random);
    diagnostic.notes = {{hostile(random), {}}, {hostile(random), diagnostic.span}};
    diagnostic.fixes = {{"d", FixSafety::safe, {{diagnostic.span, hostile(random)}}}};
    made.report.diagnostics.push_back(diagnostic);
  }
  return made;
}

std::string reported(const Reporter& reporter, const Case& made) {
  FileReport file = made.report;
  file.source = &made.source;
  std::string out;
  report(reporter, std::span(&file, 1), with_excerpt, out);
  return out;
}

bool is_control(unsigned char c) {
  return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
}

/// What GitHub's runner would do on reading the report as a log.
std::vector<RunnerCommand> commands_in(const std::string& out) {
  std::vector<RunnerCommand> commands;
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);)
    if (auto command = read_runner_line(line)) commands.push_back(std::move(*command));
  return commands;
}

}  // namespace

TEST_CASE("no report carries a control byte, or a command to GitHub's runner but its own") {
  std::mt19937 random(7);  // NOLINT: the same cases in every run
  for (int round = 0; round < 400; ++round) {
    const Case made = make_case(random);
    for (const Reporter& reporter : reporters()) {
      CAPTURE(reporter.name, round);
      const std::string out = reported(reporter, made);
      CHECK(std::none_of(out.begin(), out.end(), is_control));
      const auto commands = commands_in(out);
      REQUIRE(commands.size() == (reporter.name == "github" ? 3 : 0));
      for (const RunnerCommand& command : commands) {
        CHECK((command.name == "error" || command.name == "warning" || command.name == "notice"));
        CHECK(command.properties.at("title") == "caveat: kratom/efficacy");
        CHECK(command.properties.count("file") == 1);
      }
    }
  }
}

TEST_CASE("JSON and XML hold three findings each to parsers of other makers") {
  std::mt19937 random(11);  // NOLINT: the same cases in every run
  const fs::path folder =
      fs::temp_directory_path() / ("caveat-reports-" + std::to_string(getpid()));
  fs::create_directories(folder);
  for (int round = 0; round < 60; ++round) {
    const Case made = make_case(random);
    for (const Reporter& reporter : reporters())
      std::ofstream(folder / (std::to_string(round) + "." + std::string(reporter.name)),
                    std::ios::binary)
          << reported(reporter, made);
  }
  const std::string script = std::string(CAVEAT_TESTS_DIR) + "/report/parse_reports.py";
  const std::string command = "python3 '" + script + "' '" + folder.string() + "'";
  CHECK(std::system(command.c_str()) == 0);
  fs::remove_all(folder);
}
