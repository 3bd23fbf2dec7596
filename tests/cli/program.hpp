// Runs the real program, through a shell, in a folder of its own that is gone afterwards.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace caveat_test {

/// What a run left behind.
struct Run {
  int exit = -1;
  std::string out;
  std::string err;
};

inline std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A pack that needs no other: one error, one warning, one note, each for a literal.
inline std::string demo_rule(const std::string& id, const std::string& severity,
                             const std::string& words) {
  return "[[rule]]\nid = \"" + id + "\"\ncategory = \"safety\"\nseverity = \"" + severity +
         "\"\nmatch = \"'" + words + "'\"\nmessage = \"" + words + "? says who\"\n" +
         "why = \"It promises more than anybody knows.\"\n" +
         "source = { title = \"A trial\", year = 2024, url = \"https://example.org/trial\" }\n" +
         "flags = [\"It " + words + ".\", \"He " + words + ".\", \"She " + words + ".\"]\n" +
         "allows = [\"It waits.\", \"He waits.\", \"She waits.\"]\n";
}

inline std::string demo_pack() {
  return "[pack]\nname = \"demo\"\nversion = \"1.0.0\"\nlanguage = \"en\"\n"
         "description = \"For the tests of the command line\"\n" +
         demo_rule("cure", "error", "cures") + demo_rule("safe", "warning", "wholly safe") +
         demo_rule("may", "note", "perhaps");
}

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "caveat-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = name;
    write("demo.toml", demo_pack());
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }

  /// A shell command here; "$caveat" is the program, "$demo" the flags for the demo pack alone.
  Run shell(const std::string& command) const {
    const std::string setup = "cd '" + path_.string() + "' && unset NO_COLOR FORCE_COLOR " +
                              "CLICOLOR_FORCE; export TERM=xterm caveat='" CAVEAT_BINARY "' " +
                              "demo='--no-default-packs --pack=demo.toml'; ( ";
    const int status = std::system((setup + command + "\n) > .out 2> .err").c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_bytes(path_ / ".out"),
            read_bytes(path_ / ".err")};
  }

  /// The program with the demo pack and these arguments.
  Run caveat(const std::string& arguments) const {
    return shell("\"$caveat\" " + arguments + " $demo");
  }

 private:
  std::filesystem::path path_;
};

}  // namespace caveat_test
