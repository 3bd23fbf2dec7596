// Throughput of the readers of formats beside the parsers they stand on, on the same pages.
//
//   ninja -C build/release bench_formats && build/release/bench_formats [MEGABYTES]
//
// The pages are those of tests/documents, written as Markdown and HTML by the weaver of the tests
// with the little markup that publishers use. Each page is a file of its own, since that is what a
// linter reads. All contestants take turns in each of nine rounds, so that a busy machine slows all
// of them; the best round counts. md4c runs with callbacks that do nothing, gumbo with its default
// options, its tree destroyed after each page.
#include <gumbo.h>
#include <md4c.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include "format/weave.hpp"
#include "lint/lint_text.hpp"

namespace {

using namespace caveat;
using caveat::test::Markup;
namespace fs = std::filesystem;

constexpr int rounds = 9;

std::vector<std::string> plain_pages() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(fs::path(CAVEAT_TESTS_DIR) / "documents")) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  std::vector<std::string> pages;
  for (const auto& path : paths) {
    std::ifstream file(path);
    pages.emplace_back();
    for (std::string line; std::getline(file, line);) {
      if (!line.starts_with("#>")) pages.back() += line + "\n";
    }
  }
  return pages;
}

std::size_t bytes_of(const std::vector<Source>& pages) {
  std::size_t bytes = 0;
  for (const auto& page : pages) bytes += page.bytes.size();
  return bytes;
}

std::vector<Source> pages_in(Markup markup, std::size_t bytes) {
  const auto plain = plain_pages();
  std::mt19937 random(1);
  std::vector<Source> pages;
  for (std::size_t at = 0, so_far = 0; so_far < bytes; ++at) {
    const auto source = make_source("page", plain[at % plain.size()]);
    Blocks blocks;
    read_plain(source, blocks);
    pages.push_back(make_source("page", test::weave(blocks, markup, 1, random).file));
    so_far += pages.back().bytes.size();
  }
  return pages;
}

std::vector<Source> plain_files(std::size_t bytes) {
  const auto plain = plain_pages();
  std::vector<Source> pages;
  for (std::size_t at = 0, so_far = 0; so_far < bytes; ++at) {
    pages.push_back(make_source("page", plain[at % plain.size()]));
    so_far += pages.back().bytes.size();
  }
  return pages;
}

struct Contestant {
  std::string name;
  const std::vector<Source>& pages;
  std::function<void(const Source&)> run;
  double best = 1e9;  ///< seconds of a round
};

double seconds_of(const Contestant& contestant) {
  const auto start = std::chrono::steady_clock::now();
  for (const auto& page : contestant.pages) contestant.run(page);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void race(std::vector<Contestant>& contestants) {
  for (int round = 0; round < rounds; ++round) {
    for (auto& contestant : contestants) {
      contestant.best = std::min(contestant.best, seconds_of(contestant));
    }
  }
}

double speed_of(const Contestant& contestant) {
  return static_cast<double>(bytes_of(contestant.pages)) / 1e6 / contestant.best;
}

void run_md4c(const Source& page) {
  MD_PARSER parser = {};
  parser.flags =
      MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_PERMISSIVEAUTOLINKS;
  parser.enter_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; };
  md_parse(page.bytes.data(), static_cast<MD_SIZE>(page.bytes.size()), &parser, nullptr);
}

void run_gumbo(const Source& page) {
  GumboOutput* output =
      gumbo_parse_with_options(&kGumboDefaultOptions, page.bytes.data(), page.bytes.size());
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

/// A line for each; `beside` is the contestant it is compared with.
void print(const Contestant& contestant, const Contestant& beside) {
  std::printf("%-22s %7.1f MB/s   %5.2f times the time of %s\n", contestant.name.c_str(),
              speed_of(contestant), contestant.best / beside.best, beside.name.c_str());
}

}  // namespace

int main(int count, char** arguments) {
  const auto bytes =
      static_cast<std::size_t>((count > 1 ? std::atof(arguments[1]) : 4.0) * 1'000'000);
  const auto plain = plain_files(bytes);
  const auto markdown = pages_in(Markup::markdown, bytes);
  const auto html = pages_in(Markup::html, bytes);
  const auto shipped = load_shipped();
  Blocks blocks;
  const auto lint_as = [&](const char* format) {
    return [&shipped, options = LintOptions{.format = format_named(format)}](const Source& page) {
      lint(page, *shipped.rules, *shipped.desk, options);
    };
  };
  std::vector<Contestant> all = {
      {"md4c alone", markdown, run_md4c},
      {"Markdown to blocks", markdown, [&](const Source& page) { read_markdown(page, blocks); }},
      {"gumbo alone", html, run_gumbo},
      {"HTML to blocks", html, [&](const Source& page) { read_html(page, blocks); }},
      {"plain text to blocks", plain, [&](const Source& page) { read_plain(page, blocks); }},
      {"plain text, linted", plain, lint_as("plain")},
      {"Markdown, linted", markdown, lint_as("markdown")},
      {"HTML, linted", html, lint_as("html")},
  };
  race(all);
  std::printf("%zu pages of Markdown, %zu of HTML, %zu of text, %.1f MB each\n", markdown.size(),
              html.size(), plain.size(), static_cast<double>(bytes) / 1e6);
  print(all[0], all[0]);
  print(all[1], all[0]);
  print(all[2], all[2]);
  print(all[3], all[2]);
  for (std::size_t at = 4; at < all.size(); ++at) print(all[at], all[5]);
}
