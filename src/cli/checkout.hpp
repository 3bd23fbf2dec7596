// The repository that a command works in, and how its files are called from here: a report must
// name a file so that an editor started in this folder can open it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "git/changes.hpp"

namespace caveat {

struct Checkout {
  RepositoryPtr repository;
  std::string root;  ///< of the work tree; empty for a bare repository
};

/// Of the first of these paths, or of the current folder.
std::optional<Checkout> open_checkout(const std::vector<std::string>& paths,
                                      std::string& complaint);

/// Relative to the root of the repository. Nothing, and a complaint, for one that lies outside.
std::optional<std::string> path_in(const Checkout& checkout, const std::string& path,
                                   std::string& complaint);

/// From the current folder.
std::string path_from_here(const Checkout& checkout, const std::string& path);

/// `; did you mean "main"?` for a revision that is not there; empty if all are.
std::string unknown_names(const Checkout& checkout, const Comparison& comparison);

/// changed_files, with the nearest names in its complaint.
std::optional<std::vector<FileChange>> changes_in(const Checkout& checkout,
                                                  const Comparison& comparison,
                                                  std::string& complaint);

}  // namespace caveat
