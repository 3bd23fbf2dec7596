// The shape of src/ as a test: which room may include which, where each library stays, who may
// print, how long a file may be. A rule of docs/architecture.md that no compiler checks is here.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// One of our files; `path` is relative to the root of the repository.
struct CodeFile {
  std::string path;
  std::vector<std::string> lines;
};

std::vector<CodeFile> code_under(const std::string& folder) {
  const fs::path root = CAVEAT_SOURCE_DIR;
  std::vector<CodeFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    const std::string ending = entry.path().extension().string();
    if (ending != ".cpp" && ending != ".hpp") continue;
    CodeFile file{fs::relative(entry.path(), root).generic_string(), {}};
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) file.lines.push_back(line);
    files.push_back(std::move(file));
  }
  std::sort(files.begin(), files.end(), [](auto& a, auto& b) { return a.path < b.path; });
  return files;
}

std::vector<CodeFile> all_code() {
  std::vector<CodeFile> files = code_under("src");
  for (CodeFile& file : code_under("tests")) files.push_back(std::move(file));
  return files;
}

/// "grammar" of "src/grammar/match.cpp".
std::string room_of(const std::string& path) {
  const fs::path relative = fs::path(path).lexically_relative("src");
  return relative.begin()->string();
}

std::string at(const CodeFile& file, std::size_t line) {
  return file.path + ":" + std::to_string(line + 1) + ": ";
}

/// The line without its // comment; URLs in literals lose their end too, which hides no call.
std::string without_comment(const std::string& line) {
  return line.substr(0, line.find("//"));
}

std::size_t columns(std::string_view line) {
  return static_cast<std::size_t>(
      std::count_if(line.begin(), line.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

/// Every place under src/ where code matches `pattern` and `allowed` says no.
template <typename Allowed>
std::string places_of(const char* pattern, Allowed allowed) {
  const std::regex wanted(pattern);
  std::string places;
  for (const CodeFile& file : code_under("src")) {
    if (allowed(file.path)) continue;
    for (std::size_t i = 0; i < file.lines.size(); ++i)
      if (std::regex_search(without_comment(file.lines[i]), wanted))
        places += at(file, i) + file.lines[i] + "\n";
  }
  return places;
}

const std::map<std::string, int> ranks = {
    {"text", 0},   {"diagnostic", 1}, {"fix", 2},   {"format", 2},  {"git", 2},     {"pack", 2},
    {"report", 2}, {"config", 3},     {"prose", 3}, {"lexicon", 4}, {"grammar", 5}, {"claim", 6},
    {"check", 7},  {"lint", 8},       {"image", 9}, {"cli", 10},    {"lsp", 10},
};

/// Why `room` may not include `path`; empty if it may.
std::string objection(const std::string& room, const std::string& path) {
  const std::string other = path.substr(0, path.find('/'));
  if (path.find('/') == std::string::npos || !ranks.contains(other))
    return "\"" + path + "\" does not start with a room";
  if (other == room || ranks.at(other) < ranks.at(room)) return "";
  return room + " is not above " + other;
}

bool is_doorway(const std::string& path) {
  return path.starts_with("src/cli/") || path.starts_with("src/lsp/") ||
         path == "src/image/compile_packs.cpp";  // a program too, of the build
}

std::size_t longest_allowed(const std::string& path) {
  if (path.starts_with("tests/")) return 900;
  return path.ends_with(".hpp") ? 250 : 600;
}

}  // namespace

TEST_CASE("every folder of src is a room with a rank") {
  for (const auto& entry : fs::directory_iterator(fs::path(CAVEAT_SOURCE_DIR) / "src"))
    CHECK(ranks.contains(entry.path().filename().string()));
}

TEST_CASE("a room includes itself and rooms of lower rank only") {
  const std::regex include(R"re(^\s*#\s*include\s*"([^"]*)")re");
  std::string wrong;
  std::size_t seen = 0;
  for (const CodeFile& file : code_under("src"))
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
      std::smatch match;
      if (!std::regex_search(file.lines[i], match, include)) continue;
      ++seen;
      const std::string why = objection(room_of(file.path), match[1]);
      if (!why.empty()) wrong += at(file, i) + why + "\n";
    }
  CHECK(wrong == "");
  CHECK(seen > 20);  // the pattern still finds includes
}

TEST_CASE("the rule of ranks objects to a step up, a step aside and a stray path") {
  CHECK(objection("lint", "text/span.hpp") == "");
  CHECK(objection("pack", "pack/pack.hpp") == "");
  CHECK(objection("text", "lint/lint.hpp") == "text is not above lint");
  CHECK(objection("pack", "report/report.hpp") == "pack is not above report");
  CHECK(objection("pack", "pack.hpp") == "\"pack.hpp\" does not start with a room");
  CHECK(objection("pack", "../text/span.hpp") == "\"../text/span.hpp\" does not start with a room");
}

TEST_CASE("each library stays in the one room that knows it") {
  const auto in = [](const char* folder) {
    return [folder](const std::string& path) { return path.starts_with(folder); };
  };
  CHECK(places_of(R"(#\s*include\s*[<"](toml\.hpp|toml/|toml11))", [](const std::string& path) {
          return path == "src/pack/toml_tree.cpp" || path.starts_with("src/format/front_matter");
        }) == "");
  CHECK(places_of(R"(#\s*include\s*[<"]md4c)", in("src/format/markdown")) == "");
  CHECK(places_of(R"(#\s*include\s*[<"]gumbo)", in("src/format/html")) == "");
  CHECK(places_of(R"(#\s*include\s*[<"]git2)", in("src/git/")) == "");
  CHECK(places_of(R"(#\s*include\s*[<"]yaml)", in("src/format/front_matter")) == "");
  CHECK(places_of(R"(#\s*include\s*[<"]tao/)", in("src/grammar/")) == "");
  CHECK(places_of(R"(#\s*include\s*[<"]CLI/)", in("src/cli/")) == "");
  CHECK(places_of(R"(#\s*include\s*[<"]utf8proc)", in("src/text/")) == "");
  CHECK(places_of(R"(#\s*include\s*[<"]nlohmann/)", [](const std::string& path) {
          return path == "src/report/json_text.hpp" || path == "src/format/json_ld.cpp" ||
                 path.starts_with("src/cli/");
        }) == "");
  CHECK(places_of(R"(#\s*include\s*[<"]catch2/)", [](auto&) { return false; }) == "");
}

