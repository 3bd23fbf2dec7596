// Paths to files to bytes. What cannot be read is a complaint for standard error, ready to print;
// the rest goes on.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace caveat {

/// What a walk through a folder takes, by name alone. A file that is named is always read.
using Wanted = bool (*)(std::string_view path);
bool is_text(std::string_view path);  ///< has the ending of a format
bool is_pack(std::string_view path);

/// Whether a walk leaves out what it came across; asked before a folder is opened. None: nothing.
using Skips = std::function<bool(const std::string& path, bool is_folder)>;

/// Every path once, folders replaced by the files in them, in order of name. A walk takes regular
/// files that are wanted, leaves out hidden names, and follows no symbolic link: what is linted
/// lies where the user pointed, and no loop is possible.
std::vector<std::string> list_files(std::span<const std::string> paths, Wanted wanted,
                                    std::vector<std::string>& complaints, const Skips& skips = {});

/// Nothing, and a complaint, for a file that cannot be read or is larger than `limit` bytes.
std::optional<std::string> read_file(const std::string& path, std::uint64_t limit,
                                     std::string& complaint);
std::optional<std::string> read_standard_input(std::uint64_t limit, std::string& complaint);

}  // namespace caveat
