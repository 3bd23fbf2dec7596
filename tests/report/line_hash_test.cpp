// The hash of a line as GitHub's upload action makes it, against a second implementation that was
// written from its definition and not from ours (line_hash.py).
#include "report/line_hash.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

using namespace caveat;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string> pieces = {
    "\n",
    "\r\n",
    "\r",
    " ",
    "\t",
    "kratom cures",
    "β",
    "😀",
    "\xFF",
    "\xEF\xBB\xBF",
    "a line that is rather longer than most of the lines of a page, for the block has an end\n"};

std::string made_of(std::mt19937& random, std::size_t most) {
  std::string text;
  for (auto left = random() % most; left > 0; --left) text += pieces[random() % pieces.size()];
  return text;
}

}  // namespace

TEST_CASE("a line's hash is that of the definition, for all line ends and letters") {
  std::mt19937 random(3);  // NOLINT: the same files in every run
  const fs::path folder = fs::temp_directory_path() / ("caveat-lines-" + std::to_string(getpid()));
  fs::create_directories(folder);
  const char* asked = std::getenv("CAVEAT_LINE_HASH_FILES");
  const int files = asked == nullptr ? 200 : std::atoi(asked);
  for (int at = 0; at < files; ++at) {
    const auto source = make_source("a", made_of(random, 60));
    std::ofstream(folder / (std::to_string(at) + ".txt"), std::ios::binary) << source.bytes;
    std::ofstream hashes(folder / (std::to_string(at) + ".hashes"));
    for (const std::string& hash : line_hashes(source)) hashes << hash << '\n';
  }
  const std::string script = std::string(CAVEAT_TESTS_DIR) + "/report/line_hash.py";
  CHECK(std::system(("python3 '" + script + "' '" + folder.string() + "'").c_str()) == 0);
  fs::remove_all(folder);
}
