// What each platform is told of the same findings, byte for byte.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "report/sample.hpp"

using namespace caveat;
using namespace caveat_test;

namespace {

constexpr ReportStyle in_a_project = {.root = "/home/ann/site", .folder = "/home/ann/site/pages"};

std::string reported(std::string_view format, std::span<const FileReport> files,
                     const ReportStyle& style = in_a_project) {
  const Reporter* reporter = reporter_named(format);
  REQUIRE(reporter != nullptr);
  std::string out;
  report(*reporter, files, style, out);
  return without_assets(without_version(out));
}

/// `count` findings on the one word of a file.
FileReport many(const Source& source, std::size_t count, Severity severity) {
  FileReport file{&source, {}};
  for (std::size_t i = 0; i < count; ++i)
    file.diagnostics.push_back(finding(source, "cures", "stated as certain", severity));
  return file;
}

}  // namespace

TEST_CASE("every format tells of findings with notes, fixes, wide letters and two lines",
          "[golden]") {
  const Source first = make_source("kratom.md", article);
  const Source clean = make_source("clean.md", "Nothing here.\n");
  const Source second = make_source("../a, b: β.txt", "β-carotene 😀 cures\nall colds: 100%.\n");
  const std::vector<FileReport> files = {
      {&first, {full_finding(first)}},
      {&clean, {}},
      {&second,
       {finding(second, "cures\nall colds", "\"cures\" is <too> strong & 100% wrong"),
        finding(second, "100%", "of what?", Severity::note)}}};
  for (const Reporter& reporter : reporters())
    check_golden("format_" + std::string(reporter.name), reported(reporter.name, files));
}

TEST_CASE("a run without findings is a whole report in every format", "[golden]") {
  const Source clean = make_source("clean.md", "Nothing here.\n");
  const std::vector<FileReport> files = {{&clean, {}}};
  std::string all;
  for (const Reporter& reporter : reporters())
    all += "== " + std::string(reporter.name) + "\n" + reported(reporter.name, files);
  check_golden("format_none", all);
}

TEST_CASE("GitHub is given ten of each kind, the gravest first, and told how many are left") {
  const Source source = make_source("a.md", "It cures.\n");
  const Source other = make_source("b.md", "It cures.\n");
  const std::vector<FileReport> files = {many(source, 12, Severity::note),
                                         many(other, 13, Severity::error)};
  const std::string out = reported("github", files);
  CHECK(out.starts_with("::error file=pages/b.md"));
  const auto lines_with = [&](std::string_view start) {
    std::size_t count = 0;
    for (std::size_t at = out.find(start); at != out.npos; at = out.find(start, at + 1)) ++count;
    return count;
  };
  CHECK(lines_with("::error ") == 10);
  CHECK(lines_with("::notice ") == 10);
  CHECK(out.ends_with("::notice title=caveat::6 more: see the log, or a SARIF report\n"));
}

TEST_CASE("GitLab's fingerprints are all different and know no line") {
  const Source source = make_source("a.md", "It cures.\n");
  const Source lower = make_source("a.md", "\n\nIt cures.\n");
  const auto fingerprints = [](const FileReport& file) {
    std::set<std::string> all;
    for (const auto& issue : nlohmann::json::parse(reported("gitlab", std::vector{file})))
      all.insert(issue["fingerprint"]);
    return all;
  };
  const auto before = fingerprints(many(source, 5, Severity::error));
  CHECK(before.size() == 5);
  CHECK(before == fingerprints(many(lower, 5, Severity::warning)));
}

TEST_CASE("paths are told from the root of the project, others as they are") {
  struct Row {
    const char* path;
    const char* told;
  };
  for (const auto& [path, told] : std::vector<Row>{{"a.md", "pages/a.md"},
                                                   {"./x/../a.md", "pages/a.md"},
                                                   {"../a.md", "a.md"},
                                                   {"/home/ann/site/b.md", "b.md"},
                                                   {"/etc/a.md", "/etc/a.md"},
                                                   {"../../b.md", "/home/ann/b.md"}}) {
    CAPTURE(path);
    const Source source = make_source(path, "It cures.\n");
    const auto report = reported("gitlab", std::vector{many(source, 1, Severity::error)});
    CHECK(nlohmann::json::parse(report)[0]["location"]["path"] == told);
  }
}
