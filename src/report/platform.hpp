// What formats made for platforms share: a platform shows a finding beside a file of a repository,
// so it is told the path from the root of that, wherever caveat was started. Private to this room.
#pragma once

#include <string>
#include <string_view>

#include "report/report.hpp"

namespace caveat {

/// From ReportStyle::root, see path_from in report.hpp.
std::string path_from_root(const ReportStyle& style, std::string_view path);

/// The message, and in further lines the notes that have no place of their own.
std::string full_message(const Diagnostic& diagnostic);

/// Each diagnostic of a file by a number that no other in the file has where the rule and identity
/// are the same: 0, 1, 2, in order of place.
std::vector<std::size_t> occurrences(const FileReport& file);

}  // namespace caveat
