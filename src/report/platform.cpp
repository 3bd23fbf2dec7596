#include "report/platform.hpp"

#include <filesystem>
#include <map>
#include <utility>

namespace fs = std::filesystem;

namespace caveat {

std::string path_from(std::string_view root, std::string_view folder, std::string_view path) {
  if (root.empty()) return std::string(path);
  const fs::path whole = (fs::path(folder) / path).lexically_normal();
  const fs::path shorter = whole.lexically_relative(root);
  const bool outside = shorter.empty() || *shorter.begin() == "..";
  return (outside ? whole : shorter).generic_string();
}

std::string path_from_root(const ReportStyle& style, std::string_view path) {
  return path_from(style.root, style.folder, path);
}

std::string full_message(const Diagnostic& diagnostic) {
  std::string message = diagnostic.message;
  for (const Note& note : diagnostic.notes)
    if (!note.span) message += '\n' + note.message;
  return message;
}

std::vector<std::size_t> occurrences(const FileReport& file) {
  std::map<std::pair<std::string_view, std::uint64_t>, std::size_t> seen;
  std::vector<std::size_t> numbers;
  for (const Diagnostic& diagnostic : file.diagnostics)
    numbers.push_back(seen[{diagnostic.rule, diagnostic.identity}]++);
  return numbers;
}

}  // namespace caveat
