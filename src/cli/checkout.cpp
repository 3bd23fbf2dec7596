#include "cli/checkout.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "pack/suggest.hpp"

namespace fs = std::filesystem;

namespace caveat {

namespace {

/// With links in its folders resolved, as git resolves them; a file may be a link itself.
fs::path resolved(const std::string& path) {
  std::error_code unknown;
  if (fs::is_directory(path, unknown)) return fs::weakly_canonical(path, unknown);
  const fs::path whole = fs::absolute(path, unknown).lexically_normal();
  return fs::weakly_canonical(whole.parent_path(), unknown) / whole.filename();
}

}  // namespace

std::optional<Checkout> open_checkout(const std::vector<std::string>& paths,
                                      std::string& complaint) {
  Checkout checkout;
  checkout.repository = open_repository(paths.empty() ? "." : paths.front(), complaint);
  if (!checkout.repository) return std::nullopt;
  checkout.root = work_tree(*checkout.repository);
  return checkout;
}

std::optional<std::string> path_in(const Checkout& checkout, const std::string& path,
                                   std::string& complaint) {
  if (checkout.root.empty()) return path;
  const std::string inside = resolved(path).lexically_relative(resolved(checkout.root)).string();
  if (inside == ".") return "";
  if (inside != ".." && !inside.starts_with("../")) return inside;
  complaint = fmt::format("'{}' lies outside of the repository in '{}'", path, checkout.root);
  return std::nullopt;
}

std::string path_from_here(const Checkout& checkout, const std::string& path) {
  if (checkout.root.empty()) return path;
  std::error_code unknown;
  return (resolved(checkout.root) / path).lexically_relative(fs::current_path(unknown)).string();
}

std::string unknown_names(const Checkout& checkout, const Comparison& comparison) {
  const bool two = comparison.with == Comparison::With::revision;
  for (const std::string& name : {comparison.from, two ? comparison.to : "HEAD"}) {
    if (is_revision(*checkout.repository, name)) continue;
    // Of "mian~3" the name is wrong, of "main~3" the number.
    const std::string base = name.substr(0, name.find_first_of("~^@:"));
    if (base == name || !is_revision(*checkout.repository, base))
      return did_you_mean(base, revision_names(*checkout.repository));
  }
  return "";
}

std::optional<std::vector<FileChange>> changes_in(const Checkout& checkout,
                                                  const Comparison& comparison,
                                                  std::string& complaint) {
  auto files = changed_files(*checkout.repository, comparison, complaint);
  if (!files) complaint += unknown_names(checkout, comparison);
  return files;
}

}  // namespace caveat
