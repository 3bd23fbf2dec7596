// From a path to the .caveat.toml that holds for it: the nearest one above, up to the top of its
// git work tree. A config is data that came with the texts: no pack outside its folder is read,
// whatever links say, and what is no plain file is not opened.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "cli/output.hpp"
#include "cli/settings.hpp"
#include "config/config.hpp"
#include "diagnostic/diagnostic.hpp"
#include "text/source.hpp"

namespace caveat {

/// One .caveat.toml.
struct Project {
  std::string folder;  ///< absolute, without links
  Source source;       ///< its path as it is shown
  Config config;
  std::vector<std::string> packs;  ///< paths to open
  std::string baseline;            ///< likewise; empty: none
};

/// Those that were looked for, by folder. For one thread: all is read before threads start.
struct Projects {
  const Settings& settings;
  Exit exit = Exit::clean;  ///< trouble if one has a mistake
  std::vector<std::unique_ptr<const Project>> read = {};
  std::unordered_map<std::string, const Project*> of_folder = {};
};

/// A path without links but for its last name, which need not exist: the folder is that in which
/// the name stands, so that a file is found under one name from everywhere.
struct Location {
  std::string folder;  ///< absolute
  std::string name;    ///< empty for the root of the file system
};
Location locate(const std::string& path);

/// Of a text in this folder (absolute, without links); null where none holds. One that was not read
/// yet is, and its mistakes are printed on standard error.
const Project* project_in(Projects& projects, const std::string& folder);

/// The path in the folder of the project; empty if it does not lie in it.
std::string path_in(const Project& project, const Location& location);

/// Prints mistakes that were found later, in the names of rules.
void report_config(const Project& project, std::vector<Diagnostic> mistakes, Projects& projects);

/// The flags, what the project of a text says where they do not, and then the defaults.
Settings settings_in(const Settings& flags, const Project* project, const std::string& path);

/// The same for a command that has no text, or one alone. Mistakes make `exit` trouble.
Settings settings_at(const Settings& flags, const std::string& path, Exit& exit);

}  // namespace caveat