TEST_CASE("only the doorways print") {
  CHECK(places_of(R"(\b(v?f?printf|f?puts|f?putc|putchar|fwrite|perror)\s*\()", is_doorway) == "");
  CHECK(places_of(R"(\bfmt::v?print|std::(w?cout|w?cerr|w?clog)\b)", is_doorway) == "");
  CHECK(places_of(R"(#\s*include\s*<(iostream|print)>)", is_doorway) == "");
}

TEST_CASE("only the doorways end the program, read the environment or the clock") {
  CHECK(places_of(R"(\b(_?exit|_Exit|quick_exit|abort|terminate)\s*\()", is_doorway) == "");
  CHECK(places_of(R"(\b(secure_getenv|getenv|setenv|putenv|environ)\b)", is_doorway) == "");
  CHECK(places_of(R"(_clock\b|\bgettimeofday\b|\bstd::time\b|\blocaltime)", is_doorway) == "");
}

TEST_CASE("nothing is virtual, no namespace is opened whole") {
  const auto nowhere = [](const std::string&) { return false; };
  CHECK(places_of(R"(\bvirtual\b)", nowhere) == "");
  CHECK(places_of(R"(\busing namespace std\b)", nowhere) == "");
}

TEST_CASE("no file is named after what it is not about") {
  const std::regex vague("(^|[/_])(utils?|helpers?|common|misc|base|manager)([/_.]|$)");
  std::string found;
  for (const CodeFile& file : all_code())
    if (std::regex_search(file.path, vague)) found += file.path + "\n";
  CHECK(found == "");
}

// Two types of one name are one to the linker, which keeps either's destructor for both.
TEST_CASE("no two files give a type of the same name to all") {
  const std::regex type(R"(^(struct|class) (\w+) *(:[^:]|\{))");
  std::map<std::string, std::string> first;
  std::string twice;
  for (const CodeFile& file : all_code()) {
    std::string scope;
    for (const std::string& line : file.lines) {
      if (line.starts_with("namespace ")) scope = line;
      if (line == "}  // namespace") scope = "namespace caveat {";
      std::smatch match;
      if (scope == "namespace {" || !std::regex_search(line, match, type)) continue;
      const auto [at, fresh] = first.try_emplace(scope + match[2].str(), file.path);
      if (!fresh) twice += match[2].str() + ": " + at->second + ", " + file.path + "\n";
    }
  }
  CHECK(twice == "");
  CHECK(first.size() > 100);  // the pattern still finds types
}

TEST_CASE("no file is longer than a reader's patience, no line wider than 100 columns") {
  std::string found;
  for (const CodeFile& file : all_code()) {
    if (file.lines.size() > longest_allowed(file.path))
      found += file.path + ": " + std::to_string(file.lines.size()) + " lines\n";
    for (std::size_t i = 0; i < file.lines.size(); ++i)
      if (columns(file.lines[i]) > 100) found += at(file, i) + "too wide\n";
  }
  CHECK(found == "");
}
