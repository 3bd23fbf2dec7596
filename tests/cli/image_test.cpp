// The compiled packs and their TOML are two ways to the same answers.
#include "image/image.hpp"

#include <catch2/catch.hpp>

#include "cli/program.hpp"

using caveat_test::Folder;
using caveat_test::Run;

namespace {

const std::string texts = " '" CAVEAT_TESTS_DIR "/documents' '" CAVEAT_SOURCE_DIR "/docs/example'";
const std::string from_toml = " --no-default-packs --pack '" CAVEAT_RULES_DIR "'";

void check_same(const Run& one, const Run& other) {
  CHECK(one.exit == other.exit);
  CHECK((one.out == other.out));
  CHECK(one.err == other.err);
}

/// A copy of the program, the image in it changed in one byte.
void break_image(const Folder& folder) {
  auto program = caveat_test::read_bytes(CAVEAT_BINARY);
  const auto image = caveat::embedded_image();
  const auto at = program.find(image.substr(0, 40));
  REQUIRE(at != program.npos);
  program[at + image.size() / 2] ^= 4;
  folder.write("broken", program);
  std::filesystem::permissions(folder / "broken", std::filesystem::perms::owner_all);
}

}  // namespace

TEST_CASE("compiled packs and their TOML find the same, byte for byte") {
  const Folder folder;
  const char* commands[] = {"check --format json", "check --format gcc --profile clinical",
                            "claims --format jsonl --per-sentence",
                            "check --jurisdiction us,uk,eu,au",
                            "claims --format csv --jurisdiction us,uk,eu,au"};
  for (const std::string command : commands) {
    CAPTURE(command);
    const Run compiled = folder.shell("\"$caveat\" " + command + texts);
    CHECK(compiled.out.size() > 1000);
    check_same(compiled, folder.shell("\"$caveat\" " + command + from_toml + texts));
  }
}

TEST_CASE("compiled packs and their TOML read the same, byte for byte") {
  const Folder folder;
  folder.write("page", "Kratom may ease pain, studies suggest. It cures anxiety.\n");
  folder.write("records", "{\"id\":1,\"text\":\"Kratom may ease pain. It cures anxiety.\"}\n");
  for (const std::string command :
       {"parse - < page", "parse --format=json - < page", "stream < records"}) {
    CAPTURE(command);
    const auto gap = command.find(' ');
    const auto with_toml = command.substr(0, gap) + from_toml + command.substr(gap);
    const Run compiled = folder.shell("\"$caveat\" " + command);
    CHECK(compiled.out.size() > 100);
    check_same(compiled, folder.shell("\"$caveat\" " + with_toml));
  }
}

TEST_CASE("where the compiled packs are broken caveat says so and reads their TOML") {
  const Folder folder;
  break_image(folder);
  folder.write("page.txt", "Kratom cures anxiety.\n");
  const Run whole = folder.shell("\"$caveat\" check page.txt");
  const Run broken = folder.shell("./broken check page.txt");
  CHECK(broken.exit == whole.exit);
  CHECK(broken.out == whole.out);
  CHECK(broken.err ==
        "caveat: the compiled packs in this program are broken: its checksum is wrong; their "
        "sources are read instead\n" +
            whole.err);
}
