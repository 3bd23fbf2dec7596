// A finding with all that one can carry, and the files that hold what reports look like.
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

#include "report/report.hpp"

namespace caveat_test {

using namespace caveat;

inline constexpr ReportStyle bare = {};
inline constexpr ReportStyle with_excerpt = {Color::off, Excerpt::on};
inline constexpr ReportStyle coloured = {Color::on, Excerpt::on};

inline Span place_of_words(const Source& source, std::string_view words) {
  const std::size_t at = source.bytes.find(words);
  REQUIRE(at != std::string::npos);
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

inline Diagnostic finding(const Source& source, std::string_view words, std::string message,
                          Severity severity = Severity::warning) {
  Diagnostic diagnostic;
  diagnostic.span = place_of_words(source, words);
  diagnostic.severity = severity;
  diagnostic.rule = "kratom/efficacy";
  diagnostic.category = "efficacy";
  diagnostic.message = std::move(message);
  return diagnostic;
}

/// A finding with all that a diagnostic can carry.
inline Diagnostic full_finding(const Source& source) {
  Diagnostic full =
      finding(source, "cures depression", "\"cures depression\" is too strong", Severity::error);
  full.notes = {{"wording that fits: \"it is very uncertain whether kratom relieves\"", {}},
                {"the topic is raised here", place_of_words(source, "Kratom")}};
  full.fixes = {
      {"weaken", FixSafety::unsafe, {{place_of_words(source, "cures"), "may not relieve"}}},
      {"spell", FixSafety::safe, {{place_of_words(source, "really "), ""}}},
      {"qualify", FixSafety::unsafe, {{{0, 0}, "Reportedly, "}}}};
  full.url = "https://example.org/trial";
  return full;
}

/// The version of caveat changes; the golden files do not.
inline std::string without_version(std::string document) {
  const std::string key = "\"version\":\"";
  const std::size_t begin = document.find(key);
  if (begin == std::string::npos) return document;
  const std::size_t end = document.find('"', begin + key.size());
  return document.replace(begin + key.size(), end - begin - key.size(), "VERSION");
}

/// Nor does what an HTML report looks like.
inline std::string without_assets(std::string page) {
  for (const auto& [open, close] : {std::pair<std::string, std::string>{"<style>", "</style>"},
                                    {"<script>", "</script>"},
                                    {"style-src '", "'"},
                                    {"script-src '", "'"}}) {
    const auto begin = page.find(open);
    if (begin == page.npos) continue;
    const auto from = begin + open.size();
    page.replace(from, page.find(close, from) - from, "...");
  }
  return page;
}

inline std::string read_golden(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline void check_golden(const std::string& name, const std::string& bytes) {
  const std::string path = std::string(CAVEAT_TESTS_DIR) + "/report/" + name + ".golden";
  if (std::getenv("CAVEAT_UPDATE_GOLDEN") != nullptr)
    std::ofstream(path, std::ios::binary) << bytes;
  CHECK(bytes == read_golden(path));
}

inline const std::string article = "# Kratom\n\nKratom really cures depression.\n";

}  // namespace caveat_test
