// The tool that makes the image while caveat is built: the packs that are embedded as TOML, to a
// file. Packs with a mistake have no image, since caveat then reads the TOML and says what is wrong
// with it: the file is empty, and the build goes on.
#include <fmt/format.h>

#include <cstdio>
#include <fstream>

#include "image/image.hpp"
#include "pack/embedded.hpp"
#include "pack/load.hpp"

namespace {

using namespace caveat;

std::string compiled_image() {
  std::vector<PackFile> files;
  for (const EmbeddedFile& file : embedded_packs())
    files.push_back({std::string(file.path), std::string(file.bytes)});
  std::vector<PackDiagnostic> mistakes;
  const PackSet packs = load_packs(std::move(files), mistakes);
  const RuleSetPtr rules = compile_rules(packs, mistakes);
  if (mistakes.empty()) return image_of(*rules);
  fmt::print(stderr, "rules/ has mistakes ({}): it is not compiled, caveat tells where they are\n",
             mistakes.size());
  return "";
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    fmt::print(stderr, "usage: caveat_compile_packs FILE\n");
    return 2;
  }
  const std::string image = compiled_image();
  std::ofstream file(arguments[1], std::ios::binary);
  file << image;
  file.close();
  return file ? 0 : 1;
}
