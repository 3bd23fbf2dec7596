// Files that break other parsers, through the real program with a stack of 256 KiB: what costs time
// and memory there is measured by tests/bench/hostile.sh, here only that it ends, and not by a
// signal. The files are rows of one table, tests/bench/hostile.tsv, for both.
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <string>
#include <vector>

#include "cli/program.hpp"

using caveat_test::Folder;

namespace {

#ifdef __SANITIZE_ADDRESS__
constexpr int repeats = 1'000;
constexpr const char* limits = "";  // the sanitizer maps terabytes and has large frames
#else
constexpr int repeats = 30'000;
constexpr const char* limits = "ulimit -s 256 -v 500000; ";
#endif

/// Ending, name, and the five parts of a file: see hostile.tsv.
using Row = std::array<std::string, 7>;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

Row row_of(const std::string& line) {
  Row row;
  std::size_t begin = 0;
  for (auto& cell : row) {
    const auto end = std::min(line.find('\t', begin), line.size());
    cell = replaced(line.substr(begin, end - begin), "\\n", "\n");
    begin = std::min(end + 1, line.size());
  }
  return row;
}

std::vector<Row> all_rows() {
  std::ifstream file(CAVEAT_TESTS_DIR "/bench/hostile.tsv");
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with('#')) rows.push_back(row_of(line));
  }
  return rows;
}

void append_repeated(const std::string& part, int times, bool up, std::string& out) {
  const bool counts = part.find('{') != part.npos;
  for (int at = 1; at <= times && !part.empty(); ++at) {
    if (!counts) {
      out += part;
      continue;
    }
    const auto grown = static_cast<std::size_t>(at);
    auto text = replaced(part, "{i}", std::to_string(up ? at : times + 1 - at));
    text = replaced(text, "{indent}", std::string(2 * grown - 2, ' '));
    out += replaced(text, "{ticks}", std::string(grown, '`'));
  }
}

std::string file_of(const Row& row) {
  const bool grows =
      row[3].find("{indent}") != row[3].npos || row[3].find("{ticks}") != row[3].npos;
  const int times = grows ? std::min(repeats, 1'000) : repeats;
  std::string bytes = row[2];
  append_repeated(row[3], times, true, bytes);
  bytes += row[4];
  append_repeated(row[5], times, false, bytes);
  return bytes + row[6];
}

/// The names of the rows whose file ends the program by a signal, or with a status of its own.
std::string broken_by(const std::vector<Row>& rows) {
  const Folder folder;
  std::string names;
  for (const auto& row : rows) {
    const auto file = "hostile." + row[0];
    folder.write(file, file_of(row));
    const auto run =
        folder.shell(limits + std::string("\"$caveat\" check --quiet -j1 $demo ") + file);
    if (run.exit != 0 && run.exit != 1) {
      names += row[0] + ": " + row[1] + ": " + std::to_string(run.exit) + " " + run.err + "\n";
    }
  }
  return names;
}

}  // namespace

TEST_CASE("no file that breaks parsers breaks the program on a small stack") {
  const auto rows = all_rows();
  CHECK(rows.size() > 200);
  CHECK(broken_by(rows) == "");
}
